"""Which texts are like this one? Signatures (MinHash) in, the numbers of the likest out; what is the same article is told by the texts themselves.

A signature is a short row of bytes and all of them stand in one table, which is read from end to end for each question: for a
hundred thousand articles that takes less than reading one of them, and it finds the likest whatever the others are, thousands
of copies of one short text included.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from sitegen import fingerprint

_PERMUTATIONS = 128
_SEED = 1
_LEAST_ESTIMATE = 0.12
"""Of shared shingles, in a candidate: copies have 0.2 and more, the estimate errs by 0.03."""

_MOST_CANDIDATES = 12
"""The likest: the thousand weather reports of a site must not be read for each new one."""

_MARK = np.dtype("<u2")
"""Of each hash the lower half: two that differ have it in common once in 65,536 times."""

_FIRST_ROOM = 256

VERSION = fingerprint.combined((str(RMinHash.ALGORITHM_VERSION), f"{_PERMUTATIONS},{_SEED},{_MARK.str}"))
"""Of signatures: those of another version compare with none of ours."""


def signature(shingles: Iterable[str]) -> str:
    """Return by what texts of these shingles are found."""
    sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    sketch.update(list(shingles))
    return b64encode(np.array(sketch.digest(), dtype=np.uint64).astype(_MARK).tobytes()).decode("ascii")


class Candidates:
    """Signatures by number, and which of them are like another."""

    def __init__(self) -> None:
        self._marks = np.zeros((_PERMUTATIONS, _FIRST_ROOM), dtype=_MARK)
        """A column for each number."""
        self._there = np.zeros(_FIRST_ROOM, dtype=bool)

    def add(self, number: int, sign: str) -> None:
        """Keep a signature; one kept under this number before is forgotten."""
        while number >= len(self._there):
            self._marks = np.concatenate((self._marks, np.zeros_like(self._marks)), axis=1)
            self._there = np.concatenate((self._there, np.zeros_like(self._there)))
        self._there[number] = bool(sign)
        if sign:
            self._marks[:, number] = _row(sign)

    def near(self, sign: str) -> tuple[int, ...]:
        """Return the numbers of those that may be the same article, likest first, of equals the lowest first."""
        if not sign:
            return ()
        different = np.zeros(len(self._there), dtype=np.uint8)
        for mark, column in zip(_row(sign), self._marks, strict=True):
            different += column != mark
        found = np.flatnonzero(self._there & (different <= _PERMUTATIONS * (1 - _LEAST_ESTIMATE)))
        likest = found[np.argsort(different[found], kind="stable")[:_MOST_CANDIDATES]]
        return tuple(int(number) for number in likest)


def _row(sign: str) -> NDArray[np.uint16]:
    return np.frombuffer(b64decode(sign), dtype=_MARK)
