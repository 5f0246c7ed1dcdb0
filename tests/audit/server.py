"""A web host for built sites, as real ones are: NAME.localhost for each, gzip, the headers that the site asks for, its page for what is not there."""

import contextlib
import gzip
import http.server
import mimetypes
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

_PACKED = (
    "text/",
    "application/json",
    "application/xml",
    "application/manifest",
    "image/svg",
    "application/feed",
    "text/calendar",
)
_TYPES = {".xml": "application/xml", ".ics": "text/calendar", ".webmanifest": "application/manifest+json"}


@dataclass(frozen=True)
class Host:
    """One site on the server."""

    folder: Path
    path: str = "/"
    """Where it begins."""
    rules: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = field(default=())
    """What the site asks for in `_headers`: headers by pattern of addresses."""


def host(folder: Path, path: str) -> Host:
    """Return a site as it will be served."""
    asked = folder / "_headers"
    rules = _rules(asked.read_text(encoding="utf-8")) if asked.exists() else ()
    return Host(folder, path, tuple(rules))


def _rules(text: str) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Yield what a file of headers says: a pattern, then its headers indented."""
    pattern, found = "", []
    for line in (line for line in text.splitlines() if line.strip() and not line.startswith("#")):
        if line[0].isspace():
            name, _, value = line.strip().partition(":")
            found.append((name.strip(), value.strip()))
        else:
            yield pattern, tuple(found)
            pattern, found = line.strip(), []
    yield pattern, tuple(found)


@cache
def _gzipped(path: Path, _changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class _Answers(http.server.BaseHTTPRequestHandler):
    """Answers for the site that the Host header names."""

    protocol_version = "HTTP/1.1"
    timeout = 30
    hosts: Mapping[str, Host]

    def do_GET(self) -> None:
        name = self.headers.get("Host", "").split(":")[0].removesuffix(".localhost")
        here = self.hosts.get(name)
        address = unquote(urlsplit(self.path).path)
        file = _file(here, address) if here else None
        if here and file:
            self._send(200, file, here, address)
        elif here and (here.folder / "404.html").exists():
            self._send(404, here.folder / "404.html", here, address)
        else:
            self.send_error(404)

    def _send(self, status: int, file: Path, here: Host, address: str) -> None:
        kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        packs = kind.startswith(_PACKED) and "gzip" in self.headers.get("Accept-Encoding", "")
        data = _gzipped(file, file.stat().st_mtime_ns) if packs else file.read_bytes()
        self.send_response(status)
        headers = {"Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind}
        headers |= {"Content-Encoding": "gzip"} if packs else {}
        for pattern, asked in here.rules:
            headers |= dict(asked) if fnmatchcase(address, pattern) else {}
        for header, value in {**headers, "Content-Length": str(len(data))}.items():
            self.send_header(header, value)
        with contextlib.suppress(ConnectionError):  # a browser that leaves a page does not wait for the rest of it
            self.end_headers()
            self.wfile.write(data)

    def log_message(self, *arguments: object) -> None:
        pass


def _file(here: Host, address: str) -> Path | None:
    """Return the file that answers at an address; None where there is none."""
    if not address.startswith(here.path):
        return None
    path = here.folder / (address.removeprefix(here.path).lstrip("/"))
    path = path / "index.html" if address.endswith("/") else path
    return path if path.is_file() and here.folder in path.parents else None


@contextlib.contextmanager
def serving(hosts: Mapping[str, Host]) -> Iterator[int]:
    """Serve sites; yield the port."""
    answers: Any = type("Answers", (_Answers,), {"hosts": hosts})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), answers)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
