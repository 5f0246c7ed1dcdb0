"""Which block between headline and text is the article's standfirst: the lines in which its publisher says what it is about."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from lxml.html import HtmlElement

from sitegen.clean.blocks import Block, Kind
from sitegen.clean.furniture import furniture
from sitegen.clean.json_ld import text
from sitegen.clean.page_fields import PageFields
from sitegen.clean.page_title import key

_SHORTEST = 40
_LONGEST = 700
_BEFORE = 40
"""Blocks before the text that are looked at."""
_SAME = 40
"""A description is often cut, and comes without the dateline: what tells is that it begins with the same."""
_LINKED = 0.5
_NAMED = re.compile(
    r"stand-?first|(?:sub|under)-?_?(?:title|headline|header|heading)|(?<![a-z])(?:dek|lede|lead|intro|abstract|chapo|vorspann|strapline|excerpt|ingress)(?![a-z])"
    r"|(?:article|story|post|lead|teaser)-?_?(?:teaser|summary|intro|lead|excerpt|subtitle|dek)"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def standfirst(page: Sequence[Block], kept: Sequence[Block], fields: PageFields, title: str) -> Block | None:
    """Return the standfirst as a paragraph; nothing where the text has it already, or none is seen."""
    if not kept:
        return None
    start = next(i for i, block in enumerate(page) if block is kept[0])
    between = _under_headline(page[max(0, start - _BEFORE) : start], title)
    told = {key(words)[:_SAME] for words in _descriptions(fields) if len(words) >= _SHORTEST}
    has = " ".join(key(block.text)[:_SAME] for block in kept[:3])
    likely = [block for block in between if _reads_so(block) and key(block.text)[:_SAME] not in has]
    described = (b for b in likely if any(words in key(b.text)[: 2 * _SAME] for words in told))
    named = (b for b in likely if _is_named(b.element))
    found = next(described, None) or next(named, None)
    return replace(found, kind=Kind.PARAGRAPH) if found else None


def _descriptions(fields: PageFields) -> Iterable[str]:
    metas = ("og:description", "description", "twitter:description")
    return (*map(fields.meta, metas), text(fields.ld, "description"))


def _under_headline(before: Sequence[Block], title: str) -> Sequence[Block]:
    """Return the blocks after the headline; where it is not among them, none of the page's other titles is taken for it."""
    own = key(title)
    last = max(
        (i for i, b in enumerate(before) if b.kind is Kind.HEADING and (b.level == 1 or key(b.text) == own)), default=-1
    )
    return [block for block in before[last + 1 :] if key(block.text) != own]


def _reads_so(block: Block) -> bool:
    return (
        block.kind in {Kind.PARAGRAPH, Kind.HEADING}
        and _SHORTEST <= len(block.text) <= _LONGEST
        and block.link_share < _LINKED
        and not furniture(block.text)
    )


def _is_named(element: HtmlElement) -> bool:
    """Say whether the element or one closely around it is called a standfirst, or stands with the headline in its group."""
    around = [element, *islice(element.iterancestors("div", "p", "header", "hgroup"), 1)]
    return around[-1].tag == "hgroup" or any(
        _NAMED.search(_CAMEL.sub("-", e.get("class") or "").lower()) for e in around
    )
