"""A small site whose build is a few lines, the preview of it on a free port of this machine, and its event stream."""

import contextlib
import json
import queue
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import httpx
import pytest

from sitegen.model.diagnostic import Diagnostic, Severity
from sitegen.model.report import BuildReport, Outcome, PageReport
from sitegen.serve import address
from sitegen.serve.server import Callers, Preview, PreviewServer

PATIENCE = 60.0


@dataclass
class Desk:
    """Files of content/ become files of output/; "wrong" in one of them is an error, "crash" an exception."""

    site: Path
    builds: int = 0
    going: int = 0
    most: int = 0
    made: set[str] = field(default_factory=set)
    hold: threading.Event = field(default_factory=threading.Event)
    entered: threading.Event = field(default_factory=threading.Event)

    @property
    def content(self) -> Path:
        return self.site / "content"

    @property
    def output(self) -> Path:
        return self.site / "output"

    def write(self, name: str, text: str) -> None:
        """Save a file, in one moment: no build sees half of it."""
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)

    def write_at_once(self, names: Iterable[str], text: str) -> None:
        """Write many files in one moment."""
        folder = self.site / "beside"
        folder.mkdir()
        for name in names:
            (folder / name).write_text(text)
        folder.rename(self.content / "many")

    def build(self) -> BuildReport:
        self.builds += 1
        self.going += 1
        self.most = max(self.most, self.going)
        self.entered.set()
        assert self.hold.wait(PATIENCE)
        self.going -= 1
        texts = {
            p.relative_to(self.content).as_posix(): p.read_text("utf-8") for p in sorted(self.content.rglob("[!.]*.*"))
        }
        if any("crash" in text for text in texts.values()):
            {}["boom"]
        if wrong := tuple(error(name, text) for name, text in texts.items() if "wrong" in text):
            return BuildReport(diagnostics=wrong)
        pages = [PageReport(path=name, outcome=self._publish(name, text), reason="") for name, text in texts.items()]
        for name in sorted(self.made - texts.keys()):
            (self.output / name).unlink()
            pages.append(PageReport(path=name, outcome=Outcome.REMOVED, reason=""))
        self.made = set(texts)
        return BuildReport(pages=tuple(pages), published=True)

    def _publish(self, name: str, text: str) -> Outcome:
        path = self.output / name
        if path.exists() and path.read_text("utf-8") == text:
            return Outcome.SAME
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return Outcome.WRITTEN


def error(name: str, text: str) -> Diagnostic:
    return Diagnostic(
        severity=Severity.ERROR,
        code="wrong",
        path=f"content/{name}",
        line=3,
        column=text.index("wrong") + 1,
        message="<b>this</b> is wrong",
        hint="make it right",
        source=text,
        width=5,
    )


@dataclass
class Running:
    """The preview, as a browser and as the terminal see it."""

    desk: Desk
    server: PreviewServer
    client: httpx.Client
    reports: "queue.Queue[BuildReport]"
    thread: threading.Thread

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.client.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})

    def raw(self, target: bytes, **headers: str) -> httpx.Response:
        """Ask for exactly this target: httpx would tidy it up."""
        request = self.client.build_request("GET", "/", headers={k.replace("_", "-"): v for k, v in headers.items()})
        request.url = _Raw(request.url, target)
        return self.client.send(request)

    def report(self) -> BuildReport:
        return self.reports.get(timeout=PATIENCE)

    def publish(self, name: str, text: str) -> None:
        """Save a file and wait until it is published."""
        self.desk.write(name, text)
        while PageReport(path=name, outcome=Outcome.WRITTEN, reason="") not in self.report().pages:
            pass

    def until_streams(self, number: int) -> None:
        """Wait until so many streams are open."""
        wait_until(lambda: self.streams == number)

    @property
    def streams(self) -> int:
        return len(self.server._bulletin._wakers)


class _Raw(httpx.URL):
    def __init__(self, url: httpx.URL, target: bytes) -> None:
        super().__init__(url)
        self._target = target

    @property
    def raw_path(self) -> bytes:
        return self._target


class Stream:
    """The preview's events, one after the other; on a bare socket, which can be closed while it is read."""

    def __init__(self, running: Running, **headers: str) -> None:
        url = running.client.base_url
        self._socket = socket.create_connection((url.host, url.port or 80), timeout=PATIENCE)
        lines = [
            "GET /.sitegen/events HTTP/1.1",
            f"Host: {url.host}:{url.port}",
            *(f"{k}: {v}" for k, v in headers.items()),
            "",
            "",
        ]
        self._socket.sendall("\r\n".join(lines).encode())
        self._events: queue.Queue[tuple[str, Any]] = queue.Queue()
        self._thread = threading.Thread(target=self._read)
        self.ended = threading.Event()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join(PATIENCE)
        self._socket.close()

    def next(self) -> tuple[str, Any]:
        return self._events.get(timeout=PATIENCE)

    def _read(self) -> None:
        name = ""
        with self._socket.makefile(encoding="utf-8") as lines:
            for line in lines:
                key, _, value = line.rstrip("\n").partition(": ")
                name = value if key == "event" else name
                if key == "data":
                    self._events.put((name, json.loads(value)))
        self.ended.set()


@contextlib.contextmanager
def previews(desk: Desk) -> Iterator[Callable[..., Running]]:
    """Start previews; at the end they are stopped, with all their threads."""
    before = set(threading.enumerate())
    running: list[Running] = []

    def begin(**wishes: Any) -> Running:
        wishes = {"port": 0} | wishes
        preview = Preview(site=desk.site, output=desk.output, watched=(desk.content,), **wishes)
        addresses: queue.Queue[str] = queue.Queue()
        reports: queue.Queue[BuildReport] = queue.Queue()
        callers = Callers(build=desk.build, say=reports.put, started=addresses.put)
        server = PreviewServer(preview, address.listen(preview.host, preview.port), callers)
        thread = threading.Thread(target=server.run)
        thread.start()
        client = httpx.Client(base_url=addresses.get(timeout=PATIENCE), timeout=PATIENCE)
        running.append(Running(desk, server, client, reports, thread))
        return running[-1]

    yield begin
    for one in running:
        one.client.close()
        one.server.stop()
        one.thread.join(PATIENCE)
    wait_until(lambda: set(threading.enumerate()) <= before)


def new_desk(site: Path) -> Desk:
    desk = Desk(site=site)
    desk.hold.set()
    desk.write("index.html", "<!doctype html><title>Home</title><body><p>Home</p></body>")
    return desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return new_desk(tmp_path)


@pytest.fixture
def start(desk: Desk) -> Iterator[Callable[..., Running]]:
    """Start a preview with these wishes."""
    with previews(desk) as begin:
        yield begin


@pytest.fixture
def running(start: Callable[..., Running]) -> Running:
    """A preview of one's own, after its first build."""
    one = start()
    one.report()
    return one


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview for all tests of a module, after its first build; each uses names of its own."""
    with previews(new_desk(tmp_path_factory.mktemp("site"))) as begin:
        one = begin()
        one.report()
        yield one


@pytest.fixture
def stream() -> Callable[..., Stream]:
    return Stream


@pytest.fixture
def wait() -> Callable[[Callable[[], bool]], None]:
    return wait_until


def wait_until(so: Callable[[], bool]) -> None:
    """Wait until it is so."""
    end = time.monotonic() + PATIENCE
    while not so():
        assert time.monotonic() < end
        time.sleep(0.01)
