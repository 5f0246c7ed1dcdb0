"""In which articles does a word stand, and how much does it say there? Impressions in, likenesses of their words out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sitegen.link.impressions import Floats, Impression, Ints, most_telling, terms

_PER_ARTICLE = 60
"""Most telling words of an article that count."""
_UNIT = 1024
"""An article's weights are whole numbers, of length _UNIT together."""
_AT_ONCE = 1 << 22
"""Products held at once, which bounds memory."""
_OFTEN: Floats = 1 + np.log(np.maximum(np.arange(256), 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class WordIndex:
    """The words of articles by article, and the articles by word."""

    starts: Ints
    """Where an article's entries start; one more at the end."""
    words: Ints
    weights: Floats
    keys: Ints
    """Word and article in one number, ascending."""
    weights_by_key: Floats

    def alike(self, rows: Ints, low: int, high: int) -> Floats:
        """Return the cosines of the words of some articles with those from low to high."""
        width, many = high - low, len(self.starts) - 1
        entries = np.concatenate([np.arange(self.starts[row], self.starts[row + 1]) for row in rows.tolist()])
        cells = np.repeat(np.arange(len(rows)) * width, self.starts[rows + 1] - self.starts[rows])
        left = np.searchsorted(self.keys, self.words[entries] * many + low)
        lengths = np.searchsorted(self.keys, self.words[entries] * many + high) - left
        result = np.zeros(len(rows) * width)
        for part in _parts(lengths):
            shown = np.repeat(np.arange(part.start, part.stop), lengths[part])
            places = np.arange(len(shown)) + np.repeat(
                left[part] - np.cumsum(lengths[part]) + lengths[part], lengths[part]
            )
            found = cells[shown] + self.keys[places] % many - low
            result += np.bincount(found, self.weights[entries][shown] * self.weights_by_key[places], len(result))
        return result.reshape(len(rows), width) / (_UNIT * _UNIT)


def index(impressions: Sequence[Impression]) -> WordIndex:
    """Return the most telling words of articles."""
    found = terms(impressions)
    single = np.flatnonzero(found.weights)
    weights: Floats = _OFTEN[found.counts[single]] * found.weights[single]
    chosen = most_telling(found.rows[single], weights, _PER_ARTICLE)
    rows, weights = found.rows[single][chosen], weights[chosen]
    lengths = np.sqrt(np.bincount(rows, weights * weights, len(impressions)))
    weights = np.rint(weights / lengths[rows] * _UNIT)
    words = np.unique(found.hashes[single][chosen], return_inverse=True)[1]
    keys = words * len(impressions) + rows
    order = np.argsort(keys)
    return WordIndex(
        starts=np.searchsorted(rows, np.arange(len(impressions) + 1)),
        words=words,
        weights=weights,
        keys=keys[order],
        weights_by_key=weights[order],
    )


def _parts(lengths: Ints) -> Iterator[slice]:
    """Yield runs of entries whose lengths together stay within what is held at once."""
    ends = np.cumsum(lengths)
    start = 0
    while start < len(lengths):
        before = ends[start - 1] if start else 0
        stop = max(int(np.searchsorted(ends, before + _AT_ONCE, side="right")), start + 1)
        yield slice(start, stop)
        start = stop
