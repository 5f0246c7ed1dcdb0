"""Where new files wait for their publication: on the output's own file system, so that one rename puts each in its place."""

import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from sitegen.store import places
from sitegen.store.apply import Publication
from sitegen.store.durable import sync_all


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
    """Write the new files and wait until they are on the disk."""
    files = [publication.staged(write) for write in publication.journal.writes]
    for file, write in zip(files, publication.journal.writes, strict=True):
        file.write_bytes(writes[write.path])
    sync_all(publication.staging, (*files, publication.staging))


def drop(*folders: Path) -> None:
    """Remove staging folders where they are."""
    for folder in folders:
        if os.path.lexists(folder):
            shutil.rmtree(folder)
