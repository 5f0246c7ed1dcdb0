"""What are the most telling words of an article? Its title and text in, words with their counts out.

Names keep their capitals and stay together ("Kemi Adeyemi"); other words are in lower case. What tells more is said often,
stands in the title, is a name, is long.
"""

import re
from collections import Counter
from collections.abc import Iterator

from sitegen.content.stop_words import STOP_WORDS

MOST = 30
"""Terms of one article."""

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s?\Z")
_BETWEEN_NAMES = frozenset({" ", "\u00a0"})
_LONGEST_NAME = 4
"""Words; a line of capitalised words is a headline."""

_SHORTEST = 3
_TITLE_WEIGHT = 3
_NAME_WEIGHT = 1.5
_LONG_WORD = 8
"""Letters from which on a word weighs fully."""

Token = tuple[str, bool]
"""A word, and whether it goes on from the one before it."""


def terms(title: str, text: str) -> tuple[tuple[str, int], ...]:
    """Return the most telling words and how often they stand there, most telling first."""
    lower = _lower_words(text)
    in_title = Counter(_terms(title, lower))
    counts = Counter(_terms(text, lower)) + in_title
    order = {term: index for index, term in enumerate(counts)}
    best = sorted(counts, key=lambda term: (-_weight(term, counts[term], in_title[term]), order[term]))
    return tuple((term, counts[term]) for term in best[:MOST])


def _weight(term: str, count: int, in_title: int) -> float:
    name = _NAME_WEIGHT if term[0].isupper() else 1.0
    return (count + _TITLE_WEIGHT * bool(in_title)) * name * min(len(term), _LONG_WORD) / _LONG_WORD


def _lower_words(text: str) -> frozenset[str]:
    """Return the words that stand there in lower case: a capital of theirs is that of a sentence."""
    return frozenset(word.replace("’", "'") for word in _WORD.findall(text) if word[0].islower())


def _terms(text: str, lower: frozenset[str]) -> Iterator[str]:
    """Yield the terms of a text in its order."""
    name: list[str] = []
    for word, goes_on in _tokens(text):
        common = word.lower().replace("’", "'")
        tells = common not in STOP_WORDS
        is_name = tells and word[0].isupper() and common not in lower
        if name and not (goes_on and is_name and len(name) < _LONGEST_NAME):
            yield " ".join(name)
            name = []
        if is_name:
            name.append(word)
        elif tells and len(word) >= _SHORTEST:
            yield common
    if name:
        yield " ".join(name)


def _tokens(text: str) -> Iterator[Token]:
    """Yield words without the ending of a possessor, which ends a name too."""
    end, was_possessive = -1, False
    for match in _WORD.finditer(text):
        word = _POSSESSIVE.sub("", match[0])
        goes_on = not was_possessive and text[end : match.start()] in _BETWEEN_NAMES
        yield word, goes_on
        end, was_possessive = match.end(), word != match[0]
