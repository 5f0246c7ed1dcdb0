"""Did an input change on disk? From watchdog: the system's notifications, or polling (network file systems).

Each folder is watched by itself. watchdog can watch a folder with all that is in it, but in what it keeps of the folders
in it, renames leave errors (a KeyError that blocks its threads), and where the system has no watch left for one of them,
it says nothing.
"""

import errno
import logging
import threading
from collections.abc import Callable
from pathlib import Path

from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from sitegen.model.diagnostic import Diagnostic, Severity
from sitegen.serve import folders
from sitegen.serve.folders import Folder

log = logging.getLogger(__name__)

LOOK_AGAIN = 2.0
"""Seconds between looks whether the watched folders are still the ones that stand there."""
GATHER = 0.2
"""Seconds before the look that a new or removed folder asks for: a checkout brings hundreds."""
POLL_EVERY = 1.0
"""Seconds; one poll of 10,000 files costs about 40 ms."""
MOST_FOLDERS = 256
"""Each watched folder costs a thread."""
LIMITS = frozenset({errno.ENOSPC, errno.EMFILE})
"""What inotify answers when the user's watches or instances are used up."""
CHANGES: list[type[events.FileSystemEvent]] = [
    events.FileCreatedEvent,
    events.FileModifiedEvent,
    events.FileClosedEvent,
    events.FileMovedEvent,
    events.FileDeletedEvent,
    events.DirCreatedEvent,
    events.DirMovedEvent,
    events.DirDeletedEvent,
]
"""Reading is no change: a build opens every input."""


class Watcher(threading.Thread):
    """Calls `changed`, from threads of its own, when a watched file or anything in a watched folder changed."""

    def __init__(
        self,
        watched: tuple[Path, ...],
        changed: Callable[[], None],
        notice: Callable[[Diagnostic], None],
        *,
        poll: bool,
    ) -> None:
        super().__init__(name="sitegen-watch", daemon=True)
        self._watched = frozenset(folders.real(path.parent) / path.name for path in watched)
        self._targets = self._watched
        self._changed, self._notice, self._poll = changed, notice, poll
        self._standing: dict[Folder, ObservedWatch] = {}
        self._look, self._over = threading.Event(), threading.Event()
        self._observer: BaseObserver = PollingObserver()

    def start(self) -> None:
        """Watch from here on: what changes after this call is seen."""
        self._observe()
        self._follow()
        super().start()

    def stop(self) -> None:
        """End all threads."""
        self._over.set()
        self._look.set()
        if self.is_alive():
            self.join()
        _end(self._observer)

    def run(self) -> None:
        """Follow folders that are removed, made again, or made for the first time."""
        while not self._over.is_set():
            asked = self._look.wait(LOOK_AGAIN)
            if self._over.wait(GATHER if asked else 0):
                return
            self._look.clear()
            if self._follow():
                self._changed()  # what happened before the new watch stood was seen by nobody

    def _observe(self) -> None:
        self._standing = {}
        try:
            self._observer = PollingObserver(timeout=POLL_EVERY) if self._poll else Observer()
            self._observer.start()
        except OSError as error:
            if error.errno not in LIMITS:
                raise
            self._fall_back(str(error.strerror))

    def _follow(self) -> bool:
        """Bring the watches to where the folders now stand; say whether any is new."""
        wanted = self._wanted()
        alive = {emitter.watch for emitter in list(self._observer.emitters) if emitter.should_keep_running()}
        for folder, watch in list(self._standing.items()):
            if folder not in wanted or watch not in alive:
                self._observer.unschedule(self._standing.pop(folder))
        new = [folder for folder in wanted if folder not in self._standing]
        try:
            for folder in new:
                self._schedule(folder)
        except OSError as error:
            self._fall_back(str(error.strerror))
            self._follow()
        return bool(new)

    def _wanted(self) -> tuple[Folder, ...]:
        self._targets = self._watched | {folders.real(path) for path in self._watched}
        if not self._poll:
            wanted = dict.fromkeys([*folders.under(self._targets), *folders.above(self._targets)])
            if len(wanted) <= MOST_FOLDERS:
                return tuple(wanted)
            self._fall_back(f"there are more than {MOST_FOLDERS} folders")
        return tuple(dict.fromkeys([*folders.roots(self._targets), *folders.above(self._targets)]))

    def _schedule(self, folder: Folder) -> None:
        handler = _Handler(self._seen)
        try:
            watch = self._observer.schedule(handler, str(folder.path), recursive=folder.deep, event_filter=CHANGES)
        except OSError as error:
            if error.errno in LIMITS and not self._poll:
                raise
            log.debug("not watched: %s: %s", folder.path, error)  # removed meanwhile, or not ours to read
        else:
            self._standing[folder] = watch

    def _fall_back(self, reason: str) -> None:
        """Poll from here on."""
        _end(self._observer)
        self._poll = True
        self._notice(
            Diagnostic(
                severity=Severity.WARNING,
                code="watch-limit",
                path="serve",
                message=f"{reason}: changes are noticed by polling, once a second",
                hint="where it is a limit of inotify, more of fs.inotify.max_user_watches or _instances makes it quicker",
            )
        )
        self._observe()

    def _seen(self, event: events.FileSystemEvent) -> None:
        paths = [Path(str(name)) for name in (event.src_path, event.dest_path) if name]
        if event.is_directory or not self._watched.isdisjoint(paths):
            self._look.set()
        if any(folders.concerns(path, target) for path in paths for target in self._targets):
            self._changed()


class _Handler(events.FileSystemEventHandler):
    """One per watch; watchdog hands it every event that passes the filter."""

    def __init__(self, seen: Callable[[events.FileSystemEvent], None]) -> None:
        self._seen = seen

    def on_any_event(self, event: events.FileSystemEvent) -> None:
        self._seen(event)


def _end(observer: BaseObserver) -> None:
    observer.stop()
    if observer.is_alive():
        observer.join()
