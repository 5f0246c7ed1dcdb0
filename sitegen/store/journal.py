"""What one publication will do, decided: written to `.sitegen/journal.json` before anything of the output is touched."""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from sitegen.fingerprint import of_bytes
from sitegen.store import places
from sitegen.store.durable import replace_with_synced
from sitegen.store.seal import opened, sealed

_KIND = "journal 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """A file that waits in staging, under its number, for its place in the output."""

    number: int
    path: str
    hash: str
    replaces: bool
    """Whether an older file has to make way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """A publication, in the order in which it is carried out."""

    output: str
    staging: str
    """Folders, relative to the site: it may be moved between a crash and the next command."""
    blockers: tuple[str, ...]
    """Removals of files that stand where a folder must be, or in a folder that must become a file."""
    writes: tuple[Write, ...]
    """What is new before what is changed: no page links to one that is not there yet."""
    removals: tuple[str, ...]


def decided(site: Path, output: Path, writes: Mapping[str, bytes], removals: Iterable[str]) -> Journal:
    """Return what publishing these files means for this output; staging is chosen later."""
    gone = sorted(set(removals) - writes.keys())
    for path in (*writes, *gone):
        _check_inside(path)
    above = {folder for path in writes for folder in folders_above(path)}
    blockers = [p for p in gone if p in above or any(f in writes for f in folders_above(p))]
    order = sorted((_replaces(output / path), path) for path in writes)
    return Journal(
        output=os.path.relpath(output, site),
        staging="",
        blockers=tuple(blockers),
        writes=tuple(
            Write(number=i, path=path, hash=of_bytes(writes[path]), replaces=replaces)
            for i, (replaces, path) in enumerate(order)
        ),
        removals=tuple(p for p in gone if p not in set(blockers)),
    )


def _replaces(path: Path) -> bool:
    return os.path.lexists(path) and (path.is_symlink() or not path.is_dir())


def folders_above(path: str) -> list[str]:
    """Return the folders that a path lies in, the nearest first, without the root."""
    parts = path.split("/")
    return ["/".join(parts[:n]) for n in range(len(parts) - 1, 0, -1)]


def _check_inside(path: str) -> None:
    """Refuse a path that would leave the output folder or touch what is ours there."""
    parts = path.split("/")
    ours = {places.MARK, places.STAGING_ELSEWHERE}
    if "\0" in path or any(part in {"", ".", ".."} for part in parts) or parts[0] in ours:
        message = f"no path inside an output folder: {path!r}"
        raise ValueError(message)


def commit(site: Path, journal: Journal) -> None:
    """Decide the publication: once this returns it will be finished, whatever happens."""
    body = json.dumps(asdict(journal), separators=(",", ":")).encode("ascii")
    replace_with_synced(places.journal(site), sealed(_KIND, body))


def pending(site: Path) -> bool:
    """Say whether a publication is decided and not finished."""
    return places.journal(site).exists()


def read(site: Path) -> Journal | None:
    """Return the publication that is decided; None where there is none or it cannot be read any more."""
    try:
        body = opened(_KIND, places.journal(site).read_bytes())
        found = json.loads(body) if body is not None else None
    except FileNotFoundError:
        return None
    if found is None:
        return None
    return Journal(
        output=found["output"],
        staging=found["staging"],
        blockers=tuple(found["blockers"]),
        writes=tuple(Write(**write) for write in found["writes"]),
        removals=tuple(found["removals"]),
    )
