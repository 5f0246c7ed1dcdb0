"""Large files a piece at a time: opened for reading from front to back, and what stands for their bytes in a fingerprint."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from sitegen import fingerprint
from sitegen.store.failure import telling

_PIECE = 8_000_000
"""Bytes."""


@contextmanager
def opened(path: Path) -> Iterator[BufferedReader]:
    """Open a file for reading."""
    with telling(path), path.open("rb") as file:
        yield file


def essence(path: Path) -> bytes:
    """Return a file's bytes; of a large one what is as different from any other's: the fingerprints of its pieces."""
    with opened(path) as file:
        first = file.read(_PIECE)
        if len(first) < _PIECE:
            return first
        marks = [fingerprint.of_bytes(first)]
        while piece := file.read(_PIECE):
            marks.append(fingerprint.of_bytes(piece))
    return "\n".join(marks).encode("ascii")
