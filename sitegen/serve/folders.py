"""Which folders have to be watched for a site's inputs, and which of their files count? From the disk, as it is now."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

PASSING = (".*", "*~", "#*#", "*.swp", "*.tmp", "*.part", "4913", "*___jb_???___")
"""Names under which editors and copying programs write before they rename (4913 is Vim's test file)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A folder that stands there now: another one of the same name has another inode."""

    path: Path
    inode: tuple[int, int]
    deep: bool = False
    """With all that is in it."""


def real(path: Path) -> Path:
    """Return where a path leads."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # not ours to read; a circle of links
        return path


def roots(targets: frozenset[Path]) -> Iterator[Folder]:
    """Return the targets that are folders, each with all that is in it."""
    for target in sorted(targets):
        for folder in _folder(target):
            yield replace(folder, deep=True)


def under(targets: frozenset[Path]) -> Iterator[Folder]:
    """Return the targets that are folders, and all folders in them, each by itself."""
    for target in sorted(targets):
        for path, names, _files in os.walk(target):
            names[:] = [name for name in sorted(names) if not _is_passing(name)]
            yield from _folder(Path(path))


def above(targets: frozenset[Path]) -> Iterator[Folder]:
    """Return the nearest folder above each target, in which it may be made, removed or renamed."""
    for target in sorted(targets):
        yield from next(filter(None, (list(_folder(path)) for path in target.parents)), ())


def concerns(path: Path, target: Path) -> bool:
    """Say whether the path is the target or in it, and none of the names that only pass by."""
    if path == target:
        return True
    return path.is_relative_to(target) and not any(map(_is_passing, path.relative_to(target).parts))


def _is_passing(name: str) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in PASSING)


def _folder(path: Path) -> Iterator[Folder]:
    try:
        status = path.lstat()
    except OSError:  # removed meanwhile, or not ours to read
        return
    if stat.S_ISDIR(status.st_mode):  # not a link to one: where it leads is a target, too
        yield Folder(path=path, inode=(status.st_dev, status.st_ino))
