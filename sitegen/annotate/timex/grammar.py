"""Which stretches of a text match a rule: the vocabulary and the rule tables, compiled once, and the search."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sitegen.annotate.timex import vocabulary as words
from sitegen.annotate.timex.patterns import Codes, build_codes, compile_pattern, expand, group_name, literals
from sitegen.annotate.timex.rules import CALENDAR_RULES, FRAGMENTS, WEEKDAY_RULES, Rule
from sitegen.annotate.timex.rules_relative import RELATIVE_RULES
from sitegen.annotate.timex.units import SHAPES, Units, read_units

RULES: tuple[Rule, ...] = (*CALENDAR_RULES, *WEEKDAY_RULES, *RELATIVE_RULES)
"""Of two matches of one length, the earlier row wins."""

_CLASSES: Mapping[str, tuple[str, ...]] = {
    "MONTH": tuple(words.MONTHS),
    "STUMP": tuple(words.MONTH_STUMPS),
    "DOW": tuple(words.WEEKDAYS),
    "DOWSTUMP": tuple(words.WEEKDAY_STUMPS),
    "DOWS": tuple(words.WEEKDAYS_PLURAL),
    "UNIT": tuple(words.UNITS),
    "UNITS": tuple(words.UNITS_PLURAL),
    "SEASON": tuple(words.SEASONS),
    "PART": tuple(words.DAY_PARTS),
    "FIXEDHOUR": tuple(words.FIXED_HOURS),
    "CARD": tuple(words.CARDINALS),
    "TEEN": tuple(word for word, value in words.CARDINALS.items() if words.CARDINALS["ten"] <= value < words.CARDINALS["twenty"]),
    "TENS": tuple(word for word, value in words.CARDINALS.items() if value >= words.CARDINALS["ten"]),
    "SCALE": tuple(words.SCALES),
    "ORD": tuple(words.ORDINALS),
    "DECADEWORD": tuple(words.DECADES),
    "VAGUE": tuple(words.VAGUE),
    "DIR": tuple(words.DIRECTIONS),
    "ZONE": tuple(words.ZONES),
    "STOP": tuple('.,;:!?)"”'),
}  # fmt: skip
_CAPITALS = frozenset({"MONTH", "STUMP", "DOW", "DOWSTUMP", "DOWS"})


@dataclass(frozen=True, slots=True)
class Found:
    """A rule and the pieces it matched."""

    rule: Rule
    start: int
    end: int
    """Half-open, in pieces."""
    groups: Mapping[str, tuple[str, ...]]
    """Lower-case words of each named group that matched."""


@lru_cache(maxsize=1)
def _compiled() -> tuple[Codes, tuple[tuple[Rule, re.Pattern[str]], ...]]:
    patterns = [expand(rule.pattern, FRAGMENTS) for rule in RULES]
    lexicon: dict[str, set[str]] = {word: {word} for word in literals(patterns)}
    for name, members in _CLASSES.items():
        for word in members:
            lexicon.setdefault(word, set()).add(name)
    codes = build_codes({word: frozenset(names) for word, names in lexicon.items()}, _CAPITALS, SHAPES)
    return codes, tuple((rule, compile_pattern(p, codes)) for rule, p in zip(RULES, patterns, strict=True))


def units_of(text: str) -> Units:
    """Cut a text into coded pieces."""
    return read_units(text, _compiled()[0])


def matches(units: Units, fits: Callable[[Found], bool]) -> Iterator[Found]:
    """Yield the fitting matches that do not overlap: leftmost first, of these the longest."""
    spans = [
        (m.start(), -m.end(), row, rule, m)
        for row, (rule, pattern) in enumerate(_compiled()[1])
        for m in pattern.finditer(units.codes)
    ]
    spans.sort(key=lambda s: s[:3])
    reached = 0
    for start, end, _, rule, m in spans:
        if start >= reached:
            named = [(group_name(name), m.span(name)) for name, piece in m.groupdict().items() if piece is not None]
            groups = {name: units.words[first:last] for name, (first, last) in named}
            found = Found(rule, start, -end, groups)
            if fits(found):
                reached = -end
                yield found
