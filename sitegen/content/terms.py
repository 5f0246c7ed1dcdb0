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

_WORD = re.compile(r"[^\W\d_]+(?:[-'](?!s\b)[^\W\d_]+)*")
"""Without the ending of a possessor, which ends a name too."""

_BETWEEN_NAMES = frozenset({" ", "\u00a0"})
_LONGEST_NAME = 4
"""Words; a line of capitalised words is a headline."""

_SHORTEST = 3
_TITLE_WEIGHT = 3
_NAME_WEIGHT = 1.5
_LONG_WORD = 8
"""Letters from which on a word weighs fully."""


def terms(title: str, text: str) -> tuple[tuple[str, int], ...]:
    """Return the most telling words and how often they stand there, most telling first."""
    title, text = title.replace("’", "'"), text.replace("’", "'")
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
    return frozenset(word for word in _WORD.findall(text) if word[0].islower())


def _terms(text: str, lower: frozenset[str]) -> Iterator[str]:
    """Yield the terms of a text in its order."""
    name: list[str] = []
    end = -1
    for match in _WORD.finditer(text):
        word, start = match[0], match.start()
        common = word.lower()
        tells = common not in STOP_WORDS
        is_name = tells and common != word and common not in lower
        if name and not (is_name and len(name) < _LONGEST_NAME and text[end:start] in _BETWEEN_NAMES):
            yield " ".join(name)
            name = []
        if is_name:
            name.append(word)
        elif tells and len(word) >= _SHORTEST:
            yield common
        end = match.end()
    if name:
        yield " ".join(name)
