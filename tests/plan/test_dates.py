"""Dates in words: never more precise than the source."""

from datetime import UTC, datetime

import pytest

from sitegen.model.shown import ShownDate
from sitegen.model.when import UNKNOWN, How, When
from sitegen.plan.dates import published, published_day, shown
from sitegen.words import ENGLISH


@pytest.mark.parametrize(
    ("value", "words", "machine", "precision"),
    [
        ("2024-11-19", "19 November 2024", "2024-11-19", ""),
        ("2024-11-19T10:30:00+05:30", "19 November 2024, 10:30", "2024-11-19T10:30:00+05:30", ""),
        ("2024-11-19TMO", "19 November 2024, morning", "2024-11-19", ""),
        ("2024-07", "July 2024", "2024-07", "month only"),
        ("2024", "2024", "2024", "year only"),
        ("199", "1990s", "", "decade only"),
        ("19", "20th century", "", "century only"),
        ("20", "21st century", "", "century only"),
        ("2024-W47", "week of 18 November 2024", "2024-W47", "week only"),
        ("2024-Q3", "third quarter of 2024", "", "quarter only"),
        ("2024-WI", "winter 2024", "", "season only"),
    ],
)
def test_shown(value: str, words: str, machine: str, precision: str) -> None:
    assert shown(ENGLISH, value) == ShownDate(words=words, machine=machine, precision=precision)


@pytest.mark.parametrize("value", ["FUTURE_REF", "P3D", None])
def test_what_is_no_date_is_not_shown_as_one(value: str | None) -> None:
    assert shown(ENGLISH, value) is None


def test_a_modifier_stays() -> None:
    made = shown(ENGLISH, "2024", "START")
    assert made
    assert made.words == "early 2024"


def test_an_inferred_date_says_so() -> None:
    assert published(ENGLISH, When(value="2024-11-19", how=How.TEXT)).precision == "inferred from the text"


def test_bounds_alone_are_given_as_bounds() -> None:
    between = When(earliest=datetime(2024, 1, 1, tzinfo=UTC), latest=datetime(2024, 3, 1, tzinfo=UTC), how=How.TEXT)
    assert published(ENGLISH, between).words == "between 1 January 2024 and 29 February 2024"
    assert published(ENGLISH, UNKNOWN).words == "Date not known"


@pytest.mark.parametrize(
    ("value", "words"),
    [("2024-11-19T10:30:00+05:30", "19 November 2024"), ("2024-07", "July 2024"), (None, "Date not known")],
)
def test_the_ends_of_a_period_have_no_time_of_day(value: str | None, words: str) -> None:
    assert published_day(ENGLISH, When(value=value)).words == words
