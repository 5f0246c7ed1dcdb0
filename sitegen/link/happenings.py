"""Which events of different articles are one? Events in the order of the timeline in, happenings out.

Two events are one only where their dates allow it and their words say so (same_event.py): first those of one date, then those of one story, whose dates may
differ. What is not sure stays apart: a reader sees two entries, not a wrong one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sitegen import fingerprint
from sitegen.link.same_event import Event, Judge, distinct, joined, of_one_date, of_one_story
from sitegen.link.timeline import order
from sitegen.model import when
from sitegen.model.annotations import Aspect
from sitegen.model.site import Dated, Happening

Joined = tuple[tuple[int, ...], ...]
"""Of the events that are looked at together, in their order: the places of those that are one."""

_Groups = dict[int, list[Event]]
"""By place in the timeline, of the events that are one with others."""


def happenings(
    timeline: Sequence[Dated], stories: Mapping[str, str], marks: Mapping[str, str], before: Mapping[str, Joined]
) -> tuple[tuple[Happening, ...], dict[str, Joined]]:
    """Return the events, those that are one joined, in the order of the timeline; and what of it is worth remembering.

    stories: by article id, of those in one; marks: by article id, what changes with an article; before: what the last run returned, or nothing.
    """
    events = [Event(d, stories.get(d.article, ""), i) for i, d in enumerate(timeline)]
    groups: _Groups = {}
    kept: dict[str, Joined] = {}
    for bucket, judge in _buckets(events):
        parts = distinct(groups.get(event.place) or [event] for event in bucket)
        key = _key(parts, marks, judge)
        kept[key] = before[key] if key in before else _places(parts, joined(parts, bucket, judge))
        members = [event for part in parts for event in part]
        for found in ([members[i] for i in places] for places in kept[key]):
            groups.update((event.place, found) for event in found)
    alone = (_alone(d) for place, d in enumerate(timeline) if place not in groups)
    return tuple(sorted((*alone, *map(_happening, distinct(groups.values()))), key=_order)), kept


def _buckets(events: Sequence[Event]) -> Iterator[tuple[list[Event], Judge]]:
    """Yield the events that may be one, and how to judge it: those of a date, then those of a story."""
    for bucket in _gathered(events, lambda e: e.told.event.date or f"-{e.story or e.told.article}"):
        yield bucket, of_one_date
    for bucket in _gathered((e for e in events if e.story), lambda e: e.story):
        yield bucket, of_one_story


def _gathered(events: Iterable[Event], key: Callable[[Event], str]) -> Iterator[list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(key(event), []).append(event)
    return (bucket for bucket in found.values() if len(bucket) > 1)


def _key(parts: Iterable[Iterable[Event]], marks: Mapping[str, str], judge: Judge) -> str:
    """Return what changes where these events, their articles or their stories do, or what was joined before."""
    known = (" ".join(f"{marks.get(e.told.article)} {e.told.event.anchor} {e.story}" for e in part) for part in parts)
    return fingerprint.of_text("\n".join((judge.__name__, *known)))


def _places(parts: Iterable[Iterable[Event]], found: Iterable[Sequence[Event]]) -> Joined:
    """Return where the events of each group of several stand among those of the parts."""
    members = (event for part in parts for event in part)
    places = {event.place: i for i, event in enumerate(members)}
    return tuple(tuple(places[event.place] for event in group) for group in found if len(group) > 1)


def _alone(told: Dated) -> Happening:
    event = told.event
    return Happening(tellings=(told,), date=event.date, mod=event.mod, aspect=event.aspect)


def _happening(group: Iterable[Event]) -> Happening:
    """Return one entry for a group: the date that most of the precise ones give, and what speaks against it."""
    told = [event.told for event in sorted(group, key=lambda e: e.place)]
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
