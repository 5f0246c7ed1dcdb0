"""Whose are the machine's keys? The lines of a content file against the fingerprints that the machine left in `extracted`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, ScalarNode

from sitegen import fingerprint
from sitegen.content.findings import BREAK
from sitegen.content.front_matter import Document
from sitegen.content.machine_keys import MACHINE_KEYS
from sitegen.content.schema import is_null
from sitegen.content.titles import heading
from sitegen.content.yaml_text import mapping, scalar

SOURCE_PARTS = ("title", "body")
"""Of a source, that a newer version of it may replace as long as nobody has edited them."""

EXTRACTED_FIELDS = ("by", "of", *SOURCE_PARTS, *MACHINE_KEYS)

_DIGITS = 12
"""48 bits: a person's edit goes unnoticed once in 3e14."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What the machine noted when it last wrote."""

    by: str = ""
    of: str = ""
    source: Mapping[str, str]
    """Fingerprints of the title and the body as the source had them."""
    marks: Mapping[str, str]
    """Fingerprint of each key's lines."""

    def written(self) -> str:
        """Return the value of the key."""
        source = [(name, scalar(self.source[name])) for name in SOURCE_PARTS if name in self.source]
        marks = [(name, scalar(self.marks[name])) for name in MACHINE_KEYS if name in self.marks]
        return mapping([("by", scalar(self.by)), ("of", scalar(self.of)), *source, *marks])


def mark(lines: str) -> str:
    """Return the fingerprint of a key's lines, whatever breaks them."""
    return fingerprint.of_text(BREAK.sub("\n", lines).removesuffix("\n"))[:_DIGITS]


def made_of_document(document: Document, text: str) -> str:
    """Return the fingerprint of what annotations of a content file with this visible text are made of."""
    values = {name: key.value for name, key in document.keys.items()}
    title = _scalar_of(values.get("title")) or heading(document.body)
    return made_of(text, title, _scalar_of(values.get("published")))


def _scalar_of(node: Node | None) -> str:
    return str(node.value) if isinstance(node, ScalarNode) and not is_null(node) else ""


def made_of(text: str, title: str, published: str | None) -> str:
    """Return the fingerprint of what annotations are made of."""
    return fingerprint.combined((text, title, published or ""))[:_DIGITS]


def marks_of_source(title: str, body: str) -> dict[str, str]:
    """Return the fingerprints of what a source says, white space around it aside."""
    return {"title": mark(title.strip()), "body": mark(body.strip())}


def untouched(document: Document) -> frozenset[str]:
    """Return the parts that still are as their source had them."""
    note = extracted(document)
    values = {name: key.value for name, key in document.keys.items()}
    now = marks_of_source(_scalar_of(values.get("title")), document.body)
    return frozenset(name for name in SOURCE_PARTS if note and note.source.get(name) == now[name])


def extracted(document: Document) -> Extracted | None:
    """Return what the machine noted, None where it has not written or the note is unreadable."""
    key = document.keys.get("extracted")
    if key is None or not isinstance(key.value, MappingNode):
        return None
    values = {k.value: str(v.value) for k, v in key.value.value if isinstance(v, ScalarNode)}
    marks = {name: values[name] for name in MACHINE_KEYS if name in values}
    source = {name: values[name] for name in SOURCE_PARTS if name in values}
    return Extracted(by=values.get("by", ""), of=values.get("of", ""), source=source, marks=marks)


def kept(document: Document, text: str, note: Extracted | None) -> tuple[str, ...]:
    """Return the machine-owned keys that are a person's: written, edited or deleted by one."""
    marks = note.marks if note else {}
    present = {name: mark(key.lines.of(text)) for name, key in document.keys.items() if name in MACHINE_KEYS}
    return tuple(name for name in MACHINE_KEYS if present.get(name) != marks.get(name))


def marks_of(keys: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    """Return the fingerprints of keys just written."""
    return {name: mark(keys[name]) for name in names}
