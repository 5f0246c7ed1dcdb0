"""Which of some events are one? Events of one date, or of one story, in; those that are one out.

Two are one only where their words say so: never two of one article, never two whose numbers differ; articles of one story need less than strangers.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import chain, combinations
from math import fsum, log, sqrt

from sitegen.model import when
from sitegen.model.site import Dated

_ENOUGH = 0.65
"""Cosine of the weighted words of two events of strangers."""
_ENOUGH_IN_STORY = 0.4
_ENOUGH_VAGUE = 0.5
"""Of two events of one story, one of them dated less precisely."""
_ENOUGH_APART = 0.8
"""Of two events of one story whose days differ: the articles disagree."""
_ENOUGH_UNNAMED = 0.9
"""Of two events of strangers, where a pronoun stands for who did one of them; of one story, where it is known of the other alone."""
_PRONOUN = re.compile(r"\b(?:he|she|it|they|we|i|its|his|her|their|the company)\b", re.IGNORECASE)
_COMMON_WORDS = 3
"""So many words must be shared."""
_NAME_WEIGHT = 1.5
_RARE = 20
"""Added to the number of events: in a small bucket, too, a word that one event has weighs more than one that all have."""
_MOST_HOLDERS = 40
"""A word in more events of one bucket finds no candidates; it still weighs in."""
_FEWEST_RARE = 2
"""Of the shared words, so many are not that frequent."""
_NUMBERS = 2
_HEAVIEST = 8
"""Of so many words of an event, two must be among those of another for a closer look."""
_RARE_WEIGHT = log(1 + _RARE) ** 2
_DIGITS = frozenset("0123456789")
_OF_ALL_FIRMS = frozenset("and co company corp corporation group inc international ltd of plc the".split())
_DAYS_APART = timedelta(days=3)
_WIDE = timedelta(days=100)


@dataclass(frozen=True)
class Event:
    """An event as one article tells it; its words are gathered when they are asked for: most are compared with nothing."""

    told: Dated
    story: str
    """Of the article; empty: none."""
    place: int
    """In the timeline."""

    @cached_property
    def terms(self) -> frozenset[str]:
        """Return the words by which another telling of it is known."""
        return frozenset(self.told.event.terms)

    @cached_property
    def doer(self) -> frozenset[str]:
        """Return the words of the name for which a pronoun stands: one company's "it raised its price" is not another's."""
        return frozenset(self.told.event.who.casefold().replace(".", "").split()) - _OF_ALL_FIRMS

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Return the numbers among them."""
        return frozenset(t for t in self.terms if t[0] in _DIGITS)


Judge = Callable[[Event, Event, "_Words"], float]
"""How alike two events are that can be one; 0: they cannot."""


def of_one_date(one: Event, other: Event, words: "_Words") -> float:
    """Judge two events of one date."""
    if one.story and one.story == other.story:
        return _in_one_story(one, other, words)
    if not _share_a_name(one, other):
        return 0.0
    score = _at_least(_ENOUGH, words.alike(one, other))
    return 0.0 if score < _ENOUGH_UNNAMED and (_is_unnamed(one) or _is_unnamed(other)) else score


def _in_one_story(one: Event, other: Event, words: "_Words") -> float:
    """Judge two events of one story and date; who did it is unsure where a pronoun stands for it in one, and for a known name in the other."""
    unsure = (one.doer and _is_unnamed(other)) or (other.doer and _is_unnamed(one))
    enough = _ENOUGH if _is_wide(one) else _ENOUGH_IN_STORY
    return _at_least(_ENOUGH_UNNAMED if unsure else enough, words.alike(one, other))


def _is_wide(event: Event) -> bool:
    """Say whether the date is half a year or more: much is told of "this year", in one story, too."""
    days = when.days(event.told.event.date)
    return days is not None and days[1] - days[0] > _WIDE


def _at_least(enough: float, score: float) -> float:
    return score if score >= enough else 0.0


def _share_a_name(one: Event, other: Event) -> bool:
    """Say whether a name, or two numbers, stand in both: "the tender offer expired on Friday" is many companies'."""
    shared = one.terms & other.terms
    return any(t[0].isupper() for t in shared) or sum(t[0] in _DIGITS for t in shared) >= _NUMBERS


def _is_unnamed(event: Event) -> bool:
    """Say whether a pronoun stands for who did it: two companies' "it cut its prices" are not one event."""
    return not event.told.event.who and bool(_PRONOUN.search(" ".join(event.told.event.text.split(" ", 8)[:8])))


def of_one_story(one: Event, other: Event, words: "_Words") -> float:
    """Judge two events of one story, whose dates may differ."""
    mine, theirs = when.days(one.told.event.date), when.days(other.told.event.date)
    if mine == theirs:
        return _in_one_story(one, other, words)
    if mine is None or theirs is None:
        return 0.0
    if (mine[0] <= theirs[0] and theirs[1] <= mine[1]) or (theirs[0] <= mine[0] and mine[1] <= theirs[1]):
        return _at_least(_ENOUGH_VAGUE, words.alike(one, other))
    near = abs(mine[0] - theirs[0]) <= _DAYS_APART and _share_a_name(one, other)
    return _at_least(_ENOUGH_APART, words.alike(one, other)) if near else 0.0


def joined(parts: Sequence[Sequence[Event]], bucket: Sequence[Event], judge: Judge) -> list[list[Event]]:
    """Return the parts of a bucket, and what was joined with them before, with those as one whose events are all alike; the most alike first."""
    words = _Words.of(bucket)
    groups = {event.place: group for group in map(list, parts) for event in group}
    found = ((judge(a, b, words), a, b) for a, b in _candidates(bucket, words))
    likely = [(score, a, b) for score, a, b in found if score]
    for _, a, b in sorted(likely, key=lambda p: (-p[0], p[1].place, p[2].place)):
        mine, theirs = groups[a.place], groups[b.place]
        if mine is not theirs and all(_may_be_one(i, j) and judge(i, j, words) for i in mine for j in theirs):
            mine += theirs
            groups.update((event.place, mine) for event in theirs)
    return distinct(groups.values())


def distinct(groups: Iterable[list[Event]]) -> list[list[Event]]:
    """Return each group once, in the order in which they first come."""
    return list({id(group): group for group in groups}.values())


@dataclass(frozen=True, slots=True)
class _Words:
    """How much the words of a bucket's events weigh: more where few events have them, names and numbers more."""

    weights: dict[str, float]
    """Squared; a word of another bucket weighs as if rare."""
    lengths: dict[int, float]
    """Of an event's words, by its place."""

    @classmethod
    def of(cls, bucket: Sequence[Event]) -> "_Words":
        counts = Counter(chain.from_iterable(event.terms for event in bucket))
        size = len(bucket) + _RARE
        squared = {n: log(1 + size / n) ** 2 for n in set(counts.values())}
        weights = {t: squared[n] * (1.0 if t[0].islower() else _NAME_WEIGHT**2) for t, n in counts.items()}
        return cls(weights, {})

    def weight(self, terms: Iterable[str]) -> float:
        get = self.weights.get
        return fsum(get(term, _RARE_WEIGHT) for term in terms)

    def length(self, event: Event) -> float:
        if event.place not in self.lengths:
            self.lengths[event.place] = self.weight(event.terms)
        return self.lengths[event.place]

    def alike(self, one: Event, other: Event) -> float:
        """Return the cosine of the weighted words of two events."""
        lengths = self.length(one) * self.length(other)
        return self.weight(one.terms & other.terms) / sqrt(lengths) if lengths else 0.0

    def heaviest(self, event: Event) -> list[str]:
        weights = self.weights
        return sorted(event.terms, key=lambda term: (-weights[term], term))[:_HEAVIEST]


def _candidates(bucket: Sequence[Event], words: _Words) -> Iterable[tuple[Event, Event]]:
    """Yield pairs that share two of their heaviest words."""
    holders: dict[str, list[int]] = {}
    for index, event in enumerate(bucket):
        for term in words.heaviest(event):
            holders.setdefault(term, []).append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if 1 < len(held) <= _MOST_HOLDERS:
            shared.update(combinations(held, 2))
    for (first, second), count in shared.items():
        if count >= _FEWEST_RARE and _may_be_one(bucket[first], bucket[second]):
            yield bucket[first], bucket[second]


def _may_be_one(one: Event, other: Event) -> bool:
    """Say whether articles, shared words, who did it and numbers allow it."""
    if one.told.article == other.told.article or len(one.terms & other.terms) < _COMMON_WORDS:
        return False
    if one.doer and other.doer and one.doer.isdisjoint(other.doer):
        return False
    return not (one.numbers and other.numbers) or not one.numbers.isdisjoint(other.numbers)
