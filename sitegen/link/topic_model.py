"""What a sample of a collection says of each topic, kept and applied to any article: impressions in, scores out.

Learned as topic_scores does, on so many articles that it is quick; what it learned does not change when one article more comes,
so an article's scores can be remembered. An article's scores do not depend on which others are judged with it.
"""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sitegen.link.evidence import PER_ARTICLE, evidence
from sitegen.link.impressions import Floats, Impression, Ints, terms, vectors
from sitegen.link.topic_scores import WHETHER, WHICH, Middle, combined, middle, settled, shares

_KINDS = ("<i1", "<u4", "<f2", "<f2", "<f4", "<f4", "<f4")
"""Of the arrays, as they are kept."""
_COUNTS = 1 + np.log(np.maximum(np.arange(256), 1))
"""What a term weighs that stands so often in an article."""
_FINE = 1 << 10
"""Steps in which weights are compared to find the most telling."""
_PLACE_BITS, _WEIGHT_BITS = 28, 14
_LEAST_LENGTH = 1.0
_AT_A_TIME = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicModel:
    """What was learned; words are rows, classes columns: which of the topics, then whether it is any of them, the last: none."""

    topics: NDArray[np.int8]
    """A row for each topic: the direction of its meaning."""
    hashes: NDArray[np.uint32]
    """The words, ascending."""
    rarity: NDArray[np.float16]
    odds: NDArray[np.float16]
    size: NDArray[np.float32]
    at: NDArray[np.float32]
    """By topic: the middle of its similarities to articles."""
    spread: NDArray[np.float32]

    def scores(self, articles: Sequence[Impression]) -> Floats:
        """Return a row for each article with the score of each topic, 0 to 1."""
        many = len(self.topics)
        if not articles or not many:
            return np.zeros((len(articles), many))
        similar = _similarities(vectors(articles), self.topics)
        said = self._said(articles) + self.size
        usual = Middle(at=self.at.astype(np.float64), spread=self.spread.astype(np.float64))
        which = WHICH.start * similar + said[:, :many]
        whether = WHETHER.start * usual.standing_out(similar) + said[:, many:]
        return combined(shares(which), shares(whether))

    def packed(self) -> str:
        """Return it as one line of text, for what is remembered between runs."""
        parts: tuple[NDArray[Any], ...] = (
            self.topics,
            self.hashes,
            self.rarity,
            self.odds,
            self.size,
            self.at,
            self.spread,
        )
        kept = (part.astype(kind).tobytes() for part, kind in zip(parts, _KINDS, strict=True))
        return " ".join((str(len(self.topics)), *(b64encode(data).decode() for data in kept)))

    def _said(self, articles: Sequence[Impression]) -> Floats:
        """Return what the words of each article say of each class, by weight."""
        found = terms(articles)
        places = np.searchsorted(self.hashes, found.hashes)
        known = np.flatnonzero(np.append(self.hashes, 0)[places] == found.hashes) if len(self.hashes) else places[:0]
        rows, places = found.rows[known], places[known]
        weights = _COUNTS[found.counts[known]] * self.rarity.astype(np.float64)[places]
        telling = _most_telling(rows, weights)
        rows, places, weights = rows[telling], places[telling], weights[telling]
        total = np.bincount(rows, weights, len(articles))
        return _means((rows, len(articles)), weights / total[rows], (self.odds.astype(np.float64), places))


_NOTHING = TopicModel(
    topics=np.zeros((0, 0), np.int8),
    hashes=np.zeros(0, np.uint32),
    rarity=np.zeros(0, np.float16),
    odds=np.zeros((0, 1), np.float16),
    size=np.zeros(1, np.float32),
    at=np.zeros(0, np.float32),
    spread=np.zeros(0, np.float32),
)


def learned(sample: Sequence[Impression], topics: Sequence[Impression]) -> TopicModel:
    """Return what a sample says of the topics; its order does not matter."""
    if not topics:
        return _NOTHING
    ordered = sorted(sample, key=lambda one: (one.terms, one.counts, one.vector))
    meant = vectors(topics)
    similar = _similarities(vectors(ordered) if ordered else np.zeros((0, meant.shape[1]), np.int8), meant)
    words = evidence(ordered)
    usual = middle(similar)
    which = settled(words, similar, WHICH)
    whether = settled(words, usual.standing_out(similar), WHETHER)
    return TopicModel(
        topics=meant,
        hashes=words.hashes,
        rarity=words.rarity.astype(np.float16),
        odds=np.hstack((WHICH.words * which.odds, WHETHER.words * whether.odds)).astype(np.float16),
        size=np.hstack((WHICH.size * which.size, WHETHER.size * whether.size)).astype(np.float32),
        at=usual.at.astype(np.float32),
        spread=usual.spread.astype(np.float32),
    )


def unpacked(line: str) -> TopicModel:
    """Return what packed() wrote."""
    number, *parts = line.split(" ")
    many = int(number)
    arrays = [np.frombuffer(b64decode(part), kind) for part, kind in zip(parts, _KINDS, strict=True)]
    meant, hashes, rarity, odds, size, at, spread = arrays
    return TopicModel(
        topics=meant.reshape(many, -1 if many else 0),
        hashes=hashes,
        rarity=rarity,
        odds=odds.reshape(len(hashes), 2 * many + 1),
        size=size,
        at=at,
        spread=spread,
    )


def _means(into: tuple[Ints, int], weights: Floats, source: tuple[Floats, Ints]) -> Floats:
    """Return for each article the sum of its words' rows of a table, by weight; some articles at a time, to stay in the cache."""
    (rows, many), (table, places) = into, source
    means = np.zeros((many, table.shape[1]))
    starts = np.flatnonzero(np.diff(rows, prepend=-1))
    ends = np.append(starts[_AT_A_TIME::_AT_A_TIME], len(rows))
    for number, end in enumerate(ends.tolist()):
        mine = starts[number * _AT_A_TIME : (number + 1) * _AT_A_TIME]
        if len(mine):
            these = slice(int(mine[0]), end)
            values = table[places[these]] * weights[these, None]
            means[rows[mine]] = np.add.reduceat(values, mine - mine[0], axis=0)
    return means


def _similarities(articles: NDArray[np.int8], topics: NDArray[np.int8]) -> Floats:
    """Return the cosines; sums of products of whole numbers are exact, so a row does not depend on the others."""
    products: Floats = articles.astype(np.float64) @ topics.astype(np.float64).T
    result: Floats = products / _lengths(articles)[:, None] / _lengths(topics)
    return result


def _lengths(rows: NDArray[np.int8]) -> Floats:
    wide = rows.astype(np.float64)
    lengths: Floats = np.sqrt((wide * wide).sum(axis=1))
    return np.maximum(lengths, _LEAST_LENGTH)


def _most_telling(rows: Ints, weights: Floats) -> Ints:
    """Return where the heaviest entries of each row stand, in that order; the first of equals.

    Row, weight and place are one number, because numbers are sorted ten times as fast as rows of a table.
    """
    light = (1 << _WEIGHT_BITS) - 1 - np.minimum(weights * (_FINE // 16), (1 << _WEIGHT_BITS) - 1).astype(np.int64)
    keys = np.sort((((rows << _WEIGHT_BITS) | light) << _PLACE_BITS) | np.arange(len(rows)))
    first = np.flatnonzero(np.diff(rows, prepend=-1))
    ranked = np.arange(len(rows)) - np.repeat(first, np.diff(first, append=len(rows)))
    chosen: Ints = keys[ranked < PER_ARTICLE] & ((1 << _PLACE_BITS) - 1)
    return chosen
