"""Dates in words, never more precise than they are; input: TIMEX3 / ISO 8601 values."""

import re
from calendar import month_name
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from sitegen.model import when
from sitegen.model.annotations import Signal
from sitegen.model.shown import ShownDate
from sitegen.model.site import CardEvent
from sitegen.model.when import How, When

NOT_KNOWN = ShownDate(words="Date not known")

_MOD_WORDS = {
    "START": "early {}",
    "MID": "mid {}",
    "END": "late {}",
    "APPROX": "about {}",
    "BEFORE": "before {}",
    "AFTER": "after {}",
    "ON_OR_BEFORE": "by {}",
    "ON_OR_AFTER": "from {}",
}
_MOD_WORDS_OF_A_DAY = {"START": "early on {}", "MID": "around the middle of {}", "END": "late on {}"}
_DAY_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
_ORDINALS = ("first", "second", "third", "fourth")
_LENGTH = re.compile(r"P(\d{1,9})([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_HOW_WORDS = {How.TEXT: "inferred from the text"}


def day_words(day: date) -> str:
    """Return a day in words: 19 November 2024."""
    return f"{day.day} {month_name[day.month]} {day.year}"


def _day(m: re.Match[str]) -> ShownDate:
    words = day_words(date.fromisoformat(m[1]))
    if part := _DAY_PARTS.get(m[2] or ""):
        return ShownDate(words=f"{words}, {part}", machine=m[1])
    clock = (m[2] or "")[:5]
    if ":" in clock:
        return ShownDate(words=f"{words}, {clock}", machine=f"{m[1]}T{m[2]}")
    return ShownDate(words=words, machine=m[1])


def _month(m: re.Match[str]) -> ShownDate:
    return ShownDate(words=f"{month_name[int(m[2])]} {m[1]}", machine=m[0], precision="month only")


def _year(m: re.Match[str]) -> ShownDate:
    return ShownDate(words=m[0], machine=m[0], precision="year only")


def _decade(m: re.Match[str]) -> ShownDate:
    return ShownDate(words=f"{m[0]}0s", precision="decade only")


def _century(m: re.Match[str]) -> ShownDate:
    number = int(m[0]) + 1
    suffix = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return ShownDate(words=f"{number}{suffix} century", precision="century only")


def _week(m: re.Match[str]) -> ShownDate:
    monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
    span = "weekend of the week" if m[3] else "week"
    return ShownDate(
        words=f"{span} of {day_words(monday)}", machine=f"{m[1]}-W{m[2]}", precision=f"{span.split(maxsplit=1)[0]} only"
    )


def _quarter(m: re.Match[str]) -> ShownDate:
    return ShownDate(words=f"{_ORDINALS[int(m[2]) - 1]} quarter of {m[1]}", precision="quarter only")


def _half(m: re.Match[str]) -> ShownDate:
    return ShownDate(words=f"{_ORDINALS[int(m[2]) - 1]} half of {m[1]}", precision="half-year only")


def _season(m: re.Match[str]) -> ShownDate:
    return ShownDate(words=f"{_SEASONS[m[2]]} {m[1]}", precision="season only")


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], ShownDate]], ...] = (
    (re.compile(r"(\d{4}-\d\d-\d\d)(?:T(.*))?"), _day),
    (re.compile(r"(\d{4})-(\d\d)"), _month),
    (re.compile(r"\d{4}"), _year),
    (re.compile(r"\d{3}"), _decade),
    (re.compile(r"\d{2}"), _century),
    (re.compile(r"(\d{4})-W(\d\d)(-WE)?"), _week),
    (re.compile(r"(\d{4})-Q([1-4])"), _quarter),
    (re.compile(r"(\d{4})-H([12])"), _half),
    (re.compile(r"(\d{4})-(SP|SU|FA|AU|WI)"), _season),
)


def shown(value: str | None, mod: str | None = None) -> ShownDate | None:
    """Return a TIMEX3 value in words; None where it names no calendar time."""
    if when.days(value) is None:
        return None
    for shape, words in _SHAPES:
        if m := shape.fullmatch(value or ""):
            made = words(m)
            frames = _MOD_WORDS if made.precision else _MOD_WORDS | _MOD_WORDS_OF_A_DAY
            frame = frames.get(mod or "")
            return (
                ShownDate(words=frame.format(made.words), machine=made.machine, precision=made.precision)
                if frame
                else made
            )
    return None


def of_event(told: CardEvent) -> ShownDate | None:
    """Return an event's date with all that its source says of it: "since 2003", "May 2019 to July 2019", "by 31 May 2025"."""
    if told.length:
        made = _ended(told.length, shown(told.date))
    else:
        last = shown(told.until) if told.until != told.date else None
        made = _framed(shown(told.date, told.mod), last, told.signal)
    if made is None or not told.carried:
        return made
    return replace(made, precision=", ".join(filter(None, (made.precision, "from a nearby sentence"))))


def _framed(date: ShownDate | None, last: ShownDate | None, signal: Signal | None) -> ShownDate | None:
    if date and last:
        return replace(date, words=f"{date.words} to {last.words}", machine="")
    return replace(date, words=f"{signal} {date.words}") if date and signal else date


def _ended(length: str, last: ShownDate | None) -> ShownDate | None:
    """Return a length that ends on a day, which is near rather than exact: whether the first day counts is open."""
    m = _LENGTH.fullmatch(length)
    if not m or not last:
        return None
    unit = _UNITS[m[2]]
    words = f"{int(m[1]):,} {unit}{'' if m[1] == '1' else 's'} up to about {last.words}"
    return ShownDate(words=words, machine=length if m[2] == "D" else "", precision=last.precision)


def published(date_of: When) -> ShownDate:
    """Return a publication date in words, with how it is known where that is not the source's own word."""
    made = shown(date_of.value) or _between(date_of)
    note = _HOW_WORDS.get(date_of.how, "") if made is not NOT_KNOWN else ""
    precision = ", ".join(filter(None, (made.precision, note)))
    return ShownDate(words=made.words, machine=made.machine, precision=precision)


def _between(date_of: When) -> ShownDate:
    first, last = date_of.earliest, date_of.latest
    if first and last:
        end = (last - timedelta(microseconds=1)).date()
        return ShownDate(words=f"between {day_words(first.date())} and {day_words(end)}")
    if first:
        return ShownDate(words=f"{day_words(first.date())} or later")
    return ShownDate(words=f"before {day_words(last.date())}") if last else NOT_KNOWN
