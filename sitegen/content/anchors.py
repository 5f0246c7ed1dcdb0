"""Where in the visible text do these words stand? The words are the anchor; offsets are never written to a file.

Exactly as written if they stand there so, else as they read whatever the white space and the shape of quotation marks.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sitegen.model.text import Span

_SHAPES = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛‹›′", "'"))
_SPACES = re.compile(r"\s+")
MOST = 1_000
"""Places of the same words that are told apart: a megabyte of one letter must not become a gigabyte of places."""

_CLOSE = 400
"""Code points within which a cue mostly stands."""

_SHORTEST_ALIKE = 12
"""Code points that must agree to call a passage similar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Places of some words, in text order; they may overlap."""

    starts: Sequence[int] = ()
    ends: Sequence[int] = ()

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, index: int) -> Span:
        """Return one place; the index counts from 0."""
        return Span(self.starts[index], self.ends[index])

    def before(self, offset: int) -> Span | None:
        """Return the last place that ends by this offset."""
        index = bisect_right(self.ends, offset) - 1
        return self.at(index) if index >= 0 else None

    def after(self, offset: int) -> Span | None:
        """Return the first place that starts at this offset or later."""
        index = bisect_left(self.starts, offset)
        return self.at(index) if index < len(self.starts) else None


class Words:
    """The words of one visible text, to be found again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._all: dict[str, Places] = {}
        self._whole: dict[str, Places] = {}

    def all(self, words: str) -> Places:
        """Return the places of the words, in the middle of others too."""
        if words not in self._all:
            self._all[words] = self._exact(words) or self._alike(words)
        return self._all[words]

    def whole(self, words: str) -> Places:
        """Return the places that begin and end where words do; where there is none, every place."""
        if words not in self._whole:
            places = self.all(words)
            indices = [i for i in range(len(places)) if self._is_whole(places.starts[i], places.ends[i])]
            if indices and len(indices) < len(places):
                places = Places(starts=[places.starts[i] for i in indices], ends=[places.ends[i] for i in indices])
            self._whole[words] = places
        return self._whole[words]

    def nth(self, words: str, number: int) -> Span | None:
        """Return the place with this number, counted from 1."""
        places = self.all(words)
        return places.at(number - 1) if 1 <= number <= len(places) else None

    def number(self, words: str, place: Span) -> int | None:
        """Return the number of a place, counted from 1; None where it is too high to be found again."""
        places = self.all(words)
        index = bisect_left(places.starts, place.start)
        return index + 1 if index < len(places) and places.at(index) == place else None

    def first(self, words: str, start: int = 0) -> Span | None:
        """Return the first place from there on."""
        found = self.text.find(words, start) if words else -1
        if found >= 0 and self._is_whole(found, found + len(words)):
            return Span(found, found + len(words))
        return self.whole(words).after(start)

    def nearest(self, words: str, to: Sequence[Span]) -> Span | None:
        """Return the place outside these spans that is nearest to one of them; of equals the first; else one within."""
        if found := self._beside(words, to):
            return found
        places = self.whole(words)
        if not len(places) or not to:
            return None
        gaps: list[tuple[int, Span]] = []
        for index, piece in enumerate(to):
            floor = to[index - 1].end if index else 0
            ceiling = to[index + 1].start if index + 1 < len(to) else len(self.text)
            if (found := places.before(piece.start)) and found.start >= floor:
                gaps.append((piece.start - found.end, found))
            if (found := places.after(piece.end)) and found.end <= ceiling:
                gaps.append((found.start - piece.end, found))
        return min(gaps)[1] if gaps else places.after(to[0].start) or places.at(0)

    def within(self, words: str, span: Span) -> Span | None:
        """Return the first place inside the span, else the one nearest to it."""
        start = self.text.find(words, span.start, span.end)
        if start >= 0 and self._is_whole(start, start + len(words)):
            return Span(start, start + len(words))
        found = self.whole(words).after(span.start)
        return found if found and found.end <= span.end else self.nearest(words, (span,))

    def alike(self, words: str) -> str:
        """Return a passage that begins or ends as the words do, to be shown beside them; empty if there is none."""
        size = len(words) * 3 // 4
        while size >= _SHORTEST_ALIKE:
            for part, back in ((words[:size], 0), (words[-size:], len(words) - size)):
                if places := self._exact(part):
                    start = max(places.starts[0] - back, 0)
                    return self.text[start : start + len(words)]
            size //= 2
        return ""

    def _beside(self, words: str, to: Sequence[Span]) -> Span | None:
        """Return what nearest would, where it is close and plain to see: most are, and need no list of all places."""
        size = len(words)
        gaps: list[tuple[int, Span]] = []
        for index, piece in enumerate(to):
            floor = max(to[index - 1].end if index else 0, piece.start - _CLOSE)
            ceiling = min(to[index + 1].start if index + 1 < len(to) else len(self.text), piece.end + _CLOSE)
            before = self.text.rfind(words, floor, piece.start)
            after = self.text.find(words, piece.end, ceiling)
            if before >= 0:
                gaps.append((piece.start - before - size, Span(before, before + size)))
            if after >= 0:
                gaps.append((after - piece.end, Span(after, after + size)))
        all_whole = all(self._is_whole(found.start, found.end) for _, found in gaps)
        return min(gaps)[1] if gaps and all_whole else None

    def _is_whole(self, start: int, end: int) -> bool:
        text = self.text
        splits_start = start > 0 and text[start].isalnum() and text[start - 1].isalnum()
        splits_end = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
        return not splits_start and not splits_end

    def _exact(self, words: str) -> Places:
        starts = _starts(self.text, words)
        return Places(starts=starts, ends=[start + len(words) for start in starts])

    def _alike(self, words: str) -> Places:
        folded, offsets = self._folded
        needle = _SPACES.sub(" ", words.translate(_SHAPES)).strip()
        starts = _starts(folded, needle)
        return Places(
            starts=[offsets[start] for start in starts],
            ends=[offsets[start + len(needle) - 1] + 1 for start in starts],
        )

    @cached_property
    def _folded(self) -> tuple[str, Sequence[int]]:
        """Return the text with one shape of space and of marks, and where in the text each of its characters stands."""
        shaped = self.text.translate(_SHAPES)
        parts: list[str] = []
        offsets: list[int] = []
        position = 0
        for run in _SPACES.finditer(shaped):
            parts += (shaped[position : run.start()], " ")
            offsets += range(position, run.start() + 1)
            position = run.end()
        parts.append(shaped[position:])
        offsets += range(position, len(shaped))
        return "".join(parts), offsets


def _starts(text: str, words: str) -> list[int]:
    starts: list[int] = []
    start = text.find(words) if words else -1
    while start >= 0 and len(starts) < MOST:
        starts.append(start)
        start = text.find(words, start + 1)
    return starts
