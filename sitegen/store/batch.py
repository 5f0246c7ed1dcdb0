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
        if source.resolve().is_relative_to(folder.resolve()):
            return
        if source.is_dir() and target.is_dir():
            _copy_missing(source, target)
        elif target.exists():
            _refuse_other(source, target)
        else:
            _copy_whole(source, target)


def _copy_missing(source: Path, target: Path) -> None:
    """Copy what a folder has more than its copy; where one of its files was changed since, nothing."""
    files = [
        path.relative_to(source)
        for path in sorted(source.rglob("*"))
        if path.is_file() and not _leads_away(path, source)
    ]
    for path in files:
        _refuse_other(source / path, target / path)
    for path in files:
        if not (target / path).exists():
            _copy_whole(source / path, target / path)


def _leads_away(path: Path, root: Path) -> bool:
    """Say whether a file, or a folder on the way to it, is a link."""
    return any(step.is_symlink() for step in (path, *path.parents) if step.is_relative_to(root) and step != root)


def _refuse_other(source: Path, target: Path) -> None:
    """Refuse where something else has the name."""
    if target.exists() and not (source.is_file() and target.is_file() and cmp(source, target, shallow=False)):
        raise obstacle(target, "is there already", "rename one of the two")


def _copy_whole(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.sitegen-new")  # a killed copy leaves nothing that looks whole
    if source.is_dir():
        copytree(source, beside, symlinks=True, ignore=_special, dirs_exist_ok=True)
    else:
        copyfile(source, beside)
    beside.rename(target)


def _special(folder: str, names: list[str]) -> set[str]:
    """Return what is neither file nor folder: links could lead anywhere, pipes never end."""
    found = ((name, Path(folder, name)) for name in names)
    return {name for name, path in found if path.is_symlink() or not (path.is_file() or path.is_dir())}
