"""Who may work on a site now: one build at a time, and readers of its output never during a publication."""

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.store import places
from sitegen.store.failure import telling

_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EINVAL}
"""Some network disks lock nothing: two builds at once are then the user's to avoid, but one still works."""


@contextmanager
def lock(site: Path, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """Hold the site for one build; where another has it, say so through `waiting` and wait."""
    with _alone(places.build_lock(site), waiting):
        yield


@contextmanager
def fetching(site: Path, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """Hold the site's notes of the network for one fetch; builds go on meanwhile."""
    with _alone(places.fetch_lock(site), waiting):
        yield


@contextmanager
def _alone(path: Path, waiting: Callable[[], None] | None) -> Iterator[None]:
    with telling(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = _locked(path, waiting)
    try:
        yield
    finally:
        _release(handle)


@contextmanager
def publishing(site: Path) -> Iterator[None]:
    """Hold the output for the moment of its change."""
    handle = _take(places.output_lock(site), fcntl.LOCK_EX)
    try:
        yield
    finally:
        _release(handle)


@contextmanager
def shared(site: Path) -> Iterator[None]:
    """Read the output while it is not being changed. Short: a publication waits for all readers."""
    if not places.state(site).is_dir():
        yield
        return
    handle = _take(places.output_lock(site), fcntl.LOCK_SH)
    try:
        yield
    finally:
        _release(handle)


def _locked(path: Path, waiting: Callable[[], None] | None) -> int:
    """Return the handle of the locked file; again where the file was deleted while we waited: others lock another."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            if not _flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB):
                if waiting:
                    waiting()
                    waiting = None
                _flock(handle, fcntl.LOCK_EX)
            if _same_file(handle, path):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _take(path: Path, kind: int) -> int:
    with telling(path):
        handle = os.open(path, os.O_RDONLY | os.O_CREAT, 0o666)
        try:
            _flock(handle, kind)
        except BaseException:
            os.close(handle)
            raise
        return handle


def _flock(handle: int, kind: int) -> bool:
    """Lock; False where another holds it and we would not wait."""
    try:
        fcntl.flock(handle, kind)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
    return True


def _same_file(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return False


def _release(handle: int) -> None:
    """Unlock before closing: a worker process that was forked meanwhile holds a copy of the handle."""
    _flock(handle, fcntl.LOCK_UN)
    os.close(handle)
