"""No date is finer than its words: held over generated text, over the cases, and over the article of this repository."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.annotate.events import timeline
from sitegen.annotate.language import load
from sitegen.annotate.timex import time_expressions
from sitegen.model.annotations import TimeExpression, TimexType
from tests.annotate.time_cases import cases

ARTICLES = sorted((Path(__file__).parents[2] / "content").glob("*.md"))
SCALE = ("century", "decade", "year", "half", "quarter", "season", "month", "week", "day", "hour")

SHAPES = (
    (r"(BC)?\d\d", "century"),
    (r"(BC)?\d{3}", "decade"),
    (r"(BC)?\d{4}", "year"),
    (r"(BC)?\d{4}-H\d", "half"),
    (r"(BC)?\d{4}-Q\d", "quarter"),
    (r"(BC)?\d{4}-(SP|SU|FA|WI)", "season"),
    (r"(BC)?\d{4}-\d\d", "month"),
    (r"\d{4}-W\d\d(-WE)?", "week"),
    (r"(BC)?\d{4}-\d\d-\d\d", "day"),
    (r"(BC)?\d{4}-\d\d-\d\dT.*", "hour"),
)
WORDS = (
    (r"\d:\d\d|o'clock|[ap]\.?m\b|morning|afternoon|evening|(?:to)?night|noon|dawn|dusk|gmt|utc", "hour"),
    (r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tue|wed|thu|fri|sat|sun)\.|\bdays?\b", "day"),
    (r"today|yesterday|tomorrow|\b\d{1,2}(?:st|nd|rd|th)?\b(?! (?:years|months|weeks))|\d/\d", "day"),
    (r"christmas|easter|thanksgiving|halloween|good friday|year ?-? ?end|(?:fourth|first|second) of", "day"),
    (r"\b(?:january|march|april|june|july|august) (?:one|two|three|four|eight|nine|ten|twelve)\b", "day"),
    (r"\bweeks?\b|weekend|fortnight", "week"),
    (r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|month", "month"),
    (r"spring|summer|autumn|fall|winter", "season"),
    (r"quarter|period|year-ago|year-earlier|a year (?:ago|earlier)", "quarter"),
    (r"half", "half"),
    (r"\d{4}(?!s)|year|\bb\.?c\b|(?:teen|ty)[ -]\w+", "year"),
    (r"\d0s|decade|ties\b", "decade"),
    (r"century|centuries", "century"),
)
"""What the finest word of an expression can name at best."""

FINEST = {
    "July": "month",
    "in March 1994": "month",
    "1998": "year",
    "last year": "year",
    "last month": "month",
    "last week": "week",
    "next week": "week",
    "two years ago": "year",
    "three months ago": "month",
    "the summer of 2003": "season",
    "the third quarter": "quarter",
    "the first half of 2001": "half",
    "the 1980s": "decade",
    "the 19th century": "century",
    "a year earlier": "quarter",
    "two months later": "month",
    "that year": "year",
    "the same month": "month",
    "early May": "month",
    "Friday": "day",
    "June 4": "day",
    "yesterday": "day",
}
ANCHORS = (
    "On March 3, 2009, the bridge opened at 10:15 a.m.",
    "The bridge opened on Friday.",
    "The war began on 1 September 1939 and ended in May 1945.",
    "The bridge opened yesterday.",
    "Nothing had been said before.",
)
FRAMES = (
    "The council closed the mill in {}.",
    "The owner said the mill was sold {}.",
    "{} the mill was sold and the owner left the town.",
    "The mill will open in {}.",
    "When the mill burned down in {}, the owner left the town.",
)


def level(words: str, table: tuple[tuple[str, str], ...], *, whole: bool) -> int:
    find = re.fullmatch if whole else re.search
    return max((SCALE.index(name) for shape, name in table if find(shape, words, re.IGNORECASE)), default=-1)


def check(expression: TimeExpression, text: str) -> None:
    if expression.type not in {TimexType.DATE, TimexType.TIME} or not re.match(r"(BC)?\d", expression.value or ""):
        return
    words = expression.span.of(text)
    fineness = level(expression.value or "", SHAPES, whole=True)
    assert 0 <= fineness <= level(words, WORDS, whole=False), f"{words!r} = {expression.value}"


def check_text(text: str, published: str | None) -> None:
    doc = load()(text)
    times = time_expressions(doc, published)
    for expression in times:
        check(expression, text)
    for event in timeline(doc, times, (), published):
        assert event.when is not None
        if event.when.end_point is None:
            assert event.when in times, "an event has the date of an expression of its text"
            continue
        for bound in (event.when.begin_point, event.when.end_point):
            check(replace(event.when, value=bound), text)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(
    st.sampled_from(ANCHORS),
    st.sampled_from(FRAMES),
    st.sampled_from(sorted(FINEST)),
    st.sampled_from(["2024-11-19", "1987-03-01", "2009", None]),
)
def test_a_date_is_never_finer_than_its_words(anchor: str, frame: str, words: str, published: str | None) -> None:
    text = f"{anchor} {frame.format(words.removeprefix('in ') if 'in {' in frame else words)}"
    check_text(text, published)
    doc = load()(text)
    for expression in time_expressions(doc, published):
        if expression.span.start > len(anchor) and re.match(r"(BC)?\d", expression.value or ""):
            assert level(expression.value or "", SHAPES, whole=True) <= SCALE.index(FINEST[words])


@pytest.mark.parametrize("published", ["2024-11-19", None])
def test_no_case_has_a_date_finer_than_its_words(published: str | None) -> None:
    for stage in ("timex", "events", "published"):
        for case in cases(stage):
            check_text(case.text, case.published or published)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_no_article_has_a_date_finer_than_its_words(article: Path) -> None:
    check_text(article.read_text(encoding="utf-8").rpartition("\n---\n")[2], "2024-11-19")
