"""What the calendar says: TIMEX3 values made coarser, moved by units, and fixed feasts; values are never made finer."""

import re
from calendar import monthrange
from datetime import date, timedelta

from sitegen.model.when import days

_WRITTEN = re.compile(r"(BC)?(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-WE)?")
_PARTED = re.compile(r"(BC)?(\d{4})-(?:Q([1-4])|H([12])|SP|SU|FA|WI)")
_MONTHS = 12
_YEARS = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}
"""Years in units of a year and more."""
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_HALF_YEAR, _QUARTER = 6, 3


def year_text(year: int) -> str:
    """Write a year; before Christ it is negative."""
    return f"{year:04d}" if year > 0 else f"BC{-year:04d}"


def fields(value: str | None) -> tuple[int, int | None, int | None] | None:
    """Return year, month and day of a value, as far as it has them; None without a year."""
    if m := _WRITTEN.fullmatch(value or ""):
        year = -int(m[2]) if m[1] else int(m[2])
        return year, int(m[3]) if m[3] else None, int(m[4]) if m[4] else None
    if m := _PARTED.fullmatch(value or ""):
        return (-int(m[2]) if m[1] else int(m[2])), None, None
    if m := _WEEK.fullmatch(value or ""):
        return int(m[1]), None, None
    return None


def day_of(value: str | None) -> date | None:
    """Return the day of a value that has one."""
    found = fields(value)
    if not found or found[2] is None:
        return None
    known = days((value or "")[:10])
    return known[0] if known else None


def start_of(value: str | None) -> date | None:
    """Return the first day of a value that names calendar time."""
    known = days((value or "").partition("T")[0])
    return known[0] if known else None


def week_text(day: date) -> str:
    """Write the ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_text(year: int, month: int) -> str:
    """Write a month; months past the year's end run on."""
    moved = year * _MONTHS + month - 1
    return f"{year_text(moved // _MONTHS) if year > 0 else year_text(year)}-{moved % _MONTHS + 1:02d}"


def coarsen(value: str | None, unit: str) -> str | None:
    """Return the day, week, month, quarter, year … that a value lies in; None where it is not that precise."""
    found = fields(value)
    if not found:
        return None
    year, month, _ = found
    day = day_of(value)
    if unit in _YEARS:
        text = year_text(year)
        return text[: len(text) - len(str(_YEARS[unit])) + 1]
    if unit == "D":
        return day.isoformat() if day else None
    if unit in {"W", "WE"}:
        week = _WEEK.fullmatch(value or "")
        text = f"{week[1]}-W{week[2]}" if week else week_text(day) if day else ""
        return text + ("-WE" if unit == "WE" and text else "") or None
    return _part(value, month, year, unit)


def _part(value: str | None, month: int | None, year: int, unit: str) -> str | None:
    parted = _PARTED.fullmatch(value or "")
    if unit == "Q" and parted and parted[3]:
        return value
    if not month:
        return None
    if unit == "M":
        return f"{year_text(year)}-{month:02d}"
    return f"{year_text(year)}-Q{(month - 1) // _QUARTER + 1}" if unit == "Q" else None


def shift(value: str | None, unit: str, count: int) -> str | None:
    """Move a value by whole units; the result is as precise as the unit."""
    start = coarsen(value, unit)
    if start is None:
        return None
    try:
        return _moved(start, unit, count)
    except (OverflowError, ValueError):
        return None


def _moved(start: str, unit: str, count: int) -> str | None:
    if unit in _YEARS:
        sign, digits = (-1, start[2:]) if start.startswith("BC") else (1, start)
        moved = sign * int(digits) + count
        text = f"{abs(moved):0{len(digits)}d}"
        return None if moved == 0 or len(text) > len(digits) else ("BC" if moved < 0 else "") + text
    if start.startswith("BC"):
        return None
    if unit == "D":
        return (date.fromisoformat(start) + timedelta(days=count)).isoformat()
    if unit in {"W", "WE"}:
        monday = date.fromisocalendar(int(start[:4]), int(start[6:8]), 1) + timedelta(weeks=count)
        return week_text(monday) + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return month_text(int(start[:4]), int(start[5:7]) + count)
    quarter = int(start[:4]) * 4 + int(start[-1]) - 1 + count
    return f"{year_text(quarter // 4)}-Q{quarter % 4 + 1}"


def months_of(part: str) -> tuple[int, int]:
    """Return the first month of a season, quarter or half, and how many it has."""
    if part in _SEASON_MONTHS:
        return _SEASON_MONTHS[part], _QUARTER
    size = _QUARTER if part[0] == "Q" else _HALF_YEAR
    return (int(part[1]) - 1) * size + 1, size


def is_day(year: int, month: int, day: int) -> bool:
    """Say whether there is such a day."""
    return 1 <= month <= _MONTHS and 1 <= day <= monthrange(max(year, 4), month)[1]


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


_WEEKDAY_LETTERS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def feast_day(code: str, year: int) -> date | None:
    """Return the day of a feast in a year; the code is as in the table of feasts."""
    if year < 1:
        return None
    if code.startswith("E"):
        return easter(year) + timedelta(days=int(code[1:]))
    if code[:2].isdecimal():
        return date(year, int(code[:2]), int(code[3:]))
    month, weekday = int(code[-2:]), _WEEKDAY_LETTERS.index(code[1:3])
    last = monthrange(year, month)[1]
    those = [d for d in range(1, last + 1) if date(year, month, d).weekday() == weekday]
    return date(year, month, those[-1] if code[0] == "L" else those[int(code[0]) - 1])
