"""By which words is an event known again in another article? Its words in, stems, names and numbers out."""

import re

from sitegen.content.stop_words import STOP_WORDS

_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*")
_ENDINGS = (
    "ingly",
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "edly",
    "ies",
    "ied",
    "ers",
    "er",
    "ed",
    "es",
    "ly",
    "s",
    "e",
    "y",
)
"""Longest first; cut off one that leaves four letters: "rises", "rising" and "rise" are one."""
_STEM = 4


def event_terms(text: str, expression: str = "") -> tuple[str, ...]:
    """Return the telling words of an event in order, each once, without those of its time expression; names with a capital."""
    dated = set(_WORD.findall(expression.replace("’", "'")))
    words = _WORD.findall(text.replace("’", "'"))
    found = (_term(word, first=i == 0) for i, word in enumerate(words) if word not in dated)
    return tuple(dict.fromkeys(term for term in found if term))


def _term(word: str, *, first: bool) -> str:
    common = word.lower().removesuffix("'s")
    if common in STOP_WORDS:
        return ""
    if word[0].isdigit():
        return word.replace(",", "")
    if len(common) < 2:  # noqa: PLR2004 - a letter tells nothing
        return ""
    stem = _stem(common)
    return stem[:1].upper() + stem[1:] if word[0].isupper() and not first else stem


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word
