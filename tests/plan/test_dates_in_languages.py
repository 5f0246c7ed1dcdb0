"""Dates in the languages that are shipped, as tests/cases/plan/dates_in_languages.md has them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.model.annotations import Aspect, Signal
from sitegen.model.site import CardEvent
from sitegen.plan.dates import of_event
from sitegen.words import Words
from tests.test_interface_words import read

CASES = Path(__file__).resolve().parents[1] / "cases" / "plan" / "dates_in_languages.md"
TAGS = {"German": "de", "Spanish": "es", "Hindi": "hi", "Arabic": "ar"}
SIGNALS = {str(signal): signal for signal in Signal}


def cases() -> Iterator[tuple[str, str, str, str]]:
    for section in CASES.read_text("utf-8").split("\n## ")[1:]:
        language, _, table = section.partition("\n")
        for row in re.findall(r"^\| (?!value)(.+) \|$", table, re.MULTILINE):
            value, tie, words = (cell.strip() for cell in row.split("|"))
            yield TAGS[language], value, tie, words


def event(value: str, tie: str) -> CardEvent:
    length, _, date = value.rpartition(">")
    first, _, last = date.partition("/")
    return CardEvent(
        anchor="event-1",
        text="",
        date=first,
        until=last or None,
        length=length or None,
        mod=None if tie in SIGNALS else tie or None,
        signal=SIGNALS.get(tie),
        expression="",
        aspect=Aspect.PAST,
        speakers=(),
    )


@pytest.mark.parametrize(("language", "value", "tie", "words"), list(cases()))
def test_a_date_is_told_as_the_language_tells_it(language: str, value: str, tie: str, words: str) -> None:
    shown = of_event(Words(language, [read(language)]), event(value, tie))
    assert shown
    assert " · ".join(filter(None, (shown.words, shown.precision))) == words
