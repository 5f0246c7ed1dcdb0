"""How is a calendar written? As iCalendar (RFC 5545, with the names of RFC 7986), such that calendar programs keep an event through every rebuild."""

from datetime import date, datetime, timedelta
from functools import partial

from icalendar import Calendar, Event

from sitegen.model.data_pages import CalendarEvent, CalendarView
from sitegen.render.addresses import Here
from sitegen.render.characters import fit


def calendar(view: CalendarView) -> bytes:
    """Return the calendar; its bytes hang on its events alone, never on the clock."""
    here = Here(path=view.address, base_url=view.base_url)
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", "-//sitegen//digest//EN")
    made.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):
        made.add(name, fit(view.name))
    for name in ("description", "x-wr-caldesc"):
        made.add(name, fit(view.description))
    made.add("url", here.absolute(view.page))
    made.add("source", here.absolute(view.address), parameters={"VALUE": "URI"})
    made.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    for event in view.events:
        made.add_component(_event(event, here))
    written: bytes = made.to_ical()
    return written


def _event(event: CalendarEvent, here: Here) -> Event:
    made = Event()
    add = partial(made.add)
    add("uid", fit(event.uid))
    add("dtstamp", datetime.fromisoformat(event.stamp))
    add("dtstart", date.fromisoformat(event.first))
    add("dtend", date.fromisoformat(event.last) + timedelta(days=1))  # the day after the last one
    add("summary", _line(event.words))
    add("description", "\n".join(_description(event, here)))
    add("url", here.absolute(event.sources[0][1]))
    if topics := [_line(topic) for topic in event.topics]:
        add("categories", topics)
    add("transp", "TRANSPARENT")  # news makes nobody busy
    return made


def _description(event: CalendarEvent, here: Here) -> list[str]:
    sources = (f"{_line(title)}\n{here.absolute(address)}" for title, address in event.sources)
    return [*map(_line, event.notes), *sources]


def _line(words: str) -> str:
    return " ".join(fit(words).split())
