"""How is a calendar written? As iCalendar (RFC 5545, with the names of RFC 7986), such that calendar programs keep an event through every rebuild."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from icalendar import Calendar, Event, vText

from sitegen.model.data_pages import CalendarEvent, CalendarView
from sitegen.render.addresses import Here
from sitegen.render.characters import fit

_END = b"END:VCALENDAR\r\n"


def calendar(view: CalendarView) -> bytes:
    """Return the calendar; its bytes hang on its events alone, never on the clock."""
    here = Here(path=view.address, base_url=view.base_url)
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", "-//sitegen//digest//EN")
    for name, words in (("name", view.name), ("description", view.description)):
        made.add(name, _line(words))
        made.add(f"x-wr-cal{name[:4]}", vText(_line(words)))  # what most read; told to be text, for its commas
    made.add("url", here.absolute(view.page))
    made.add("source", here.absolute(view.address), parameters={"VALUE": "URI"})
    made.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    written: bytes = made.to_ical()
    events = b"".join(_event(event, view.base_url) for event in view.events)
    return written.removesuffix(_END) + events + _END


@lru_cache(maxsize=4096)
def _event(event: CalendarEvent, base_url: str) -> bytes:
    """Return an event's lines; it stands in the calendars of its topics too."""
    here = Here(path="", base_url=base_url)
    made = Event()
    made.add("uid", fit(event.uid))
    made.add("dtstamp", datetime.fromisoformat(event.stamp))
    made.add("dtstart", date.fromisoformat(event.first))
    made.add("dtend", date.fromisoformat(event.last) + timedelta(days=1))  # the day after the last one
    made.add("summary", _line(event.words))
    made.add("description", "\n".join(_description(event, here)))
    made.add("url", here.absolute(event.sources[0][1]))
    if topics := [_line(topic) for topic in event.topics]:
        made.add("categories", topics)
    made.add("transp", "TRANSPARENT")  # news makes nobody busy
    written: bytes = made.to_ical()
    return written


def _description(event: CalendarEvent, here: Here) -> list[str]:
    sources = (f"{_line(title)}\n{here.absolute(address)}" for title, address in event.sources)
    return [*map(_line, event.notes), *sources]


def _line(words: str) -> str:
    return " ".join(fit(words).split())
