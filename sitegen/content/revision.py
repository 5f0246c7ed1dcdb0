"""Whether a content file is to be annotated again, and how new annotations get in beside a person's edits.

Only the lines of keys that are the machine's are written anew; every other byte of the file stays.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from yaml.nodes import MappingNode

from sitegen.content import machine_keys
from sitegen.content.anchors import Words
from sitegen.content.findings import Findings
from sitegen.content.front_matter import BOM, Document, take_apart
from sitegen.content.machine_keys import MACHINE_KEYS
from sitegen.content.owners import Extracted, extracted, kept, made_of_document, marks_of
from sitegen.content.reading import read_annotations
from sitegen.content.schema import Schema
from sitegen.content.speakers import reconciled
from sitegen.content.splicing import Edit, place_of, written
from sitegen.content.strict_yaml import span
from sitegen.markup import visible_text
from sitegen.model.annotations import Annotations
from sitegen.model.diagnostic import Checked

_ORDER = (*MACHINE_KEYS, "extracted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownership:
    """Who made what of a file."""

    stale: bool
    """The words, the title or the date are not those that were annotated, or the machine has not written all of its keys."""
    by: str
    """Fingerprint of the extractor, empty if none."""
    kept: tuple[str, ...]
    """Machine-owned keys that a person has edited: never replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A file with new annotations."""

    text: str
    kept: tuple[str, ...]
    """Machine-owned keys that stayed as a person has left them."""


def ownership(text: str) -> Ownership:
    """Return who made what of a file; one that cannot be read is nobody's to touch."""
    findings = Findings("", text.removeprefix(BOM))
    document = take_apart(findings)
    if document is None:
        return Ownership(stale=False, by="", kept=MACHINE_KEYS)
    note = extracted(document)
    mine = kept(document, findings.text, note)
    is_whole = all(name in document.keys for name in MACHINE_KEYS if name not in mine)
    is_current = note is not None and note.of == made_of_document(document, visible_text(document.body))
    return Ownership(stale=not (is_whole and is_current), by=note.by if note else "", kept=mine)


def revise(path: str, text: str, annotations: Annotations) -> Checked[Revision | None]:
    """Return the file with new annotations in the keys that are the machine's; None where it cannot be read."""
    bom = text[: len(BOM)] if text.startswith(BOM) else ""
    findings = Findings(path, text.removeprefix(BOM))
    document = take_apart(findings)
    if document is None:
        return Checked(value=None, diagnostics=findings.diagnostics)
    mine = kept(document, findings.text, extracted(document))
    revised = bom + _revised(document, findings.text, annotations, mine)
    return Checked(value=Revision(text=revised, kept=mine))


def _revised(document: Document, text: str, annotations: Annotations, mine: tuple[str, ...]) -> str:
    visible = visible_text(document.body)
    made = reconciled(annotations, _old(document, visible, mine), mine)
    margin = " " * document.indent
    keys = {
        name: margin + lines.replace("\n", f"\n{margin}")
        for name, lines in machine_keys.written(visible, made).items()
        if name not in mine
    }
    note = extracted(document)
    marks = {name: value for name, value in note.marks.items() if name in mine} if note else {}
    of = made_of_document(document, visible)
    source = note.source if note else {}
    noted = Extracted(by=annotations.made_by, of=of, source=source, marks={**marks, **marks_of(keys, keys)})
    return written(document, text, [*_key_edits(document, keys), note_edit(document, noted)])


def _old(document: Document, visible: str, mine: tuple[str, ...]) -> Annotations:
    """Return what the file has said so far; what is wrong with it, decode tells."""
    schema = Schema(Findings("", ""))
    values = {name: key.value for name, key in document.keys.items()}
    return read_annotations(values, schema, Words(visible), mine)


def _key_edits(document: Document, keys: dict[str, str]) -> Iterator[Edit]:
    for name, lines in keys.items():
        key = document.keys.get(name)
        yield (key.lines if key else place_of(document, name, _ORDER)), f"{lines}\n"


def note_edit(document: Document, noted: Extracted) -> Edit:
    """Return the edit that writes the note into the braces that are there, so that a comment behind them stays."""
    key = document.keys.get("extracted")
    if key and isinstance(key.value, MappingNode) and key.value.flow_style:
        return span(key.value), noted.written()
    at = key.lines if key else place_of(document, "extracted", _ORDER)
    return at, f"{' ' * document.indent}extracted: {noted.written()}\n"
