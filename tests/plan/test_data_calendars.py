"""Calendars: what is scheduled for a day, and nothing that would be a guess."""

from typing import Any

import pytest

from sitegen.model.annotations import Aspect, Signal
from sitegen.model.data_pages import CalendarEvent
from sitegen.model.site import Topic
from sitegen.plan.calendars import calendar_pages, calendar_view
from sitegen.plan.parts import desk
from sitegen.words import ENGLISH
from tests.plan.sites import TODAY, happens, told
from tests.samples import card


def scheduled(*cards: Any, **more: Any) -> tuple[CalendarEvent, ...]:
    return calendar_view(desk(told(cards, **more), TODAY, ENGLISH), None).events


def one(words: str, day: str, **more: Any) -> tuple[CalendarEvent, ...]:
    return scheduled(card("harbour", events=(happens(1, words, day, **more),)))


def test_an_event_of_a_day_is_a_whole_day() -> None:
    (event,) = one("The bridge opens on 2 June 2025", "2025-06-02")
    assert (event.first, event.last) == ("2025-06-02", "2025-06-02")
    assert event.words == "The bridge opens on 2 June 2025"
    assert event.stamp == "2025-01-01T00:00:00+00:00"


def test_a_time_of_day_is_of_its_day() -> None:
    (event,) = one("The bridge opens at noon on 2 June 2025", "2025-06-02T12:00")
    assert event.first == "2025-06-02"


def test_a_period_of_two_known_days_lasts_until_the_second() -> None:
    (event,) = one("The fair runs from 3 to 9 May", "2025-05-03", until="2025-05-09", signal=Signal.FROM)
    assert (event.first, event.last) == ("2025-05-03", "2025-05-09")


@pytest.mark.parametrize("day", ["2025-06", "2025", "2025-W23", "2025-SU", "2025-Q2", "2025-W23-WE", "FUTURE_REF"])
def test_less_than_a_day_is_no_day(day: str) -> None:
    assert one("The bridge opens then", day) == ()


@pytest.mark.parametrize(
    "more",
    [
        {"signal": Signal.BY},
        {"signal": Signal.BEFORE},
        {"signal": Signal.UNTIL},
        {"signal": Signal.AFTER},
        {"signal": Signal.SINCE},
        {"mod": "APPROX"},
        {"mod": "ON_OR_BEFORE"},
        {"length": "P10D"},
        {"until": "2025-07"},
        {"aspect": Aspect.PAST},
        {"aspect": Aspect.EXPECTED},
    ],
)
def test_a_limit_a_length_and_what_is_not_scheduled_are_left_out(more: dict[str, Any]) -> None:
    assert one("The bridge opens on 2 June 2025", "2025-06-02", **more) == ()


@pytest.mark.parametrize(
    "words", ["Work will end by {}", "It opens no later than {}", "between {} and 9 June", "It runs from May to {}"]
)
def test_a_limit_that_only_the_words_tell_is_left_out(words: str) -> None:
    assert one(words.format("2 June 2025"), "2025-06-02", expression="2 June 2025") == ()


@pytest.mark.parametrize("words", ["It had been scheduled to open on {}", "The fair on {} was called off"])
def test_what_is_scheduled_no_more_is_left_out(words: str) -> None:
    assert one(words.format("2 June 2025"), "2025-06-02", expression="2 June 2025") == ()


def test_an_opening_moved_to_a_day_is_on_that_day() -> None:
    assert one("The opening was moved to 2 June 2025", "2025-06-02", expression="2 June 2025")


def test_an_event_of_two_articles_stands_once_and_keeps_its_name_when_a_third_tells_it() -> None:
    words = "The new harbour bridge of Port Ellery opens to traffic on 2 June 2025"
    cards = [
        card(name, day, events=(happens(1, words, "2025-06-02"),))
        for name, day in (("first", "2025-01-01"), ("second", "2025-01-03"), ("third", "2025-01-05"))
    ]
    (before,) = scheduled(*cards[:2])
    (after,) = scheduled(*cards)
    assert before.uid == after.uid == "first.event-1@sitegen"
    assert [title for title, _ in after.sources] == ["First", "Second", "Third"]
    assert after.stamp == "2025-01-05T00:00:00+00:00"


def test_long_words_are_cut_between_words() -> None:
    (event,) = one("The bridge " * 30, "2025-06-02")
    assert len(event.words) <= 120
    assert event.words.endswith(" The …")


def test_a_date_from_a_nearby_sentence_is_said_to_be_one() -> None:
    (event,) = one("The bridge opens", "2025-06-02", carried=True)
    assert event.notes == ("The date stands in a nearby sentence.",)


def test_an_undated_article_has_a_stamp_of_no_day() -> None:
    (event,) = scheduled(card("harbour", None, events=(happens(1, "It opens on 2 June 2025", "2025-06-02"),)))
    assert event.stamp == "1970-01-01T00:00:00+00:00"


def test_each_topic_has_a_calendar_of_its_own_articles() -> None:
    cards = (
        card("harbour", events=(happens(1, "The bridge opens", "2025-06-02"),)),
        card("ferry", events=(happens(1, "The last ferry sails", "2025-06-03"),)),
    )
    topics = (Topic(slug="bridges", name="Bridges", articles=("harbour",)), Topic(slug="empty", name="Empty"))
    pages = list(calendar_pages(desk(told(cards, topics=topics), TODAY, ENGLISH)))
    found = {page.path: [e.words for e in page.view.events] for page in pages}  # type: ignore[union-attr] # calendars all
    assert found == {
        "calendar.ics": ["The bridge opens", "The last ferry sails"],
        "topics/bridges/calendar.ics": ["The bridge opens"],
        "topics/empty/calendar.ics": [],
    }
    assert pages[1].view.events[0].topics == ("Bridges",)  # type: ignore[union-attr] # a calendar
