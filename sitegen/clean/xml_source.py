"""XML of others as a tree: no entities but HTML's own, nothing fetched, not too deep; where it is damaged, what can be read and where it breaks."""

import codecs
import re
from dataclasses import dataclass
from html.entities import html5

from lxml import etree

from sitegen.clean.refusal import Refusal

_DECLARATION = re.compile(r"\s*<\?xml\b([^>]{0,300})\?>")
_ENCODING = re.compile(r"encoding\s*=\s*[\"']([^\"']{1,60})[\"']")
_PROLOGUE = re.compile(r"(?:\s+|<\?[^>]{0,2000}>|<!--(?:(?!-->).){0,20000}-->)*", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^>\[]{0,1000}([>\[])", re.IGNORECASE)
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_AMPERSAND = re.compile(r"&(?!(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)(?:([A-Za-z][A-Za-z0-9]{1,30};))?")
_TAIL = 2000
"""Bytes: what may stand after the last element's end, white space and comments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Xml:
    """A tree, and where the source of it is damaged."""

    root: etree._Element
    fault: Refusal | None = None
    cut_off: bool = False
    """The source ends in the middle: the last element is not whole."""


def parse_xml(source: str, name: str) -> Xml | Refusal:
    """Return the tree of an XML source; the name says what it is in messages: a feed."""
    plain = _without_prologue(source, name)
    if isinstance(plain, Refusal):
        return plain
    data = _mended(plain).encode("utf-8", "ignore")
    try:
        return Xml(root=etree.fromstring(data, _parser(recover=False)))
    except etree.XMLSyntaxError as error:
        return _recovered(data, name, error)


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _without_prologue(source: str, name: str) -> str | Refusal:
    """Return the root element's text; a document type with declarations of its own is refused."""
    declared = _DECLARATION.match(source)
    said = _ENCODING.search(declared[1]) if declared else None
    if said and not _is_charset(said[1]):
        return Refusal(code="seed-charset", message=f"the {name} names a charset that nobody knows: {said[1][:40]!r}")
    start = _PROLOGUE.match(source)
    at = start.end() if start else 0
    doctype = _DOCTYPE.match(source, at)
    if source[at : at + 9].upper() == "<!DOCTYPE" and (not doctype or doctype[1] == "["):
        line = source.count("\n", 0, at) + 1
        return Refusal(code="seed-entities", message=f"the {name} declares entities of its own", line=line)
    end = doctype.end() if doctype else at
    return "\n" * source.count("\n", 0, end) + source[end:]


def _is_charset(name: str) -> bool:
    try:
        codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return True


def _mended(source: str) -> str:
    """Write HTML's entities and lone ampersands as XML has them; what stands in CDATA stays."""
    parts = _CDATA.split(source)
    return "".join(part if index % 2 else _AMPERSAND.sub(_as_xml, part) for index, part in enumerate(parts))


def _as_xml(m: re.Match[str]) -> str:
    return html5.get(m[1] or "") or f"&amp;{m[1] or ''}"


def _recovered(data: bytes, name: str, error: etree.XMLSyntaxError) -> Xml | Refusal:
    """Return what can be read of damaged XML, or why nothing can."""
    line, column = error.position
    if "xcessive depth" in (error.msg or ""):
        return Refusal(code="seed-too-deep", message=f"the {name} nests its elements too deeply", line=line)
    try:
        root = etree.fromstring(data, _parser(recover=True))
    except (etree.LxmlError, ValueError):
        root = None
    said = (error.msg or "it is no XML").split(", line ")[0]
    fault = Refusal(
        code="seed-damaged",
        message=f"the {name} is damaged: {said}",
        line=max(1, line),
        column=max(1, column),
    )
    if root is None:
        return fault
    end = f"(?i)</(?:\\w{{1,30}}:)?{re.escape(local_name(root))}\\s*>"
    return Xml(root=root, fault=fault, cut_off=not re.search(end.encode(), data[-_TAIL:]))


def local_name(element: etree._Element) -> str:
    """Return an element's name without its name space, in small letters; the names of damaged XML are none that lxml would read."""
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag.rpartition("}")[2].rpartition(":")[2].lower()
