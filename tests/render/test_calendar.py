"""A calendar as calendar programs read it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from icalendar import Calendar

from sitegen.model.data_pages import CalendarEvent, CalendarView
from sitegen.render.calendar import calendar

EVENT = CalendarEvent(
    uid="2025-01-01-bridge.event-1@sitegen",
    words="Brücke; opens, at last \u202e\x07",
    notes=("The date stands in a nearby sentence.",),
    sources=(("A bridge, at last", "articles/x/#event-1"), ("Ferry: the end", "articles/é/#card-event-2")),
    first="2025-06-02",
    last="2025-06-04",
    stamp="2025-01-01T09:30:00+00:00",
    topics=("Bridges, old", "Ferries"),
)
VIEW = CalendarView(
    name="Ellery, daily",
    description="What is scheduled, with who reported it",
    base_url="https://example.org/sub/",
    address="topics/bridges/calendar.ics",
    page="topics/bridges/",
    events=(EVENT,),
)


def test_a_real_library_reads_what_was_written() -> None:
    read = Calendar.from_ical(calendar(VIEW))
    (event,) = read.walk("VEVENT")
    assert (event["UID"], event["SUMMARY"]) == (EVENT.uid, "Brücke; opens, at last")
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2025, 6, 2), date(2025, 6, 5))
    assert event.decoded("DTSTAMP") == datetime(2025, 1, 1, 9, 30, tzinfo=UTC)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert [str(name) for name in event["CATEGORIES"].cats] == ["Bridges, old", "Ferries"]
    assert event["URL"] == "https://example.org/sub/articles/x/#event-1"
    assert str(event["DESCRIPTION"]).split("\n") == [
        "The date stands in a nearby sentence.",
        "A bridge, at last",
        "https://example.org/sub/articles/x/#event-1",
        "Ferry: the end",
        "https://example.org/sub/articles/%C3%A9/#card-event-2",
    ]


def test_the_calendar_says_what_it_is_and_where() -> None:
    read = Calendar.from_ical(calendar(VIEW))
    assert str(read["NAME"]) == "Ellery, daily"
    assert b"X-WR-CALNAME:Ellery\\, daily\r\n" in calendar(VIEW)
    assert str(read["SOURCE"]) == "https://example.org/sub/topics/bridges/calendar.ics"
    assert str(read["URL"]) == "https://example.org/sub/topics/bridges/"


def test_lines_are_folded_and_end_as_the_standard_says() -> None:
    written = calendar(replace(VIEW, events=(replace(EVENT, words="Übergang " * 13),)))
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert max(map(len, written.split(b"\r\n"))) <= 75
    assert written.decode("utf-8")


def test_a_title_cannot_end_the_calendar() -> None:
    view = replace(VIEW, name="x\r\nEND:VCALENDAR\r\nBEGIN:VEVENT", events=(EVENT, replace(EVENT, uid="b")))
    assert [event["UID"] for event in Calendar.from_ical(calendar(view)).walk("VEVENT")] == [EVENT.uid, "b"]


def test_the_name_and_bytes_of_an_event_do_not_hang_on_the_clock() -> None:
    assert calendar(VIEW) == calendar(VIEW)
    moved = calendar(replace(VIEW, base_url="https://elsewhere.example/"))
    assert f"UID:{EVENT.uid}".encode() in moved


def test_a_calendar_without_events_is_one() -> None:
    assert Calendar.from_ical(calendar(replace(VIEW, events=()))).walk("VEVENT") == []
