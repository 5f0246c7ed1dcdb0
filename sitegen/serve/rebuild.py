"""When is the site built again? After each quiet moment that follows a change; one build at a time, on one thread."""

import logging
import multiprocessing
import threading
import time
import traceback
from collections.abc import Callable

from sitegen.model.diagnostic import Diagnostic, Severity
from sitegen.model.report import BuildReport

log = logging.getLogger(__name__)

QUIET = 0.08
"""Seconds without a change before a build: a save is several events, a checkout thousands."""
PATIENCE = 2.0
"""Seconds after which a build starts though changes keep coming."""


class Rebuilder(threading.Thread):
    """Builds once at the start and then after changes; changes during a build make exactly one more."""

    def __init__(self, build: Callable[[], BuildReport], finished: Callable[[BuildReport], None]) -> None:
        # A daemon: a build cannot be interrupted, and Ctrl-C shall not wait for it. Publication survives being killed.
        super().__init__(name="sitegen-build", daemon=True)
        self._build, self._finished = build, finished
        self._news = threading.Condition()
        self._first = self._last = 0.0
        self._pending = self._over = False

    def changed(self) -> None:
        """Take note of a change; from any thread."""
        with self._news:
            self._last = time.monotonic()
            if not self._pending:
                self._pending, self._first = True, self._last
                self._news.notify()

    def stop(self, patience: float) -> None:
        """Start no further build; give a running one so many seconds, then take its worker processes from it."""
        with self._news:
            self._over = True
            self._news.notify()
        if self.is_alive():
            self.join(patience)
        if self.is_alive():
            # A pool of processes keeps the interpreter from ending until its work is done. The workers are the build's:
            # nothing else here starts processes.
            workers = multiprocessing.active_children()
            for worker in workers:
                worker.terminate()
            self.join(patience if workers else 0)

    def run(self) -> None:
        """Build, wait for a change and for quiet after it, build."""
        self._build_once()
        while self._await_quiet():
            self._build_once()

    def _await_quiet(self) -> bool:
        with self._news:
            self._news.wait_for(lambda: self._pending or self._over)
            while not self._over:
                now = time.monotonic()
                left = min(self._last + QUIET, self._first + PATIENCE) - now
                if left <= 0:
                    self._pending = False
                    return True
                self._news.wait(left)
        return False

    def _build_once(self) -> None:
        try:
            report = self._build()
        except Exception as error:  # a bug of ours, or of a site's annotator, must not end the preview
            log.debug("the build failed", exc_info=True)
            report = BuildReport(diagnostics=(_failed(error),))
        with self._news:
            if self._over:
                return
        try:
            self._finished(report)
        except Exception:  # the terminal may be gone
            log.exception("the report could not be delivered")


def _failed(error: Exception) -> Diagnostic:
    """Turn an exception of the build into one line that names the place in the code."""
    frames = traceback.extract_tb(error.__traceback__)
    said = " ".join(str(error).split())
    return Diagnostic(
        severity=Severity.ERROR,
        code="internal-error",
        path=frames[-1].filename,
        line=frames[-1].lineno or 1,
        message=f"the build failed: {type(error).__name__}{': ' if said else ''}{said}",
        hint="this is a bug of sitegen or of one of its extensions; the preview goes on with the next change",
    )
