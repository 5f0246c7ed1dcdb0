"""Which dates of events are told to machines as facts? Those that the event's own words give, that are neither "about" nor "by" nor "since" it, and of what was or is to be, not of what is expected."""

import re

from sitegen.model.annotations import Aspect
from sitegen.model.site import CardEvent, Happening

_CALENDAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=T|$)")


def start_of_event(told: CardEvent) -> str:
    """Return the date of an event, as precise as known; empty where it is not sure."""
    vague = told.mod or told.signal or told.length or told.carried or told.until not in {None, told.date}
    found = _CALENDAR.match(told.date or "")
    return found[0] if found and not vague and told.aspect is not Aspect.EXPECTED else ""


def start_of_happening(happening: Happening) -> str:
    """Return the date that articles agree on."""
    if happening.otherwise or happening.aspect is Aspect.EXPECTED:
        return ""
    agreed = (start_of_event(t.event) for t in happening.tellings if t.event.date == happening.date)
    return next(filter(None, agreed), "")
