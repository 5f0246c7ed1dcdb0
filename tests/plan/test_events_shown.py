"""Events in words: the date with all that its source says of it, and the name behind a pronoun."""

import pytest

from sitegen.model.annotations import Aspect, Signal
from sitegen.model.site import CardEvent
from sitegen.plan.dates import of_event
from sitegen.plan.parts import event_words
from sitegen.words import ENGLISH


def told(text: str = "He resigned", date: str | None = None, **more: object) -> CardEvent:
    given = {"mod": None, "expression": "", "aspect": Aspect.PAST, "speakers": (), **more}
    return CardEvent(anchor="event-1", text=text, date=date, **given)  # type: ignore[arg-type]  # fields of CardEvent


@pytest.mark.parametrize(
    ("date", "more", "words", "machine"),
    [
        ("2003", {"signal": Signal.SINCE}, "since 2003", "2003"),
        ("2003", {"signal": Signal.SINCE, "mod": "START"}, "since early 2003", "2003"),
        ("2024-12-03", {"signal": Signal.BY}, "by 3 December 2024", "2024-12-03"),
        ("2025", {"signal": Signal.BY, "mod": "END"}, "by late 2025", "2025"),
        ("2025-SU", {"signal": Signal.BEFORE}, "before summer 2025", ""),
        ("2020", {"signal": Signal.AFTER}, "after 2020", "2020"),
        ("2025-03", {"signal": Signal.UNTIL}, "until March 2025", "2025-03"),
        ("2025-03", {"signal": Signal.FROM}, "from March 2025", "2025-03"),
        ("1932", {"until": "1933"}, "1932 to 1933", ""),
        ("2024-05-03", {"until": "2024-05-09"}, "3 May 2024 to 9 May 2024", ""),
        ("2024-11-19", {"length": "P1000D"}, "1,000 days up to about 19 November 2024", "P1000D"),
        ("2024-11-19", {"length": "P1Y"}, "1 year up to about 19 November 2024", ""),
    ],
)
def test_a_date_keeps_the_word_that_ties_the_event_to_it(
    date: str, more: dict[str, object], words: str, machine: str
) -> None:
    made = of_event(ENGLISH, told(date=date, **more))
    assert made
    assert (made.words, made.machine) == (words, machine)


def test_a_date_from_a_nearby_sentence_says_so() -> None:
    made = of_event(ENGLISH, told(date="2024-07", carried=True))
    assert made
    assert made.precision == "month only, from a nearby sentence"


def test_what_has_no_date_shows_none() -> None:
    assert of_event(ENGLISH, told()) is None
    assert of_event(ENGLISH, told(length="P1000D")) is None


def test_the_name_stands_behind_the_pronoun() -> None:
    assert event_words(told(who="Jan Brandt")) == "He [Jan Brandt] resigned"
    assert event_words(told("In May she left", who="Eva Keller")) == "In May she [Eva Keller] left"
    assert (
        event_words(told("When the heat came, it closed", who="Nordbahn")) == "When the heat came, it [Nordbahn] closed"
    )
    assert event_words(told()) == "He resigned"
