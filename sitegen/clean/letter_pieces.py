"""A letter in pieces: headlines, prose, links to stories; from its HTML or its plain text. What is a newsletter's furniture is told apart."""

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from lxml.html import HtmlElement

from sitegen.clean.blocks import Block, Kind
from sitegen.clean.characters import one_line, tidy
from sitegen.clean.feed_items import web_address
from sitegen.clean.headline import is_headline
from sitegen.clean.letter_words import FOOTER, FURNITURE, LONGEST_FURNITURE, MORE, NETWORKS, TRACKING

PROSE = 60
"""Code points from which a piece reads as prose."""
_HEADLINE = 160
_MOST_LINKED = 0.9
_TAIL_SHARE = 0.6
_URL = re.compile(r"<?\bhttps?://[^\s<>]{4,1500}>?")
_BULLET = re.compile(r"^\s*(?:[-*•·▪►#]+|\d{1,2}[.)])\s+")
_RULE = re.compile(r"[\W_]*")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph, headline or row of links of a letter."""

    text: str
    look: Hashable = None
    """How it looks, where it can be a story's headline."""
    links: tuple[str, ...] = ()
    more: bool = False
    """It only leads to the story."""
    block: Block | None = None

    @property
    def prose(self) -> bool:
        """Say whether it reads as sentences."""
        return self.look is None and not self.more and len(self.text) >= PROSE


def pieces_of_html(blocks: Iterable[Block]) -> tuple[Piece, ...]:
    """Return the pieces of a letter's HTML."""
    return tuple(_piece(block) for block in blocks)


def _piece(block: Block) -> Piece:
    links = tuple(dict.fromkeys(untracked(r.href) for r in block.runs if r.href.startswith("http")))
    aside = len(block.text) < PROSE and block.link_share > _MOST_LINKED and not is_headline(block.text)
    more = bool(links) and (_only_leads(block.text) or aside)
    return Piece(text=block.text, look=None if more else _look(block), links=links, more=more, block=block)


def _only_leads(text: str) -> bool:
    return " ".join(_WORD.findall(text.lower())) in MORE


def _look(block: Block) -> Hashable:
    """Return how a headline looks: as a heading, all linked, all strong; None where it cannot be one."""
    text = block.text
    if len(text) > _HEADLINE or block.rows or not is_headline(text.rstrip("?!")):
        return None
    linked = block.link_share > _MOST_LINKED
    strong = sum(len(r.text) for r in block.runs if r.strong) > _MOST_LINKED * len(text)
    if block.kind is Kind.HEADING:
        return ("heading", block.level)
    if block.kind is Kind.PARAGRAPH and (linked or strong):
        return ("line", strong, linked, _size(block.element))
    return None


def _size(element: HtmlElement) -> str:
    """Return the style of an element's size: story headlines share it."""
    style = (element.get("style") or "").lower()
    found = re.search(r"font-size\s*:\s*([\d.]+)", style)
    return found[1] if found else ""


def pieces_of_text(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a letter's plain text: paragraphs, the links beneath them apart."""
    found: list[Piece] = []
    for paragraph in re.split(r"\n[ \t]*\n", tidy(text)):
        lines = [line.strip() for line in paragraph.split("\n") if not _RULE.fullmatch(line)]
        if lines:
            found += _text_pieces(lines)
    return tuple(found)


def _text_pieces(lines: Sequence[str]) -> list[Piece]:
    """Part a headline that stands on its paragraph from it, and take links out of lines that only lead to them."""
    links = tuple(dict.fromkeys(u for m in _URL.finditer(" ".join(lines)) if (u := untracked(m[0].strip("<>.,)")))))
    shown = [one_line(_URL.sub("", line)).rstrip(":→> ") for line in lines]
    words = [w for w in shown if w and not _only_leads(w)]
    if not words:
        return [Piece(text=" ".join(lines), links=links, more=True)] if links else []
    first, rest = _BULLET.sub("", words[0]), words[1:]
    if len(first) <= _HEADLINE and is_headline(first.rstrip("?!")):
        head = Piece(text=first, look=("line",), links=() if rest else links)
        return [head, Piece(text=" ".join(rest), links=links)] if rest else [head]
    return [Piece(text=" ".join([first, *rest]), links=links)]


def untracked(url: str) -> str:
    """Return an address without what only serves to watch the reader."""
    plain = web_address(url, None) or ""
    parts = urlsplit(plain)
    if not parts.query:
        return plain
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(k, v) for k, v in pairs if not TRACKING.fullmatch(k)]
    return plain if len(kept) == len(pairs) else urlunsplit(parts._replace(query=urlencode(kept)))


def without_furniture(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """Return the pieces of the letter itself, and the words of the others."""
    kept: list[Piece] = []
    removed: list[str] = []
    footer = False
    for index, piece in enumerate(pieces):
        late = index >= _TAIL_SHARE * len(pieces)
        out = is_furniture(piece.text)
        footer = footer or (late and out and bool(FOOTER.search(piece.text)))
        if out or (footer and late):
            removed.append(piece.text)
        else:
            kept.append(piece)
    return tuple(kept), tuple(removed)


def is_furniture(text: str) -> bool:
    """Say whether a line is the letter's, not its news."""
    if len(text) > LONGEST_FURNITURE:
        return False
    found = _WORD.findall(text.lower())
    return bool(FURNITURE.search(text)) or (bool(found) and all(w in NETWORKS for w in found)) or not found
