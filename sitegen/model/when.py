"""When something was: never more precise than its source."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

NO_VALUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
"""TIMEX3 values that name no calendar time."""


class How(StrEnum):
    """What a publication date was read from."""

    PAGE = "page"
    FEED = "feed"
    TEXT = "text"
    FILE = "file"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A publication date: an ISO 8601 value as precise as known, or bounds only."""

    value: str | None = None
    earliest: datetime | None = None
    """Aware; inclusive."""
    latest: datetime | None = None
    """Aware; exclusive."""
    how: How = How.PAGE
    evidence: str = ""
    """The words or the field it was read from."""


UNKNOWN = When()

Days = tuple[date, date]

_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}


def _month_span(year: int, month: int, count: int) -> Days:
    end = year * 12 + month - 1 + count
    return date(year, month, 1), date(end // 12, end % 12 + 1, 1)


def _year(m: re.Match[str]) -> Days:
    digits = m[1]
    size = 10 ** (4 - len(digits))
    start = int(digits) * size
    return date(max(start, 1), 1, 1), date(start + size, 1, 1)


def _day(m: re.Match[str]) -> Days:
    day = date(int(m[1]), int(m[2]), int(m[3]))
    return day, day + timedelta(days=1)


def _week(m: re.Match[str]) -> Days:
    monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
    if m[3]:
        return monday + timedelta(days=5), monday + timedelta(days=7)
    return monday, monday + timedelta(days=7)


def _month(m: re.Match[str]) -> Days:
    return _month_span(int(m[1]), int(m[2]), 1)


def _quarter(m: re.Match[str]) -> Days:
    return _month_span(int(m[1]), int(m[2]) * 3 - 2, 3)


def _half(m: re.Match[str]) -> Days:
    return _month_span(int(m[1]), int(m[2]) * 6 - 5, 6)


def _season(m: re.Match[str]) -> Days:
    return _month_span(int(m[1]), _SEASON_MONTH[m[2]], 3)


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Days]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), _day),
    (re.compile(r"(\d{4})-(\d\d)"), _month),
    (re.compile(r"(\d{2,4})"), _year),
    (re.compile(r"(\d{4})-W(\d\d)(-WE)?"), _week),
    (re.compile(r"(\d{4})-Q([1-4])"), _quarter),
    (re.compile(r"(\d{4})-H([12])"), _half),
    (re.compile(r"(\d{4})-(SP|SU|FA|AU|WI)"), _season),
)


@lru_cache(maxsize=100_000)
@lru_cache(maxsize=1 << 14)
def days(value: str | None) -> Days | None:
    """Return the first day and the day after the last of a TIMEX3 / ISO 8601 value; None where it names no calendar time."""
    for shape, read in _SHAPES:
        if m := shape.fullmatch(value or ""):
            try:
                return read(m)
            except (ValueError, OverflowError):
                return None
    return None
