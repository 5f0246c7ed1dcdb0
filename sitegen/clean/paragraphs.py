"""Which lines of a plain text belong to one paragraph: wrapped lines are joined, lines that stand for themselves are not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sitegen.clean.furniture import furniture
from sitegen.clean.names import byline_names

_WIDEST = 110
"""Text wrapped by a program is no wider."""
_NARROWEST = 30
_FULL_SHARE = 0.6
_ENOUGH_PAIRS, _RUNNING = 2, 0.5
"""Wrapped lines mostly end within a sentence, and there are some."""
_STUB = 0.3
"""A line under this share of the width stands for itself, unless the next goes on in lower case."""
_SENTENCE_END = (".", "!", "?", ":", "…", "”", '"', ")", "’", "»")
_BROKEN = 40
"""A shorter line that stops without an end is a heading, not a broken paragraph."""
_WORD = re.compile(r"[^\W\d_]+")
_BULLETS = ("- ", "* ", "• ", "· ", "– ", "— ", "+ ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph in one line, and where its first line stood."""

    text: str
    line: int
    """1-based."""
    after_gap: bool
    """After an empty line, or first."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    indent: int
    number: int
    after_gap: bool

    def flows_on(self) -> bool:
        return self.text[:1].islower() and not self.text.startswith(_BULLETS)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text."""
    lines = tuple(_lines(text))
    width = _wrap_width(lines)
    split = any(line.text.endswith("-") for line in lines)
    known = frozenset(_WORD.findall(text.lower())) if split else frozenset()
    return tuple(_joined(group, known) for group in _groups(lines, width))


def _lines(text: str) -> Iterator[_Line]:
    gap = True
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.expandtabs(4)
        words = " ".join(line.split())
        if words:
            yield _Line(words, len(line) - len(line.lstrip(" ")), number, gap)
        gap = not words


def _pairs(lines: Sequence[_Line]) -> Iterator[tuple[_Line, _Line]]:
    """Yield the lines that could be of one paragraph: no empty line and no new indent between them."""
    for a, b in pairwise(lines):
        if not b.after_gap and b.indent <= a.indent:
            yield a, b


def _wrap_width(lines: Sequence[_Line]) -> int:
    """Return the width at which the text was wrapped; 0 where it was not: then the next line's first word would have fitted."""
    pairs = tuple(_pairs(lines))
    running = sum(1 for a, _ in pairs if not a.text.endswith(_SENTENCE_END))
    if running < _ENOUGH_PAIRS or running < _RUNNING * len(pairs):
        return 0
    width = max((a.indent + len(a.text) for a, _ in pairs), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(1 for a, b in pairs if _is_full(a, b, width))
    return width if full >= _FULL_SHARE * len(pairs) else 0


def _is_full(a: _Line, b: _Line, width: int) -> bool:
    return a.indent + len(a.text) + 1 + len(b.text.split(" ", 1)[0]) > width - 2


def _groups(lines: Sequence[_Line], width: int) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in lines:
        if group and not _goes_on(group[-1], line, width):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(a: _Line, b: _Line, width: int) -> bool:
    """Say whether b is of the paragraph of a."""
    stops = a.text.endswith(_SENTENCE_END)
    broken = b.flows_on() and not stops and len(a.text) >= _BROKEN
    if b.after_gap:
        return broken and a.number > 1 and a.text[-1:].isalpha() and _is_rest(b.text)
    if b.indent > a.indent or b.text.startswith(_BULLETS):
        return False
    if a.indent > b.indent and not stops and len(a.text) >= _BROKEN:
        return True
    if width and (_is_full(a, b, width) or (not stops and len(a.text) >= _STUB * width)):
        return True
    return broken and _is_rest(b.text)


def _is_rest(line: str) -> bool:
    """Say whether a line in lower case can be the rest of a sentence: it ends one or is long, and is no line of the page."""
    return (line.endswith(_SENTENCE_END) or len(line) >= _BROKEN) and not (byline_names(line) or furniture(line))


def _joined(group: Sequence[_Line], known: frozenset[str]) -> Paragraph:
    """Join lines; a word split at a hyphen is closed where the text has it closed elsewhere, else it keeps its hyphen."""
    parts: list[str] = []
    for line in group:
        last = parts[-1] if parts else ""
        if last[-1:] == "-" and last[-2:-1].isalpha() and line.text[:1].islower():
            head, tail = _WORD.findall(last.lower())[-1], _WORD.findall(line.text.lower())[0]
            parts[-1] = last[:-1] if head + tail in known else last
            parts.append(line.text)
        else:
            parts += [line.text] if not parts else [" ", line.text]
    return Paragraph(text="".join(parts), line=group[0].number, after_gap=group[0].after_gap)
