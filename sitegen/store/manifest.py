"""What the last build saw and made: fingerprints of inputs and outputs, so that the next one knows what differs.

Read from `.sitegen/manifest.json`: a line that proves the rest whole, then one JSON object with a row for each file (15,000
rows load in 50 ms; as objects with named keys they take twice that).
"""

import gc
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from sitegen.fingerprint import of_bytes
from sitegen.model.diagnostic import Diagnostic, Severity
from sitegen.store.failure import StoreError
from sitegen.store.seal import opened, sealed
from sitegen.store.tree import Stat

_KIND = "manifest 1"


class Recorded(Protocol):
    """A file as it was when it was recorded."""

    @property
    def stat(self) -> Stat: ...  # noqa: D102 -- the class says it
    @property
    def hash(self) -> str: ...  # noqa: D102 -- the class says it


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRecord:
    """An input as the build read it."""

    stat: Stat
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputRecord:
    """A file of the site and what it was made of."""

    stat: Stat
    hash: str
    view: str
    """Fingerprint of all that the page shows."""
    templates: str
    """Fingerprint of its template with all that this includes."""
    engine: str
    """Fingerprint of the code and libraries that made it."""
    template: str
    sources: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The record of one build."""

    key: str
    """Fingerprint of options and output folder: of another key, nothing is comparable."""
    scanned_ns: int
    """The disk's clock before the inputs were looked at."""
    made_ns: int
    """The disk's clock when the outputs stood as recorded."""
    inputs: Mapping[str, FileRecord] = field(default_factory=dict)
    outputs: Mapping[str, OutputRecord] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    """So that a build in which nothing changed repeats its warnings."""
    extra: Mapping[str, str] = field(default_factory=dict)


def changed(
    old: Mapping[str, Recorded], now: Mapping[str, Stat], made_ns: int, read: Callable[[str], bytes]
) -> frozenset[str]:
    """Return the names that were added, removed or changed since they were recorded.

    A file of the same stat is the same if it is older than the record; one as young may have been changed within the same tick
    of the clock. Where the stat says nothing, the bytes decide.
    """
    differing = old.keys() ^ now.keys()
    for name, stat in now.items():
        record = old.get(name)
        if record is None or (record.stat == stat and max(stat.mtime_ns, stat.ctime_ns) < made_ns):
            continue
        if record.stat.size != stat.size or _hash(name, read) != record.hash:
            differing.add(name)
    return frozenset(differing)


def _hash(name: str, read: Callable[[str], bytes]) -> str | None:
    """Return the fingerprint of a file's bytes; None where it went away or cannot be read."""
    try:
        return of_bytes(read(name))
    except (OSError, StoreError):
        return None


def refreshed(manifest: Manifest, inputs: Mapping[str, Stat], outputs: Mapping[str, Stat], clock_ns: int) -> Manifest:
    """Return the record with new stats, for files found to be the same by their bytes: they need not be read again.

    The clock is the disk's, from before these stats were taken.
    """
    return replace(
        manifest,
        scanned_ns=clock_ns,
        made_ns=clock_ns,
        inputs={n: replace(r, stat=inputs.get(n, r.stat)) for n, r in manifest.inputs.items()},
        outputs={n: replace(r, stat=outputs.get(n, r.stat)) for n, r in manifest.outputs.items()},
    )


def load(path: Path) -> Manifest | None:
    """Return the record of the last build; None where it is missing, damaged or of another version."""
    try:
        data = path.read_bytes()
        return _decoded(data)
    except (OSError, ValueError, TypeError, LookupError):
        return None


def dump(manifest: Manifest) -> bytes:
    """Return the record as bytes."""
    texts: dict[str, int] = {}
    body = {
        "key": manifest.key,
        "scanned": manifest.scanned_ns,
        "made": manifest.made_ns,
        "inputs": [(n, *_stat_row(r.stat), r.hash) for n, r in sorted(manifest.inputs.items())],
        "outputs": [_output_row(n, r, texts) for n, r in sorted(manifest.outputs.items())],
        "diagnostics": [_diagnostic_row(d) for d in manifest.diagnostics],
        "extra": dict(sorted(manifest.extra.items())),
        "texts": list(texts),
    }
    written = json.dumps(body, separators=(",", ":"), check_circular=False).encode("ascii")
    return sealed(_KIND, written)


def _decoded(data: bytes) -> Manifest | None:
    body = opened(_KIND, data)
    if body is None:
        return None
    with _no_collection():
        found = json.loads(body)
        texts = found["texts"]
        return Manifest(
            key=found["key"],
            scanned_ns=found["scanned"],
            made_ns=found["made"],
            inputs={r[0]: FileRecord(stat=_stat(r), hash=r[5]) for r in found["inputs"]},
            outputs={r[0]: _output(r, texts) for r in found["outputs"]},
            diagnostics=tuple(_diagnostic(r) for r in found["diagnostics"]),
            extra=found["extra"],
        )


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from walking, again and again, tens of thousands of new values of which none is garbage."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


Row = list[Any]
"""As JSON gives it; the checksum proves that we wrote it."""


def _stat_row(stat: Stat) -> tuple[int, int, int, int]:
    return stat.size, stat.mtime_ns, stat.ctime_ns, stat.inode


def _stat(row: Row) -> Stat:
    return Stat(size=row[1], mtime_ns=row[2], ctime_ns=row[3], inode=row[4])


def _output_row(name: str, record: OutputRecord, texts: dict[str, int]) -> tuple[object, ...]:
    """Write a record; what many pages share is a number in the list of texts."""
    shared = (record.templates, record.engine, record.template, record.reason)
    numbers = [texts.setdefault(text, len(texts)) for text in shared]
    return name, *_stat_row(record.stat), record.hash, record.view, *numbers, record.sources


def _output(row: Row, texts: list[str]) -> OutputRecord:
    return OutputRecord(
        stat=_stat(row),
        hash=row[5],
        view=row[6],
        templates=texts[row[7]],
        engine=texts[row[8]],
        template=texts[row[9]],
        reason=texts[row[10]],
        sources=tuple(row[11]),
    )


def _diagnostic_row(told: Diagnostic) -> tuple[object, ...]:
    place = (told.path, told.line, told.column, told.width)
    return told.severity, told.code, *place, told.message, told.hint, told.source


def _diagnostic(row: Row) -> Diagnostic:
    severity, code, path, line, column, width, message, hint, source = row
    return Diagnostic(
        severity=Severity(severity),
        code=code,
        path=path,
        line=line,
        column=column,
        width=width,
        message=message,
        hint=hint,
        source=source,
    )
