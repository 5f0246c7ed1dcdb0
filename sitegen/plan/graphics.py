"""What pictures show of counts and events over time, never without their values as words; input: days, dates of events."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from sitegen.model import when
from sitegen.model.annotations import Aspect
from sitegen.model.pictures import Bar, Strip, StripColumn, StripSpan
from sitegen.plan import dates
from sitegen.words import Words

_DAYS, _MONTHS = 31, 48
"""At most so many bars of a unit of time before the next larger unit is taken."""
_COLUMNS = 60
_FEWEST = 4
"""Events known to the day that a strip needs: below, the list says as much."""
_ALONE = 0.4
"""A gap wider than this share of the whole sets what lies beyond it apart: one event of 1945 must not crowd all others together."""
_APART = 5
"""Of so many events, one may be set apart on either side."""
_WHOLE = 1000
_DAY, _YEAR = timedelta(days=1), 12
_AHEAD = (Aspect.SCHEDULED, Aspect.EXPECTED)


def bars(words: Words, days: Iterable[date]) -> tuple[Bar, ...]:
    """Count days by day, month or year, as finely as few bars allow, times without any as zero; nothing where one bar would stand alone."""
    known = sorted(days)
    if not known:
        return ()
    unit = next((u for u, most in _UNITS if u(known[-1]) - u(known[0]) < most), _by_year)
    counts, first, last = Counter(map(unit, known)), unit(known[0]), unit(known[-1])
    if first == last:
        return ()
    return tuple(Bar(label=_label(words, unit, at), count=counts[at]) for at in range(first, last + 1))


def _by_day(day: date) -> int:
    return day.toordinal()


def _by_month(day: date) -> int:
    return day.year * _YEAR + day.month - 1


def _by_year(day: date) -> int:
    return day.year


_UNITS = ((_by_day, _DAYS), (_by_month, _MONTHS))


def _label(words: Words, unit: Callable[[date], int], at: int) -> str:
    if unit is _by_day:
        return words.day(date.fromordinal(at))
    value = f"{at // _YEAR:04}-{at % _YEAR + 1:02}" if unit is _by_month else f"{at:04}"
    shown = dates.shown(words, value)
    return shown.words if shown else value


def strip(words: Words, events: Iterable[tuple[str | None, Aspect]]) -> Strip | None:
    """Return events, by date (TIMEX3) and aspect, on a line of time: a column for those known to the day, a span below for others; None for few."""
    dated = [(days[0], days[1], aspect in _AHEAD) for value, aspect in events if (days := when.days(value))]
    exact = [(first, ahead) for first, end, ahead in dated if end - first == _DAY]
    near = _near([first for first, _ in exact])
    if len(near) < _FEWEST or near[0] == near[-1]:
        return None
    first, last = near[0], near[-1]
    loose = ((a, b) for a, b, _ in dated if b - a > _DAY and b > first and a <= last)
    return Strip(
        first=words.day(first),
        last=words.day(last),
        columns=_columns([(day, ahead) for day, ahead in exact if first <= day <= last], first, last),
        spans=tuple(dict.fromkeys(_span(a, b, first, last) for a, b in loose)),
        events=len(near),
        beyond=len(exact) - len(near),
    )


def _near(days: Iterable[date]) -> Sequence[date]:
    """Return the days, ordered, without the few that lie far from all others."""
    near = sorted(days)
    most = len(near) // _APART
    for _ in range(most):
        whole = (near[-1] - near[0]).days * _ALONE
        if (near[1] - near[0]).days > whole:
            near = near[1:]
        elif (near[-1] - near[-2]).days > whole:
            near = near[:-1]
    return near


def _columns(events: Iterable[tuple[date, bool]], first: date, last: date) -> tuple[StripColumn, ...]:
    counts: Counter[tuple[int, bool]] = Counter()
    length = (last - first).days + 1
    for day, ahead in events:
        counts[(day - first).days * min(_COLUMNS, length) // length, ahead] += 1
    width = _WHOLE // min(_COLUMNS, length)
    return tuple(
        StripColumn(
            place=at * _WHOLE // min(_COLUMNS, length), width=width, happened=counts[at, False], ahead=counts[at, True]
        )
        for at in sorted({at for at, _ in counts})
    )


def _span(start: date, end: date, first: date, last: date) -> StripSpan:
    """Return the time in which an event lies, cut at the ends of the strip."""
    length = (last - first).days + 1
    begins = max((start - first).days, 0) * _WHOLE // length
    ends = min((end - first).days, length) * _WHOLE // length
    return StripSpan(place=begins, width=max(ends - begins, 1))
