"""Which events of different articles are one? Events in the order of the timeline in, happenings out.

Two events are one only where their dates allow it and their words say so: never two of one article, never two whose numbers differ; articles of one
story need less than strangers. What is not sure stays apart: a reader sees two entries, not a wrong one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain, combinations
from math import log, sqrt

from sitegen import fingerprint
from sitegen.link.timeline import order
from sitegen.model import when
from sitegen.model.annotations import Aspect
from sitegen.model.site import Dated, Happening

_ENOUGH = 0.65
"""Cosine of the weighted words of two events of strangers."""
_ENOUGH_IN_STORY = 0.4
_ENOUGH_VAGUE = 0.5
"""Of two events of one story, one of them dated less precisely."""
_ENOUGH_APART = 0.8
"""Of two events of one story whose days differ: the articles disagree."""
_ENOUGH_UNNAMED = 0.9
"""Of two events of strangers, where a pronoun stands for who did one of them."""
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
_DAYS_APART = timedelta(days=3)


Joined = tuple[tuple[int, ...], ...]
"""Of the events of one date, in their order: the places of those that are one."""


@dataclass(frozen=True, slots=True)
class _Event:
    told: Dated
    terms: frozenset[str]
    story: str
    place: int
    """In the timeline."""
    numbers: frozenset[str]
    """Of the terms."""


def happenings(
    timeline: Sequence[Dated], stories: Mapping[str, str], marks: Mapping[str, str], before: Mapping[str, Joined]
) -> tuple[tuple[Happening, ...], dict[str, Joined]]:
    """Return the events, those that are one joined, in the order of the timeline; and what of it is worth remembering.

    stories: by article id, of those in one; marks: by article id, what changes with an article; before: what the last run returned, or nothing.
    """
    events = [_event(d, stories.get(d.article, ""), i) for i, d in enumerate(timeline)]
    groups = {event.place: [event] for event in events}
    kept: dict[str, Joined] = {}
    for bucket in _gathered(events, lambda e: e.told.event.date or f"-{e.story or e.told.article}"):
        key = fingerprint.combined(f"{marks.get(e.told.article)} {e.told.event.anchor} {e.story}" for e in bucket)
        if key in before:
            _join_again(groups, bucket, before[key])
        else:
            _join(groups, bucket, _one_date)
        kept[key] = before[key] if key in before else _joined(groups, bucket)
    for bucket in _gathered((e for e in events if e.story), lambda e: e.story):
        _join(groups, bucket, _one_story)
    made = {id(group): group for group in groups.values()}
    return tuple(sorted(map(_happening, made.values()), key=_order)), kept


def _joined(groups: Mapping[int, list[_Event]], bucket: Sequence[_Event]) -> Joined:
    """Return which events of a bucket are one, by their places in it."""
    places = {event.place: i for i, event in enumerate(bucket)}
    parts = {id(group): group for event in bucket if len(group := groups[event.place]) > 1}
    return tuple(tuple(places[event.place] for event in part) for part in parts.values())


def _join_again(groups: dict[int, list[_Event]], bucket: Sequence[_Event], joined: Joined) -> None:
    for part in joined:
        group = [bucket[i] for i in part]
        groups.update((event.place, group) for event in group)


def _event(told: Dated, story: str, place: int) -> _Event:
    terms = frozenset(told.event.terms)
    return _Event(told, terms, story, place, frozenset(t for t in terms if t[0] in _DIGITS))


def _gathered(events: Iterable[_Event], key: Callable[[_Event], str]) -> Iterable[list[_Event]]:
    found: dict[str, list[_Event]] = {}
    for event in events:
        found.setdefault(key(event), []).append(event)
    return (bucket for bucket in found.values() if len(bucket) > 1)


_Judge = Callable[[_Event, _Event, "_Words"], float]
"""How alike two events are that can be one; 0: they cannot."""


def _one_date(one: _Event, other: _Event, words: "_Words") -> float:
    """Judge two events of one date."""
    if one.story and one.story == other.story:
        return _at_least(_ENOUGH_IN_STORY, words.alike(one, other))
    if not _share_a_name(one, other):
        return 0.0
    score = _at_least(_ENOUGH, words.alike(one, other))
    return 0.0 if score < _ENOUGH_UNNAMED and (_is_unnamed(one) or _is_unnamed(other)) else score


def _at_least(enough: float, score: float) -> float:
    return score if score >= enough else 0.0


def _share_a_name(one: _Event, other: _Event) -> bool:
    """Say whether a name, or two numbers, stand in both: "the tender offer expired on Friday" is many companies'."""
    shared = one.terms & other.terms
    return any(t[0].isupper() for t in shared) or sum(t[0] in _DIGITS for t in shared) >= _NUMBERS


def _is_unnamed(event: _Event) -> bool:
    """Say whether a pronoun stands for who did it: two companies' "it cut its prices" are not one event."""
    return not event.told.event.who and bool(_PRONOUN.search(" ".join(event.told.event.text.split(" ", 8)[:8])))


def _one_story(one: _Event, other: _Event, words: "_Words") -> float:
    """Judge two events of one story, whose dates may differ."""
    mine, theirs = when.days(one.told.event.date), when.days(other.told.event.date)
    if mine == theirs:
        return _at_least(_ENOUGH_IN_STORY, words.alike(one, other))
    if mine is None or theirs is None:
        return 0.0
    if (mine[0] <= theirs[0] and theirs[1] <= mine[1]) or (theirs[0] <= mine[0] and mine[1] <= theirs[1]):
        return _at_least(_ENOUGH_VAGUE, words.alike(one, other))
    near = abs(mine[0] - theirs[0]) <= _DAYS_APART
    return _at_least(_ENOUGH_APART, words.alike(one, other)) if near else 0.0


def _join(groups: dict[int, list[_Event]], bucket: Sequence[_Event], judge: _Judge) -> None:
    """Join groups whose events are all alike, the most alike first."""
    words = _Words.of(bucket)
    found = ((judge(a, b, words), a, b) for a, b in _candidates(bucket, words))
    likely = [(score, a, b) for score, a, b in found if score]
    for _, a, b in sorted(likely, key=lambda p: (-p[0], p[1].place, p[2].place)):
        mine, theirs = groups[a.place], groups[b.place]
        if mine is not theirs and all(_may_be_one(i, j) and judge(i, j, words) for i in mine for j in theirs):
            mine += theirs
            groups.update((event.place, mine) for event in theirs)


@dataclass(frozen=True, slots=True)
class _Words:
    """How much the words of a bucket's events weigh: more where few events have them, names and numbers more."""

    weights: dict[str, float]
    """Squared; a word of another bucket weighs as if rare."""
    lengths: dict[int, float]
    """Of an event's words, by its place."""

    @classmethod
    def of(cls, bucket: Sequence[_Event]) -> "_Words":
        counts = Counter(chain.from_iterable(event.terms for event in bucket))
        size = len(bucket) + _RARE
        squared = {n: log(1 + size / n) ** 2 for n in set(counts.values())}
        weights = {t: squared[n] * (1.0 if t[0].islower() else _NAME_WEIGHT**2) for t, n in counts.items()}
        return cls(weights, {})

    def weight(self, terms: Iterable[str]) -> float:
        get = self.weights.get
        return sum(get(term, _RARE_WEIGHT) for term in terms)

    def length(self, event: _Event) -> float:
        if event.place not in self.lengths:
            self.lengths[event.place] = self.weight(event.terms)
        return self.lengths[event.place]

    def alike(self, one: _Event, other: _Event) -> float:
        """Return the cosine of the weighted words of two events."""
        lengths = self.length(one) * self.length(other)
        return self.weight(one.terms & other.terms) / sqrt(lengths) if lengths else 0.0

    def heaviest(self, event: _Event) -> list[str]:
        weights = self.weights
        return sorted(event.terms, key=lambda term: (-weights[term], term))[:_HEAVIEST]


def _candidates(bucket: Sequence[_Event], words: _Words) -> Iterable[tuple[_Event, _Event]]:
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


def _may_be_one(one: _Event, other: _Event) -> bool:
    """Say whether articles, shared words and numbers allow it."""
    if one.told.article == other.told.article or len(one.terms & other.terms) < _COMMON_WORDS:
        return False
    return not (one.numbers and other.numbers) or not one.numbers.isdisjoint(other.numbers)


def _happening(group: Sequence[_Event]) -> Happening:
    """Return one entry for a group: the date that most of the precise ones give, and what speaks against it."""
    told = [event.told for event in sorted(group, key=lambda e: e.place)]
    if len(told) == 1:
        only = told[0].event
        return Happening(tellings=(told[0],), date=only.date, mod=only.mod, aspect=only.aspect)
    date = _agreed(told)
    lead = next(d for d in told if d.event.date == date)
    rest = [d for d in told if d is not lead]
    return Happening(
        tellings=(lead, *rest),
        date=date,
        mod=lead.event.mod,
        aspect=Aspect.PAST if any(d.event.aspect is Aspect.PAST for d in told) else lead.event.aspect,
        otherwise=_otherwise(date, [d.event.date for d in rest]),
    )


def _agreed(told: Sequence[Dated]) -> str | None:
    """Return the shortest date; of several as short, the one of the most articles, then of the first."""
    found: dict[str, int] = {}
    for value in (d.event.date for d in told):
        if value:
            found[value] = found.get(value, 0) + 1
    lengths = {value: days[1] - days[0] for value in found if (days := when.days(value))}
    return min(lengths, key=lambda v: (lengths[v], -found[v]), default=None)


def _otherwise(date: str | None, others: Iterable[str | None]) -> tuple[str, ...]:
    mine = when.days(date)
    apart = {v for v in others if mine and v and (d := when.days(v)) and not (d[0] <= mine[0] and mine[1] <= d[1])}
    return tuple(sorted(apart))


def _order(happening: Happening) -> tuple[object, ...]:
    first = happening.tellings[0]
    return (*order(happening.date), first.article, first.event.anchor)
