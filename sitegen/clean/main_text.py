"""Which blocks of a page are the article's: those that trafilatura finds, put back into their places in the page."""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from sitegen.clean.blocks import Block, Kind
from sitegen.clean.dates import read_date_line
from sitegen.clean.furniture import furniture
from sitegen.clean.names import byline_names
from sitegen.clean.page_title import key
from sitegen.clean.paywall import is_paywall_notice
from sitegen.clean.places import Places, container, holders, signature
from sitegen.clean.trimming import leads_elsewhere
from sitegen.clean.vocabulary import words

logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_WORDS = re.compile(r"\w+")
_LINES = words(
    """
    p head list item quote code table row cell lb div tr td th ul ol li h1 h2 h3 h4 h5 h6 blockquote section article
    pre dt dd
    """
)
_GRAM = 4
_LONG = 8
"""Words; a shorter block must be found whole."""
_PROSE = 80
_LINKED = 0.5
_HELD = 0.3
_HEAVY = 0.15
_TOO_LITTLE = 0.4
_POINT = 40
_NOTICE = 6
"""Blocks behind the article within which a paywall's notice speaks of it."""
_HEAD_LINES = 12
_HEAD_LENGTH = 120
_SAME = 0.7
"""A longer block is found when this share of its sequences of four words is."""


def extracted(root: HtmlElement, url: str | None) -> str:
    """Return the text that trafilatura takes for the article, one line to a block; empty where it finds none or fails."""
    try:
        found = trafilatura.bare_extraction(root, url=url, fast=True, favor_precision=True, include_comments=False)
    except Exception:  # noqa: BLE001 - a library on hostile input; without it the page has no main text
        return ""
    body = getattr(found, "body", None)
    return "".join(_flat(body)) if body is not None else ""


def _flat(body: HtmlElement) -> Iterator[str]:
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _LINES:
            yield "\n"
        if event == "start":
            yield element.text or ""
        elif element is not body:
            yield element.tail or ""


class Finder:
    """Finds blocks again in an extracted text."""

    def __init__(self, text: str) -> None:
        self.lines = {tuple(_WORDS.findall(line)) for line in text.split("\n")}
        words = _WORDS.findall(text)
        self.whole = f" {' '.join(words)} "
        self.grams = _grams(words)

    def has(self, block: Block) -> bool:
        """Say whether the words of the block are in the text."""
        words = _WORDS.findall(block.text)
        if len(words) > _LONG:
            own = _grams(words)
            return len(own & self.grams) >= _SAME * len(own)
        return tuple(words) in self.lines or (len(words) > _GRAM and f" {' '.join(words)} " in self.whole)


def _grams(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + _GRAM]) for i in range(max(1, len(words) - _GRAM + 1))}


@dataclass(frozen=True, slots=True, kw_only=True)
class MainText:
    """What of a page is the article, and what stands within it without being of it."""

    kept: tuple[Block, ...] = ()
    removed: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    """The short lines around the beginning of the text: a byline and a date stand there."""
    walled: bool = False
    """A paywall's notice stands in the article or just behind it."""


def main_text(page: Sequence[Block], text: str, title: str) -> MainText:
    """Return the article's blocks: those found in the extracted text, and their neighbours of the same make."""
    homes = [container(b.element) for b in page]
    finder = Finder(text)
    seen = [b.kind is not Kind.CAPTION and finder.has(b) for b in page]
    prose = [is_prose(b) for b in page]
    known = [s and p for s, p in zip(seen, prose, strict=True)]
    spared = holders(
        ((b.element, len(b.text)) for b, k in zip(page, known if any(known) else prose, strict=True) if k), _HELD
    )
    places = Places(spared)
    inner = [not places.is_outer(b.element) for b in page]
    found = [s and i for s, i in zip(seen, inner, strict=True)]
    makes = _makes(homes)
    alone_size, alone = _prose_of_best_home(page, makes, inner)
    if not any(found) or _size(page, found) < _TOO_LITTLE * alone_size:
        found = alone
    heavy = _heavy_makes(page, makes, found)
    at_home = [make in heavy for make in makes]
    chosen = [f or (i and home and _joins(b)) for f, i, home, b in zip(found, inner, at_home, page, strict=True)]
    may_head = [i or (s and home) for i, s, home in zip(inner, seen, at_home, strict=True)]
    return _stretch(page, _with_subheads(page, chosen, may_head), at_home, title)


def _with_subheads(page: Sequence[Block], chosen: Sequence[bool], may_head: Sequence[bool]) -> list[bool]:
    """Choose also the headings between chosen blocks: often they stand in containers of their own, or are named as a widget's."""
    first = next((i for i, c in enumerate(chosen) if c), len(page))
    out, follows = list(chosen), False
    for index in range(len(page) - 1, first, -1):
        block = page[index]
        if block.kind is Kind.HEADING and block.level > 1 and block.link_share < _LINKED:
            out[index] = out[index] or (follows and may_head[index])
        elif block.kind is not Kind.CAPTION:
            follows = chosen[index]
    return out


def _makes(homes: Sequence[HtmlElement]) -> list[str]:
    """Return the make of each container; blocks of one container ask once."""
    known = {home: signature(home) for home in dict.fromkeys(homes)}
    return [known[home] for home in homes]


def _size(page: Sequence[Block], flags: Sequence[bool]) -> int:
    return sum(len(b.text) for b, flag in zip(page, flags, strict=True) if flag)


def is_prose(block: Block) -> bool:
    """Say whether a block reads as sentences rather than as links or labels."""
    return block.kind is Kind.PARAGRAPH and len(block.text) >= _PROSE and block.link_share < _LINKED


def _prose_of_best_home(page: Sequence[Block], makes: Sequence[str], inner: Sequence[bool]) -> tuple[int, list[bool]]:
    """Return the make of container with the most prose: how much, and which blocks are its."""
    weights: Counter[str] = Counter()
    for block, make, i in zip(page, makes, inner, strict=True):
        if i and is_prose(block):
            weights[make] += len(block.text)
    if not weights:
        return 0, [i and b.link_share < _LINKED for b, i in zip(page, inner, strict=True)]
    best, size = weights.most_common(1)[0]
    return size, [i and make == best and _joins(b) for b, make, i in zip(page, makes, inner, strict=True)]


def _heavy_makes(page: Sequence[Block], makes: Sequence[str], found: Sequence[bool]) -> frozenset[str]:
    """Return the makes of container that hold a good part of the prose found."""
    weights: Counter[str] = Counter()
    for block, make, flag in zip(page, makes, found, strict=True):
        if flag and is_prose(block):
            weights[make] += len(block.text)
    total = sum(weights.values())
    return frozenset(make for make, weight in weights.items() if weight >= _HEAVY * total)


def _joins(block: Block) -> bool:
    """Say whether a block in the article's container that was not found may be the article's all the same."""
    return block.kind is not Kind.CAPTION and block.link_share < _LINKED


def _stretch(page: Sequence[Block], chosen: Sequence[bool], at_home: Sequence[bool], title: str) -> MainText:
    """Cut to the stretch from the first to the last block in the article's containers and sort its blocks."""
    core = [i for i, (c, h) in enumerate(zip(chosen, at_home, strict=True)) if c and h] or [
        i for i, c in enumerate(chosen) if c
    ]
    if not core:
        return MainText()
    away = leads_elsewhere(page)
    notices = {i for i in range(core[0], min(len(page), core[-1] + _NOTICE)) if is_paywall_notice(page[i].text)}
    kept: list[Block] = []
    removed: list[str] = []
    own = key(title)
    for index, block in enumerate(page):
        within = core[0] <= index <= core[-1]
        stays = (
            chosen[index]
            and (within or (index < core[0] and (is_prose(block) or _is_key_point(block))))
            and not away[index]
        )
        is_title = (block.kind is Kind.HEADING and key(block.text) == own) or block.text == title
        if stays and index not in notices and not furniture(block.text) and not is_title and not _is_label(block.text):
            kept.append(block)
        elif (within or index in notices) and not is_title:
            removed.append(block.text)
    while kept and kept[-1].kind is Kind.HEADING:
        removed.append(kept.pop().text)
    return MainText(kept=tuple(kept), removed=tuple(removed), head=_head(page, kept), walled=bool(notices))


def _is_label(line: str) -> bool:
    """Say whether a line is nothing but a byline or a date: the article has them as fields."""
    return len(line) <= _HEAD_LENGTH and (bool(byline_names(line)) or read_date_line(line) is not None)


def _is_key_point(block: Block) -> bool:
    """Say whether a block found outside the text's containers may be one of the points that some publishers put before it."""
    return block.kind is Kind.ITEM and len(block.text) >= _POINT and block.link_share == 0


def _head(page: Sequence[Block], kept: Sequence[Block]) -> tuple[str, ...]:
    """Return the short lines before the first of the article's prose, nearest last, and just after it."""
    first = next((i for i, b in enumerate(page) if is_prose(b) and any(b is k for k in kept)), 0)
    return tuple(b.text for b in page[max(0, first - _HEAD_LINES) : first] if len(b.text) <= _HEAD_LENGTH)
