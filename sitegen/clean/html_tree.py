"""The tree of an HTML page, within limits: too deep is refused, monstrous tags lose their attributes."""

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from sitegen.clean.refusal import Refusal

_MONSTER = re.compile(r"<([a-zA-Z][\w:-]{0,30})\s[^<>]{10000,}>")
_LONGEST_TAG = 10_000
"""libxml2 takes time quadratic in the number of attributes: 50,000 of them 2.6 s."""
_MOST_ELEMENTS = 30_000
"""The longest of 238 news pages had 3,000."""
_NEVER = re.compile("[\x00\ufeff\ud800-\udfff]")
_SILENT = ("script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "math")
"""Elements with much markup and no words of an article; scripts may hold what the page says of itself."""


def parse(html: str) -> HtmlElement | Refusal:
    """Return the root element of a page."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(_encoded(html), parser=parser)
    except (etree.LxmlError, ValueError):
        return Refusal(code="seed-no-text", message="the page has no text")
    if too_deep := _depth_error(parser):
        return Refusal(
            code="seed-too-deep", message="the page nests more than 256 elements in each other", line=too_deep
        )
    if root.xpath("count(.//*)") > _MOST_ELEMENTS:
        return Refusal(code="seed-too-large", message=f"the page has more than {_MOST_ELEMENTS:,} elements")
    return root


def _encoded(html: str) -> bytes:
    """Return the page without what the parser cannot take in good time; each search runs only where there is something to find."""
    source = _MONSTER.sub(r"<\1>", html) if any(p.find(">") > _LONGEST_TAG for p in _long_parts(html)) else html
    source = _NEVER.sub("", source) if "\x00" in source or "\ufeff" in source else source
    return source.encode("utf-8", "ignore")


def _long_parts(html: str) -> list[str]:
    return [part for part in html.split("<") if len(part) > _LONGEST_TAG]


def drop_silent(root: HtmlElement) -> None:
    """Take out the elements that no reader reads, and show those that a script shows.

    React sends late parts of a page as hidden elements with the ids S:0, S:1 and so on, and a script of its own puts them into their places.
    """
    etree.strip_elements(root, *_SILENT, with_tail=False)
    for streamed in root.xpath('.//div[@hidden][starts-with(@id, "S:")]'):
        del streamed.attrib["hidden"]


def _depth_error(parser: HTMLParser) -> int:
    """Return the line at which libxml2 gave up; 0 if it did not."""
    lines = (int(e.line) for e in parser.error_log if e.type_name == "ERR_RESOURCE_LIMIT")
    return next(lines, 0)


def text_of(element: HtmlElement) -> str:
    """Return the words of an element in one line."""
    return " ".join("".join(element.itertext()).split())
