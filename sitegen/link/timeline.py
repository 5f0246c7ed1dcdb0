"""In which order events of all articles stand; input: cards in their order."""

from datetime import date
from functools import lru_cache

from sitegen.model import when
from sitegen.model.site import Card, Dated


def timeline(cards: tuple[Card, ...]) -> tuple[Dated, ...]:
    """Return all events by first possible day, the more precise before the vaguer; those without a date last."""
    found = [Dated(article=card.id, event=event) for card in cards for event in card.events]
    return tuple(sorted(found, key=lambda d: order(d.event.date)))


@lru_cache(maxsize=100_000)
def order(value: str | None) -> tuple[bool, date, date, str]:
    """Return what dates (TIMEX3) are ordered by."""
    days = when.days(value)
    if days is None:
        return True, date.max, date.max, ""
    return False, days[0], days[1], value or ""
