"""When an article appeared, from what it counts up to now: an anniversary, a length since a day, "in its 40th day".

A count gives bounds, for whether its first day counts is mostly open; only a count up to "today" gives a day.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import chain

from spacy.tokens import Doc

from sitegen.annotate.timex.almanac import day_of, is_day, shift
from sitegen.annotate.timex.numbers import number, ordinal
from sitegen.annotate.timex.scene import Tense, tense_of
from sitegen.model.annotations import TimeExpression
from sitegen.model.when import How, When

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_NEAR_BY = 120
"""Code points."""
_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
_SINCE = re.compile(
    r"\s+(?:since\b|(?:of|into|after)\s[^.!?\n]{1,60}?\b(?:began|begun|started|broke\s+out)\s+(?:on\s+)?(?=\S))"
)
_PASSED = re.compile(r"\s+(?:have|has)\s+(?:now\s+)?(?:passed|elapsed|gone\s+by)\b")
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?]\s|\n")
_DAYS, _MONTHS = {"D": 1, "W": 7}, {"M": 1, "Y": 12}
_SHORTEST_MONTH = 28
_SLACK = timedelta(days=3)
"""From the last days of any month into the next one."""
_ANNIVERSARY = re.compile(r"\b([\w-]{3,20}) anniversary of\b")
_MARKED = re.compile(r"\b(?:mark(?:s|ed)|celebrat(?:es|ed)|commemorat(?:es|ed)|observ(?:es|ed))\s[^.!?\n]{0,30}$")
_TODAY = re.compile(r"\btoday\b", re.IGNORECASE)
_AGO_TODAY = re.compile(r"\b([\w-]{1,20}(?:\s[\w-]{1,20})?)\s+years?\s+ago\s+today\b,?\s*(?:on\s+)?", re.IGNORECASE)
_NTH = re.compile(r"\b(?:in|entered|enters|reached|into)\s+(?:its|their|the)\s+([\w-]{2,20})\s+(day|week)\b")
_BEGAN = re.compile(r"\b(?:began|begun|started|broke out)\b")


@dataclass(frozen=True, slots=True)
class Written:
    """A day that the text writes out with its year."""

    time: TimeExpression
    day: date

    def words(self, text: str) -> str:
        """Return the words of the day."""
        return self.time.span.of(text)


def counted(doc: Doc, times: Iterable[TimeExpression], written: tuple[Written, ...]) -> Iterator[When]:
    """Yield what the counts of a text say of its publication, days before bounds."""
    text = doc.text
    exact, near = _anniversaries(text, written)
    yield from chain(exact, _ago_today(text, written), _lengths(doc, times, written), _nth(text, written), near)


def on(day: date, evidence: str) -> When:
    """Return a publication on a day."""
    return between(day, day + _DAY, evidence, value=day.isoformat())


def between(first: date, end: date | None, evidence: str, value: str | None = None) -> When:
    """Return a publication from a day to before another."""
    latest = midnight(end) if end else None
    return When(value=value, earliest=midnight(first), latest=latest, how=How.TEXT, evidence=evidence)


def midnight(day: date) -> datetime:
    """Return the beginning of a day."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _anniversaries(text: str, written: tuple[Written, ...]) -> tuple[list[When], list[When]]:
    """Return the days on which so many years are full "today", and the weeks around an anniversary that was marked."""
    exact, near = [], []
    for m in _ANNIVERSARY.finditer(text):
        found, years = _next(text, written, m.end()), ordinal(re.split(r"[\s-]", m[1].lower()))
        day = _years_on(found.day, years) if found and years else None
        if not found or not day:
            continue
        start = _sentence_start(text, m.start())
        end = _sentence_end(text, found.time.span.end)
        evidence = text[m.start() : found.time.span.end]
        if today := _TODAY.search(text, start, end):
            first, last = min(today.start(), m.start()), max(today.end(), found.time.span.end)
            exact.append(on(day, text[first:last]))
        elif _MARKED.search(text, start, m.start()):
            near.append(between(day - _WEEK, day + 2 * _WEEK, evidence))
    return exact, near


def _ago_today(text: str, written: tuple[Written, ...]) -> Iterator[When]:
    """Yield the day of "ten years ago today, on 4 June 2001"."""
    for m in _AGO_TODAY.finditer(text):
        found, count = _next(text, written, m.end()), number(m[1].lower().split())
        count = number(m[1].lower().split()[-1:]) if count is None else count
        if found and count and count == int(count) and (day := _years_on(found.day, int(count))):
            yield on(day, text[m.start() : found.time.span.end])


def _lengths(doc: Doc, times: Iterable[TimeExpression], written: tuple[Written, ...]) -> Iterator[When]:
    """Yield bounds from a length that runs up to now: "It is 40 days since the flood of May 2, 2011"."""
    text = doc.text
    for time in times:
        length = _LENGTH.fullmatch(time.value or "")
        if not length or time.mod or _is_ahead(doc, time):
            continue
        since = _SINCE.match(text, time.span.end)
        found = _next(text, written, since.end()) if since else _before(text, written, time)
        bounds = _after(found.day, int(length[1]), length[2]) if found else None
        if found and bounds:
            first, last = min(time.span.start, found.time.span.start), max(time.span.end, found.time.span.end)
            yield between(*bounds, text[first:last])


def _before(text: str, written: tuple[Written, ...], time: TimeExpression) -> Written | None:
    """Return the day that a length which has passed runs from: "Since 1 January 2019, 300 days have passed"."""
    if not _PASSED.match(text, time.span.end):
        return None
    place = bisect_left(written, time.span.start, key=lambda told: told.time.span.start)
    found = written[place - 1] if place else None
    start = _sentence_start(text, time.span.start)
    since = found and text[max(start, found.time.span.start - 12) : found.time.span.start].lower().rstrip()
    return found if found and since and found.time.span.start >= start and since.endswith("since") else None


def _nth(text: str, written: tuple[Written, ...]) -> Iterator[When]:
    """Yield bounds from the day or week that something is in: "The strike that began on 3 May 2019 is in its 40th day"."""
    for m in _NTH.finditer(text):
        rank, unit = ordinal(re.split(r"[\s-]", m[1].lower())), _DAYS[m[2][0].upper()]
        start, end = _sentence_start(text, m.start()), _sentence_end(text, m.end())
        for found in written:
            inside = start <= found.time.span.start < end
            if inside and rank and _BEGAN.search(text, max(start, found.time.span.start - 40), found.time.span.start):
                first = found.day + (rank - 1) * unit * _DAY
                evidence = text[min(m.start(), found.time.span.start) : max(m.end(), found.time.span.end)]
                yield between(first - _DAY, first + (unit + 2) * _DAY, evidence)


def _next(text: str, written: tuple[Written, ...], place: int) -> Written | None:
    """Return the first written day close behind a place, in the same sentence."""
    first = bisect_left(written, place, key=lambda told: told.time.span.start)
    near = first < len(written) and written[first].time.span.start <= place + _NEAR_BY
    if not near or _SENTENCE_END.search(text, place, written[first].time.span.start):
        return None
    return written[first]


def _sentence_start(text: str, place: int) -> int:
    start = max(0, place - _NEAR_BY)
    ends = [m.end() for m in _SENTENCE_END.finditer(text, start, place)]
    return ends[-1] if ends else start


def _sentence_end(text: str, place: int) -> int:
    end = _SENTENCE_END.search(text, place, place + _NEAR_BY)
    return end.start() if end else min(len(text), place + _NEAR_BY)


def _is_ahead(doc: Doc, time: TimeExpression) -> bool:
    found = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    return found is not None and tense_of(found.root) is Tense.FUTURE


def _years_on(day: date, years: int) -> date | None:
    year = day.year + years
    return day.replace(year=year) if is_day(year, day.month, day.day) else None


def _after(day: date, count: int, unit: str) -> tuple[date, date] | None:
    """Return the first day and the day after the last that so many whole units after a day can mean."""
    if unit in _DAYS:
        steps = count * _DAYS[unit]
        # whether the first day counts is open, and a week that is not over is one week less
        bounds = shift(day.isoformat(), "D", steps - 1), shift(day.isoformat(), "D", steps + 1 + _DAYS[unit])
    else:
        months = count * _MONTHS[unit]
        bounds = _months_on(day, months), _months_on(day + _SLACK * (day.day > _SHORTEST_MONTH), months + _MONTHS[unit])
    first, last = (day_of(bound) for bound in bounds)
    return (first, last) if first and last else None


def _months_on(day: date, months: int) -> str | None:
    month = shift(day.isoformat(), "M", months)
    return month and f"{month}-{min(day.day, _SHORTEST_MONTH):02d}"
