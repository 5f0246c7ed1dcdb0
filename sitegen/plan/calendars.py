"""What is in the calendars: happenings that are scheduled for a day. What is known to a month only, or by a limit ("by", "before", "until"), is no day and stays out; input: the desk."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sitegen.model import when
from sitegen.model.annotations import Aspect, Signal
from sitegen.model.data_pages import CalendarEvent, CalendarView
from sitegen.model.page import Page
from sitegen.model.site import Card, CardEvent, Dated, Happening, Topic
from sitegen.plan import urls
from sitegen.plan.feed_items import first_telling, moment_of
from sitegen.plan.happenings import disagreement, happenings_of
from sitegen.plan.parts import Desk, event_words, place_of

_WORDS = 120
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?")
_ON_THE_DAY = (None, Signal.FROM)
_LIMIT = re.compile(
    r"\b(?:by|until|till|before|after|since|between|within|through|prior to|ahead of|no later than|not later than|following|beyond|as early as|as soon as|as late as)"
    r"(?: (?:the|about|around|midnight|noon|end of|early|mid|late))* ?$",
    re.IGNORECASE,
)
"""Words that make a date a limit, where the event's own words have them and its signal does not say so: an older annotation, or an editor's."""
_CALLED_OFF = re.compile(r"\b(?:originally|had been|cancel(?:l?ed|s)|called? off|no longer)\b", re.IGNORECASE)
"""Words of what was scheduled once and is not any more."""
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for the publication of articles of which none has a date."""


def calendar_pages(at: Desk) -> Iterable[Page]:
    """Yield the calendar of everything, and one for each topic; one without events too, for somebody may subscribe to it."""
    for topic in (None, *at.site.topics):
        view = calendar_view(at, topic)
        yield Page(path=view.address, template="calendar", view=view)


def calendar_view(at: Desk, topic: Topic | None) -> CalendarView:
    """Return the calendar of a topic, or of everything."""
    cards = [at.cards[a] for a in topic.articles] if topic else []
    happenings = happenings_of(at, cards) if topic else at.site.happenings
    events = [event for happening in happenings if (event := _event(at, happening))]
    page = urls.topic(topic.slug) if topic else urls.HOME
    return CalendarView(
        name=f"{topic.name} · {at.config.title}" if topic else at.config.title,
        description=at.words("What is scheduled, with who reported it"),
        base_url=at.config.base_url,
        address=urls.calendar(page),
        page=page,
        events=tuple(sorted(events, key=lambda e: (e.first, e.uid))),
    )


def _event(at: Desk, happening: Happening) -> CalendarEvent | None:
    """Return a happening as an event of whole days; None where it is not scheduled for a day."""
    told = next((d for d in happening.tellings if d.event.date == happening.date), None)
    span = _days(told) if told and happening.aspect is Aspect.SCHEDULED and not happening.mod else None
    if not told or not span:
        return None
    cards = [at.cards[a] for a in dict.fromkeys(d.article for d in happening.tellings)]
    return CalendarEvent(
        uid=_uid(at, happening),
        words=_clipped(event_words(told.event)),
        notes=tuple(_notes(at, told, happening)),
        sources=tuple(_sources(at, happening)),
        first=span[0],
        last=span[1],
        stamp=max(_stamp(at, card) for card in cards).isoformat(),
        topics=tuple(dict.fromkeys(t.name for card in cards for t in at.topics.get(card.id, ()))),
    )


def _days(told: Dated) -> tuple[str, str] | None:
    """Return the first and the last day of an event; None where its date is a limit, a length, or less than a day's precision."""
    event = told.event
    ends = (event.date, event.until or event.date)
    found = [m[1] for value in ends if when.days(value) and (m := _DAY.fullmatch(value or ""))]
    exact = event.signal in _ON_THE_DAY and not event.mod and not event.length and not _limited(event)
    return (found[0], found[1]) if exact and len(found) == len(ends) and found[0] <= found[1] else None


def _limited(event: CardEvent) -> bool:
    """Say whether the words make the date a limit, the end of a period that the event does not name, or one that holds no more."""
    if _CALLED_OFF.search(event.text):
        return True
    text, expression = (" ".join(words.split()) for words in (event.text, event.expression))
    if not expression or expression not in text:
        return False
    before = text.partition(expression)[0]
    ends = before.rstrip().endswith(" to") and " from " in f" {before}"
    return ends or _LIMIT.search(before[-60:]) is not None


def _uid(at: Desk, happening: Happening) -> str:
    """Return what names an event for good: of the oldest article that tells it, which no later one changes."""
    oldest = first_telling(at, happening)
    return f"{oldest.article}.{oldest.event.anchor}@sitegen"


def _clipped(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _WORDS else words[: _WORDS - 2].rsplit(" ", 1)[0] + " …"


def _notes(at: Desk, told: Dated, happening: Happening) -> Iterable[str]:
    if told.event.carried:
        yield at.words("The date stands in a nearby sentence.")
    if note := disagreement(at, happening):
        yield note


def _sources(at: Desk, happening: Happening) -> Iterable[tuple[str, str]]:
    """Yield the articles that tell it, each once, with the place of its words."""
    places: dict[str, str] = {}
    for told in happening.tellings:
        places.setdefault(told.article, told.event.anchor)
    for article, anchor in places.items():
        card = at.cards[article]
        yield card.title, place_of(at, card, anchor)


def _stamp(at: Desk, card: Card) -> datetime:
    if not when.days(card.published.value):
        return _NEVER
    return moment_of(card, ZoneInfo(at.config.timezone)).astimezone(UTC)
