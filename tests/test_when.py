"""The days that a value covers."""

from datetime import date

import pytest

from sitegen.model.when import days


@pytest.mark.parametrize(
    ("value", "first", "after"),
    [
        ("2024-11-19", date(2024, 11, 19), date(2024, 11, 20)),
        ("2024-11-19T10:30:00+05:30", date(2024, 11, 19), date(2024, 11, 20)),
        ("2024-11-19TMO", date(2024, 11, 19), date(2024, 11, 20)),
        ("2024-12", date(2024, 12, 1), date(2025, 1, 1)),
        ("2024", date(2024, 1, 1), date(2025, 1, 1)),
        ("199", date(1990, 1, 1), date(2000, 1, 1)),
        ("19", date(1900, 1, 1), date(2000, 1, 1)),
        ("2024-W01", date(2024, 1, 1), date(2024, 1, 8)),
        ("2024-W01-WE", date(2024, 1, 6), date(2024, 1, 8)),
        ("2024-Q4", date(2024, 10, 1), date(2025, 1, 1)),
        ("2024-H2", date(2024, 7, 1), date(2025, 1, 1)),
        ("2024-WI", date(2024, 12, 1), date(2025, 3, 1)),
    ],
)
def test_days(value: str, first: date, after: date) -> None:
    assert days(value) == (first, after)


@pytest.mark.parametrize(
    "value", [None, "", "FUTURE_REF", "P3D", "2024-02-30", "2024-13", "2024-W60", "XXXX-11", "9999-12-31"]
)
def test_no_days(value: str | None) -> None:
    assert days(value) is None
