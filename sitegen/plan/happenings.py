"""How are events shown that several articles tell? The desk's happenings in, events of a timeline out."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sitegen.model import when
from sitegen.model.annotations import Aspect
from sitegen.model.shown import EventGroup, Link, ShownEvent
from sitegen.model.site import Card, Dated, Happening
from sitegen.plan import dates
from sitegen.plan.parts import (
    Desk,
    event,
    gap_words,
    place_of,
    report_links,
    shared_anchor,
    year_group,
    year_of,
)
from sitegen.plan.sure_dates import start_of_happening


def happenings_of(at: Desk, cards: Iterable[Card]) -> list[Happening]:
    """Return what these articles tell, in the order of the timeline, each once."""
    mine = {_first(h): h for card in cards for h in at.happenings.get(card.id, ())}
    return sorted(mine.values(), key=lambda h: _place(at, h))


def _first(happening: Happening) -> tuple[str, str]:
    return happening.tellings[0].article, happening.tellings[0].event.anchor


def _place(at: Desk, happening: Happening) -> int:
    return at.places[_first(happening)]


def happening_groups(at: Desk, happenings: Iterable[Happening]) -> tuple[EventGroup, ...]:
    """Return ordered happenings by year, those without a date in a place of their own, gaps of over 90 days named."""
    made: dict[str, list[ShownEvent]] = {}
    before: date | None = None
    for item in happenings:
        days = when.days(item.date)
        gap = gap_words(at, before, days[0]) if days else ""
        before = days[1] if days else before
        made.setdefault(year_of(item.date), []).append(replace(shown_happening(at, item), gap=gap))
    return tuple(year_group(at, year, events) for year, events in made.items())


def shown_happening(at: Desk, happening: Happening) -> ShownEvent:
    """Return a happening in the words of the article that tells it best, with all who tell it."""
    first, *others = happening.tellings
    lead = event(at, at.cards[first.article], first.event, anchor=shared_anchor(first))
    same = first.event.date == happening.date
    return replace(
        lead,
        date=lead.date if same else dates.shown(at.words, happening.date, happening.mod),
        aspect=happening.aspect,
        start=start_of_happening(happening),
        also=_also(at, first.article, others),
        note=disagreement(at, happening),
        passed=_passed(at, happening),
    )


def _also(at: Desk, lead: str, others: Iterable[Dated]) -> tuple[Link, ...]:
    """Return the other articles that tell it, each once."""
    places: dict[str, str] = {}
    for told in others:
        if told.article != lead:
            places.setdefault(told.article, place_of(at, at.cards[told.article], told.event.anchor))
    return report_links(at, tuple(places.items()), beside=lead)


def disagreement(at: Desk, happening: Happening) -> str:
    """Say which other dates articles give."""
    found = [shown.words for value in happening.otherwise if (shown := dates.shown(at.words, value))]
    return at.words("Articles disagree about the date: also %(dates)s.", dates=at.words.listed(found)) if found else ""


def _passed(at: Desk, happening: Happening) -> bool:
    """Say whether the day of what was scheduled has passed without a report that it happened."""
    days = when.days(happening.date)
    return happening.aspect is Aspect.SCHEDULED and days is not None and days[1] <= at.today
