"""A real browser as a reader uses it: open a page, read it, click, type; headless Chromium over the DevTools protocol.

Chromium takes the protocol from a pair of pipes (`--remote-debugging-pipe`): one JSON object after the other, each closed by a NUL.
"""

import contextlib
import fcntl
import http.server
import json
import os
import select
import shutil
import signal
import tempfile
import threading
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Self

PATIENCE = 60.0
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-extensions",
    "--remote-debugging-pipe",
)
KEYS = {"Enter": (13, "\r"), "Tab": (9, ""), "Escape": (27, ""), "ArrowDown": (40, ""), "ArrowUp": (38, "")}
"""Windows key code and text of the keys that `press` knows."""


class PageError(AssertionError):
    """The page's script went wrong, or what was waited for did not come."""


class Browser:
    """A browser of one's own; closed with all its helpers at the end of the `with`."""

    def __init__(self, *flags: str) -> None:
        program = next(filter(None, map(shutil.which, BROWSERS)), None)
        assert program, f"these tests need one of {', '.join(BROWSERS)}; leave them out with: pytest -m 'not browser'"
        self._profile = tempfile.TemporaryDirectory(prefix="sitegen-browser-", ignore_cleanup_errors=True)
        commands, answers = _high_pipe(), _high_pipe()
        self._to, self._from = commands[1], answers[0]
        nothing = os.open(os.devnull, os.O_RDWR)
        self._process = os.posix_spawn(
            program,
            [program, *FLAGS, *flags, f"--user-data-dir={self._profile.name}", "about:blank"],
            os.environ,
            file_actions=[
                *((os.POSIX_SPAWN_DUP2, nothing, fd) for fd in (0, 1, 2)),
                (os.POSIX_SPAWN_DUP2, commands[0], 3),
                (os.POSIX_SPAWN_DUP2, answers[1], 4),
            ],
            setsid=True,
        )
        for fd in (commands[0], answers[1], nothing):
            os.close(fd)
        self._rest, self._number = b"", 0
        self.tabs: dict[str, Tab] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._to)
        os.close(self._from)
        self._profile.cleanup()

    def tab(self, *, javascript: bool = True, width: int = 1280, height: int = 900) -> "Tab":
        """Open an empty tab of this size (CSS pixels)."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        made = self.tabs[session] = Tab(browser=self, session=session)
        for domain in ("Page", "Network", "Runtime", "Log"):
            made.call(f"{domain}.enable")
        made.call("Target.setAutoAttach", autoAttach=True, waitForDebuggerOnStart=True, flatten=True)
        made.resize(width, height)
        if not javascript:
            made.call("Emulation.setScriptExecutionDisabled", value=True)
        return made

    def call(self, method: str, session: str = "", /, **parameters: Any) -> dict[str, Any]:
        """Ask the browser for something and return its answer."""
        number = self.send(method, session, **parameters)
        while (message := self.take()).get("id") != number:
            pass
        if "error" in message:
            why = f"{method}: {message['error']['message']}"
            raise PageError(why)
        return message["result"]

    def send(self, method: str, session: str = "", /, **parameters: Any) -> int:
        """Ask for something without waiting; return the number of the request."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        data = json.dumps(message | ({"sessionId": session} if session else {})).encode() + b"\0"
        while data:
            data = data[os.write(self._to, data) :]
        return self._number

    def take(self, patience: float = PATIENCE) -> dict[str, Any]:
        """Return the next message of the browser; what it tells of a tab is noted there."""
        while b"\0" not in self._rest:
            if not select.select([self._from], [], [], patience)[0]:
                why = f"the browser said nothing for {patience:g} s"
                raise PageError(why)
            data = os.read(self._from, 1 << 20)
            if not data:
                why = "the browser has gone"
                raise PageError(why)
            self._rest += data
        first, _, self._rest = self._rest.partition(b"\0")
        message = json.loads(first)
        if tab := self.tabs.get(message.get("sessionId", "")):
            tab.hear(message)
        return message


def _high_pipe() -> tuple[int, int]:
    """Return a pipe whose ends are none of the numbers that the browser takes them by."""
    ends = os.pipe()
    high = tuple(fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 10) for fd in ends)
    for fd in ends:
        os.close(fd)
    return high[0], high[1]


@dataclass(kw_only=True)
class Tab:
    """One page at a time, and what it did."""

    browser: Browser
    session: str
    requests: list[str] = field(default_factory=list)
    """Addresses asked for, by its workers too."""
    errors: list[str] = field(default_factory=list)
    """Exceptions of scripts, and what the browser's console says as an error."""
    loaded: int = 0
    """How many pages were loaded whole."""

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Ask for something of this tab."""
        return self.browser.call(method, self.session, **parameters)

    def resize(self, width: int, height: int = 900) -> None:
        """Give the page so many CSS pixels."""
        size = {"width": width, "height": height}
        self.call("Emulation.setDeviceMetricsOverride", **size, deviceScaleFactor=1, mobile=False)

    def close(self) -> None:
        """Leave the page."""
        self.call("Page.close")

    def hear(self, message: dict[str, Any]) -> None:
        """Note what happened."""
        told = message.get("params", {})
        match message.get("method"):
            case "Page.loadEventFired":
                self.loaded += 1
            case "Network.requestWillBeSent":
                self.requests.append(told["request"]["url"])
            case "Runtime.exceptionThrown":
                details = told["exceptionDetails"]
                self.errors.append(details.get("exception", {}).get("description") or details["text"])
            case "Log.entryAdded" if told["entry"]["level"] == "error":
                self.errors.append(f"{told['entry']['text']} {told['entry'].get('url', '')}")
            case "Target.attachedToTarget":  # a worker: it waits until we listen
                self.browser.tabs[told["sessionId"]] = self
                for method in ("Network.enable", "Runtime.enable", "Runtime.runIfWaitingForDebugger"):
                    self.browser.send(method, told["sessionId"])

    def go(self, address: str) -> Self:
        """Open an address and wait until the page is there."""
        return self.leads(lambda: self.call("Page.navigate", url=address))

    def leads(self, action: Callable[[], object]) -> Self:
        """Do what leads to another page, and wait until that is there."""
        before, end = self.loaded, time.monotonic() + PATIENCE
        action()
        while self.loaded == before:
            self.browser.take(max(end - time.monotonic(), 0))
        return self

    def value(self, script: str) -> Any:
        """Return what an expression of JavaScript gives; a promise is waited for."""
        found = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in found:
            why = found["exceptionDetails"].get("exception", {}).get("description", "an exception")
            raise PageError(why)
        return found["result"].get("value")

    def until(self, script: str) -> Any:
        """Wait until an expression gives something, and return it."""
        end = time.monotonic() + PATIENCE
        while not (found := self.value(script)):
            if time.monotonic() > end:
                why = f"never came true: {script}\n{self.text()}\n{self.errors}"
                raise PageError(why)
            time.sleep(0.02)
        return found

    @property
    def address(self) -> str:
        """Return where it is, with query and fragment."""
        return self.value("location.href")

    def text(self, selector: str = "body") -> str:
        """Return the words of the first element, as a reader sees them."""
        return self.value(f"document.querySelector({json.dumps(selector)})?.innerText ?? ''")

    def texts(self, selector: str) -> list[str]:
        """Return the words of all elements."""
        return self.value(f"[...document.querySelectorAll({json.dumps(selector)})].map((e) => e.innerText)")

    def click(self, selector: str) -> None:
        """Click into the middle of the first element, as with a mouse."""
        place = (
            f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView({{ block: 'center' }});"
            " const r = e.getClientRects()[0]; return { x: r.x + r.width / 2, y: r.y + r.height / 2 } })()"
        )
        where = self.value(place) | {"button": "left", "clickCount": 1}
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, **where)

    def follow(self, selector: str) -> Self:
        """Click a link to another page, and wait until that is there."""
        return self.leads(lambda: self.click(selector))

    def type(self, text: str, selector: str = "") -> None:
        """Type words where the cursor is, or in an element that is clicked first."""
        if selector:
            self.click(selector)
        self.call("Input.insertText", text=text)

    def press(self, key: str) -> None:
        """Press a key."""
        code, text = KEYS[key]
        named = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **named)
        self.call("Input.dispatchKeyEvent", type="keyUp", **named)

    def choose(self, selector: str, value: str) -> None:
        """Choose a value of a select element."""
        found = f"document.querySelector({json.dumps(selector)})"
        told = "for (const kind of ['input', 'change']) e.dispatchEvent(new Event(kind, { bubbles: true }))"
        set_it = f"e.value = {json.dumps(value)}; {told}"
        self.value(f"(() => {{ const e = {found}; {set_it} }})()")

    def prefer(self, **features: str) -> None:
        """Let the page see what a reader prefers, such as prefers_color_scheme="dark"."""
        media = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.call("Emulation.setEmulatedMedia", features=media)

    def screenshot(self, *, whole: bool = True) -> bytes:
        """Return a picture (PNG) of the page, or of what is seen of it at once."""
        return b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=whole)["data"])


Headers = tuple[tuple[str, str, str], ...]
"""The path they are for, which may end with a star; name; value."""


class _Files(http.server.SimpleHTTPRequestHandler):
    """Serves a folder at the path where the site says it is, and nothing beside it; with the headers that the site asks its host for."""

    timeout = 1  # seconds: a browser opens connections in advance, and each is a thread of ours

    def __init__(self, *arguments: Any, base: str, headers: Headers, **named: Any) -> None:
        self._base, self._headers = base, headers
        super().__init__(*arguments, **named)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self._base):
            return os.devnull
        return super().translate_path("/" + path.removeprefix(self._base))

    def end_headers(self) -> None:
        path = self.path.partition("?")[0]
        for rule, name, value in self._headers:
            if path == rule or (rule.endswith("*") and path.startswith(rule[:-1])):
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        pass


def headers_of(folder: Path) -> Headers:
    """Return the headers that a site asks for in `_headers`."""
    found: list[tuple[str, str, str]] = []
    rule, file = "", folder / "_headers"
    for line in file.read_text(encoding="utf-8").splitlines() if file.is_file() else ():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found.append((rule, name, value))
        elif not line.startswith("#"):
            rule = line
    return tuple(found)


@contextlib.contextmanager
def served(folder: Path, base: str = "/") -> Iterator[str]:
    """Serve a built site, as a plain web server does, under a base path; yield its address there."""
    handler = partial(_Files, directory=os.fspath(folder), base=base, headers=headers_of(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
