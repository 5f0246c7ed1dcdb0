"""A pasted article as a draft: furniture out, bylines and dates read, paragraphs rebuilt, a title found or made."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from sitegen.clean.author_note import author_notes, byline_below
from sitegen.clean.characters import tidy
from sitegen.clean.dates import read_date_line
from sitegen.clean.draft import Draft
from sitegen.clean.furniture import Furniture, furniture, heads_links, is_link_line
from sitegen.clean.furniture_context import furniture_lines
from sitegen.clean.headline import made_headline
from sitegen.clean.headline_place import headline_at
from sitegen.clean.language import language_of
from sitegen.clean.names import byline_names, names
from sitegen.clean.paragraphs import Paragraph, paragraphs
from sitegen.clean.refusal import Refusal
from sitegen.markup import BLOCK_BREAK, escape_markdown
from sitegen.model.when import UNKNOWN, How, When

_TOP = 6
"""Bylines and date lines stand among the first paragraphs, or as the last ones."""
_LONGEST_TEXT = 4_000_000
_WIRE_END = re.compile(r"(?<=\S)\s+(Reuter|REUTER)$")
Judge = Callable[[Sequence[str]], Sequence[bool]]
"""Says of each line whether it seems furniture by what stands around it."""


class Place(Enum):
    """Where a paragraph of a paste comes to stand."""

    TITLE = "title"
    BODY = "body"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A paragraph and where it stands."""

    paragraph: Paragraph
    place: Place


@dataclass(slots=True)
class _Found:
    """What has been read so far."""

    placed: list[Placed] = field(default_factory=list)
    kept: int = 0
    byline: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    publisher: str = ""
    published: When = UNKNOWN
    in_links: bool = False
    had_links: bool = False
    """Dates below the headlines of other articles are theirs."""

    def put(self, paragraph: Paragraph, place: Place) -> None:
        self.placed.append(Placed(paragraph=paragraph, place=place))
        self.kept += place is not Place.REMOVED

    def at(self, place: Place) -> list[str]:
        return [p.paragraph.text for p in self.placed if p.place is place]


def text_draft(text: str, url: str | None) -> Draft | Refusal:
    """Return the article of a pasted text."""
    clean = tidy(text)
    if not clean.strip():
        return Refusal(code="seed-empty", message="the source is empty")
    if len(clean) > _LONGEST_TEXT:
        return Refusal(code="seed-too-large", message=f"a text of {len(clean):,} characters is no article")
    found = _read(paragraphs(clean), furniture_lines)
    if not any(c.isalnum() for p in found.placed if p.place is not Place.REMOVED for c in p.paragraph.text):
        return Refusal(code="seed-no-text", message="no text is left when the page's furniture is taken out")
    return _draft(found, url)


def read_text(text: str, judge: Judge = furniture_lines) -> tuple[Placed, ...]:
    """Return the paragraphs of a pasted text and where each comes to stand, by another judge of lines than ours if need be."""
    return tuple(_read(paragraphs(tidy(text)), judge).placed)


def _read(source: Sequence[Paragraph], judge: Judge) -> _Found:
    found = _Found()
    lines = [p.text for p in source]
    page = judge(lines)
    title = headline_at(lines, page)
    notes = author_notes(lines)
    bare_byline = byline_below(lines, page, title)
    for index, paragraph in enumerate(source):
        near_end = index >= len(source) - 3
        if index == bare_byline:
            found.byline = found.byline or names(paragraph.text)
            found.put(paragraph, Place.REMOVED)
        elif index == title:
            found.put(paragraph, Place.TITLE)
        elif _takes(found, paragraph, near_end=near_end) or page[index] or index in notes:
            found.put(paragraph, Place.REMOVED)
        else:
            found.put(paragraph, Place.BODY)
    return found


def _takes(found: _Found, paragraph: Paragraph, *, near_end: bool) -> bool:
    """Read a paragraph that is none of the author's, and say so."""
    line = paragraph.text
    if _is_metadata(found, line, near_end=near_end):
        return True
    out = furniture(line)
    linked = found.in_links and is_link_line(line)
    found.had_links = found.had_links or bool(found.kept and heads_links(line))
    found.in_links = bool(found.kept) and (linked or heads_links(line) or (found.in_links and out is not None))
    if out:
        _learn(found, out)
    return bool(out or linked)


def _learn(found: _Found, line: Furniture) -> None:
    if line.field == "publisher":
        found.publisher = found.publisher or line.words
    elif line.field == "byline":
        found.editors = found.editors or names(line.words.split(";")[0])


def _is_metadata(found: _Found, line: str, *, near_end: bool) -> bool:
    """Read a byline or a date line where such lines stand."""
    if found.kept >= _TOP and not near_end:
        return False
    if who := byline_names(line):
        found.byline = found.byline or who
        return True
    when = read_date_line(line)
    if when and when.value and not found.published.value and not found.had_links:
        found.published = When(value=when.value, how=How.PAGE, evidence=when.words)
    return when is not None


def _draft(found: _Found, url: str | None) -> Draft:
    body, removed, title = found.at(Place.BODY), found.at(Place.REMOVED), found.at(Place.TITLE)
    body = body or title
    if wire_end := _WIRE_END.search(body[-1]):
        removed.append(wire_end[1])
        body[-1] = body[-1][: wire_end.start()]
    text = BLOCK_BREAK.join(body)
    return Draft(
        title=title[0] if title else made_headline(body[0]),
        body=BLOCK_BREAK.join(map(escape_markdown, body)),
        byline=found.byline or found.editors,
        publisher=found.publisher,
        url=url,
        published=found.published,
        language=language_of(text),
        removed=tuple(removed),
    )
