"""Many files at once so that a loss of power leaves each of them old or new: one wait for the disk, not one for each file."""

from collections.abc import Mapping
from filecmp import cmp
from pathlib import Path
from shutil import copyfile, copytree

from sitegen.store.durable import sync_all
from sitegen.store.failure import obstacle, telling


def write_all_durably(root: Path, files: Mapping[str, bytes]) -> None:
    """Write files, named relative to the root: first all beside their places, then the disk, then all into place."""
    if not files:
        return
    moves = {root / name: (root / name).with_name(f".{Path(name).name}.sitegen-new") for name in files}
    with telling(root):
        for path in moves:
            path.parent.mkdir(parents=True, exist_ok=True)
        try:
            for beside, data in zip(moves.values(), files.values(), strict=True):
                beside.write_bytes(data)
            sync_all(root, moves.values())
            for path, beside in moves.items():
                beside.replace(path)
        finally:
            for beside in moves.values():
                beside.unlink(missing_ok=True)
        sync_all(root, {path.parent for path in moves})


def copy_new(source: Path, folder: Path) -> None:
    """Copy a file, or a folder with the files in it, into a folder; never over what is there, nothing that is in it already."""
    target = folder / source.name
    with telling(source):
        if source.resolve().is_relative_to(folder.resolve()) or _is_same(source, target):
            return
        if target.exists():
            raise obstacle(target, "is there already", "rename one of the two")
        folder.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.sitegen-new")  # a killed copy leaves nothing that looks whole
        if source.is_dir():
            copytree(source, beside, symlinks=True, ignore=_special, dirs_exist_ok=True)
        else:
            copyfile(source, beside)
        beside.rename(target)


def _is_same(source: Path, target: Path) -> bool:
    """Say whether a file was copied before."""
    return source.is_file() and target.is_file() and cmp(source, target, shallow=False)


def _special(folder: str, names: list[str]) -> set[str]:
    """Return what is neither file nor folder: links could lead anywhere, pipes never end."""
    found = ((name, Path(folder, name)) for name in names)
    return {name for name, path in found if path.is_symlink() or not (path.is_file() or path.is_dir())}
