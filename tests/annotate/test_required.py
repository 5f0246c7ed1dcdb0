"""A rule is passed over only where it cannot match: over every text of the timex cases."""

from sitegen.annotate.timex.grammar import _grammar, units_of
from sitegen.annotate.timex.required import has, needs
from tests.annotate.time_cases import cases


def test_no_rule_that_would_match_is_passed_over() -> None:
    grammar = _grammar()
    for case in cases("timex"):
        codes = units_of(case.text).codes
        present = frozenset(codes)
        passed = [
            pattern
            for (_, pattern), wanted in zip(grammar.rules, grammar.needs, strict=True)
            if not has(present, wanted)
        ]
        assert not any(pattern.search(codes) for pattern in passed)


def test_what_a_pattern_needs() -> None:
    codes = _grammar().codes
    (month,) = needs("the? month=MONTH ( ,? year=YEAR )? (?! DAY )", codes)
    assert codes.word("March") in month
    (either,) = needs("( MONTH | UNIT | ( last UNITS ) )", codes)
    assert {codes.word("March"), codes.word("week")} <= either
    assert needs("( MONTH | year=YEAR? )", codes) == ()
