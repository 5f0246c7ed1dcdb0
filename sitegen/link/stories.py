"""Which articles tell the same happening? Articles in, stories out; and what changes when some articles come or go.

Held by tests: the order of the articles does not matter; adding or removing some gives what all that are left give by themselves. Both
follow from how stories are made: a likeness depends on two articles alone (likeness.py), and what no chain of likenesses connects is
grouped apart (story_groups.py). So only what is connected with an article that came or went is grouped again.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sitegen.link.impressions import Ints
from sitegen.link.likeness import Pairs, Told, pairs, within_reach
from sitegen.link.story_groups import story_groups

_Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """Articles with the stories they tell, and what is needed to add more."""

    articles: tuple[Told, ...] = ()
    """Oldest first, then by id."""
    pairs: Pairs
    belongs: Ints
    """For each article the first article of its story."""

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Return the ids of each story's articles, oldest first; a story of one article too."""
        found: dict[int, list[str]] = {}
        for article, first in zip(self.articles, self.belongs.tolist(), strict=True):
            found.setdefault(first, []).append(article.id)
        return tuple(tuple(ids) for ids in found.values())

    def packed(self) -> str:
        """Return it as text, without impressions, for what is remembered between runs."""
        numbers = (self.pairs.first, self.pairs.second, self.pairs.likeness, self.belongs)
        arrays = [b64encode(part.astype("<i4").tobytes()).decode() for part in numbers]
        return json.dumps([[[a.id, a.earliest, a.latest] for a in self.articles], *arrays], ensure_ascii=False)


def unpacked(text: str) -> Stories:
    """Return what packed() wrote; raises ValueError for anything else."""
    rows, *arrays = json.loads(text)
    first, second, likeness, belongs = (np.frombuffer(b64decode(part), "<i4").astype(np.int64) for part in arrays)
    return Stories(
        articles=tuple(Told(id=i, impression=None, earliest=start, latest=end) for i, start, end in rows),
        pairs=Pairs(first=first, second=second, likeness=likeness),
        belongs=belongs,
    )


def stories(articles: Sequence[Told]) -> Stories:
    """Return the stories that articles tell."""
    nothing = np.zeros(0, np.int64)
    return added(Stories(pairs=Pairs(first=nothing, second=nothing, likeness=nothing), belongs=nothing), articles)


def added(known: Stories, articles: Sequence[Told]) -> Stories:
    """Return the stories with more articles; of the known ones, those within reach of the new have their impressions."""
    old = len(known.articles)
    everything = (*known.articles, *articles)
    order = sorted(range(len(everything)), key=lambda i: (everything[i].earliest, everything[i].id))
    place = np.argsort(np.array(order, np.int64), kind="stable")
    near = np.flatnonzero(within_reach(known.articles, articles))
    found = pairs([*(known.articles[i] for i in near.tolist()), *articles], first_new=len(near))
    compared = np.concatenate((near, np.arange(old, len(everything))))
    both = _placed(
        place[np.concatenate((known.pairs.first, compared[found.first]))],
        place[np.concatenate((known.pairs.second, compared[found.second]))],
        np.concatenate((known.pairs.likeness, found.likeness)),
    )
    belongs = np.arange(len(everything))
    belongs[place[:old]] = place[known.belongs]
    touched = np.zeros(len(everything), bool)
    touched[place[old:]] = True
    return _regrouped(tuple(everything[i] for i in order), both, belongs, touched)


def without(known: Stories, ids: Collection[str]) -> Stories:
    """Return the stories with some articles fewer."""
    stay = np.array([article.id not in ids for article in known.articles], bool)
    touched = _connected(known.pairs, ~stay)
    place = np.cumsum(stay) - 1
    keep = stay[known.pairs.first] & stay[known.pairs.second]
    left = _placed(place[known.pairs.first[keep]], place[known.pairs.second[keep]], known.pairs.likeness[keep])
    articles = tuple(article for article, stays in zip(known.articles, stay.tolist(), strict=True) if stays)
    return _regrouped(articles, left, place[known.belongs[stay]], touched[stay])


def _regrouped(articles: tuple[Told, ...], found: Pairs, belongs: Ints, touched: _Mask) -> Stories:
    """Return the stories, those made again that a touched article is connected with."""
    again = _connected(found, touched)
    inside = np.flatnonzero(again)
    place = np.cumsum(again) - 1
    keep = again[found.first]
    part = Pairs(first=place[found.first[keep]], second=place[found.second[keep]], likeness=found.likeness[keep])
    belongs = belongs.copy()
    belongs[inside] = inside[story_groups(len(inside), part)]
    return Stories(articles=articles, pairs=found, belongs=belongs)


def _connected(found: Pairs, start: _Mask) -> _Mask:
    """Return which articles a chain of pairs connects with those at the start."""
    reached, before = start.copy(), -1
    while (now := int(reached.sum())) != before:
        before = now
        either = reached[found.first] | reached[found.second]
        reached[found.first[either]] = True
        reached[found.second[either]] = True
    return reached


def _placed(one: Ints, other: Ints, likeness: Ints) -> Pairs:
    return Pairs(first=np.minimum(one, other), second=np.maximum(one, other), likeness=likeness)
