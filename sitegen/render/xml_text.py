"""How is a feed in XML put together? Its entries are written one by one, each once for all feeds that have it, and stand before the end of what holds them."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_STEP = "  "


def add(parent: ET.Element, name: str, words: str = "", **attributes: str) -> ET.Element:
    """Add an element with its words."""
    made = ET.SubElement(parent, name, attributes)
    made.text = words or None
    return made


def entry_text(entry: ET.Element, level: int) -> str:
    """Return an entry as text, indented to its level; the words in it stay as they are."""
    ET.indent(entry, _STEP, level)
    return f"{_STEP * level}{_text(entry)}\n"


def document(root: ET.Element, entries: Iterable[str], end: str) -> bytes:
    """Return a document with its entries; end: the closing tags that come after them, as they are indented."""
    ET.indent(root, _STEP)
    head = _text(root).removesuffix(end)
    return f"{_DECLARATION}{head}\n{''.join(entries)}{end.removeprefix(chr(10))}\n".encode()


def _text(element: ET.Element) -> str:
    text: str = ET.tostring(element, encoding="unicode")
    return text
