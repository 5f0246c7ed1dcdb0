"""What value an expression has: its meaning completed from the scene it stands in, never finer than both."""

from collections.abc import Callable, Mapping

from sitegen.annotate.timex import calendar_resolution as calendar
from sitegen.annotate.timex.almanac import coarsen, day_of, shift
from sitegen.annotate.timex.numbers import UNKNOWN_COUNT
from sitegen.annotate.timex.readings import Meaning
from sitegen.annotate.timex.rules import Kind, Rule
from sitegen.annotate.timex.scene import Scene, Style, Tense
from sitegen.model.when import NO_VALUE

PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"
_DEICTIC_DAYS: Mapping[str, int] = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2,
    "tonight": 0, "overnight": 0, "last night": -1, "this morning": 0, "this afternoon": 0, "this evening": 0,
}  # fmt: skip
_DEICTIC_HOURS: Mapping[str, str] = {
    "tonight": "TNI", "overnight": "TNI", "last night": "TNI",
    "this morning": "TMO", "this afternoon": "TAF", "this evening": "TEV",
}  # fmt: skip
_HALVES: Mapping[str, str] = {"TH": "PT30M", "Y": "P6M", "DE": "P5Y", "CE": "P50Y", "ML": "P500Y"}
"""Half a unit where another unit has it whole."""
_VAGUE_SIDE = {-1: PAST, 0: PRESENT, 1: FUTURE}
_SATURDAY = 6
BACKWARDS = frozenset({"ago", "earlier", "previously", "before"})
_FROM_PUBLICATION = frozenset({"ago", "hence", "from now", "today", "now"})


def resolve(rule: Rule, meaning: Meaning, scene: Scene) -> str | None:
    """Return the TIMEX3 value; None where the context does not give it."""
    value = _RESOLVERS[rule.kind](rule, meaning, scene)
    return shift(value, "D", meaning.beside) if meaning.beside else value


def _deictic(_: Rule, meaning: Meaning, scene: Scene) -> str | None:
    steps = _DEICTIC_DAYS[meaning.deictic]
    if scene.style is Style.NARRATIVE or not day_of(scene.published):
        return _VAGUE_SIDE[max(-1, min(1, steps))]
    day = shift(scene.published, "D", steps)
    return day and day + (meaning.hour or _DEICTIC_HOURS.get(meaning.deictic, ""))


def _step(_: Rule, meaning: Meaning, scene: Scene) -> str | None:
    steps = meaning.toward or 0
    told = meaning.from_mention or scene.style is Style.NARRATIVE or (meaning.unit == "D" and steps)
    base = (scene.mentioned or scene.base) if told else scene.published
    if scene.style is Style.NARRATIVE and meaning.unit == "Y":
        base = scene.base
    if meaning.hour:
        day = shift(base, "D", steps)
        return day and day + meaning.hour
    if meaning.unit == "WE" and not told:
        return _weekend(steps, meaning.way, scene)
    if meaning.unit == "Q" and scene.period and (steps < 0 or meaning.way == "latest"):
        return scene.period if meaning.way == "latest" else shift(scene.period, "Q", steps)
    value = shift(base, meaning.unit, steps)
    return value if value or told else _VAGUE_SIDE[steps]


def _weekend(steps: int, way: str, scene: Scene) -> str | None:
    """Return the weekend last begun or the coming one, and count from there."""
    day = day_of(scene.published)
    if not day:
        return _VAGUE_SIDE[steps]
    if steps > 0 or way == "this" or scene.tense is Tense.FUTURE:
        return shift(scene.published, "WE", 0 if steps <= 0 or day.isoweekday() < _SATURDAY else 1)
    return shift(scene.published, "WE", 0 if day.isoweekday() >= _SATURDAY and steps == 0 else -1)


def _steps(_: Rule, meaning: Meaning, scene: Scene) -> str | None:
    back = meaning.way in BACKWARDS
    if meaning.count in {"", UNKNOWN_COUNT} or meaning.unit.startswith("T"):
        return PAST if back or (scene.tense is Tense.PAST and meaning.way == "later") else FUTURE
    base = scene.published if meaning.way in _FROM_PUBLICATION else scene.mentioned or scene.base
    if meaning.unit == "Y" and meaning.count == "1" and scene.period and back:
        return shift(scene.period, "Q", -4)
    unit, factor = ("W", 2) if meaning.unit == "2W" else (meaning.unit, 1)
    if unit in {"DE", "CE"}:
        unit, factor = "Y", {"DE": 10, "CE": 100}[unit]
    count = float(meaning.count) * factor
    if not count.is_integer():
        unit, count = ("M", count * 12) if unit == "Y" else ("D", count * 7) if unit == "W" else (unit, round(count))
    value = shift(base, unit, -int(count) if back else int(count))
    return value or (PAST if back and meaning.way == "ago" else None)


def _same(_: Rule, meaning: Meaning, scene: Scene) -> str | None:
    if meaning.hour:
        near = scene.style is Style.NARRATIVE or scene.told.age <= 1
        day = day_of(scene.mentioned if near else None) or day_of(scene.base)
        return f"{day}{meaning.hour}" if day else None
    if meaning.unit == "WE" and scene.style is Style.NEWS:
        return _weekend(0, "", scene)
    if meaning.unit == "Q":
        return (scene.told.quarter if "that" in meaning.way else scene.period) or coarsen(scene.base, "Q")
    if "that" in meaning.way and scene.mentioned:
        return coarsen(scene.mentioned, meaning.unit)
    own = meaning.unit == "Y" and meaning.way in {"", "the", "full", "whole", "fiscal"}
    near = "that" in meaning.way or scene.style is Style.NARRATIVE or (scene.told.age <= 1 and not own)
    return coarsen(scene.mentioned if near else None, meaning.unit) or coarsen(scene.base, meaning.unit)


def _earlier_period(_: Rule, meaning: Meaning, scene: Scene) -> str | None:
    quarter = scene.period
    if not quarter:
        return shift(scene.published, "Y", -1)
    if meaning.part:
        quarter = quarter[:-2] + meaning.part
    if meaning.of_year.isdecimal():
        return meaning.of_year + quarter[-3:]
    return shift(quarter, "Q", -4)


def _clock(_: Rule, meaning: Meaning, scene: Scene) -> str | None:
    told = scene.mentioned if scene.style is Style.NARRATIVE or scene.told.age <= 1 else None
    day = day_of(told) or day_of(scene.base)
    return f"{day}{meaning.hour}" if day else None


def amount(meaning: Meaning) -> str:
    """Write a length of time: P3M, PT10H, PXW."""
    count, unit = meaning.count or UNKNOWN_COUNT, meaning.unit
    if unit == "2W":
        count, unit = (f"{float(count) * 2:g}" if count != UNKNOWN_COUNT else count), "W"
    if count == "0.5" and unit in _HALVES:
        return _HALVES[unit]
    return f"PT{count}{unit[1:]}" if unit.startswith("T") else f"P{count}{unit}"


def _amount(rule: Rule, meaning: Meaning, _: Scene) -> str | None:
    return rule.value or amount(meaning)


def _repeated(rule: Rule, meaning: Meaning, _: Scene) -> str | None:
    if meaning.often:
        return meaning.often
    if meaning.weekday:
        return f"XXXX-WXX-{meaning.weekday}"
    if meaning.month or meaning.part:
        return f"XXXX-{meaning.part or f'{meaning.month:02d}'}"
    if meaning.hour:
        return f"XXXX-XX-XX{meaning.hour}"
    if not meaning.unit:
        return rule.value
    return amount(Meaning(unit=meaning.unit, count=meaning.count or "1"))


_RESOLVERS: Mapping[Kind, Callable[[Rule, Meaning, Scene], str | None]] = {
    Kind.CALENDAR: lambda _, meaning, scene: calendar.place(meaning, scene),
    Kind.WEEKDAY: lambda _, meaning, scene: calendar.weekday(meaning, scene),
    Kind.FEAST: lambda _, meaning, scene: calendar.feast(meaning, scene),
    Kind.DEICTIC: _deictic,
    Kind.STEP: _step,
    Kind.STEPS: _steps,
    Kind.SAME: _same,
    Kind.EARLIER_PERIOD: _earlier_period,
    Kind.CLOCK: _clock,
    Kind.AMOUNT: _amount,
    Kind.REPEATED: _repeated,
    Kind.REFERENCE: lambda rule, _, __: rule.value,
}


def points(meaning: Meaning, value: str | None, scene: Scene) -> tuple[str | None, str | None]:
    """Return begin and end of a length of time that is tied to the publication."""
    day = scene.published if scene.style is Style.NEWS else None
    if not day or not value or meaning.toward not in {-1, 1} or value in NO_VALUE:
        return None, None
    if not meaning.count.isdecimal():
        return (None, day) if meaning.toward < 0 else (day, None)
    other = _steps_from(day, meaning)
    return (other, day) if meaning.toward < 0 else (day, other)


def _steps_from(day: str, meaning: Meaning) -> str | None:
    if meaning.unit.startswith("T") or meaning.unit == "2W":
        return None
    return shift(day, meaning.unit, int(meaning.count) * (meaning.toward or 0))


def ahead(scene: Scene) -> bool:
    """Say whether the verb puts the event after the publication."""
    return scene.tense is Tense.FUTURE
