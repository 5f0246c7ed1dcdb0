"""When an article appeared, read from its words alone: a line that is a date, a dateline, or the latest day it tells of."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain

from spacy.tokens import Doc

from sitegen.annotate.event_clauses import clause_of
from sitegen.annotate.timex import time_expressions
from sitegen.annotate.timex.almanac import day_of, fields, is_day, shift
from sitegen.annotate.timex.scene import Tense, tense_of
from sitegen.model.annotations import TimeExpression, TimexType
from sitegen.model.when import How, When

_NOTHING = When(how=How.TEXT)
_DAY = timedelta(days=1)
_HEAD_LINES, _FOOT_LINES = 12, 6
"""Lines with words at the top and the end of a text where a date stands for the publication."""
_LABEL = re.compile(
    r"\W*(?:(?:first\s+)?published|posted|updated|last\s+(?:updated|modified)|date|dateline|issued|released|filed|on|at|by"
    r"|for immediate release|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|est|edt|gmt|utc|ist"
    r"|\d{1,2}:\d\d(?::\d\d)?|[ap]\.?m\.?|\W)*",
    re.IGNORECASE,
)
_DATELINE_START = re.compile(r"[^\n]{0,60}?[A-Z][^\n]{0,40}?[,(—–-]\s*")
_DATELINE_END = re.compile(r"\.?\s*(?:\([^)\n]{1,30}\)\s*)?(?:[-—–]|\()")
_TODAY = re.compile(r"\btoday\W{1,3}$", re.IGNORECASE)
_NEAR = frozenset({"today", "yesterday", "tomorrow", "tonight"})
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_BACKGROUND = re.compile(r"\b(?:since|after|before|until|following)\s*(?:the\s*)?$", re.IGNORECASE)
_OPEN_END = re.compile(
    r"\b(?:until|till|by|through|to|ending|ends|ended|expires?|expiring|due)\s*(?:on\s*)?(?:the\s*)?$", re.IGNORECASE
)
"""Before a day that may lie ahead, whatever the tense."""
_LEAD_IN = 24
_FEW_YEARS = 4
_LONGEST_LABEL = 100
"""Code points beside a date that stands alone on its line."""
_MAIN = frozenset({"ROOT", "conj", "ccomp"})
"""A subordinate clause ("which it had bought on …") tells background."""


_LENGTH = re.compile(r"P(\d{1,4})([DWMY])")
_SINCE = re.compile(r"\s+since\b")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_NEAR_BY = 120
_DAYS, _MONTHS = {"D": 1, "W": 7}, {"M": 1, "Y": 12}
_SHORTEST_MONTH = 28
_FAR = 3000
"""No article is from then."""
_SLACK = timedelta(days=3)
"""From the last days of any month into the next one."""
_ANNIVERSARY = re.compile(r"\b[Tt]oday\b[^.!?\n]{0,60}?\b(\d{1,3})(?:st|nd|rd|th) anniversary of\b")


@dataclass(frozen=True, slots=True)
class _Day:
    """A day that the text writes out with its year."""

    time: TimeExpression
    day: date

    def words(self, text: str) -> str:
        return self.time.span.of(text)


def infer_published(doc: Doc) -> When:
    """Return the publication date that the text itself gives; no value where it would be a guess."""
    times = time_expressions(doc, None)
    written = tuple(_written_days(times))
    if stated := next(_stated(doc.text, written), None):
        return _exactly(stated, doc.text)
    if counted := next(chain(_anniversaries(doc.text, written), _counted(doc, times, written)), None):
        return counted
    return _latest_told(doc, times, written)


def _written_days(times: Iterable[TimeExpression]) -> Iterator[_Day]:
    for time in times:
        explicit = time.anchor is None and time.type in {TimexType.DATE, TimexType.TIME}
        if explicit and (day := day_of(time.value)) and day.year < _FAR:
            yield _Day(time, day)


def _exactly(found: _Day, text: str) -> When:
    return When(
        value=found.day.isoformat(),
        earliest=_midnight(found.day),
        latest=_midnight(found.day + _DAY),
        how=How.TEXT,
        evidence=found.words(text),
    )


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _stated(text: str, written: tuple[_Day, ...]) -> Iterator[_Day]:
    """Yield days that stand where a publication date stands: alone on a line, in a dateline, beside "today"."""
    head, foot = _edges(text)
    for found in written:
        span = found.time.span
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        before, after = text[start : span.start], text[span.end : end if end >= 0 else len(text)]
        at_edge = span.start < head or span.start >= foot
        alone = (
            _LABEL.fullmatch(before[-200:])
            and _LABEL.fullmatch(after[:200])
            and len(before) + len(after) < _LONGEST_LABEL
        )
        dateline = span.start < head and _DATELINE_START.fullmatch(before[:120]) and _DATELINE_END.match(after)
        if (at_edge and alone) or dateline or _TODAY.search(before[-_LEAD_IN:]):
            yield found


def _anniversaries(text: str, written: tuple[_Day, ...]) -> Iterator[When]:
    """Yield the day on which an article says that "today" so many years are full."""
    for m in _ANNIVERSARY.finditer(text):
        found = _next(written, m.end())
        if not found or _SENTENCE_END.search(text, m.end(), found.time.span.start):
            continue
        if is_day(found.day.year + int(m[1]), found.day.month, found.day.day):
            day = found.day.replace(year=found.day.year + int(m[1]))
            yield replace(
                _exactly(found, text),
                value=day.isoformat(),
                earliest=_midnight(day),
                latest=_midnight(day + _DAY),
                evidence=text[m.start() : found.time.span.end],
            )


def _counted(doc: Doc, times: Iterable[TimeExpression], written: tuple[_Day, ...]) -> Iterator[When]:
    """Yield bounds from a length that runs up to now: "It is 40 days since the flood of May 2, 2011"."""
    text = doc.text
    for time in times:
        length = _LENGTH.fullmatch(time.value or "")
        since = _SINCE.match(text, time.span.end)
        if not length or not since or time.mod or _tense(doc, time) is Tense.FUTURE:
            continue
        found = _next(written, since.end())
        bounds = _after(found.day, int(length[1]), length[2]) if found else None
        if found and bounds and not _SENTENCE_END.search(text, since.end(), found.time.span.start):
            words = text[time.span.start : found.time.span.end]
            yield When(earliest=_midnight(bounds[0]), latest=_midnight(bounds[1]), how=How.TEXT, evidence=words)


def _next(written: tuple[_Day, ...], place: int) -> _Day | None:
    """Return the first written day close behind a place."""
    first = bisect_left(written, place, key=lambda told: told.time.span.start)
    near = first < len(written) and written[first].time.span.start <= place + _NEAR_BY
    return written[first] if near else None


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


def _edges(text: str) -> tuple[int, int]:
    """Return where the first lines of a text end and where its last lines begin."""
    starts = [m.start() for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
    if len(starts) <= _HEAD_LINES:
        return len(text), 0
    return starts[_HEAD_LINES], starts[-_FOOT_LINES]


def _latest_told(doc: Doc, times: tuple[TimeExpression, ...], written: tuple[_Day, ...]) -> When:
    """Bound the publication by the latest day told in the past tense; name it where nothing speaks against it."""
    told = [(found, _tense(doc, found.time)) for found in written]
    past = [found for found, tense in told if tense is Tense.PAST and not _lead(doc.text, found, _OPEN_END)]
    if not past:
        return _NOTHING
    latest = max(past, key=lambda found: (found.day, -found.time.span.start))
    ahead = [found.day for found, tense in told if tense is Tense.FUTURE and found.day > latest.day]
    sure = _is_now(doc, times, latest)
    return When(
        value=latest.day.isoformat() if sure else None,
        earliest=_midnight(latest.day),
        latest=_midnight(min(ahead) + _DAY) if ahead else None,
        how=How.TEXT,
        evidence=latest.words(doc.text),
    )


def _tense(doc: Doc, time: TimeExpression) -> Tense:
    found = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    return tense_of(found.root) if found is not None else Tense.OPEN


def _is_now(doc: Doc, times: tuple[TimeExpression, ...], latest: _Day) -> bool:
    """Say whether the latest day told is the day of the news rather than of its background."""
    text = doc.text
    years = [found[0] for time in times if time.anchor is None and (found := fields(time.value))]
    near = sum(time.span.of(text).lower() in _NEAR or bool(_WEEKDAY.fullmatch(time.span.of(text))) for time in times)
    later = any(
        found[0] > latest.day.year and _tense(doc, time) is not Tense.FUTURE
        for time in times
        if time.anchor is None and (found := fields(time.value))
    )
    clause = clause_of(doc, latest.time.span)
    told = clause is not None and not clause.is_noun and clause.head.dep_ in _MAIN
    return told and not near and not later and not _lead(text, latest, _BACKGROUND) and len(years) <= _FEW_YEARS


def _lead(text: str, found: _Day, words: re.Pattern[str]) -> bool:
    start = found.time.span.start
    return bool(words.search(text[max(0, start - _LEAD_IN) : start]))
