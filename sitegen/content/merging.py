"""How does another source of the same article get into its content file? Its text and what is new in, its text out.

A copy adds a seed and a publisher; a newer version brings title and body, as long as nobody has edited them. Every other byte stays.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yaml.nodes import ScalarNode, SequenceNode

from sitegen.content import yaml_text
from sitegen.content.codec import KEYS, decode, storable
from sitegen.content.editor_keys import WHEN_KEYS
from sitegen.content.editor_lines import correction_line, published_lines, publisher_line
from sitegen.content.findings import Findings
from sitegen.content.front_matter import BOM, Document, Key, take_apart
from sitegen.content.owners import Extracted, extracted, marks_of_source, untouched
from sitegen.content.revision import note_edit, revise
from sitegen.content.schema import is_null
from sitegen.content.splicing import Edit, place_of, written
from sitegen.content.strict_yaml import span
from sitegen.content.yaml_text import scalar
from sitegen.model.annotations import Annotations
from sitegen.model.article import Correction, Publisher
from sitegen.model.diagnostic import has_errors
from sitegen.model.text import Span
from sitegen.model.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """What a file does not say yet."""

    seeds: tuple[str, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a newer version of the source says."""

    title: str
    byline: tuple[str, ...]
    published: When
    body: str
    annotations: Annotations
    updated: str | None
    """ISO 8601; None: as the file has it."""


def with_additions(text: str, additions: Additions) -> str | None:
    """Return the file with more in its lists; None where it cannot be read or a list is written as something else."""
    document = take_apart(Findings("", text.removeprefix(BOM)))
    edits = _additions(document, text.removeprefix(BOM), additions) if document else None
    return None if document is None or edits is None else _spliced(document, text, edits)


def with_version(path: str, text: str, version: Version, additions: Additions) -> str | None:
    """Return the file with a newer version of its source; None where an editor's words stand against it.

    They do where the body is edited, or where quotations or events that are the editor's would not be in the new body.
    """
    document = take_apart(Findings("", text.removeprefix(BOM)))
    free = untouched(document) if document else frozenset()
    note = extracted(document) if document else None
    edits = _additions(document, text.removeprefix(BOM), additions) if document else None
    if document is None or note is None or edits is None or "body" not in free:
        return None
    version = replace(version, title=storable(version.title), body=storable(version.body))
    edits += [*_version_edits(document, version, free), note_edit(document, _noted(note, version, free))]
    revised = revise(path, _spliced(document, text, edits), version.annotations).value
    if revised is None or has_errors(decode(path, revised.text).diagnostics):
        return None
    return revised.text


def _spliced(document: Document, text: str, edits: Sequence[Edit]) -> str:
    bom = text[: len(BOM)] if text.startswith(BOM) else ""
    return bom + written(document, text.removeprefix(BOM), edits)


def _version_edits(document: Document, version: Version, free: frozenset[str]) -> Iterator[Edit]:
    yield Span(document.body_start, document.body_start + len(document.body)), version.body
    if "title" in free and (key := document.keys.get("title")):
        yield span(key.value), yaml_text.line(version.title)
    if version.updated:
        yield _value_edit(document, "updated", scalar(version.updated))
    if "byline" not in document.keys and version.byline:
        yield (
            place_of(document, "byline", KEYS),
            _line(document, "byline", yaml_text.sequence(map(scalar, version.byline))),
        )
    if not WHEN_KEYS & document.keys.keys():
        lines = published_lines(version.published)
        yield place_of(document, "published", KEYS), "".join(f"{' ' * document.indent}{line}\n" for line in lines)


def _noted(note: Extracted, version: Version, free: frozenset[str]) -> Extracted:
    """Return the note with the fingerprints of what is replaced."""
    new = marks_of_source(version.title, version.body)
    source = {**note.source, **{name: mark for name, mark in new.items() if name in free}}
    return Extracted(by=note.by, of=note.of, source=source, marks=note.marks)


def _value_edit(document: Document, name: str, value: str) -> Edit:
    key = document.keys.get(name)
    if key and isinstance(key.value, ScalarNode) and key.value.value:
        return span(key.value), value
    if key:
        return key.lines, _line(document, name, value)
    return place_of(document, name, KEYS), _line(document, name, value)


def _line(document: Document, name: str, value: str) -> str:
    return f"{' ' * document.indent}{name}: {value}\n"


def _additions(document: Document, text: str, additions: Additions) -> list[Edit] | None:
    """Return the edits that lengthen the lists; None where one is no list."""
    lists = {
        "seeds": tuple(map(scalar, additions.seeds)),
        "publishers": tuple(map(publisher_line, additions.publishers)),
        "corrections": tuple(map(correction_line, additions.corrections)),
    }
    edits = [_longer(document, text, name, items) for name, items in lists.items() if items]
    return None if None in edits else [edit for edit in edits if edit]


def _longer(document: Document, text: str, name: str, items: tuple[str, ...]) -> Edit | None:
    """Return the edit that puts items at the end of a list, in the manner in which it is written."""
    key = document.keys.get(name)
    if key is None:
        return place_of(document, name, KEYS), _line(document, name, yaml_text.sequence(items))
    if is_null(key.value):
        return _in_place_of_nothing(key, text), f" {yaml_text.sequence(items)}"
    if not isinstance(key.value, SequenceNode):
        return None
    node = key.value
    if not node.flow_style:
        dash = " " * node.start_mark.column + "- "
        return Span(key.lines.end, key.lines.end), "".join(f"{dash}{item}\n" for item in items)
    end = node.value[-1].end_mark.index if node.value else node.start_mark.index + 1
    joined = ", ".join(items)
    return Span(end, end), f", {joined}" if node.value else joined


def _in_place_of_nothing(key: Key, text: str) -> Span:
    """Return where a value would stand: behind the colon, over what says that there is none."""
    colon = text.index(":", key.node.end_mark.index) + 1
    return Span(colon, max(colon, key.value.end_mark.index if key.value.value else colon))
