"""Whether a content file is to be annotated again, and how new annotations get in beside a person's edits.

Only the lines of keys that are the machine's are written anew; every other byte of the file stays.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yaml.nodes import MappingNode

from sitegen.content import machine_keys
from sitegen.content.anchors import Words
from sitegen.content.findings import BREAK, Findings
from sitegen.content.front_matter import BOM, Document, take_apart
from sitegen.content.machine_keys import MACHINE_KEYS
from sitegen.content.owners import Extracted, extracted, kept, made_of_document, marks_of
from sitegen.content.reading import read_annotations
from sitegen.content.schema import Schema
from sitegen.content.speakers import reconciled
from sitegen.content.strict_yaml import span
from sitegen.markup import visible_text
from sitegen.model.annotations import Annotations
from sitegen.model.diagnostic import Checked
from sitegen.model.text import Span

Edit = tuple[Span, str]


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
    noted = Extracted(by=annotations.made_by, of=of, marks={**marks, **marks_of(keys, keys)})
    first_break = BREAK.search(text)
    return _written(document, text, (keys, noted), first_break[0] if first_break else "\n")


def _old(document: Document, visible: str, mine: tuple[str, ...]) -> Annotations:
    """Return what the file has said so far; what is wrong with it, decode tells."""
    schema = Schema(Findings("", ""))
    values = {name: key.value for name, key in document.keys.items()}
    return read_annotations(values, schema, Words(visible), mine)


def _written(document: Document, text: str, new: tuple[dict[str, str], Extracted], line_break: str) -> str:
    """Return the text with the new lines in it."""
    keys, noted = new
    edits = [*_key_edits(document, keys), _note_edit(document, noted)]
    if document.head_end:
        return _spliced(text, ((at, lines.replace("\n", line_break)) for at, lines in edits))
    lines = "".join(lines for _, lines in edits)
    gap = "" if text.startswith(("\n", "\r")) else "\n"
    return f"---\n{lines}---\n{gap}".replace("\n", line_break) + text


def _key_edits(document: Document, keys: dict[str, str]) -> Iterator[Edit]:
    for name, lines in keys.items():
        place = document.keys.get(name)
        yield (place.lines if place else _place(document, name)), f"{lines}\n"


def _note_edit(document: Document, noted: Extracted) -> Edit:
    """Write the note into the braces that are there, so that a comment behind them stays."""
    key = document.keys.get("extracted")
    if key and isinstance(key.value, MappingNode) and key.value.flow_style:
        return span(key.value), noted.written()
    at = key.lines if key else _place(document, "extracted")
    return at, f"{' ' * document.indent}extracted: {noted.written()}\n"


def _place(document: Document, name: str) -> Span:
    """Return where a key that is not there belongs: after the machine's key before it, else before the next, else last."""
    order = (*MACHINE_KEYS, "extracted")
    present = [other for other in order if other in document.keys]
    before = [document.keys[other].lines.end for other in present if order.index(other) < order.index(name)]
    after = [document.keys[other].lines.start for other in present if order.index(other) > order.index(name)]
    if after and not before:
        ends = [key.lines.end for key in document.keys.values() if key.lines.end <= after[0]]
        before = [max(ends, default=after[0])]
    end = before[-1] if before else document.head_end
    return Span(end, end)


def _spliced(text: str, edits: Iterable[Edit]) -> str:
    parts: list[str] = []
    position = 0
    for at, lines in sorted(edits, key=lambda edit: edit[0]):
        parts += (text[position : at.start], lines)
        position = at.end
    return "".join((*parts, text[position:]))
