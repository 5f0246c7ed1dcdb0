"""Where new files wait for their publication: on the output's own file system, so that one rename puts each in its place."""

import errno
import os
import shutil
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sitegen.store import places
from sitegen.store.apply import KEPT, Publication
from sitegen.store.durable import discard, sync_all

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK}
"""Where a file system has no second names, a publication that fails half way is left for the next command to finish."""

_FEW = 16
_AT_ONCE = 16


def candidates(site: Path, output: Path) -> tuple[Path, ...]:
    """Return where staging can be: in the site's state, beside the output, or, where that is a mount of its own, in it."""
    beside = output.with_name(f".{output.name}{places.STAGING_ELSEWHERE}")
    return places.staging(site), beside, output / places.STAGING_ELSEWHERE


def choose(site: Path, output: Path) -> Path:
    """Return the first candidate from which a rename reaches the output; made, and without what a crash left there."""
    drop(*candidates(site, output))
    *others, last = candidates(site, output)
    for folder in others:
        if _reaches(folder, output):
            return folder
    last.mkdir()
    return last


def _reaches(folder: Path, output: Path) -> bool:
    """Make the folder and say whether files can be renamed from it into the output; gone again where they cannot."""
    try:
        folder.mkdir(parents=True)
    except OSError:
        if folder.parent == output.parent:  # a folder above the output that we may not write to
            return False
        raise
    if _one_file_system(folder, output):
        return True
    folder.rmdir()
    return False


def _one_file_system(folder: Path, output: Path) -> bool:
    """Say whether a rename works: not between devices, nor between two mounts of one device, which only trying tells."""
    if folder.stat().st_dev != output.stat().st_dev:
        return False
    try:
        (folder / "nothing").rename(output / f"{places.STAGING_ELSEWHERE}-nothing")
    except OSError as error:
        return error.errno != errno.EXDEV
    return True


def fill(publication: Publication, writes: Mapping[str, bytes]) -> None:
    """Write the new files, keep a hold of the old ones, and wait until all is on the disk."""
    journal = publication.journal
    publication.staging.joinpath(KEPT).mkdir()
    files = [publication.staged(write) for write in journal.writes]
    for file, write in zip(files, journal.writes, strict=True):
        file.write_bytes(writes[write.path])
        if write.replaces:
            _keep(publication.target(write.path), publication.kept(f"w{write.number}"))
    sync_all(publication.staging, (*files, publication.staging))


def _keep(path: Path, kept: Path) -> None:
    """Give the old file a second name: a publication that fails half way can be undone.

    Nor does a rename over it free its blocks then, which took 3 ms for each on a disk with online discard, against 0.02 ms.
    """
    try:
        os.link(path, kept, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise


def drop(*folders: Path) -> None:
    """Remove staging folders where they are."""
    for folder in folders:
        if os.path.lexists(folder):
            _discard_all([Path(root, name) for root, _, names in os.walk(folder) for name in names])
            shutil.rmtree(folder)


def _discard_all(files: Sequence[Path]) -> None:
    """Remove many files, several at a time: each may wait for the disk (1,400 with online discard: 5 s one by one, 0.1 s so)."""
    if len(files) <= _FEW:
        for file in files:
            discard(file)
        return
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in pool.map(discard, files):
            pass
