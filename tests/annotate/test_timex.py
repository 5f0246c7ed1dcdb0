"""Time expressions and publication dates, case by case, and what holds for any text."""

import re
import time

import pytest
from spacy.tokens import Doc

from sitegen.annotate.language import load
from sitegen.annotate.published import infer_published
from sitegen.annotate.timex import time_expressions
from sitegen.annotate.timex.grammar import RULES
from sitegen.model.annotations import TimeExpression
from sitegen.model.when import How
from tests.annotate.time_cases import Case, cases

TIMEX, PUBLISHED = (tuple(cases(stage)) for stage in ("timex", "published"))
VALUE = re.compile(
    r"(PAST|PRESENT|FUTURE)_REF"
    r"|(BC)?\d{2,4}"
    r"|(BC)?(\d{4}|XXXX)-(\d\d(-\d\d)?|XX-XX|Q[1-4]|H[12]|SP|SU|FA|WI|W(\d\d(-WE)?|XX-\d))(T(\d\d(:\d\d){0,2}|MO|AF|EV|NI|DT|MI))?"
    r"|PT?(\d+(\.\d+)?|X)[A-Z]{1,2}"
)


def told(expression: TimeExpression, text: str) -> str:
    named = {
        "mod": expression.mod,
        "quant": expression.quant,
        "freq": expression.freq,
        "begin": expression.begin_point,
        "end": expression.end_point,
    }
    tail = "".join(f" {name}={value}" for name, value in named.items() if value)
    return f"{expression.span.of(text)} = {expression.type} {expression.value or '?'}{tail}"


@pytest.mark.parametrize("case", TIMEX, ids=lambda case: case.name)
def test_time_expressions(case: Case) -> None:
    times = time_expressions(load()(case.text), case.published)
    assert [told(expression, case.text) for expression in times] == list(case.expected)
    assert all(expression.value is None or VALUE.fullmatch(expression.value) for expression in times)


@pytest.mark.parametrize("case", PUBLISHED, ids=lambda case: case.name)
def test_published(case: Case) -> None:
    when = infer_published(load()(case.text))
    assert when.how is How.TEXT
    bounds = {"earliest": when.earliest, "latest": when.latest}
    lines = [f"value: {when.value}"] if when.value else []
    lines += [f"{name}: {moment.date()}" for name, moment in bounds.items() if moment]
    lines += [f"evidence: {when.evidence}"] if when.evidence else []
    assert lines == list(case.expected)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Output fell in the third and fourth quarters of 1997.", ["1997-Q3", "1997-Q4"]),
        ("On January twenty-second he left.", ["1998-01-22"]),
        ("He came back on the twenty third of February.", ["1998-02-23"]),
    ],
)
def test_values_that_words_around_or_spelled_ranks_give(text: str, values: list[str]) -> None:
    assert [expression.value for expression in time_expressions(load()(text), "1998-03-12")] == values


def test_no_two_rules_are_the_same() -> None:
    assert len({rule.pattern for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("hostile", ["May ", "one ", "last ", "1,111,", "twenty-", "the end of ", '"', "1990-", "A."])
def test_long_rows_of_the_same_words_stay_fast(hostile: str) -> None:
    pieces = re.findall(r"\w+|[^\w\s]", hostile) * 5_000
    doc = Doc(load().vocab, words=pieces, spaces=[False] * len(pieces) if " " not in hostile else None)
    began = time.perf_counter()
    time_expressions(doc, "2024-11-19")
    assert time.perf_counter() - began < 10
