"""Where does a host stand, and may we go there? A host's name in, numeric addresses of the public network out.

What is resolved here is what is connected to: a name that means something else a moment later leads nowhere else.
"""

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from sitegen.fetch.failure import FetchError, reason

_CARRIES_IPV4 = IPv6Network("64:ff9b::/96")
"""NAT64 (RFC 6052): the last 32 bits are an IPv4 address. On networks without IPv4 every host may stand there."""

_MOST = 4
"""So many of a host's addresses are tried."""


async def resolve(host: str, port: int, *, allow_private: bool) -> tuple[str, ...]:
    """Return the addresses to try, in the system's order; none where one of them is not of the public network."""
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        message = f"the host {host} is not found: {reason(error)}"
        raise FetchError(code="fetch-unreachable", message=message, hint="check the address and the network") from error
    addresses = tuple(dict.fromkeys(str(place[0]) for *_, place in found))
    if not allow_private and (inner := next((a for a in addresses if not is_public(a)), None)):
        hint = "allow_private = true under [fetch] in sitegen.toml permits it"
        message = f"{host} is {inner}, not an address of the public network"
        raise FetchError(code="fetch-private", message=message, hint=hint)
    return addresses[:_MOST]


def is_public(words: str) -> bool:
    """Say whether an address is neither private, loopback, link-local, multicast nor reserved, in none of its disguises."""
    try:
        address = ip_address(words)
    except ValueError:
        return False
    own = () if isinstance(address, IPv6Address) and address in _CARRIES_IPV4 else (address,)
    return all(a.is_global and not a.is_multicast and not a.is_reserved for a in (*own, *_within(address)))


def _within(address: IPv4Address | IPv6Address) -> tuple[IPv4Address, ...]:
    """Return the IPv4 addresses to which an IPv6 address leads."""
    if isinstance(address, IPv4Address):
        return ()
    carried = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _CARRIES_IPV4:
        carried.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return tuple(inner for inner in carried if inner is not None)
