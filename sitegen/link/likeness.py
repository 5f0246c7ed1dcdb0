"""How alike are two articles, in their words, their meaning and their time? Articles in, the pairs that are alike at all out.

A likeness depends on its two articles alone, not on the collection: how much a word says is known from the embeddings (the length of a
word's vector), which told stories apart better than inverse document frequency did. So a new article changes no likeness of others.
All sums are of whole numbers, so that they are the same in any order; articles further apart in time than matters are not compared.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sitegen.link.impressions import Floats, Impression, Ints, vectors
from sitegen.link.word_index import index

ONE = 1 << 20
"""A likeness of 1."""

_WORDS = 0.75
"""The share of the words in a likeness; the rest is the meaning's."""
_LEAST = 0.03
"""Pairs less alike count as not alike at all."""
_CHANCE = 0.45 * 0.5 * np.log(np.maximum(np.arange(256), 9) / 9)
"""By the words of one of two articles, half of how alike they are by chance: nothing for titles, a half together for 28 words."""
_DAY = 24 * 60
WIDEST = 7 * _DAY
"""An article of which no better is known than this many minutes cannot be placed in a story."""
_FADES = _DAY
"""Minutes after which a likeness has faded to 1/e."""
_STEP = 15
"""Minutes to which a distance in time is rounded down."""
_MEANING_UNIT = 200 * 200
_MOST = 300
"""Pairs of one article with others that are kept, the most alike: thousands of notices of one wording are alike in millions of pairs."""
_AT_ONCE = 256
"""Articles compared with all others at once, which bounds memory."""

_FADING = np.exp(-np.arange(0, int(_FADES * 3), _STEP) / _FADES)
_FADING = np.append(_FADING[_FADING >= _LEAST], 0.0)
_REACH = len(_FADING) * _STEP


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An article, as far as it matters for which story it tells."""

    id: str
    impression: Impression | None
    """None: not at hand, for an article that nothing new is within reach of."""
    earliest: int
    """Minutes since any moment; the same moment for all."""
    latest: int
    """Later than `earliest` where only the day is known; by WIDEST at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of articles that are alike, each pair once, in no order; positions in a list of articles."""

    first: Ints
    second: Ints
    """Always greater than `first`."""
    likeness: Ints
    """In units of 1/ONE."""


def pairs(articles: Sequence[Told], first_new: int = 0) -> Pairs:
    """Return the pairs that are alike; with first_new, those of which one at least stands at or after it."""
    order = np.array(sorted(range(len(articles)), key=lambda i: (articles[i].earliest, articles[i].id)), np.int64)
    comparison = _Comparison([articles[i] for i in order], order >= first_new)
    found = [comparison.of_block(rows) for rows in comparison.blocks()]
    first, second, likeness = (np.concatenate([np.zeros(0, np.int64), *part]) for part in zip(*found, strict=True))
    one, other = order[first], order[second]
    return Pairs(first=np.minimum(one, other), second=np.maximum(one, other), likeness=likeness)


def within_reach(known: Sequence[Told], articles: Sequence[Told]) -> NDArray[np.bool_]:
    """Return which of the known articles are near enough in time to any of the others to be alike."""
    starts = np.array([a.earliest for a in known], np.int64)
    ends = np.array([a.latest for a in known], np.int64)
    near = np.zeros(len(known), bool)
    for low, high in _united((a.earliest - _REACH, a.latest + _REACH) for a in articles):
        near |= (starts <= high) & (ends >= low)
    return near


def _united(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans that overlap as one."""
    made: list[tuple[int, int]] = []
    for low, high in sorted(spans):
        if made and low <= made[-1][1]:
            made[-1] = made[-1][0], max(made[-1][1], high)
        else:
            made.append((low, high))
    return made


class _Comparison:
    """Articles in the order of time, and what is needed to compare some of them with all within reach."""

    def __init__(self, articles: Sequence[Told], new: NDArray[np.bool_]) -> None:
        self._new = new
        self._old = np.flatnonzero(~new)
        self._earliest = np.array([a.earliest for a in articles], np.int64)
        self._latest = np.array([a.latest for a in articles], np.int64)
        impressions = [a.impression for a in articles if a.impression]
        self._vectors = vectors(impressions).astype(np.float32)
        self._words = index(impressions)
        self._chance = _CHANCE[np.diff(self._words.starts)]

    def blocks(self) -> list[Ints]:
        """Return the new articles' positions, some at a time; one empty block at least."""
        rows = np.flatnonzero(self._new)
        return [rows[i : i + _AT_ONCE] for i in range(0, max(len(rows), 1), _AT_ONCE)]

    def of_block(self, rows: Ints) -> tuple[Ints, Ints, Ints]:
        """Return the pairs of these articles with later ones, and with old ones before them."""
        if not len(rows):
            return rows, rows, rows
        low, high = self._within_reach(rows)
        columns = np.arange(low, high)
        likeness = _WORDS * self._words.alike(rows, low, high)
        likeness += (1 - _WORDS) / _MEANING_UNIT * (self._vectors[rows] @ self._vectors[low:high].T)
        chance = self._chance[rows][:, None] + self._chance[columns]
        likeness = (likeness - chance) / (1 - chance) * self._fading(rows, columns)
        wanted = (columns > rows[:, None]) | ~self._new[columns]
        near = (likeness >= _LEAST) & wanted
        for row in np.flatnonzero(near.sum(axis=1) > _MOST).tolist():
            found = np.flatnonzero(near[row])
            near[row, found[np.argsort(-likeness[row, found], kind="stable")[_MOST:]]] = False
        one, other = np.nonzero(near)
        return rows[one], columns[other], (likeness[one, other] * ONE).astype(np.int64)

    def _within_reach(self, rows: Ints) -> tuple[int, int]:
        """Return from where to where articles may stand that are not too far from these in time."""
        high = int(np.searchsorted(self._earliest, self._latest[rows].max() + _REACH, side="right"))
        start = np.searchsorted(self._earliest, self._earliest[rows[0]] - _REACH - WIDEST)
        before = self._old[np.searchsorted(self._old, start) :][:1]
        return int(min([rows[0], *before])), high

    def _fading(self, rows: Ints, columns: Ints) -> Floats:
        apart = np.maximum(
            self._earliest[columns] - self._latest[rows][:, None], self._earliest[rows][:, None] - self._latest[columns]
        )
        result: Floats = _FADING[np.minimum(np.maximum(apart, 0) // _STEP, len(_FADING) - 1)]
        return result
