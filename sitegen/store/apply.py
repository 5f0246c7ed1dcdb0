"""How a decided publication is carried out in place, file by file; each step may be repeated after a crash."""

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sitegen.fingerprint import of_bytes
from sitegen.store.durable import sync_all
from sitegen.store.failure import obstacle
from sitegen.store.journal import Journal, Write, folders_above

KEPT = "old"
"""Folder in staging."""

_STAYS = {errno.ENOTEMPTY, errno.EEXIST, errno.EBUSY}
"""Errors of rmdir that mean: this folder is still of use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A journal and where its folders are now."""

    journal: Journal
    output: Path
    staging: Path

    def staged(self, write: Write) -> Path:
        """Return where the new bytes wait."""
        return self.staging / str(write.number)

    def kept(self, name: str) -> Path:
        """Return where an old file is kept until the publication is done."""
        return self.staging / KEPT / name

    def target(self, path: str) -> Path:
        """Return the file in the output."""
        return self.output / path


def check_way(publication: Publication) -> None:
    """Find what would stop the publication half way, before it begins: links, foreign files in the way, folders without leave to write."""
    journal = publication.journal
    blockers = set(journal.blockers)
    paths = [w.path for w in journal.writes]
    ours = blockers.union(paths)  # where a folder made way for a page before a crash, the page stands there now
    for folder in sorted({f for p in (*paths, *journal.blockers, *journal.removals) for f in folders_above(p)}):
        _check_folder(publication.target(folder), may_go=folder in ours)
    for path in paths:
        _check_target(publication.target(path), {publication.target(b) for b in blockers} if blockers else set())
    _check_leave(publication.output)


def _mode(path: Path) -> int:
    """Return the kind of thing at a path; 0 where there is none or a file stands further up."""
    try:
        return path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0


def _check_folder(path: Path, *, may_go: bool) -> None:
    mode = _mode(path)
    if stat.S_ISLNK(mode):
        raise obstacle(path, "is a symbolic link; nothing is written through it", "remove it, or let it be a folder")
    if stat.S_ISDIR(mode):
        _check_leave(path)
    elif mode and not may_go:
        raise obstacle(path, "is a file where the site has a folder, and not one of sitegen's", "move it away")


def _check_leave(folder: Path) -> None:
    if not os.access(folder, os.W_OK | os.X_OK):
        number = errno.EROFS if os.statvfs(folder).f_flag & os.ST_RDONLY else errno.EACCES
        raise OSError(number, os.strerror(number), os.fspath(folder))


def _check_target(path: Path, going: set[Path]) -> None:
    if not stat.S_ISDIR(_mode(path)):
        return
    for folder, _, names in os.walk(path):
        if any(Path(folder, name) not in going for name in names):
            raise obstacle(path, "is a folder where the site has a file, with files not sitegen's", "move it away")


def apply(publication: Publication) -> None:
    """Bring the output to what was decided; what is done already is left as it is."""
    journal = publication.journal
    _remove(publication, "b", journal.blockers)
    _make_folders(publication)
    for write in journal.writes:
        _move(publication.staged(write), publication.target(write.path))
    _remove(publication, "r", journal.removals)
    touched = {publication.target(p).parent for p in (*(w.path for w in journal.writes), *journal.removals)}
    sync_all(publication.output, sorted(folder for folder in touched if folder.is_dir()))


def _make_folders(publication: Publication) -> None:
    for write in publication.journal.writes:
        target = publication.target(write.path)
        if stat.S_ISDIR(_mode(target)):
            _drop_empty_tree(target)
    folders = {publication.target(write.path).parent for write in publication.journal.writes}
    for folder in sorted(folders):
        folder.mkdir(parents=True, exist_ok=True)


def _move(staged: Path, target: Path) -> None:
    try:
        staged.replace(target)
    except FileNotFoundError:
        if not target.exists():  # not moved before a crash either
            raise


def _remove(publication: Publication, kind: str, paths: Iterable[str]) -> None:
    for number, path in enumerate(paths):
        target = publication.target(path)
        if not stat.S_ISDIR(_mode(target)):  # after a crash a folder may stand there already
            with suppress(FileNotFoundError, NotADirectoryError):
                target.replace(publication.kept(f"{kind}{number}"))
        drop_empty_folders(publication.output, path)


def drop_empty_folders(output: Path, path: str) -> None:
    """Remove the folders above a file as far up as nothing else is in them."""
    for folder in folders_above(path):
        if not _drop_empty(output / folder):
            return


def _drop_empty(folder: Path) -> bool:
    try:
        folder.rmdir()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError as error:
        if error.errno in _STAYS:
            return False
        raise
    return True


def _drop_empty_tree(root: Path) -> None:
    for folder, _, _ in os.walk(root, topdown=False):
        Path(folder).rmdir()


def undo(publication: Publication) -> None:
    """Bring the output back to what it was, as far as it was changed; new files wait in staging again."""
    journal = publication.journal
    _put_back(publication, "r", journal.removals)
    for write in reversed(journal.writes):
        _take_back(publication, write)
        if not write.replaces:
            drop_empty_folders(publication.output, write.path)
    _put_back(publication, "b", journal.blockers)


def _put_back(publication: Publication, kind: str, paths: Iterable[str]) -> None:
    for number, path in enumerate(paths):
        kept, target = publication.kept(f"{kind}{number}"), publication.target(path)
        if kept.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            kept.replace(target)


def _take_back(publication: Publication, write: Write) -> None:
    """Put the old file in its place again; the new one has its name in staging before that."""
    staged, target, kept = (
        publication.staged(write),
        publication.target(write.path),
        publication.kept(f"w{write.number}"),
    )
    if staged.exists():
        return
    if not write.replaces:
        target.replace(staged)
        return
    if not kept.exists():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), os.fspath(kept))
    waiting = staged.with_name(f"{staged.name}.back")
    waiting.unlink(missing_ok=True)
    os.link(target, waiting)
    kept.replace(target)
    waiting.replace(staged)


def can_be_finished(publication: Publication) -> bool:
    """Say whether each new file still waits or is in its place already."""
    return all(publication.staged(w).exists() or _is_whole(publication, w) for w in publication.journal.writes)


def is_done(publication: Publication) -> bool:
    """Say whether the output holds, byte for byte, what was decided."""
    return all(_is_whole(publication, write) for write in publication.journal.writes)


def _is_whole(publication: Publication, write: Write) -> bool:
    target = publication.target(write.path)
    return target.is_file() and of_bytes(target.read_bytes()) == write.hash
