"""Which addresses of the site does a document for machines name? Input: the bytes of a file under api/, of a feed, a list of feeds or a sitemap."""

import json
from collections.abc import Iterator
from xml.etree import ElementTree as ET

_WORDS = frozenset({"body", "summary", "title", "text", "pieces", "note", "description"})
"""Fields of words, in which an address is none of ours to check."""
_ADDRESSES = frozenset({"link", "loc", "url", "id", "guid", "comments"})
"""Elements whose text may be an address, in one form of XML or another."""


def data_links(data: bytes, base_url: str) -> tuple[str, ...] | None:
    """Return the URLs of the site that stand in a document, each once; None: it is not JSON."""
    found: dict[str, None] = {}
    try:
        waiting: list[object] = [json.loads(data)]
    except ValueError:
        return None
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += (inner for name, inner in value.items() if name not in _WORDS)
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str) and value.startswith(base_url):
            found[value] = None
    return tuple(found)


def xml_links(data: bytes, base_url: str) -> tuple[str, ...]:
    """Return the URLs of the site that stand in a document, each once; none where it is not XML, which others tell."""
    try:
        root = ET.fromstring(data)  # noqa: S314 - our own output, and expat refuses entity bombs
    except ET.ParseError:
        return ()
    return tuple(dict.fromkeys(words for words in _words(root) if words.startswith(base_url)))


def _words(root: ET.Element) -> Iterator[str]:
    for element in root.iter():
        yield from element.attrib.values()
        if str(element.tag).rsplit("}", 1)[-1] in _ADDRESSES:
            yield (element.text or "").strip()
