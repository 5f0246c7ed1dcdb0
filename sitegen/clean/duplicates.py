"""Are two texts the same article? Titles and visible texts in; a signature to look candidates up by, and a verdict, out.

A copy says the same in the same words: shortened, retitled, with a paragraph or another agency's furniture added, lightly edited.
What is no copy, though its words are alike: a report made by filling other names and numbers into the same sentences (weather,
markets, bonds), and a follow-up that repeats the background of an earlier article under a new lead.
The thresholds stand with their reasons; bench/quality/duplicates.py measures them.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rensa import RMinHash, RMinHashLSH

from sitegen import fingerprint

_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|\w+")
_SENTENCE_STARTS = re.compile(r"[.!?:“”\"\n]")
_NUMBER, _NAME = "0", "A"

_SHINGLE = 4
"""Words: three are idiom ("he said that"), five lose too much to light editing."""

_MOST_WORDS = 6_000
"""Of a text that are compared: a book's beginning tells it from another's."""

_PERMUTATIONS = 128
_BANDS = 64
"""Of two: texts that share a quarter of their shingles become candidates in 98 % of cases, unrelated ones in 1 %."""

_SEED = 1
_LEAST_ESTIMATE = 0.12
"""Of shared shingles, in a candidate: copies have 0.2 and more, the estimate errs by 0.03."""

_MOST_CANDIDATES = 12
"""The likest: the thousand weather reports of a site must not be read for each new one."""

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

VERSION = fingerprint.combined((str(RMinHash.ALGORITHM_VERSION), f"{_SHINGLE},{_MOST_WORDS},{_PERMUTATIONS},{_SEED}"))
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
        if not self.words:
            return ""
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        sketch.update(list(_runs(self.words)))
        return b64encode(sketch.__getstate__()).decode("ascii")

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


class Candidates:
    """Signatures by number, and which of them are like another."""

    def __init__(self) -> None:
        self._index = RMinHashLSH(threshold=0.5, num_perm=_PERMUTATIONS, num_bands=_BANDS)
        self._sketches: dict[int, RMinHash] = {}

    def add(self, number: int, signature: str) -> None:
        """Keep a signature; one kept under this number before is forgotten."""
        if number in self._sketches:
            self._index.remove(number)
            del self._sketches[number]
        if signature:
            self._sketches[number] = sketch = _sketch(signature)
            self._index.insert(number, sketch)

    def near(self, signature: str) -> tuple[int, ...]:
        """Return the numbers of those that may be the same article, likest first, of equals the lowest first."""
        if not signature:
            return ()
        sketch = _sketch(signature)
        found = ((sketch.jaccard(self._sketches[n]), n) for n in set(self._index.query(sketch)))
        likest = sorted((-likeness, n) for likeness, n in found if likeness >= _LEAST_ESTIMATE)
        return tuple(n for _, n in likest[:_MOST_CANDIDATES])


def _sketch(signature: str) -> RMinHash:
    sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    sketch.__setstate__(b64decode(signature))
    return sketch
