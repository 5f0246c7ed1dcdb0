"""Pictures show what is counted, as finely as few bars allow, and nothing that is not known."""

from datetime import date, timedelta

from sitegen.model.annotations import Aspect
from sitegen.plan.graphics import bars, strip
from sitegen.words import ENGLISH

FIRST = date(2025, 1, 1)


def test_days_months_or_years() -> None:
    day, month, year = (bars(ENGLISH, [FIRST, FIRST + timedelta(days=n)]) for n in (2, 70, 3000))
    assert [b.label for b in day] == ["1 January 2025", "2 January 2025", "3 January 2025"]
    assert [b.label for b in month] == ["January 2025", "February 2025", "March 2025"]
    assert [b.label for b in year][:2] == ["2025", "2026"]


def test_times_without_any_are_zero_and_nothing_is_lost() -> None:
    made = bars(ENGLISH, [FIRST, FIRST, FIRST + timedelta(days=2)])
    assert [b.count for b in made] == [2, 0, 1]


def test_one_bar_alone_is_none() -> None:
    assert bars(ENGLISH, [FIRST, FIRST]) == ()
    assert bars(ENGLISH, []) == ()


def days(*numbers: int, aspect: Aspect = Aspect.PAST) -> list[tuple[str | None, Aspect]]:
    return [((FIRST + timedelta(days=n)).isoformat(), aspect) for n in numbers]


def test_a_strip_counts_every_event_that_is_known_to_the_day() -> None:
    made = strip(ENGLISH, [*days(0, 0, 1, 9), *days(9, aspect=Aspect.SCHEDULED)])
    assert made
    assert (made.first, made.last, made.events, made.beyond) == ("1 January 2025", "10 January 2025", 5, 0)
    assert [(c.place, c.happened, c.ahead) for c in made.columns] == [(0, 2, 0), (100, 1, 0), (900, 1, 1)]


def test_what_is_known_to_a_month_is_a_span_and_no_day() -> None:
    made = strip(
        ENGLISH, [*days(0, 10, 20, 61), ("2025-02", Aspect.PAST), ("2024", Aspect.PAST), (None, Aspect.EXPECTED)]
    )
    assert made
    assert made.events == 4
    assert [(s.place, s.width) for s in made.spans] == [(500, 451)]


def test_one_event_of_another_age_does_not_crowd_the_others() -> None:
    made = strip(ENGLISH, [("1945-05-08", Aspect.PAST), *days(0, 2, 4, 6, 8)])
    assert made
    assert (made.first, made.events, made.beyond) == ("1 January 2025", 5, 1)


def test_few_events_or_a_single_day_need_no_picture() -> None:
    assert strip(ENGLISH, days(0, 1, 2)) is None
    assert strip(ENGLISH, days(3, 3, 3, 3)) is None
    assert strip(ENGLISH, [("2025-01", Aspect.PAST)] * 9) is None
