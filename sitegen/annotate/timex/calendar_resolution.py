"""Which year, month or day is meant where an expression leaves it open: by tense, by nearness, or along a narrative."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from sitegen.annotate.timex.almanac import (
    coarsen,
    day_of,
    feast_day,
    fields,
    is_day,
    months_of,
    shift,
    start_of,
    week_text,
    year_text,
)
from sitegen.annotate.timex.readings import Meaning
from sitegen.annotate.timex.scene import Scene, Style, Tense

_OF_YEAR = {"last": -1, "this": 0, "next": 1}
_MENTIONED_YEAR = frozenset({"the", "that", "same"})
_APPOSED = frozenset({"quarter ,", "period ,", "quarter (", "period ("})
_ENDED = frozenset({"quarter ended", "quarter ending", "period ended", "period ending"})
"""What stands before a quarter, and before its last day, where a period named before gives their year."""
_HALF_YEAR = 6
_CENTURY, _DECADES = 100, 10
_SLACK = timedelta(days=3)
"""A paper dated the 24th tells in the past tense what its Saturday issue of the 25th said."""
_STALE = 270
"""Days after which a day without a year would have been given one."""


def place(meaning: Meaning, scene: Scene) -> str | None:
    """Return the value of a place on the calendar."""
    if meaning.unit:
        return _quarter_ended(meaning, scene) if meaning.unit == "Q" else _week_of(meaning, scene)
    if meaning.decade is not None:
        return _decade(meaning, scene)
    if meaning.century is not None:
        return f"{'BC' if meaning.before_christ else ''}{meaning.century:02d}"
    if meaning.short is not None:
        return _end_of_span(meaning.short, scene)
    if meaning.day and not meaning.month:
        return _day_of_month(meaning, scene)
    year = meaning.year if meaning.year is not None else _open_year(meaning, scene)
    return _write(meaning, year) if year is not None else None


def _end_of_span(short: int, scene: Scene) -> str | None:
    """Complete the last two figures of a year by the first year of the span."""
    first = fields(scene.mentioned)
    if not first:
        return None
    year = first[0] // _CENTURY * _CENTURY + short
    return year_text(year if year > first[0] else year + _CENTURY)


def _week_of(meaning: Meaning, scene: Scene) -> str | None:
    day = day_of(place(replace(meaning, unit=""), scene))
    return week_text(day) if day else None


def _quarter_ended(meaning: Meaning, scene: Scene) -> str | None:
    """Return the quarter reported on, else the one of the calendar that most of a quarter with this last month lies in."""
    if scene.period:
        return scene.period
    last = coarsen(place(replace(meaning, unit=""), scene), "M")
    return coarsen(shift(last, "M", -1), "Q")


def _write(meaning: Meaning, year: int) -> str | None:
    text = year_text(year)
    if meaning.part:
        return f"{text}-{meaning.part}"
    if not meaning.month:
        return text
    if not meaning.day:
        return f"{text}-{meaning.month:02d}"
    if not is_day(year, meaning.month, meaning.day):
        return None
    return f"{text}-{meaning.month:02d}-{meaning.day:02d}{meaning.hour}"


def _decade(meaning: Meaning, scene: Scene) -> str | None:
    decade = meaning.decade or 0
    if meaning.before_christ:
        return f"BC{decade:03d}"
    if decade < _DECADES:
        found = fields(scene.base)
        if not found:
            return None
        decade += found[0] // _CENTURY * _DECADES
        # the '90s of a text from 2003 are over, not to come
        if decade * _DECADES > found[0] + 1:
            decade -= _DECADES
    return f"{decade:03d}"


def _day_of_month(meaning: Meaning, scene: Scene) -> str | None:
    """Put "the 19th" in the month spoken of; in news, in the month of publication unless a sentence gives another."""
    told = scene.mentioned if scene.style is Style.NARRATIVE or scene.same_sentence or meaning.way else None
    month = coarsen(told, "M") or coarsen(scene.base, "M")
    if meaning.way in {"last month", "next month"} or meaning.toward in {-1, 1}:
        month = shift(scene.base, "M", meaning.toward or 0)
    found = fields(month)
    if not found or not found[1]:
        return None
    year, number = meaning.year or found[0], found[1]
    return _write(replace(meaning, month=number), year)


def _open_year(meaning: Meaning, scene: Scene) -> int | None:
    base = fields(scene.base)
    if meaning.of_year in _MENTIONED_YEAR:
        base = fields(scene.mentioned) or base
        return base[0] if base else None
    if not base:
        return None
    if meaning.of_year in _OF_YEAR:
        return base[0] + _OF_YEAR[meaning.of_year]
    told = fields(scene.mentioned)
    near = scene.same_sentence and scene.told.written and scene.tense is Tense.PAST
    follows = near and meaning.toward is None and scene.style is Style.NEWS
    if follows and told and told[0] != base[0] and (told[2] or not meaning.day):
        return told[0]
    if scene.style is Style.NARRATIVE and scene.line:
        return _told_year(meaning, scene.line)
    return _spoken_of(meaning, scene) or _nearest_year(meaning, scene)


def _spoken_of(meaning: Meaning, scene: Scene) -> int | None:
    """Return the year of the period beside, or the one that the text gave to this month before, where no verb tells."""
    base, told = fields(scene.base), fields(scene.mentioned)
    if told and base and told[0] < base[0] and scene.lead in (_APPOSED if meaning.part else _ENDED):
        return told[0]
    if scene.tense is not Tense.OPEN or meaning.toward is not None:
        return None
    return scene.told.month_years.get(meaning.month or 0)


def _told_year(meaning: Meaning, mentioned: str) -> int | None:
    """Go on in the year told of; a month far behind the last one opens the next year."""
    found = fields(mentioned)
    if not found:
        return None
    year, month, _ = found
    first = meaning.month or (months_of(meaning.part)[0] if meaning.part else 1)
    if month and month - first > _HALF_YEAR and meaning.toward is None:
        return year + 1
    return year + (meaning.toward or 0) if meaning.toward in {-1, 1} and not month else year


def _nearest_year(meaning: Meaning, scene: Scene) -> int | None:
    today = start_of(scene.base)
    if not today:
        return None
    month, size = (meaning.month, 1) if meaning.month else months_of(meaning.part)
    starts = [
        (year, date(year, month or 1, meaning.day or 1))
        for year in range(today.year - 1, today.year + 2)
        if is_day(year, month or 1, meaning.day or 1)
    ]
    length = timedelta(days=1 if meaning.day else 30 * size)
    if meaning.toward == 0:
        return today.year
    if meaning.weekday and (year := _year_of_weekday(starts, meaning.weekday, today)):
        return year
    if meaning.part.startswith(("Q", "H")) and meaning.toward is None:
        return _last(year for year, start in starts if start <= today)
    if meaning.toward in {-1, 1}:
        return _first(starts, today, length, meaning.toward)
    return _by_tense(starts, today, length, scene.tense) or None


def _year_of_weekday(starts: list[tuple[int, date]], weekday: int, today: date) -> int | None:
    """Return the year in which a day falls on the weekday that stands beside it."""
    fitting = [(abs((start - today).days), year) for year, start in starts if start.isoweekday() == weekday]
    return min(fitting)[1] if fitting else None


def _first(starts: list[tuple[int, date]], today: date, length: timedelta, toward: int) -> int | None:
    """Return the year of the last one over, or the first one to come."""
    if toward < 0:
        return _last(year for year, start in starts if start + length <= today)
    return next((year for year, start in starts if start > today), None)


def _last(years: Iterable[int]) -> int | None:
    return max(years, default=None)


def _by_tense(starts: list[tuple[int, date]], today: date, length: timedelta, tense: Tense) -> int | None:
    if tense is Tense.FUTURE:
        return next((year for year, start in starts if start + length > today), None)
    if tense is Tense.PAST:
        last = [(year, start) for year, start in starts if start <= today + _SLACK]
        if last and (length > _SLACK or (today - last[-1][1]).days < _STALE):
            return last[-1][0]
    return min(starts, key=lambda s: _distance((s[1] + length / 2 - today).days), default=(None,))[0]


def _distance(ahead: int) -> int:
    """Measure days from the publication; where no verb tells, news speaks of what was more than of what will be."""
    return ahead * 2 if ahead > 0 else -ahead


def weekday(meaning: Meaning, scene: Scene) -> str | None:
    """Return the most recent such day, publication included; the coming one where the verb says so."""
    if not meaning.weekday:
        return None
    told = scene.told.weekdays.get(meaning.weekday, scene.mentioned) if meaning.from_mention else None
    base = day_of(told) or day_of(scene.base)
    if not base:
        return None
    back = (base.isoweekday() - meaning.weekday) % 7
    steps = _weekday_steps(back, meaning, scene)
    return f"{base + timedelta(days=steps)}{meaning.hour}"


def _weekday_steps(back: int, meaning: Meaning, scene: Scene) -> int:
    ahead = (7 - back) % 7
    if meaning.of_week is not None:
        return ahead if meaning.of_week == 0 else meaning.of_week * 7 - back
    if meaning.toward == 1:
        return ahead or 7
    if meaning.toward == -1:
        return -(back or 7)
    if meaning.toward == 0 or scene.tense is Tense.FUTURE or scene.style is Style.NARRATIVE:
        return ahead
    return -back


def feast(meaning: Meaning, scene: Scene) -> str | None:
    """Return the day of a feast."""
    find: Callable[[int], date | None] = lambda year: feast_day(meaning.feast, year)  # noqa: E731 - one formula
    if meaning.year:
        day = find(meaning.year)
        return day.isoformat() if day else None
    base = start_of(scene.base)
    if not base:
        return None
    days = [day for year in (base.year - 1, base.year, base.year + 1) if (day := find(year))]
    if scene.style is Style.NARRATIVE:
        return next((day.isoformat() for day in days if day.year == base.year), None)
    chosen = _by_tense([(n, day) for n, day in enumerate(days, 1)], base, timedelta(days=1), scene.tense)
    return days[chosen - 1].isoformat() if chosen else None
