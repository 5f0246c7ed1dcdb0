"""Events, case by case (tests/cases/events), and what holds for the events of the project's own article."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.annotate.annotator import Annotated, annotate
from sitegen.annotate.attribution import statements
from sitegen.annotate.events import timeline
from sitegen.annotate.language import load
from sitegen.annotate.timex import time_expressions
from sitegen.model.annotations import PRONOUN, Aspect, Speaker, TimelineEvent, TimexType
from sitegen.model.article import Article
from sitegen.model.text import Span
from sitegen.model.when import How
from tests.annotate.time_cases import Case, cases

EVENTS = tuple(cases("events"))


def speaker(name: str, text: str) -> Speaker:
    mentions = tuple(Span(m.start(), m.end()) for m in re.finditer(re.escape(name), text))
    return Speaker(key=name.lower().replace(" ", "-"), name=name, mentions=mentions)


def date_of(event: TimelineEvent) -> str:
    """Return "since 2003", "2003 to 2009", "P1000D up to 2024-11-19", "END 2003"."""
    when = event.when
    if when is None:
        return "-"
    end = f" up to {when.end_point}" if when.type is TimexType.DURATION else f" to {when.end_point}"
    parts = (event.signal, when.mod, when.value)
    return " ".join(filter(None, parts)) + (end if when.end_point else "")


def line(event: TimelineEvent, text: str) -> str:
    words = event.what.of(text)
    if event.who:
        words = PRONOUN.sub(lambda found: f"{found[0]} [{event.who}]", words, count=1)
    return f"{event.aspect} {date_of(event)}: {words}" + "".join(f" [{key}]" for key in event.speakers)


@pytest.mark.parametrize("case", EVENTS, ids=lambda case: case.name)
def test_timeline(case: Case) -> None:
    doc = load()(case.text)
    times = time_expressions(doc, case.published)
    given = tuple(speaker(name, case.text) for name in case.speakers)
    events = timeline(doc, times, given or statements(doc).speakers, case.published)
    lines = [line(event if given else replace(event, speakers=()), case.text) for event in events]
    assert lines == list(case.expected)


SEED = Path(__file__).parents[2] / "seeds" / "000_0803f335cd7ceff2.txt"


@pytest.fixture(scope="module")
def first_article() -> tuple[str, Annotated]:
    text = SEED.read_text(encoding="utf-8")
    (found,) = annotate([Article(title="", body=text, text=text)], made_by="test")
    return text, found.value


def test_the_first_article_is_dated_by_its_words(first_article: tuple[str, Annotated]) -> None:
    _, found = first_article
    assert (found.published.value, found.published.how) == ("2024-11-19", How.TEXT)
    assert found.published.evidence == "November 19, 2024"


def test_the_first_article_has_the_timeline_that_its_words_give(first_article: tuple[str, Annotated]) -> None:
    text, found = first_article
    told = [replace(event, speakers=()) for event in found.annotations.timeline]
    assert [line(event, text) for event in told] == [
        (
            "expected FUTURE_REF: Russian President Vladimir Putin’s visit to India will happen “soon,” with the exact dates to be"
            " finalized"
        ),
        "past 2024-07: Modi had attended the annual summit in Moscow in July",
        (
            "past P1000D up to 2024-11-19: Ukraine marked 1,000 days of the war since Russia’s invasion, with the conflict nearing"
            " a more dangerous phase"
        ),
        (
            "past 2024-11-19: On November 19, 2024, Russia reported that Ukraine had fired six long-range missiles, including"
            " US-made ATACMS missiles, into Russia’s Bryansk region"
        ),
    ]


def test_the_first_article_dates_nothing_that_has_no_time_expression(first_article: tuple[str, Annotated]) -> None:
    text, found = first_article
    dated = " ".join(event.what.of(text) for event in found.annotations.timeline)
    for undated in (
        "Kazan",
        "since the start of the war",
        "previously",
        "nuclear doctrine",
        "did not confirm",
        "Trump",
    ):
        assert undated in text
        assert undated not in dated


def test_the_first_article_says_soon_twice_and_expects_it_once(first_article: tuple[str, Annotated]) -> None:
    text, found = first_article
    said = [time for time in found.annotations.times if time.span.of(text) == "soon"]
    expected = [event for event in found.annotations.timeline if event.aspect is Aspect.EXPECTED]
    assert ([time.value for time in said], len(expected)) == (["FUTURE_REF"] * 2, 1)


def test_the_first_article_counts_its_thousand_days_up_to_its_publication(first_article: tuple[str, Annotated]) -> None:
    text, found = first_article
    (length,) = [time for time in found.annotations.times if time.span.of(text) == "1,000 days"]
    assert (length.value, length.begin_point, length.end_point) == ("P1000D", None, "2024-11-19")
