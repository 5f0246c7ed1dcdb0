"""The live preview: when does what run? Serves output/, builds on every change, until Ctrl-C or SIGTERM."""

import logging
import signal
import socket
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType

import uvicorn

from sitegen.model.diagnostic import Diagnostic
from sitegen.model.report import BuildReport
from sitegen.serve import address
from sitegen.serve.application import application
from sitegen.serve.bulletin import Bulletin
from sitegen.serve.files import OutputFolder
from sitegen.serve.rebuild import Rebuilder
from sitegen.serve.watch import Watcher

WRONG_USE = 2
LAST_WORDS = 0.3
"""Seconds that a running build gets when the preview ends."""
QUIET_LOGS = ("uvicorn.error", "watchdog")
"""They report as errors what clients and folders do; no line of theirs helps an editor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What is shown, and where."""

    site: Path
    output: Path
    watched: tuple[Path, ...]
    """Folders and files; they may not exist yet."""
    host: str = "127.0.0.1"
    port: int = 8000
    """0: any free one."""
    poll: bool = False
    open_browser: bool = False
    reading: Callable[[], AbstractContextManager[None]] = nullcontext
    """Keeps a publication from changing output/ meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Callers:
    """What the preview calls back: to build, to report, and once it listens (with its address)."""

    build: Callable[[], BuildReport]
    say: Callable[[BuildReport], None]
    started: Callable[[str], None]


def serve(
    preview: Preview,
    build: Callable[[], BuildReport],
    say: Callable[[BuildReport], None],
    started: Callable[[str], None],
) -> int:
    """Serve until Ctrl-C or SIGTERM and return the exit code."""
    try:
        listener = address.listen(preview.host, preview.port)
    except OSError as error:
        say(BuildReport(diagnostics=(address.refusal(preview.host, preview.port, error),)))
        return WRONG_USE
    server = PreviewServer(preview, listener, Callers(build=build, say=say, started=started))
    with _ended_by_signals(server.stop):
        server.run()
    return 0


class PreviewServer:
    """One preview from start to end."""

    def __init__(self, preview: Preview, listener: socket.socket, callers: Callers) -> None:
        self._preview, self._listener, self._callers = preview, listener, callers
        self._bulletin = Bulletin()
        self._notices: list[Diagnostic] = []
        self._builder = Rebuilder(callers.build, self._report)
        self._watcher = Watcher(preview.watched, self._builder.changed, self._notices.append, poll=preview.poll)
        folder = OutputFolder(preview.output, preview.reading)
        app = application(folder, self._bulletin, address.known_by(preview.host))
        self._http = _Http(app, ready=self._ready, over=self._bulletin.close)

    def run(self) -> None:
        """Serve until stopped."""
        for name in QUIET_LOGS:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        try:
            with self._listener:
                self._http.run([self._listener])
        finally:
            self._watcher.stop()
            self._builder.stop(LAST_WORDS)

    def stop(self) -> None:
        """End it; from any thread or signal handler."""
        self._http.should_exit = True

    def _ready(self) -> None:
        here = address.address_of(self._listener)
        self._watcher.start()
        self._callers.started(here)
        self._builder.start()
        if self._preview.open_browser:
            # On a thread of its own: a browser in the terminal does not return until it is closed.
            threading.Thread(target=webbrowser.open, args=(here,), name="sitegen-browser", daemon=True).start()

    def _report(self, report: BuildReport) -> None:
        self._bulletin.post(report)
        notices, self._notices[:] = tuple(self._notices), []
        self._callers.say(replace(report, diagnostics=notices + report.diagnostics))


class _Http(uvicorn.Server):
    """Uvicorn, with a word when it listens, and one before it waits for open streams to end."""

    def __init__(self, app: object, *, ready: Callable[[], None], over: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,  # type: ignore[arg-type]  # Starlette's ASGI types are not uvicorn's
                loop="asyncio",
                http="h11",
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=1,
            )
        )
        self._ready, self._over = ready, over

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._over()
        await super().shutdown(sockets)


@contextmanager
def _ended_by_signals(stop: Callable[[], None]) -> Iterator[None]:
    """Let Ctrl-C and SIGTERM end the preview in good order, also in the moments when uvicorn does not listen to them."""

    def end(_number: int, _frame: FrameType | None) -> None:
        stop()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
