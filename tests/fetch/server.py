"""A real HTTP server on loopback that answers byte for byte what a test tells it to, and writes down what it was asked."""

import socket
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Asked = dict[str, str]
"""Headers of a request, names in lower case; the path under "path", the method under "method"."""
Script = Callable[[socket.socket, Asked], None]


def answer(body: bytes | str = b"", status: str = "200 OK", **headers: str) -> bytes:
    """Return a sound answer; header names are written with _ for -."""
    data = body.encode("utf-8") if isinstance(body, str) else body
    said = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(data)), **headers}
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in said.items())]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + data


def redirect(to: str, status: str = "302 Found") -> bytes:
    return answer(b"", status, Location=to)


def with_etag(body: bytes | str, **headers: str) -> Script:
    """Answer 304 to who has it already."""

    def script(connection: socket.socket, asked: Asked) -> None:
        tag = f'"{hash(body)}"'
        same = asked.get("if-none-match") == tag
        connection.sendall(answer(b"", "304 Not Modified") if same else answer(body, ETag=tag, **headers))

    return script


def rss(*links: str, head: str = "", texts: dict[str, str] | None = None) -> str:
    items = "".join(
        f"<item><title>{link}</title><link>{link}</link><guid>{link}</guid><description>{(texts or {}).get(link, '')}</description></item>"
        for link in links
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Quay news</title>{head}{items}</channel></rss>'


@dataclass
class Server:
    port: int
    pages: dict[str, bytes | Script] = field(default_factory=dict)
    log: list[Asked] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    times: list[float] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, robots.txt aside."""
        return [asked["path"] for asked in self.log if asked["path"] != "/robots.txt"]

    def forget(self) -> None:
        self.log.clear()
        self.times.clear()


def _request(connection: socket.socket) -> Asked:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65_536)
        if not piece:
            return {}
        data += piece
    first, *lines = data.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return {**headers, "method": first.split()[0], "path": first.split()[1]}


@contextmanager
def serving() -> Iterator[Server]:
    made = Server(port=0)

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):
                asked = _request(self.request)
                if not asked:
                    return
                made.log.append(asked)
                made.times.append(time.monotonic())
                made.at_once += 1
                made.most_at_once = max(made.most_at_once, made.at_once)
                try:
                    script = made.pages.get(asked["path"], answer(b"", "404 Not Found"))
                    if isinstance(script, bytes):
                        self.request.sendall(script)
                    else:
                        script(self.request, asked)
                finally:
                    made.at_once -= 1

    class Listening(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True
        block_on_close = False

    with Listening(("127.0.0.1", 0), Handler) as listening:
        made.port = listening.server_address[1]
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield made
        finally:
            listening.shutdown()
            thread.join()
