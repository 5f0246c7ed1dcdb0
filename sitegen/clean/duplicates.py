"""Are two texts the same article? Titles and visible texts in, a verdict out; candidates.py finds those that are worth the question.

A copy says the same in the same words: shortened, retitled, with a paragraph or another agency's furniture added, lightly edited.
What is no copy, though its words are alike: a report made by filling other names and numbers into the same sentences (weather,
markets, bonds), and a follow-up that repeats the background of an earlier article under a new lead.
The thresholds stand with their reasons; bench/quality/duplicates.py measures them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sitegen import fingerprint
from sitegen.clean import candidates

_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|\w+")
_SENTENCE_STARTS = re.compile(r"[.!?:“”\"\n]")
_NUMBER, _NAME = "0", "A"

_SHINGLE = 4
"""Words: three are idiom ("he said that"), five lose too much to light editing."""

_MOST_WORDS = 6_000
"""Of a text that are compared: a book's beginning tells it from another's."""

_CONTAINED = 0.55
"""Of the shorter's shingles in the longer. Copies shortened, edited and added to: 0.6 to 1; two reports of one event: below 0.5."""

_SAME_FACTS = 0.75
"""Where the wording is shared, names and numbers must be. Copies: 0.8 to 1; filled-in reports: 0 to 0.7."""

_FILLED_IN_SHAPE, _FILLED_IN_FACTS, _FILLED_IN_LENGTH = 0.94, 0.95, 0.8
"""Word for word the same but for a few numbers, and as long: a table filled in anew, unless almost all of them are the same."""

_LEAD = 40
_SAME_LEAD = 0.4
"""Of the shingles in the first words of one of the two: a follow-up has another lead."""

_START = 20
_NEW_NAMES = 0.34
"""Share of the names and numbers among the first words that the other nowhere has: another company, another match."""

_SHORT = 40
_SHORT_CONTAINED = 0.8
"""Shingles; so short a text has too few facts to tell it from another of its kind, so it must agree more, in its title too."""

_FAR_DAYS = 3
_FAR_CONTAINED = 0.9
"""So many days apart an agency no longer sends a story again; a bank leaves its rate unchanged every week in the same words."""

VERSION = fingerprint.combined((candidates.VERSION, f"{_SHINGLE},{_MOST_WORDS}"))
"""Of signatures: those of another version compare with none of ours."""


@dataclass(frozen=True, slots=True)
class _Shingle:
    shape: str
    """With every name and every number made alike."""
    has_fact: bool
    has_number: bool


class Wording:
    """The words of an article, to be compared."""

    def __init__(self, title: str, text: str) -> None:
        self.title = frozenset(_WORD.findall(title.casefold()))
        found = list(_words(text))
        self.words = tuple(word for word, _ in found)
        self._kinds = tuple(kind for _, kind in found)

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def shingles(self) -> dict[str, _Shingle]:
        """Return each run of words with its shape."""
        shapes = tuple(kind or word for word, kind in zip(self.words, self._kinds, strict=True))
        runs = zip(_runs(self.words), _runs(shapes), _windows(self._kinds), strict=True)
        return {run: _Shingle(shape, any(kinds), _NUMBER in kinds) for run, shape, kinds in runs}

    @cached_property
    def shapes(self) -> frozenset[str]:
        """Return the shapes of all runs."""
        return frozenset(shingle.shape for shingle in self.shingles.values())

    @cached_property
    def facts_at_start(self) -> tuple[str, ...]:
        """Return the names and numbers among the first words."""
        pairs = zip(self.words[:_START], self._kinds, strict=False)
        return tuple(word for word, kind in pairs if kind)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Return the words, each once."""
        return frozenset(self.words)

    @cached_property
    def signature(self) -> str:
        """Return by what candidates are found; empty for a text without words."""
        return candidates.signature(_runs(self.words)) if self.words else ""

    def held_by(self, other: "Wording") -> float:
        """Return which part of this text's shingles the other has."""
        return _share(run in other.shingles for run in self.shingles)

    def lead_held_by(self, other: "Wording") -> float:
        """Return which part of the first words' shingles the other has."""
        return _share(run in other.shingles for run in _runs(self.words[:_LEAD]))


def is_same(one: Wording, other: Wording, days_apart: int = 0) -> bool:
    """Say whether two texts, published so many days apart where that is known, are the same article, edited at most."""
    short, long = sorted((one, other), key=lambda w: (len(w.shingles), w.words))
    size = len(short.shingles)
    if not size:
        return False
    if size < _SHORT and not _titles_agree(short, long):
        return False
    least = _FAR_CONTAINED if days_apart > _FAR_DAYS else _SHORT_CONTAINED if size < _SHORT else _CONTAINED
    if short.held_by(long) < least:
        return False
    return _facts_agree(short, long) and _starts_agree(short, long)


def _titles_agree(one: Wording, other: Wording) -> bool:
    least = min(len(one.title), len(other.title))
    return len(one.title & other.title) * 2 >= least if least else one.title == other.title


def _facts_agree(short: Wording, long: Wording) -> bool:
    """Say whether names and numbers are the same wherever the words around them are."""
    facts = [(run, s.has_number) for run, s in short.shingles.items() if s.has_fact and s.shape in long.shapes]
    same = _share((run in long.shingles for run, _ in facts), empty=1.0)
    same_numbers = _share((run in long.shingles for run, is_number in facts if is_number), empty=1.0)
    is_as_long = len(short.shingles) >= _FILLED_IN_LENGTH * len(long.shingles)
    is_filled_in = is_as_long and _share(s.shape in long.shapes for s in short.shingles.values()) >= _FILLED_IN_SHAPE
    return min(same, same_numbers) >= (_FILLED_IN_FACTS if is_filled_in else _SAME_FACTS)


def _starts_agree(one: Wording, other: Wording) -> bool:
    """Say whether one of the two begins with what the other has too."""
    has_lead = max(one.lead_held_by(other), other.lead_held_by(one)) >= _SAME_LEAD
    return has_lead and min(_new_facts(one, other), _new_facts(other, one)) <= _NEW_NAMES


def _new_facts(one: Wording, other: Wording) -> float:
    return _share(word not in other.vocabulary for word in one.facts_at_start)


def _share(outcomes: Iterable[bool], empty: float = 0.0) -> float:
    told = list(outcomes)
    return sum(told) / len(told) if told else empty


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Yield the first words in lower case, and which are numbers or, by a capital within a sentence, names."""
    end = 0
    for count, found in enumerate(_WORD.finditer(text)):
        if count == _MOST_WORDS:
            return
        word = found[0]
        first = word[0]
        if first.isupper() and end and not _SENTENCE_STARTS.search(text, end, found.start()):
            yield word.casefold(), _NAME
        else:
            yield word.casefold(), _NUMBER if first.isdigit() else ""
        end = found.end()


def _windows(items: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield each run of neighbours; all there is where that is less."""
    if items and len(items) < _SHINGLE:
        yield items
    yield from zip(*(items[i:] for i in range(_SHINGLE)), strict=False)


def _runs(words: Sequence[str]) -> Iterator[str]:
    return map(" ".join, _windows(words))
