"""How likely each line of a pasted page is furniture, seen with its neighbours: the log odds by the table of furniture_weights.py."""

from collections.abc import Mapping, Sequence

from sitegen.clean.furniture_facts import PAGE_KINDS, page_facts
from sitegen.clean.furniture_weights import BIAS, WEIGHTS
from sitegen.clean.line_facts import LineFacts

_MOST_LINES = 3_000
"""No page of an article has more; a longer text is a book or a log, and nobody's furniture."""
_LEAST = 5
"""Fewer lines show no page."""
SHORT, LONG, LISTED = 0.8, 1.1, 3.0
"""Log odds from which a line is furniture: a sentence or an item of a list wrongly taken costs the reader more than a button that stays."""
_LONG_SHAPES = frozenset({"text", "sentence", "short sentence"})
_REPORTED = "quotes: with a reporting word"
_BY_NAME: Mapping[str, float] = {f"{family}: {value}": w for family, row in WEIGHTS.items() for value, w in row.items()}


def furniture_lines(lines: Sequence[str], bias: float = BIAS, weights: Mapping[str, float] = _BY_NAME) -> list[bool]:
    """Say for each line of a paste whether it is furniture by what stands around it."""
    if not _LEAST <= len(lines) <= _MOST_LINES:
        return [False] * len(lines)
    return [
        is_furniture(own, around, bias + sum(weights.get(fact, 0.0) for fact in own.facts + around))
        for own, around in page_facts(lines)
    ]


def is_furniture(own: LineFacts, around: Sequence[str], score: float) -> bool:
    """Decide about a line; what somebody is quoted with is never furniture."""
    if _REPORTED in own.facts:
        return False
    if own.shape in _LONG_SHAPES:
        return score > LONG
    listed = f"listed: by the article / {own.shape}" in around or f"ends in: : / {own.shape}" in own.facts
    return score > (LISTED if listed and not own.kinds & PAGE_KINDS else SHORT)
