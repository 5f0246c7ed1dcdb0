"""Entry <-> content file: what a file says, and how a new one is written.

front_matter takes a file apart; editor_keys and reading say what its values are, owners whose the machine's keys are.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from yaml.nodes import Node

from sitegen.content import machine_keys
from sitegen.content.anchors import Words
from sitegen.content.dates import date_value
from sitegen.content.editor_keys import EDITOR_KEYS, EditorKeys, read_editor_keys
from sitegen.content.editor_lines import editor_lines
from sitegen.content.findings import Findings
from sitegen.content.front_matter import BOM, Document, take_apart
from sitegen.content.machine_keys import MACHINE_KEYS
from sitegen.content.owners import (
    EXTRACTED_FIELDS,
    Extracted,
    extracted,
    kept,
    made_of,
    marks_of,
    marks_of_source,
)
from sitegen.content.reading import read_annotations
from sitegen.content.schema import Schema
from sitegen.content.titles import heading, stem, title_from_path
from sitegen.markup import visible_text
from sitegen.model.annotations import NOTHING, Annotations
from sitegen.model.article import Article, Entry
from sitegen.model.diagnostic import Checked
from sitegen.model.text import Span

KEYS = (*EDITOR_KEYS, *MACHINE_KEYS, "extracted")
"""Of the front matter."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(path: str, text: str) -> Checked[Entry | None]:
    """Return what a content file says; None where nothing can be had of it."""
    findings = Findings(path, text.removeprefix(BOM))
    document = take_apart(findings) if _is_text(findings) else None
    entry = _entry(document, findings) if document else None
    return Checked(value=entry, diagnostics=findings.diagnostics)


def _is_text(findings: Findings) -> bool:
    """Say whether there is anything, and no binary file by mistake."""
    zero = findings.text.find("\0")
    if zero >= 0:
        findings.error(
            "file-binary", Span(zero, zero + 1), "this is no text file", "only Markdown belongs into content/"
        )
    elif not findings.text.strip():
        findings.error("file-empty", Span(0, 0), "the file is empty", "write the article, or delete the file")
    return zero < 0 and bool(findings.text.strip())


def _entry(document: Document, findings: Findings) -> Entry:
    schema = Schema(findings)
    keys = {name: key.value for name, key in document.keys.items()}
    _note_unknown(document, schema)
    text = visible_text(document.body)
    if not text.strip():
        at = Span(document.body_start, document.body_start)
        findings.warning("body-empty", at, "the article has no text", "write it below the front matter")
    said = read_editor_keys(keys, schema)
    lines = {name: findings.line(key.node.start_mark.index) for name, key in document.keys.items()}
    return Entry(
        article=_article(said, document, (findings.path, text)),
        annotations=_annotations(document, keys, schema, text),
        path=findings.path,
        topics=said.topics,
        draft=said.draft,
        corrections=said.corrections,
        aliases=said.aliases,
        body_policy=said.body_policy,
        lines={**lines, "body": findings.line(document.body_start)},
    )


def _note_unknown(document: Document, schema: Schema) -> None:
    for name, key in document.keys.items():
        if name not in KEYS:
            schema.unknown(key.node, KEYS)
    if "extracted" in document.keys:
        for value in (schema.fields(document.keys["extracted"].value, EXTRACTED_FIELDS) or {}).values():
            schema.text(value)


def _article(said: EditorKeys, document: Document, place: tuple[str, str]) -> Article:
    path, text = place
    return Article(
        id=said.id or stem(path),
        seeds=said.seeds,
        title=said.title or heading(document.body) or title_from_path(path),
        byline=said.byline,
        publishers=said.publishers,
        url=said.url,
        published=said.published,
        updated=said.updated,
        language=said.language,
        body=document.body,
        text=text,
    )


def _annotations(document: Document, keys: Mapping[str, Node], schema: Schema, text: str) -> Annotations:
    note = extracted(document)
    mine = kept(document, schema.findings.text, note)
    found = read_annotations(keys, schema, Words(text), mine)
    return replace(found, made_by=note.by, made_of=note.of) if note else found


def encode(entry: Entry) -> str:
    """Return a new content file; what an entry holds of machine-owned keys is marked as the machine's."""
    lines = [*editor_lines(entry), *_machine_lines(entry)]
    front = "".join(f"{line}\n" for line in lines)
    words = entry.article.body
    end = "\r" if words.endswith("\r") else "\n"  # after a lone \r, \n would be half of one break
    body = f"\n{words}{end}" if words else ""
    return storable(f"---\n{front}---\n{body}")


def storable(text: str) -> str:
    """Return the text without halves of characters, which no file can hold."""
    return _SURROGATE.sub("\ufffd", text)


def _machine_lines(entry: Entry) -> tuple[str, ...]:
    """Return the machine-owned keys and `extracted`; nothing for an article that no machine has read."""
    article, annotations = entry.article, entry.annotations
    if replace(annotations, made_of="") == NOTHING:
        return ()
    keys = machine_keys.written(article.text, annotations)
    of = made_of(article.text, article.title, date_value(article.published.value or ""))
    source = marks_of_source(storable(article.title), storable(article.body))
    note = Extracted(by=annotations.made_by, of=of, source=source, marks=marks_of(keys, MACHINE_KEYS))
    return (*keys.values(), f"extracted: {note.written()}")
