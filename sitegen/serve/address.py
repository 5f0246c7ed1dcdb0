"""Where does the preview listen, and which names may a browser call it by? From --host and --port."""

import errno
import ipaddress
import re
import socket
from collections.abc import Callable

from sitegen.model.diagnostic import Diagnostic, Severity

NEIGHBOURS = 20
"""How many ports above a taken one are tried."""
LAST_PORT = 65_535
LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]{2,45}\]|[^\s:\[\]/@]{1,255})(?::\d{1,5})?", re.ASCII)


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens at the first free port of port … port + 20 (0: any); OSError if there is none."""
    try:
        family = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0][0]
    except UnicodeError as error:
        raise OSError(errno.EINVAL, "that is no name of a host") from error
    last = min(port + NEIGHBOURS, LAST_PORT) if port else 0
    for candidate in range(port, last + 1):
        try:
            listener = socket.create_server((host, candidate), family=family)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or candidate == last:
                raise
        else:
            # Inherited by its connections. asyncio sets it only where a socket names TCP as its protocol, which those of
            # create_server do not: without it a small page takes 40 ms, the delay of an acknowledgement.
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return listener
    raise OSError(errno.EINVAL, "there is no such port")


def refusal(host: str, port: int, error: OSError) -> Diagnostic:
    """Say why the preview cannot listen there."""
    taken = error.errno == errno.EADDRINUSE
    return Diagnostic(
        severity=Severity.ERROR,
        code="serve-address",
        path="serve",
        message=f"ports {port} to {min(port + NEIGHBOURS, LAST_PORT)} of {host} are all in use"
        if taken
        else f"cannot listen on {host}, port {port}: {error.strerror or error}",
        hint="choose another one with --port" if taken else "the default is --host 127.0.0.1 --port 8000",
    )


def address_of(listener: socket.socket) -> str:
    """Return the address for a browser on this machine; every interface counts as this machine's loopback."""
    name, port = listener.getsockname()[:2]
    ip = ipaddress.ip_address(name.partition("%")[0])
    if ip.is_unspecified:
        ip = ipaddress.ip_address("127.0.0.1" if ip.version == 4 else "::1")  # noqa: PLR2004 - IP's own number
    return f"http://[{ip}]:{port}/" if ip.version == 6 else f"http://{ip}:{port}/"  # noqa: PLR2004 - IP's own number


def known_by(host: str) -> Callable[[str], bool]:
    """Return the test of a Host header: a page of a name that was made to point at us (DNS rebinding) is refused."""
    names = LOOPBACK | {host.lower(), f"[{host.lower()}]"}
    everywhere = host in {"", "0.0.0.0", "::"}  # noqa: S104 - compared, not bound

    def known(header: str) -> bool:
        match = HOST.fullmatch(header)
        if match is None:
            return False
        name = match["name"].lower()
        # Rebinding needs a name: who listens everywhere may be called by any number, but not by any name.
        return name in names or (everywhere and _is_number(name))

    return known


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
