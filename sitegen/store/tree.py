"""What lies on the disk: folders of files, their bytes and their texts, and the small questions about paths."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.model.diagnostic import Checked, Diagnostic, Severity
from sitegen.store import places
from sitegen.store.durable import replace, write_durably
from sitegen.store.failure import StoreError, refusal, telling

__all__ = [
    "Stat",
    "StoreError",
    "disk_clock",
    "exists",
    "is_empty",
    "is_file",
    "is_folder",
    "make_folder",
    "read_bytes",
    "read_texts",
    "remove",
    "scan",
    "stat_of",
    "write_durably",
    "write_file",
    "write_new",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stat:
    """By what a file is recognised as untouched."""

    size: int
    """Bytes."""
    mtime_ns: int
    ctime_ns: int
    """Nanoseconds since 1970 by the disk's clock."""
    inode: int


def stat_from(found: os.stat_result) -> Stat:
    """Return the part of the system's answer that tells a file's versions apart."""
    return Stat(size=found.st_size, mtime_ns=found.st_mtime_ns, ctime_ns=found.st_ctime_ns, inode=found.st_ino)


def stat_of(path: Path) -> Stat:
    """Return a file's stat; of a symbolic link the link's own."""
    with telling(path):
        return stat_from(path.lstat())


def scan(root: Path) -> dict[str, Stat]:
    """Return the regular files below a folder by their paths with slashes, sorted; none where there is no folder.

    Symbolic links below it are left out, as are hidden names and what editors leave behind.
    """
    if not os.path.lexists(root):
        return {}
    with telling(root):
        return dict(sorted(_walk(root)))


def _walk(root: Path) -> Iterator[tuple[str, Stat]]:
    waiting = [("", os.fspath(root))]
    while waiting:
        prefix, folder = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if _is_left_over(entry.name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{prefix}{entry.name}/", entry.path))
                elif entry.is_file(follow_symlinks=False) and (found := _stat_if_there(entry)):
                    yield prefix + entry.name, found


def _is_left_over(name: str) -> bool:
    """Say whether a name is hidden or an editor's own: file~, .file.swp, #file#."""
    return name.startswith(".") or name.endswith(("~", ".swp")) or (name.startswith("#") and name.endswith("#"))


def _stat_if_there(entry: os.DirEntry[str]) -> Stat | None:
    """Return the entry's stat; None where it was removed in the meantime."""
    try:
        return stat_from(entry.stat(follow_symlinks=False))
    except FileNotFoundError:
        return None


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes."""
    with telling(path):
        return path.read_bytes()


def read_texts(root: Path, names: Iterable[str], prefix: str = "") -> Checked[dict[str, str]]:
    """Return the texts of files as UTF-8, line ends and BOM as they are; what is not UTF-8 is told and left out.

    Diagnostics name a file by the prefix and its name below the root.
    """
    texts: dict[str, str] = {}
    told: list[Diagnostic] = []
    for name in names:
        try:
            data = (root / name).read_bytes()
            texts[name] = data.decode("utf-8")
        except OSError as error:
            error.filename = prefix + name
            told.append(refusal(prefix + name, error))
        except UnicodeDecodeError as error:
            told.append(_undecodable(prefix + name, error))
    return Checked(value=texts, diagnostics=tuple(told))


def _undecodable(path: str, error: UnicodeDecodeError) -> Diagnostic:
    """Return where the first byte stands that is not UTF-8."""
    data, at = error.object, error.start
    begin = data.rfind(b"\n", 0, at) + 1
    line = data[begin:].split(b"\n", 1)[0].rstrip(b"\r")
    return Diagnostic(
        severity=Severity.ERROR,
        code="not-utf-8",
        path=path,
        line=data.count(b"\n", 0, at) + 1,
        column=len(data[begin:at].decode("utf-8")) + 1,
        message=f"not UTF-8: byte 0x{data[at]:02X} cannot be read",
        hint="this is no text file" if b"\0" in data else "save the file as UTF-8",
        source=line.decode("utf-8", "replace") if len(line) <= _SHOWN_BYTES else "",
    )


_SHOWN_BYTES = 500
"""A binary file may be one line of megabytes."""


def exists(path: Path) -> bool:
    """Say whether something is there, be it a broken link."""
    return os.path.lexists(path)


def is_file(path: Path) -> bool:
    """Say whether it is a file."""
    return path.is_file()


def is_folder(path: Path) -> bool:
    """Say whether it is a folder."""
    return path.is_dir()


def is_empty(folder: Path) -> bool:
    """Say whether a folder has nothing in it or is not there."""
    if not os.path.lexists(folder):
        return True
    with telling(folder), os.scandir(folder) as entries:
        return next(entries, None) is None


def make_folder(path: Path) -> None:
    """Make a folder and those above it where they are missing."""
    with telling(path):
        path.mkdir(parents=True, exist_ok=True)


def write_file(path: Path, data: bytes) -> None:
    """Replace a file that can be made again, such as a cache or an export; readers see the old or the new one."""
    with telling(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, data)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that must not be there yet."""
    with telling(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)


def remove(path: Path) -> None:
    """Remove a file if it is there."""
    with telling(path):
        path.unlink(missing_ok=True)


def disk_clock(site: Path) -> int:
    """Return the time of the disk that the site lies on, in nanoseconds since 1970, as it would stamp a file now.

    Ages of files are told by the clock that stamped them: a network disk's may be seconds off, others tick in whole seconds.
    """
    path = places.clock(site)
    with telling(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        return path.stat().st_mtime_ns
