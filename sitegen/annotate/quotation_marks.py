"""Which stretches of a text stand in quotation marks? Reads plain text with curly, straight, doubled or single marks.

One pass over the marks of each paragraph. A mark without a partner costs at most its own pair.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from sitegen.model.text import Span

_MARKS = re.compile(r"``|''|[\"“”„‟«»＂‘’‛']")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|\n[^\S\n]{2,}")
"""An empty line, or a new line that is indented as newswires do."""

_SINGLES = frozenset("‘’‛'")
_OPENING = frozenset({"“", "„", "‟", "«", "``"})
_CLOSING = frozenset({"”", "»"})
_STRAIGHT = frozenset({'"', "＂", "''"})
_OPENS_AFTER = frozenset("([{-–—―/:") | {'"', "“", "”", "‘", "'"}
_BEFORE = 40
"""How far to look back for what a mark stands after."""
_ENDS_SPEECH = frozenset(".,?!;…—–-")


class _Side(Enum):
    OPENS = auto()
    CLOSES = auto()
    EITHER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words between a pair of marks, or after an opening mark that its paragraph never closes."""

    outer: Span
    """With the marks."""
    inner: Span
    """Without them and without blank edges."""
    closed: bool = True
    single: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    side: _Side
    straight: bool


def quoted(text: str, within: Sequence[Span] | None = None) -> tuple[Quoted, ...]:
    """Return the outermost quoted stretches in text order; they never overlap or cross paragraphs."""
    found: list[Quoted] = []
    borders = paragraphs(text) if within is None else within
    opening = [_begins_with_mark(text, p) for p in borders]
    for nth, paragraph in enumerate(borders):
        goes_on = nth + 1 < len(borders) and opening[nth + 1]
        found += _in_paragraph(text, paragraph, goes_on=goes_on)
    return tuple(found)


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of plain text, without the blanks between them."""
    cuts = [(0, 0), *((m.start(), m.end()) for m in _PARAGRAPH.finditer(text)), (len(text), len(text))]
    return tuple(Span(before[1], after[0]) for before, after in pairwise(cuts) if after[0] > before[1])


def _begins_with_mark(text: str, paragraph: Span) -> bool:
    found = _MARKS.match(text, paragraph.start)
    return found is not None and found[0] not in _SINGLES and found[0] not in _CLOSING


def _in_paragraph(text: str, paragraph: Span, *, goes_on: bool) -> list[Quoted]:
    marks = [_read(text, m, paragraph) for m in _MARKS.finditer(text, paragraph.start, paragraph.end)]
    doubles = [m for m in marks if text[m.start : m.end] not in _SINGLES]
    singles = [m for m in marks if text[m.start : m.end] in _SINGLES]
    pairs, left_open = _double_pairs(doubles)
    found = [_pair(text, a, b) for a, b in pairs]
    if left_open and _may_stay_open(text, left_open, pairs, goes_on=goes_on):
        end = Span(paragraph.end, paragraph.end)
        found.append(_between(text, Span(left_open.start, left_open.end), end, closed=False))
    found += [_pair(text, a, b, single=True) for a, b in _single_pairs(text, singles)]
    return list(_outermost(found))


def _read(text: str, m: re.Match[str], paragraph: Span) -> _Mark:
    """Tell the side of a mark from its shape, else from the blanks around it."""
    mark = m[0]
    if mark in _OPENING or mark in _CLOSING:
        return _Mark(m.start(), m.end(), _Side.OPENS if mark in _OPENING else _Side.CLOSES, straight=False)
    before = text[m.start() - 1] if m.start() > paragraph.start else " "
    after = text[m.end()] if m.end() < paragraph.end else " "
    free_left, free_right = before.isspace() or before in _OPENS_AFTER, after.isspace() or not after.isalnum()
    if mark == "’" or (before.isalnum() and after.isalnum() and mark in _SINGLES):
        side = _Side.CLOSES
    elif free_left and not after.isspace():
        side = _Side.OPENS
    elif not free_left and free_right:
        side = _Side.CLOSES
    else:
        side = _Side.EITHER
    return _Mark(m.start(), m.end(), side, straight=mark in _STRAIGHT)


def _double_pairs(marks: Sequence[_Mark]) -> tuple[list[tuple[_Mark, _Mark]], _Mark | None]:
    """Pair the marks; return also the last opening mark that found no partner."""
    pairs: list[tuple[_Mark, _Mark]] = []
    waiting: list[_Mark] = []
    for mark in marks:
        if mark.side is _Side.OPENS or (mark.side is _Side.EITHER and not waiting):
            # straight marks do not nest: a second opening one says that the first was astray
            if mark.straight and waiting and waiting[-1].straight:
                waiting.pop()
            waiting.append(mark)
        elif waiting:
            pairs.append((waiting.pop(), mark))
    return pairs, waiting[-1] if waiting else None


def _may_stay_open(text: str, mark: _Mark, pairs: Sequence[tuple[_Mark, _Mark]], *, goes_on: bool) -> bool:
    """Say whether a mark without partner quotes the rest of its paragraph."""
    if any(b.start > mark.start for _, b in pairs):
        return False
    line = text[max(0, mark.start - _BEFORE) : mark.start]
    if not line.rstrip(" ") or line.rstrip(" ")[-1] in ",:\n":
        return True
    return goes_on and text[mark.end : mark.end + 1].isupper()


def _single_pairs(text: str, marks: Sequence[_Mark]) -> Iterator[tuple[_Mark, _Mark]]:
    """Pair single marks; an apostrophe closes only where no better mark does before the next opening one."""
    opening = [m for m in marks if m.side is _Side.OPENS and text[m.end : m.end + 1].isalnum()]
    closing = [m for m in marks if m.side is not _Side.OPENS and not text[m.end : m.end + 1].isalnum()]
    ending = [m for m in closing if text[m.start - 1 : m.start] in _ENDS_SPEECH]
    borders = [*(m.start for m in opening), len(text)][1:]
    free_from = 0
    for mark, border in zip(opening, borders, strict=True):
        if mark.start < free_from or _elided(text, mark):
            continue
        closer = _first_between(ending, mark.end, border) or _first_between(closing, mark.end, border)
        if closer and closer.start > mark.end:
            free_from = closer.end
            yield mark, closer


_ELIDED = re.compile(r"(?:em|tis|twas|til|till|cause|bout|round|n|cuz|\d0?s?|\d\ds)\b", re.IGNORECASE)


def _elided(text: str, mark: _Mark) -> bool:
    return _ELIDED.match(text, mark.end) is not None


def _first_between(marks: Sequence[_Mark], start: int, end: int) -> _Mark | None:
    at = bisect_left(marks, start, key=lambda m: m.start)
    return marks[at] if at < len(marks) and marks[at].start < end else None


def _pair(text: str, opening: _Mark, closing: _Mark, *, single: bool = False) -> Quoted:
    a, b = Span(opening.start, opening.end), Span(closing.start, closing.end)
    return _between(text, a, b, single=single)


def _between(text: str, a: Span, b: Span, *, closed: bool = True, single: bool = False) -> Quoted:
    start, end = a.end, b.start
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quoted(outer=Span(a.start, max(b.end, end)), inner=Span(start, end), closed=closed, single=single)


def _outermost(found: list[Quoted]) -> Iterator[Quoted]:
    """Drop empty and nested stretches; where two cross, single marks give way to double ones."""
    doubles = sorted((q for q in found if not q.single), key=lambda q: (q.outer.start, -q.outer.end))
    starts = [q.outer.start for q in doubles]
    free_from = 0
    for q in sorted(found, key=lambda q: (q.outer.start, -q.outer.end)):
        if q.outer.start < free_from or not len(q.inner):
            continue
        if q.single and _crosses(q, doubles, starts):
            continue
        free_from = q.outer.end
        yield q


def _crosses(q: Quoted, doubles: Sequence[Quoted], starts: Sequence[int]) -> bool:
    """Say whether a double pair begins within the single one and ends after it."""
    last = bisect_left(starts, q.outer.end) - 1
    return last >= 0 and doubles[last].outer.start > q.outer.start and doubles[last].outer.end > q.outer.end
