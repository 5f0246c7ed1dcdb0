"""What the words of a match mean: each named group of a rule read into one field, whatever the rule."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sitegen.annotate.timex import numbers
from sitegen.annotate.timex import vocabulary as tables
from sitegen.annotate.timex.almanac import is_day
from sitegen.annotate.timex.grammar import Found

Words = Sequence[str]
_CENTURY, _PIVOT, _NOON, _LONGEST_MONTH = 100, 50, 12, 31

_HALVES: Mapping[str, str] = {"H1": "START", "H2": "END"}
"""TIMEX3 has halves of years only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """The parts of a time that an expression names; what it leaves open is None or empty."""

    year: int | None = None
    short: int | None = None
    """The last two figures of a year that ends a span: 1914-18."""
    decade: int | None = None
    """Years over ten; below 100 its century is open."""
    century: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str = ""
    """Season, quarter or half of a year."""
    toward: int | None = None
    from_mention: bool = False
    count: str = ""
    unit: str = ""
    way: str = ""
    of_year: str = ""
    """this, last, next; the, that, same."""
    of_week: int | None = None
    deictic: str = ""
    hour: str = ""
    """Time of day as TIMEX3 has it, with its T."""
    before_christ: bool = False
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    often: str = ""
    feast: str = ""
    beside: int = 0
    """Days off the day that is named: -1 for the day before Christmas."""
    invalid: bool = False
    """No such day or hour."""


def read(found: Found) -> Meaning:
    """Read all groups of a match."""
    values: dict[str, Any] = {}
    for name, words in found.groups.items():
        values |= _READERS[name](words)
    if values.pop("after_noon", False):
        values |= _after_noon(values.get("hour", ""))
    meaning = Meaning(**values)
    if meaning.before_christ:
        meaning = replace(meaning, year=-(meaning.year or 0) or None)
    if meaning.month and meaning.part in _HALVES:
        meaning = replace(meaning, part="", mod=_HALVES[meaning.part])
    if meaning.month and meaning.day and not is_day(meaning.year or 4, meaning.month, meaning.day):
        meaning = replace(meaning, invalid=True)
    return meaning


def _year(words: Words) -> dict[str, Any]:
    value = int(words[0])
    if len(words[0]) == len("99"):
        value += 1900 if value >= _PIVOT else 2000
    return {"year": value, "invalid": value == 0}


def _short(words: Words) -> dict[str, Any]:
    return {"short": int(words[0])}


def _iso(words: Words) -> dict[str, Any]:
    day, _, hour = words[0].upper().partition("T")
    year, month, number = (int(part) for part in day.split("-"))
    return _full_date(year, month, number) | {"hour": f"T{hour}" if hour else ""}


def _slash(words: Words) -> dict[str, Any]:
    """Read 7/15/98 as in the United States unless only the other order makes a date."""
    first, second, last = words[0].split("/")
    year = _year([last])["year"]
    month, day = int(first), int(second)
    return _full_date(year, *((day, month) if month > _NOON else (month, day)))


def _full_date(year: int, month: int, day: int) -> dict[str, Any]:
    try:
        date(year, month, day)
    except ValueError:
        return {"invalid": True}
    return {"year": year, "month": month, "day": day}


def _month(words: Words) -> dict[str, Any]:
    return {"month": tables.MONTHS.get(words[0]) or tables.MONTH_STUMPS[words[0]]}


def _day(words: Words) -> dict[str, Any]:
    day = int(words[0]) if words[0].isdecimal() else numbers.ordinal(words) or 0
    return {"day": day, "invalid": not 1 <= day <= _LONGEST_MONTH}


def _weekday(words: Words) -> dict[str, Any]:
    name = words[0]
    table = next(t for t in (tables.WEEKDAYS, tables.WEEKDAY_STUMPS, tables.WEEKDAYS_PLURAL) if name in t)
    return {"weekday": table[name]}


def _decade(words: Words) -> dict[str, Any]:
    if words[-1] in tables.DECADES:
        return {"decade": tables.CARDINALS.get(words[0], 0) * 10 + tables.DECADES[words[-1]]}
    return {"decade": int(words[0].strip("'s")) // 10}


def _century(words: Words) -> dict[str, Any]:
    rank = numbers.ordinal(words)
    return {"century": rank - 1 if rank else None}


def _quarter(words: Words) -> dict[str, Any]:
    named = 4 if words[0] in {"last", "final"} else numbers.ordinal(words)
    rank = int(words[0]) if words[0].isdecimal() else named
    return {"part": f"Q{rank}", "invalid": rank not in {1, 2, 3, 4}}


def _toward(words: Words) -> dict[str, Any]:
    word = words[0]
    toward = tables.DIRECTIONS.get(word, tables.BEHIND_UNIT.get(word))
    return {"toward": toward, "from_mention": word in tables.FROM_MENTION, "way": " ".join(words)}


def _unit(words: Words) -> dict[str, Any]:
    return {"unit": tables.UNITS.get(words[0]) or tables.UNITS_PLURAL.get(words[0]) or "Q"}


def _clock(words: Words) -> dict[str, Any]:
    if words[0] in tables.FIXED_HOURS:
        return {"hour": "T" + tables.FIXED_HOURS[words[0]]}
    if len(words) > 1 and words[1] in tables.CARDINALS:
        words = (f"{tables.CARDINALS[words[0]]}:{numbers.count(words[1:]).zfill(2)}", words[-1])
    parts = words[0].replace(".", ":").split(":")
    value = numbers.number(parts[:1])
    hour = int(value) if value is not None else 99
    half = next((w[0] for w in words[1:] if w[0] in "ap" and len(w) > 1), "")
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0) if 0 < hour <= _NOON else 99
    minutes = parts[1] if len(parts) > 1 else "" if "clock" in words else "00"
    text = f"T{hour:02d}" + (f":{minutes}" if minutes else "") + "".join(f":{s}" for s in parts[2:])
    return {"hour": text, "invalid": hour > 2 * _NOON or minutes >= "60"}


def _after_noon(hour: str) -> dict[str, Any]:
    """Move 6:30 in the evening past noon."""
    value = int(hour[1:3]) if hour[1:3].isdecimal() else _NOON
    return {"hour": f"T{value + _NOON:02d}{hour[3:]}"} if value < _NOON else {}


def _part(words: Words) -> dict[str, Any]:
    return {"hour": "T" + tables.DAY_PARTS[words[0]]}


def _mod(words: Words) -> dict[str, Any]:
    kept = [word for word in words if word not in {"the", "very", "-", "of", "in", "on"}]
    phrase = " ".join(kept)
    return {"mod": tables.MODIFIERS.get(phrase) or tables.MODIFIERS.get(kept[-1] if kept else "")}


def _half(words: Words) -> dict[str, Any]:
    return {"part": "H1" if words[0] == "first" else "H2"}


def _frequency(words: Words) -> dict[str, Any]:
    count = {"once": "1", "twice": "2", "thrice": "3"}.get(words[0]) or numbers.count(words)
    return {"freq": f"{count}X"}


def _quant(words: Words) -> dict[str, Any]:
    return {"quant": words[0].upper()}


_READERS: Mapping[str, Callable[[Words], dict[str, Any]]] = {
    "iso": _iso,
    "slash": _slash,
    "year": _year,
    "short": _short,
    "spoken": lambda words: {"year": numbers.spoken_year(words)},
    "decade": _decade,
    "century": _century,
    "month": _month,
    "day": _day,
    "weekday": _weekday,
    "season": lambda words: {"part": tables.SEASONS[words[0]]},
    "quarter": _quarter,
    "half": _half,
    "yearend": lambda _: {"month": 12, "day": 31},
    "era": lambda _: {"before_christ": True},
    "toward": _toward,
    "num": lambda words: {"count": numbers.count(words)},
    "and": lambda _: {"count": "1.5"},
    "between": lambda _: {"count": numbers.UNKNOWN_COUNT},
    "unit": _unit,
    "way": lambda words: {"way": " ".join(words)},
    "ofyear": lambda words: {"of_year": words[-1]},
    "ofweek": lambda words: {"of_week": tables.DIRECTIONS[words[0]]},
    "beside": lambda words: {"beside": tables.BEHIND_UNIT[words[-1]]},
    "deictic": lambda words: {"deictic": " ".join(words), "after_noon": words[-1] == "tonight"},
    "clock": _clock,
    "zone": lambda _: {},
    "part": _part,
    "around": lambda words: {"after_noon": tables.DAY_PARTS[words[0]] in {"AF", "EV", "NI"}},
    "mod": _mod,
    "quant": _quant,
    "freq": _frequency,
    "often": lambda words: {"often": tables.QUANTIFIED[words[0]]},
    "feast": lambda words: {"feast": tables.FEASTS[" ".join(words).replace(" '", "'")]},
}
