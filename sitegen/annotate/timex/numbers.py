"""What number the words of an expression make: "twenty-four", "two and a half", "1,000", "a dozen"."""

import math
from collections.abc import Sequence

from sitegen.annotate.timex.vocabulary import CARDINALS, ORDINALS, SCALES, VAGUE

UNKNOWN_COUNT = "X"
_HALF = 0.5
_CENTURY_WORDS = range(11, 21)
_FIRST_YEAR = 1000


def count(words: Sequence[str]) -> str:
    """Return the number of lower-case words as TIMEX3 writes it, X where they give none."""
    if any(word in VAGUE for word in words):
        return UNKNOWN_COUNT
    if "couple" in words or "pair" in words or "other" in words:
        return "2"
    value = number(words)
    return UNKNOWN_COUNT if value is None or not math.isfinite(value) else f"{value:.10g}"


def number(words: Sequence[str]) -> float | None:
    """Add up number words and figures; None where there are none."""
    total = current = 0.0
    seen = False
    for word in words:
        if word in SCALES:
            current, seen = max(current, 1) * SCALES[word], True
            if SCALES[word] >= SCALES["thousand"]:
                total, current = total + current, 0
        elif word == "half":
            current, seen = current + _HALF, True
        elif (value := _single(word)) is not None:
            current, seen = current + value, True
    if not seen and words and words[0] in {"a", "an"}:
        return 1
    return total + current if seen else None


def _single(word: str) -> float | None:
    if word in CARDINALS:
        return CARDINALS[word]
    figures = word.replace(",", "")
    if figures.replace(".", "", 1).isdecimal() and figures.isascii():
        return float(figures)
    return None


def ordinal(words: Sequence[str]) -> int | None:
    """Return the rank that words such as "third", "3rd" or "twenty-first" give."""
    total = 0
    for word in words:
        if word in ORDINALS:
            return total + ORDINALS[word]
        if word[:-2].isdecimal() and word[:-2].isascii():
            return int(word[:-2])
        total += CARDINALS.get(word, 0)
    return total or None


def spoken_year(words: Sequence[str]) -> int | None:
    """Return the year of "nineteen ninety-four" or "two thousand"."""
    values = [CARDINALS[word] for word in words if word in CARDINALS]
    if values and values[0] in _CENTURY_WORDS and len(values) > 1 and "hundred" not in words:
        return values[0] * 100 + sum(values[1:])
    value = number(words)
    return int(value) if value is not None and value >= _FIRST_YEAR else None
