"""Which words tell articles of a collection apart, and how much do they weigh in each? A sparse matrix, articles by words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sitegen.link.impressions import Floats, Impression, Ints, most_telling, terms

PER_ARTICLE = 60
"""Most telling terms of an article that count; 30 to 100 differ little."""
_LEAST = 2
"""Articles that a term must stand in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The weights of terms in articles; those of an article sum to 1."""

    articles: int
    rows: Ints
    """Ascending."""
    columns: Ints
    weights: Floats
    common: Floats
    """By column: its share in the whole collection."""
    hashes: NDArray[np.uint32]
    """By column: the term; ascending."""
    rarity: Floats
    """By column: how much a term weighs that stands once in an article."""

    def of_articles(self, values: Floats) -> Floats:
        """Return for each article the mean of its terms' rows of values, by weight."""
        return _gathered((self.rows, self.articles), self.weights, (values, self.columns))

    def of_words(self, values: Floats) -> Floats:
        """Return for each term the sum of its articles' rows of values, by weight."""
        return _gathered((self.columns, len(self.common)), self.weights, (values, self.rows))


def evidence(impressions: Sequence[Impression]) -> Evidence:
    """Return the terms that stand in two articles or more, by TF-IDF."""
    found = terms(impressions)
    hashes, places, spread = np.unique(found.hashes, return_inverse=True, return_counts=True)
    rarity = 1 + np.log(len(impressions) / spread)
    keep = np.flatnonzero(spread[places] >= _LEAST)
    weights = (1 + np.log(found.counts[keep])) * rarity[places[keep]]
    telling = most_telling(found.rows[keep], weights, PER_ARTICLE)
    keep, weights = keep[telling], weights[telling]
    rows = found.rows[keep]
    used, columns = np.unique(places[keep], return_inverse=True)
    total = np.bincount(rows, weights, len(impressions))
    weights = weights / total[rows]
    return Evidence(
        articles=len(impressions),
        rows=rows,
        columns=columns,
        weights=weights,
        common=np.bincount(columns, weights, len(used)) / max(len(impressions), 1),
        hashes=hashes[used],
        rarity=rarity[used],
    )


def _gathered(into: tuple[Ints, int], weights: Floats, source: tuple[Floats, Ints]) -> Floats:
    """Return sums of weighted rows of a table, by where they go."""
    (places, many), (table, rows) = into, source
    columns = [np.bincount(places, weights * column[rows], many) for column in np.ascontiguousarray(table.T)]
    return np.stack(columns, axis=1)
