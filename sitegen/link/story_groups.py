"""Which articles belong together? Pairs that are alike in, groups out.

Agglomerative clustering: a group and the group most like it become one, where each is the other's best and they are alike enough. Like are
two groups by the mean likeness of their articles, made greater where the articles of each are themselves unlike (halfway between average
link and the cosine of centroids, nearer to the latter): a big story is told in many words. A pair that is not given is not alike at all, so articles that no
chain of pairs connects never meet, and each connected component can be grouped by itself, with the same result.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sitegen.link.impressions import Floats, Ints
from sitegen.link.likeness import ONE, Pairs

_ENOUGH = 0.16
"""Groups less alike stay apart; see docs/filters.md for what it was measured on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Groups:
    """A step of the clustering; all numbers but `one`, `other` and `together` are by group."""

    sizes: Ints
    within: Ints
    """Sum of the likenesses within the group, of each article with itself too."""
    one: Ints
    other: Ints
    """Always greater than `one`."""
    together: Ints
    """Sum of the likenesses between the articles of two groups."""

    def alike(self) -> Floats:
        """Return how alike the groups of each pair are."""
        one, other = self.one, self.other
        mean = self.together / (self.sizes[one] * self.sizes[other] * float(ONE))
        inside = self.within / np.maximum(self.sizes * self.sizes, 1) / float(ONE)
        fourth = np.sqrt(np.sqrt(inside[one] * inside[other]))
        result: Floats = mean / (fourth * np.sqrt(fourth))
        return result


def story_groups(articles: int, pairs: Pairs) -> Ints:
    """Return for each article the first article of its group."""
    belongs = np.arange(articles)
    groups = _Groups(
        sizes=np.ones(articles, np.int64),
        within=np.full(articles, ONE, np.int64),
        one=pairs.first,
        other=pairs.second,
        together=pairs.likeness,
    )
    while len(merged := _mutual_bests(groups)):
        target = np.arange(len(groups.sizes))
        target[groups.other[merged]] = groups.one[merged]
        belongs = target[belongs]
        groups = _joined(groups, target, merged)
    return belongs


def _mutual_bests(groups: _Groups) -> Ints:
    """Return the pairs of groups that are alike enough and each other's best; of equals, the pair that comes first."""
    alike = groups.alike()
    enough = np.flatnonzero(alike >= _ENOUGH)
    ranked = enough[np.lexsort((groups.other[enough], groups.one[enough], -alike[enough]))]
    best = np.full(len(groups.sizes), len(ranked))
    places = np.arange(len(ranked))
    np.minimum.at(best, groups.one[ranked], places)
    np.minimum.at(best, groups.other[ranked], places)
    mutual: NDArray[np.bool_] = (best[groups.one[ranked]] == places) & (best[groups.other[ranked]] == places)
    return ranked[mutual]


def _joined(groups: _Groups, target: Ints, merged: Ints) -> _Groups:
    """Return the groups after pairs of them became one; the second of a pair is left empty."""
    many = len(target)
    sizes, within = np.zeros(many, np.int64), np.zeros(many, np.int64)
    np.add.at(sizes, target, groups.sizes)
    np.add.at(within, target, groups.within)
    within[groups.one[merged]] += 2 * groups.together[merged]
    rest = np.ones(len(groups.one), bool)
    rest[merged] = False
    one, other = target[groups.one[rest]], target[groups.other[rest]]
    keys, places = np.unique(np.minimum(one, other) * many + np.maximum(one, other), return_inverse=True)
    together = np.zeros(len(keys), np.int64)
    np.add.at(together, places, groups.together[rest])
    return _Groups(sizes=sizes, within=within, one=keys // many, other=keys % many, together=together)
