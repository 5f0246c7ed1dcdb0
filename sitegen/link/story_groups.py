"""Which articles belong together? Pairs that are alike in, groups out.

Agglomerative clustering: a group and the group most like it become one, where each is the other's best and they are alike enough. Like are
two groups by the mean likeness of their articles, made greater where the articles of each are themselves unlike (halfway between average
link and the cosine of centroids, nearer to the latter): a big story is told in many words. A pair that is not given is not alike at all, so articles that no
chain of pairs connects never meet, and each connected component can be grouped by itself, with the same result.
"""

from dataclasses import dataclass

import numpy as np

from sitegen.link.impressions import Floats, Ints
from sitegen.link.likeness import ONE, Pairs

_ENOUGH = 0.16
"""Groups less alike stay apart; see docs/filters.md for what it was measured on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Groups:
    """A step of the clustering; by group, and by pair of groups."""

    sizes: Ints
    within: Ints
    """Sum of the likenesses within the group, of each article with itself too."""
    links: "_Links"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Links:
    """Pairs of groups, in no order."""

    one: Ints
    other: Ints
    """Always greater than `one`."""
    together: Ints
    """Sum of the likenesses between the articles of two groups."""
    alike: Floats


def story_groups(articles: int, pairs: Pairs) -> Ints:
    """Return for each article the first article of its group."""
    belongs = np.arange(articles)
    sizes, within = np.ones(articles, np.int64), np.full(articles, ONE, np.int64)
    links = _links((pairs.first, pairs.second), pairs.likeness, (sizes, within))
    groups = _Groups(sizes=sizes, within=within, links=links)
    while len(merged := _mutual_bests(groups)):
        target = np.arange(articles)
        target[groups.links.other[merged]] = groups.links.one[merged]
        belongs = target[belongs]
        groups = _joined(groups, target, merged)
    return belongs


def _links(ends: tuple[Ints, Ints], together: Ints, groups: tuple[Ints, Ints]) -> _Links:
    """Return pairs of groups with how alike they are, by the groups' sizes and sums within."""
    (one, other), (sizes, within) = ends, groups
    mean = together / (sizes[one] * sizes[other] * float(ONE))
    inside = within / np.maximum(sizes * sizes, 1) / float(ONE)
    fourth = np.sqrt(np.sqrt(inside[one] * inside[other]))
    return _Links(one=one, other=other, together=together, alike=mean / (fourth * np.sqrt(fourth)))


def _mutual_bests(groups: _Groups) -> Ints:
    """Return the pairs of groups that are alike enough and each other's best; of equals, the pair that comes first."""
    links = groups.links
    best = np.full(len(groups.sizes), _ENOUGH)
    near = np.flatnonzero(links.alike >= _ENOUGH)
    np.maximum.at(best, links.one[near], links.alike[near])
    np.maximum.at(best, links.other[near], links.alike[near])
    near = near[(links.alike[near] == best[links.one[near]]) & (links.alike[near] == best[links.other[near]])]
    ranked = near[np.lexsort((links.other[near], links.one[near]))]
    places = np.arange(len(ranked))
    first = np.full(len(groups.sizes), len(ranked))
    np.minimum.at(first, links.one[ranked], places)
    np.minimum.at(first, links.other[ranked], places)
    mutual: Ints = ranked[(first[links.one[ranked]] == places) & (first[links.other[ranked]] == places)]
    return mutual


def _joined(groups: _Groups, target: Ints, merged: Ints) -> _Groups:
    """Return the groups after pairs of them became one; the second of a pair is left empty."""
    links, many = groups.links, len(target)
    into, empty = links.one[merged], links.other[merged]
    sizes, within = groups.sizes.copy(), groups.within.copy()
    sizes[into] += sizes[empty]
    within[into] += within[empty] + 2 * links.together[merged]
    sizes[empty] = within[empty] = 0
    changed = np.zeros(many, bool)
    changed[into] = changed[empty] = True
    again = changed[links.one] | changed[links.other]
    same = np.flatnonzero(~again)
    again[merged] = False
    one, other = target[links.one[again]], target[links.other[again]]
    keys, places = np.unique(np.minimum(one, other) * many + np.maximum(one, other), return_inverse=True)
    together = np.zeros(len(keys), np.int64)
    np.add.at(together, places, links.together[again])
    fresh = _links((keys // many, keys % many), together, (sizes, within))
    return _Groups(sizes=sizes, within=within, links=_both(links, same, fresh))


def _both(old: _Links, same: Ints, fresh: _Links) -> _Links:
    """Return the old pairs that are still the same, and the fresh ones."""
    return _Links(
        one=np.concatenate((old.one[same], fresh.one)),
        other=np.concatenate((old.other[same], fresh.other)),
        together=np.concatenate((old.together[same], fresh.together)),
        alike=np.concatenate((old.alike[same], fresh.alike)),
    )
