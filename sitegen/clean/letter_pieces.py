"""A letter in pieces: headlines, prose, links to stories; from its HTML or its plain text. What is a newsletter's furniture is told apart."""

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from lxml.html import HtmlElement

from sitegen.clean.blocks import Block, Kind
from sitegen.clean.characters import one_line, tidy
from sitegen.clean.feed_items import web_address
from sitegen.clean.headline import is_headline
from sitegen.clean.letter_words import FOOTER, FURNITURE, LONGEST_FURNITURE, MORE, NETWORKS, TRACKING
from sitegen.clean.runs import BREAK, Run, shown

PROSE = 60
"""Code points from which a piece reads as prose."""
_HEADLINE = 160
_MOST_LINKED = 0.9
_SHORT_LINK = 4
"""Words."""
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
    return tuple(_piece(line) for block in blocks for line in _lines(block))


def with_run_in_heads(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with bold beginnings of paragraphs as headlines of their own, and short links at their ends apart."""
    return tuple(part for piece in pieces for part in _run_in(piece))


def _run_in(piece: Piece) -> tuple[Piece, ...]:
    block = piece.block
    if not block or not piece.prose or not block.runs or not block.runs[0].strong:
        return (piece,)
    end = next((i for i, r in enumerate(block.runs) if not r.strong), len(block.runs))
    head = _BULLET.sub("", shown(block.runs[:end])).strip().rstrip(".:")
    rest = block.runs[end:]
    last = rest[-1] if rest and rest[-1].href and len(rest[-1].text.split()) <= _SHORT_LINK else None
    body = _part(block, rest[:-1] if last else rest)
    if not (0 < len(head) <= _HEADLINE and is_headline(head) and len(body.text) >= PROSE):
        return (piece,)
    told = Piece(text=head, look=("run-in", block.kind))
    parts = (told, _piece(body))
    return (*parts, Piece(text=last.text, links=(untracked(last.href),), more=True)) if last else parts


def _lines(block: Block) -> tuple[Block, ...]:
    """Part a headline from what stands below it in the same paragraph."""
    at = next((i for i, r in enumerate(block.runs) if r.text == BREAK), 0)
    if not at:
        return (block,)
    first, rest = _part(block, block.runs[:at]), _part(block, block.runs[at + 1 :])
    return (first, rest) if first.text and rest.text and _look(first) is not None else (block,)


def _part(block: Block, runs: Sequence[Run]) -> Block:
    """Return a block of some of a block's runs."""
    shown_runs = [i for i, r in enumerate(runs) if r.text.strip()]
    kept = list(runs[shown_runs[0] : shown_runs[-1] + 1]) if shown_runs else []
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return replace(block, runs=tuple(kept), text=shown(kept))


def _linked(block: Block) -> float:
    """Return how much of a block's words leads elsewhere."""
    return sum(len(r.text) for r in block.runs if r.href) / max(1, len(block.text))


def _piece(block: Block) -> Piece:
    links = tuple(dict.fromkeys(untracked(r.href) for r in block.runs if r.href.startswith("http")))
    aside = len(block.text) < PROSE and _linked(block) > _MOST_LINKED and not is_headline(block.text)
    more = bool(links) and (_only_leads(block.text) or aside)
    return Piece(text=block.text, look=None if more else _look(block), links=links, more=more, block=block)


def _only_leads(text: str) -> bool:
    return " ".join(_WORD.findall(text.lower())) in MORE


def _look(block: Block) -> Hashable:
    """Return how a headline looks: as a heading, all linked, all strong; None where it cannot be one."""
    text = block.text
    if len(text) > _HEADLINE or block.rows or not is_headline(text.rstrip("?!")):
        return None
    linked = _linked(block) > _MOST_LINKED
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
    alone = [line for line in lines if _URL.search(line) and (not (w := _bare(line)) or _only_leads(w))]
    more = [Piece(text=" ".join(alone), links=_links(alone), more=True)] if alone else []
    told = [line for line in lines if line not in alone]
    words = [w for w in map(_bare, told) if w]
    if not words:
        return more
    first, rest = _BULLET.sub("", words[0]), words[1:]
    if len(first) <= _HEADLINE and is_headline(first.rstrip("?!")):
        head = Piece(text=first, look=("line",), links=() if rest else _links(told))
        return [head, *([Piece(text=" ".join(rest), links=_links(told))] if rest else []), *more]
    return [Piece(text=" ".join([first, *rest]), links=_links(told)), *more]


def _bare(line: str) -> str:
    """Return a line's words without its addresses."""
    return one_line(_URL.sub("", line)).rstrip(":→> ")


def _links(lines: Sequence[str]) -> tuple[str, ...]:
    found = (untracked(m[0].strip("<>.,)")) for line in lines for m in _URL.finditer(line))
    return tuple(dict.fromkeys(u for u in found if u))


def private(block: Block) -> Block:
    """Return a block whose links tell nobody who reads."""
    if not any(r.href for r in block.runs):
        return block
    runs = (replace(r, href=untracked(r.href)) if r.href.startswith("http") else r for r in block.runs)
    return replace(block, runs=tuple(runs))


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
