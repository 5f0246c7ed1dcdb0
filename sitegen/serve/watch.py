"""Which inputs changed on disk? From watchdog: the system's notifications, or polling (network file systems)."""

import errno
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from sitegen.model.diagnostic import Diagnostic, Severity

log = logging.getLogger(__name__)

LOOK_AGAIN = 2.0
"""Seconds between looks whether the watched folders are still the ones that stand there."""
GATHER = 0.2
"""Seconds before the look that a new or removed folder asks for: a checkout brings hundreds."""
POLL_EVERY = 1.0
"""Seconds; one poll of 10,000 files costs about 40 ms."""
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
PASSING = (".*", "*~", "#*#", "*.swp", "*.tmp", "*.part", "4913", "*___jb_???___")
"""Names under which editors and copying programs write before they rename (4913 is Vim's test file)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A folder to be notified of, in its real spelling."""

    path: Path
    deep: bool
    """With all that is under it, or only what stands directly in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What is watched at a place: another folder of the same name is another folder."""

    inode: tuple[int, int]
    watch: ObservedWatch


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
        self._watched = frozenset(path.parent.resolve() / path.name for path in watched)
        self._targets = self._watched
        self._changed, self._notice, self._poll = changed, notice, poll
        self._standing: dict[Place, Stand] = {}
        self._look, self._over = threading.Event(), threading.Event()
        self._observer: BaseObserver = PollingObserver()

    def start(self) -> None:
        """Watch from here on: what changes after this call is seen."""
        self._observe()
        self._follow()
        self._probe()
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
            if asked:
                self._probe()

    def _observe(self) -> None:
        try:
            self._observer = PollingObserver(timeout=POLL_EVERY) if self._poll else Observer()
            self._observer.start()
        except OSError as error:
            if error.errno not in LIMITS:
                raise
            self._fall_back(error)

    def _follow(self) -> bool:
        """Bring the watches to where the folders now stand; say whether any is new."""
        self._targets = self._watched | {path.resolve() for path in self._watched}
        wanted = {place: inode for place in places(self._targets) if (inode := _inode(place.path))}
        alive = {emitter.watch for emitter in list(self._observer.emitters) if emitter.should_keep_running()}
        for place, stand in list(self._standing.items()):
            if wanted.get(place) != stand.inode or stand.watch not in alive:
                self._observer.unschedule(self._standing.pop(place).watch)
        new = [place for place in wanted if place not in self._standing]
        for place in new:
            try:
                self._schedule(place, wanted[place])
            except OSError as error:
                if error.errno in LIMITS and not self._poll:
                    self._fall_back(error)
                    return True
                log.debug("not watched: %s: %s", place.path, error)  # removed meanwhile, or not ours to read
        return bool(new)

    def _schedule(self, place: Place, inode: tuple[int, int]) -> None:
        handler = _Handler(self._seen)
        watch = self._observer.schedule(handler, str(place.path), recursive=place.deep, event_filter=CHANGES)
        self._standing[place] = Stand(inode=inode, watch=watch)

    def _probe(self) -> None:
        """Fall back to polling if no further folder could be watched: watchdog passes over such subfolders in silence."""
        if self._poll or not self._standing:
            return
        probe: BaseObserver | None = None
        try:
            probe = Observer()
            probe.schedule(_Handler(lambda _event: None), str(next(iter(self._standing)).path), event_filter=CHANGES)
            probe.start()
        except OSError as error:
            if error.errno in LIMITS:
                self._fall_back(error)
        finally:
            if probe is not None:
                _end(probe)

    def _fall_back(self, error: OSError) -> None:
        _end(self._observer)
        self._poll, self._standing = True, {}
        self._notice(_limited(error))
        self._observe()
        self._follow()
        self._changed()  # what happened between the two was seen by nobody

    def _seen(self, event: events.FileSystemEvent) -> None:
        paths = [Path(str(name)) for name in (event.src_path, event.dest_path) if name]
        if event.is_directory or not self._watched.isdisjoint(paths):
            self._look.set()
        if any(concerns(path, target) for path in paths for target in self._targets):
            self._changed()


class _Handler(events.FileSystemEventHandler):
    """One per watch; watchdog hands it every event that passes the filter."""

    def __init__(self, seen: Callable[[events.FileSystemEvent], None]) -> None:
        self._seen = seen

    def on_any_event(self, event: events.FileSystemEvent) -> None:
        self._seen(event)


def places(targets: frozenset[Path]) -> tuple[Place, ...]:
    """Return each target that is a folder, with all under it, and the nearest folder above each target."""
    deep = [Place(path=target, deep=True) for target in sorted(targets) if target.is_dir() and not target.is_symlink()]
    above = [Place(path=next(p for p in target.parents if p.is_dir()), deep=False) for target in sorted(targets)]
    return tuple(dict.fromkeys(deep + above))


def concerns(path: Path, target: Path) -> bool:
    """Say whether the path is the target or in it, and none of the names that only pass by."""
    if path == target:
        return True
    return path.is_relative_to(target) and not any(map(_is_passing, path.relative_to(target).parts))


def _is_passing(name: str) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in PASSING)


def _inode(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _end(observer: BaseObserver) -> None:
    observer.stop()
    if observer.is_alive():
        observer.join()


def _limited(error: OSError) -> Diagnostic:
    """Say that changes are looked for once a second from now on."""
    return Diagnostic(
        severity=Severity.WARNING,
        code="watch-limit",
        path="serve",
        message=f"{error.strerror or error}: changes are noticed by polling, once a second",
        hint="raise fs.inotify.max_user_watches and fs.inotify.max_user_instances to be notified at once",
    )
