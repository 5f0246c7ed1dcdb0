"""Which date a field of a page or a line of a text gives: ISO 8601, as precise as it was written, and nothing that was not."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from sitegen.clean.characters import one_line
from sitegen.clean.date_words import DATE_LABELS, MONTHS, UPDATE_LABELS, ZONES

_LINE_LENGTH = 120
_YEARS = range(1500, 2200)
_NOON = 12
_WORD = r"[^\W\d_]{3,12}\.?"
_CLOCK = re.compile(
    r"(?<![\d.])(\d{1,2})[:.h](\d\d)(?!\d)(?:[:.](\d\d)(?:[.,]\d{1,9})?)?\s{0,2}(?:([ap])\.?\s?m\b\.?)?\s{0,2}([+-]\d\d:?\d\d\b|[a-z]{1,4}\b)?",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\b(\d{1,2})\s?([ap])\.?m\b\.?\s{0,2}(\b[a-z]{3,4}\b)?", re.IGNORECASE)
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date in a text."""

    value: str
    """ISO 8601: a month, a day, or a day with time and, where given, offset."""
    words: str
    start: int
    end: int


def _day(year: str, month: int | None, day: str) -> str | None:
    try:
        return date(int(year), month or 0, int(day)).isoformat() if int(year) in _YEARS else None
    except ValueError:
        return None


def _named(word: str) -> int | None:
    return MONTHS.get(word.lower().rstrip("."))


def _numbers(m: re.Match[str]) -> str | None:
    """Read 19/11/2024; where both could be the month, only if they are the same."""
    first, second = int(m[1]), int(m[2])
    if first > _NOON:
        return _day(m[3], second, m[1])
    if second > _NOON:
        return _day(m[3], first, m[2])
    return _day(m[3], first, m[2]) if first == second else None


def _day_and_month(m: re.Match[str]) -> str | None:
    """Read 19 November 2024; with a dot behind the day, listopada is the October of Croatian, else the November of Polish."""
    croatian = m[2].lower() == "listopada" and m[0][len(m[1])] == "."
    return None if croatian else _day(m[3], _named(m[2]), m[1])


_DATES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (re.compile(r"(?<!\d)(\d{4})([-/.])(\d\d)\2(\d\d)(?!\d)"), lambda m: _day(m[1], int(m[3]), m[4])),
    (re.compile(r"\b(\d{4})(\d\d)(\d\d)(?=T\d)"), lambda m: _day(m[1], int(m[2]), m[3])),
    (
        re.compile(rf"\b({_WORD})\s(\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(\d{{4}})\b"),
        lambda m: _day(m[3], _named(m[1]), m[2]),
    ),
    (
        re.compile(
            rf"\b(\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?(?:\s|-|\sde\s|\sof\s)({_WORD}),?(?:\s|-|\sde\s)(\d{{4}})\b"
        ),
        _day_and_month,
    ),
    (re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b"), lambda m: _day(m[3], int(m[2]), m[1])),
    (re.compile(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b"), _numbers),
    (re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]"), lambda m: _day(m[1], int(m[2]), m[3])),
    (re.compile(r"(?<![\d.])(\d{4})\.\s(\d{1,2})\.\s(\d{1,2})(?!\d)"), lambda m: _day(m[1], int(m[2]), m[3])),
    (re.compile(rf"\b(\d{{4}})(?:\.| m\.)\s({_WORD})\s(\d{{1,2}})(?!\d)"), lambda m: _day(m[1], _named(m[2]), m[3])),
)
_MONTH = re.compile(rf"\b({_WORD}),?\s(\d{{4}})\b")


def find_date(text: str) -> FoundDate | None:
    """Return the first date of a short text, with the time of day that stands beside it."""
    found: list[FoundDate] = []
    for shape, read in _DATES:
        for m in shape.finditer(text[:_LINE_LENGTH]):
            if value := read(m):
                found.append(FoundDate(value=value, words=m[0], start=m.start(), end=m.end()))
                break
    first = min(found, key=lambda f: f.start, default=None)
    return _with_time(first, text) if first else None


def _with_time(day: FoundDate, text: str) -> FoundDate:
    """Add the time after the date, or else before it."""
    after, before = text[day.end : day.end + 40], text[max(0, day.start - 30) : day.start]
    for part, offset in ((after, day.end), (before, day.start - len(before))):
        clock = _CLOCK.search(part) or _HOUR.search(part)
        if clock and (value := _time(clock)) and not any(shape.search(part[: clock.start()]) for shape, _ in _DATES):
            start, end = min(day.start, offset + clock.start()), max(day.end, offset + clock.end())
            return FoundDate(value=f"{day.value}T{value}", words=one_line(text[start:end]), start=start, end=end)
    return day


def _time(m: re.Match[str]) -> str | None:
    hour, minute, second = (int(m[1]), 0, 0) if m.re is _HOUR else (int(m[1]), int(m[2]), int(m[3] or 0))
    half, zone = (m[2], m[3]) if m.re is _HOUR else (m[4], m[5])
    if half:
        hour = hour % _NOON + (_NOON if half in "pP" else 0)
    try:
        return time(hour, minute, second).isoformat() + _offset(zone or "")
    except ValueError:
        return None


def _offset(zone: str) -> str:
    if m := _OFFSET.fullmatch(zone):
        return f"{m[1]}{m[2]}:{m[3]}" if int(m[2]) < 15 and int(m[3]) < 60 else ""  # noqa: PLR2004 - hours and minutes
    return ZONES.get(zone.lower(), "")


def read_date(text: object) -> str | None:
    """Return the date that a field holds, in ISO 8601."""
    found = find_date(one_line(text)) if isinstance(text, str) else None
    return found.value if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A line that is nothing but a date."""

    value: str | None
    """None: only when it was last changed."""
    words: str


def read_date_line(line: str) -> DateLine | None:
    """Read a line of a date, its label and its time; None for any line that says more."""
    if len(line) > _LINE_LENGTH or not any(c.isdigit() for c in line):
        return None
    found = find_date(line)
    if not found:
        return _month_line(line)
    rest = line[: found.start] + " | " + line[found.end :]
    second = find_date(rest)
    if second:
        rest = rest[: second.start] + " | " + rest[second.end :]
    words = _words(rest)
    if not all(w in DATE_LABELS or w in ZONES or w.isdigit() for w in words):
        return None
    return DateLine(value=_published(line, found, second), words=line)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+|\d+", text.lower())


def _published(line: str, found: FoundDate, second: FoundDate | None) -> str | None:
    """Return the date that does not follow a word for a change."""
    if not UPDATE_LABELS.intersection(_words(line[: found.start])):
        return found.value
    return second.value if second and UPDATE_LABELS.isdisjoint(_words(line[found.end :])) else None


def _month_line(line: str) -> DateLine | None:
    m = _MONTH.fullmatch(line.strip())
    month = _named(m[1]) if m else None
    if not m or not month or int(m[2]) not in _YEARS:
        return None
    return DateLine(value=f"{m[2]}-{month:02d}", words=line)
