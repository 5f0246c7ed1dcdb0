"""What do the open pages have to know? From the reports of builds; sent as server-sent events (HTML standard, 9.2).

`state` comes first, and again if a stream fell behind: it holds everything below. Then `reload` and `css` (what changed),
`errors` and `clear` (what is wrong). A page knows the version it was served at and takes only what came later.
"""

import asyncio
import json
import threading
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from sitegen.model.diagnostic import Diagnostic, Severity
from sitegen.model.report import BuildReport, Outcome

HEARTBEAT = 15.0
"""Seconds between signs of life, so that a dead connection is noticed."""
RETRY = 500
"""Milliseconds after which a browser connects again."""
MOST_PATHS = 500
"""Above it a change counts as one of everything."""
MOST_CHANGES = 50
MOST_ERRORS = 50
CHANGED = frozenset({Outcome.WRITTEN, Outcome.REMOVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one build changed."""

    version: int
    paths: tuple[str, ...] | None
    """Files of output/; None: too many to name."""

    @property
    def is_style(self) -> bool:
        """Say whether a page can take it without being loaded again."""
        return self.paths is not None and all(path.endswith(".css") for path in self.paths)


class Bulletin:
    """What is known of the builds so far, and the streams that tell it; to be used from any thread."""

    def __init__(self) -> None:
        # Milliseconds, so that the versions of the next server are later than all of this one's: a page that outlives
        # its server compares as out of date.
        self._version = self._oldest = time.time_ns() // 1_000_000
        self._changes: deque[Change] = deque()
        self._builds = 0
        self._wrong: tuple[Diagnostic, ...] = ()
        self._told: deque[str] = deque(maxlen=2 * MOST_CHANGES)
        self._count = 0
        self._wakers: set[Callable[[], None]] = set()
        self._lock = threading.Lock()
        self._closed = False

    @property
    def version(self) -> int:
        """Return the version of the site: a page read from disk now is at least as new."""
        return self._version

    @property
    def wrong(self) -> tuple[Diagnostic, ...]:
        """Return the errors of the last build."""
        return self._wrong

    def post(self, report: BuildReport) -> None:
        """Tell what a build changed and what is wrong."""
        changed = tuple(page.path for page in report.pages if page.outcome in CHANGED) if report.published else ()
        wrong = tuple(d for d in report.diagnostics if d.severity is Severity.ERROR)
        with self._lock:
            self._builds += 1
            healed = bool(self._wrong) and not wrong
            self._wrong = wrong
            if wrong:
                self._tell("errors", self._errors())
            if healed:
                self._tell("clear", {})
            if changed:
                self._tell_change(changed)
            wakers = tuple(self._wakers)
        for wake in wakers:
            wake()

    def close(self) -> None:
        """End all streams."""
        self._closed = True
        with self._lock:
            wakers = tuple(self._wakers)
        for wake in wakers:
            wake()

    async def stream(self) -> AsyncIterator[str]:
        """Yield events as long as the browser listens."""
        with self._awake() as news:
            told, text = self._catch_up(-1)
            yield f"retry: {RETRY}\n\n{text}"
            while not self._closed:
                try:
                    await asyncio.wait_for(news.wait(), HEARTBEAT)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                news.clear()
                told, text = self._catch_up(told)
                if text:
                    yield text

    def _tell_change(self, changed: tuple[str, ...]) -> None:
        self._version += 1
        change = Change(version=self._version, paths=changed if len(changed) <= MOST_PATHS else None)
        self._changes.append(change)
        if len(self._changes) > MOST_CHANGES:
            self._oldest = self._changes.popleft().version
        self._tell("css" if change.is_style else "reload", {"version": change.version, "paths": change.paths})

    def _tell(self, event: str, data: Mapping[str, object]) -> None:
        self._count += 1
        self._told.append(_event(event, self._version, data))

    def _catch_up(self, told: int) -> tuple[int, str]:
        """Return how many events there have been, and those after the first `told`, or all that is known."""
        with self._lock:
            missing = self._count - told
            if told < 0 or missing > len(self._told):
                return self._count, _event("state", self._version, self._state())
            return self._count, "".join(list(self._told)[len(self._told) - missing :])

    def _state(self) -> Mapping[str, object]:
        changes = [[change.version, change.paths] for change in self._changes]
        return {"version": self._version, "oldest": self._oldest, "changes": changes, "wrong": self._errors()}

    def _errors(self) -> Mapping[str, object]:
        shown = [_shown(diagnostic) for diagnostic in self._wrong[:MOST_ERRORS]]
        return {"build": self._builds, "total": len(self._wrong), "errors": shown}

    @contextmanager
    def _awake(self) -> Iterator[asyncio.Event]:
        """Give an event of this loop that is set, from any thread, when there is news."""
        loop, news = asyncio.get_running_loop(), asyncio.Event()

        def wake() -> None:
            with suppress(RuntimeError):  # the loop is closed: nobody listens any more
                loop.call_soon_threadsafe(news.set)

        with self._lock:
            self._wakers.add(wake)
        try:
            yield news
        finally:
            with self._lock:
                self._wakers.discard(wake)


def _event(name: str, version: int, data: Mapping[str, object]) -> str:
    """Write one event; JSON in ASCII has no line ends of its own."""
    return f"id: {version}\nevent: {name}\ndata: {json.dumps(data, separators=(',', ':'))}\n\n"


def _shown(diagnostic: Diagnostic) -> Mapping[str, str]:
    """Return the lines of a diagnostic; tabs stay tabs under the source line, so that the carets stand right."""
    before = diagnostic.source[: diagnostic.column - 1]
    indent = "".join(c if c == "\t" else " " for c in before)
    return {
        "place": f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}",
        "message": diagnostic.message,
        "source": diagnostic.source,
        "carets": indent + "^" * diagnostic.width if diagnostic.source else "",
        "hint": diagnostic.hint,
    }
