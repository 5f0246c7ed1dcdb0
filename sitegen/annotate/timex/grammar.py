"""Which stretches of a text match a rule: the vocabulary and the rule tables, compiled once, and the search."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sitegen.annotate.timex import vocabulary as words
from sitegen.annotate.timex.patterns import OTHER, Codes, build_codes, compile_pattern, expand, group_name, literals
from sitegen.annotate.timex.required import Needs, has, needs
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
    "AWAY": tuple(word for word, steps in words.DIRECTIONS.items() if steps),
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


@dataclass(frozen=True, slots=True)
class _Grammar:
    codes: Codes
    rules: tuple[tuple[Rule, re.Pattern[str]], ...]
    needs: tuple[Needs, ...]
    """Of each rule, what a text must have."""
    telling: re.Pattern[str]
    """A piece that is more than a link or a number."""


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    patterns = [expand(rule.pattern, FRAGMENTS) for rule in RULES]
    lexicon: dict[str, set[str]] = {word: {word} for word in literals(patterns)}
    for name, members in _CLASSES.items():
        for word in members:
            lexicon.setdefault(word, set()).add(name)
    codes = build_codes({word: frozenset(names) for word, names in lexicon.items()}, _CAPITALS, SHAPES)
    telling = "".join(code for classes, code in codes.by_classes.items() if not classes <= words.LINKS)
    return _Grammar(
        codes=codes,
        rules=tuple((rule, compile_pattern(p, codes)) for rule, p in zip(RULES, patterns, strict=True)),
        needs=tuple(needs(p, codes) for p in patterns),
        telling=re.compile(f"[{telling}]"),
    )


def units_of(text: str) -> Units:
    """Cut a text into coded pieces."""
    return read_units(text, _grammar().codes)


def matches(units: Units, fits: Callable[[Found], bool]) -> Iterator[Found]:
    """Yield the fitting matches that do not overlap: leftmost first, of these the longest."""
    reached = 0
    for start, end, rule, groups in _spans(units.codes):
        if start < reached:
            continue
        found = Found(rule, start, end, {name: units.words(*span) for name, span in groups})
        if fits(found):
            reached = end
            yield found


_Groups = tuple[tuple[str, tuple[int, int]], ...]


def _spans(codes: str) -> Iterator[tuple[int, int, Rule, _Groups]]:
    """Search the runs of pieces with a class in which more than links and numbers stand; the rest of a text is passed over."""
    grammar = _grammar()
    runs, shifts = _telling_runs(codes, grammar)
    present = frozenset(runs)
    found = [
        (m.start(), -m.end(), row, m)
        for row, (_, pattern) in enumerate(grammar.rules)
        if has(present, grammar.needs[row])
        for m in pattern.finditer(runs)
    ]
    for start, end, row, m in sorted(found, key=lambda f: f[:3]):
        shift = shifts[bisect_right(shifts, (start, len(codes))) - 1][1]
        groups = tuple(
            (group_name(name), (first + shift, last + shift))
            for name in m.groupdict()
            for first, last in [m.span(name)]
            if first >= 0
        )
        yield start + shift, shift - end, grammar.rules[row][0], groups


def _telling_runs(codes: str, grammar: _Grammar) -> tuple[str, list[tuple[int, int]]]:
    """Return the runs, each closed by a piece without class, and from where on they are shifted by how much."""
    runs, shifts = [], []
    offset = size = 0
    for run in codes.split(OTHER):
        if grammar.telling.search(run):
            runs.append(run)
            shifts.append((size, offset - size))
            size += len(run) + 1
        offset += len(run) + 1
    return OTHER.join(runs), shifts
