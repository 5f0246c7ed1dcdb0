"""What does a TOML file say, and where does each key of it stand? Text in; tables, and positions for diagnostics, out."""

import re
import tomllib
from collections.abc import Mapping

from sitegen.content.findings import Findings
from sitegen.model.text import Span

_HEADER = re.compile(r"^[ \t]*\[\[?[ \t]*([^\[\]\n]+?)[ \t]*\]", re.MULTILINE)

Table = Mapping[str, object]

_PLACE = re.compile(r" \((?:at line (\d+), column (\d+)|at end of document)\)\Z")


def load(findings: Findings) -> Table | None:
    """Return the document, None where it is not sound."""
    text = findings.text
    try:
        return tomllib.loads(text)
    except RecursionError:
        findings.error("toml-syntax", Span(0, 1), "nested too deep")
    except ValueError as error:  # also of a number with thousands of digits
        message = str(error)
        place = _PLACE.search(message)
        offset = _offset(text, int(place[1]), int(place[2])) if place and place[1] else max(len(text.rstrip()) - 1, 0)
        hint = "text stands in double quotation marks" if "Invalid value" in message else ""
        findings.error("toml-syntax", Span(offset, offset + 1), _PLACE.sub("", message), hint)
    return None


def _offset(text: str, line: int, column: int) -> int:
    """Return the offset of a place as tomllib counts them, by line feeds."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
    return min(start + column - 1, len(text))


def section(text: str, header: str) -> Span:
    """Return where a table stands, header and all; what stands before all tables where it is not written so."""
    found = sections(text, header)
    return found[0] if found else before_sections(text)


def sections(text: str, header: str) -> tuple[Span, ...]:
    """Return where each table of that header stands, header and all."""
    found = [(m.start(), m[1]) for m in _HEADER.finditer(text)]
    following = [*found[1:], (len(text), "")]
    return tuple(Span(start, end) for (start, name), (end, _) in zip(found, following, strict=False) if name == header)


def before_sections(text: str) -> Span:
    """Return where the keys stand that belong to no table."""
    first = _HEADER.search(text)
    return Span(0, first.start() if first else len(text))


def key_span(text: str, within: Span, key: str) -> Span:
    """Return where a key of a table stands; the table's first line where it is missing or written in a rare way."""
    written = re.compile(rf"""^[ \t]*["']?({re.escape(key)})["']?[ \t]*[=.]""", re.MULTILINE)
    if found := written.search(text, within.start, within.end):
        return Span(*found.span(1))
    header = next((m for m in _HEADER.finditer(text, within.start) if m[1].split(".")[-1] == key), None)
    if header:
        return Span(*header.span(1))
    line_end = text.find("\n", within.start)
    return Span(within.start, line_end if line_end >= 0 else len(text))
