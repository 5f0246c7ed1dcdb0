"""Dates in the words of the site, never more precise than they are; input: TIMEX3 / ISO 8601 values."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from sitegen.model import when
from sitegen.model.annotations import Signal
from sitegen.model.shown import ShownDate
from sitegen.model.site import CardEvent
from sitegen.model.when import When
from sitegen.plan.date_words import (
    CENTURIES,
    DAY_PARTS,
    FRAMES,
    FRAMES_OF_A_DAY,
    HALVES,
    HOW,
    LENGTHS,
    QUARTERS,
    SEASONS,
    SIGNALS,
    SIGNALS_OF_A_DAY,
    WEEKS,
)
from sitegen.words import Words

_LENGTH = re.compile(r"P(\d{1,9})([DWMY])")
_DAY = len("2024-11-19")


def not_known(words: Words) -> ShownDate:
    """Return what stands in the place of a date that is not known."""
    return ShownDate(words=words("Date not known"))


def _day(words: Words, m: re.Match[str]) -> ShownDate:
    day = words.day(date.fromisoformat(m[1]))
    if part := DAY_PARTS.get(m[2] or ""):
        return ShownDate(words=words(part, day=day), machine=m[1])
    clock = (m[2] or "")[:5]
    if ":" in clock:
        return ShownDate(words=words.series(day, clock), machine=f"{m[1]}T{m[2]}")
    return ShownDate(words=day, machine=m[1])


def _month(words: Words, m: re.Match[str]) -> ShownDate:
    month = words.month(date(int(m[1]), int(m[2]), 1))
    return ShownDate(words=month, machine=m[0], precision=words("month only"))


def _year(words: Words, m: re.Match[str]) -> ShownDate:
    return ShownDate(words=m[0], machine=m[0], precision=words("year only"))


def _decade(words: Words, m: re.Match[str]) -> ShownDate:
    return ShownDate(words=words("%(year)ss", year=f"{m[0]}0"), precision=words("decade only"))


def _century(words: Words, m: re.Match[str]) -> ShownDate:
    known = CENTURIES.get(m[0])
    return ShownDate(words=words(known) if known else f"{m[0]}00–{m[0]}99", precision=words("century only"))


def _week(words: Words, m: re.Match[str]) -> ShownDate:
    span, precision = WEEKS[m[3] or ""]
    monday = words.day(date.fromisocalendar(int(m[1]), int(m[2]), 1))
    return ShownDate(words=words(span, day=monday), machine=f"{m[1]}-W{m[2]}", precision=words(precision))


def _quarter(words: Words, m: re.Match[str]) -> ShownDate:
    return ShownDate(words=words(QUARTERS[m[2]], year=m[1]), precision=words("quarter only"))


def _half(words: Words, m: re.Match[str]) -> ShownDate:
    return ShownDate(words=words(HALVES[m[2]], year=m[1]), precision=words("half-year only"))


def _season(words: Words, m: re.Match[str]) -> ShownDate:
    return ShownDate(words=words(SEASONS[m[2]], year=m[1]), precision=words("season only"))


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[Words, re.Match[str]], ShownDate]], ...] = (
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


def shown(words: Words, value: str | None, mod: str | None = None) -> ShownDate | None:
    """Return a TIMEX3 value in words; None where it names no calendar time."""
    if when.days(value) is None:
        return None
    for shape, form in _SHAPES:
        if m := shape.fullmatch(value or ""):
            made = form(words, m)
            frame = (FRAMES if made.precision else FRAMES_OF_A_DAY).get(mod or "")
            return replace(made, words=words(frame, date=made.words)) if frame else made
    return None


def of_event(words: Words, told: CardEvent) -> ShownDate | None:
    """Return an event's date with all that its source says of it: "since 2003", "May 2019 to July 2019", "by 31 May 2025"."""
    if told.length:
        made = _ended(words, told.length, shown(words, told.date))
    elif told.until and told.until != told.date and (last := shown(words, told.until)):
        made = _ranged(words, told, last)
    else:
        made = _tied(words, told, shown(words, told.date, told.mod))
    if made is None or not told.carried:
        return made
    return replace(made, precision=words.series(made.precision, words("from a nearby sentence")))


def _ranged(words: Words, told: CardEvent, last: ShownDate) -> ShownDate | None:
    """Return a period with both its ends."""
    first = shown(words, told.date, told.mod)
    if not first:
        return None
    days = not (first.precision or last.precision or told.mod)
    ends = {"first": first.words, "last": last.words}
    span = words.within("days", "%(first)s to %(last)s", **ends) if days else words("%(first)s to %(last)s", **ends)
    return replace(first, words=span, machine="")


def _tied(words: Words, told: CardEvent, date: ShownDate | None) -> ShownDate | None:
    """Return a date with the word that ties the event to it."""
    if not date or not told.signal:
        return date
    frames = SIGNALS if date.precision or told.mod else SIGNALS_OF_A_DAY
    return replace(date, words=words(frames[Signal(told.signal)], date=date.words))


def _ended(words: Words, length: str, last: ShownDate | None) -> ShownDate | None:
    """Return a length that ends on a day, which is near rather than exact: whether the first day counts is open."""
    m = _LENGTH.fullmatch(length)
    if not m or not last:
        return None
    span = words.count(*LENGTHS[m[2]], int(m[1]), date=last.words)
    return ShownDate(words=span, machine=length if m[2] == "D" else "", precision=last.precision)


def published(words: Words, date_of: When) -> ShownDate:
    """Return a publication date in words, with how it is known where that is not the source's own word."""
    made = shown(words, date_of.value) or _between(words, date_of)
    if made is None:
        return not_known(words)
    note = HOW.get(date_of.how)
    return replace(made, precision=words.series(made.precision, words(note) if note else ""))


def published_day(words: Words, date_of: When) -> ShownDate:
    """Return a publication date without its time of day, for the ends of a period."""
    return published(words, replace(date_of, value=date_of.value[:_DAY] if date_of.value else None))


def _between(words: Words, date_of: When) -> ShownDate | None:
    first, last = date_of.earliest, date_of.latest
    if first and last:
        end = (last - timedelta(microseconds=1)).date()
        ends = {"first": words.day(first.date()), "last": words.day(end)}
        return ShownDate(words=words("between %(first)s and %(last)s", **ends))
    if first:
        return ShownDate(words=words("%(day)s or later", day=words.day(first.date())))
    before = FRAMES_OF_A_DAY["BEFORE"]
    return ShownDate(words=words(before, date=words.day(last.date()))) if last else None
