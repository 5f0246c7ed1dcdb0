"""A file that grows piece by piece and gets its name when it is whole; what a killed command left of one is made whole."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sitegen.store.durable import sync_file
from sitegen.store.failure import telling

_MARK = ".sitegen-new"


class GrowingFile:
    """Hidden while it grows; begins to be there with its first piece."""

    def __init__(self, folder: Path, name: str) -> None:
        self._path = folder / name
        self._hidden = folder / f".{name}{_MARK}"
        self._file: BinaryIO | None = None

    def append(self, data: bytes) -> None:
        """Add a piece; from then on only a loss of power loses it."""
        with telling(self._path):
            if self._file is None:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._file = self._hidden.open("wb")
            self._file.write(data)
            self._file.flush()

    def finish(self) -> Path | None:
        """Give it its name, or the next free one, durably; None where it has not begun."""
        if self._file is None:
            return None
        with telling(self._path):
            self._file.close()
            self._file = None
            return _named(self._hidden, self._path)


def _named(hidden: Path, path: Path) -> Path:
    sync_file(hidden)
    target = _free(path)
    hidden.rename(target)
    sync_file(target.parent)
    return target


def _free(path: Path) -> Path:
    """Return the path, or where something is there, the first with a number that is free."""
    stem, dot, rest = path.name.partition(".")
    number, found = 1, path
    while os.path.lexists(found):
        number += 1
        found = path.with_name(f"{stem}-{number}{dot}{rest}")
    return found


def finish_left(folder: Path, whole: Callable[[BinaryIO], int]) -> tuple[Path, ...]:
    """Name what killed commands left in a folder, as far as it is whole: `whole` says how many bytes are."""
    with telling(folder):
        return tuple(filter(None, (_finish_one(p, whole) for p in sorted(folder.glob(f".*{_MARK}")))))


def _finish_one(hidden: Path, whole: Callable[[BinaryIO], int]) -> Path | None:
    with hidden.open("r+b") as file:
        length = whole(file)
        file.truncate(length)
    if not length:
        hidden.unlink()
        return None
    return _named(hidden, hidden.with_name(hidden.name.removeprefix(".").removesuffix(_MARK)))


@contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """Give a file to be read piece by piece."""
    with telling(path), path.open("rb") as file:
        yield file
