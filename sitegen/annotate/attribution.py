"""Who said what in an article? The public face of the quotations and speakers: from a parsed text to both."""

from dataclasses import dataclass

from spacy.tokens import Doc

from sitegen.annotate.clauses import noun_phrase, own_subject
from sitegen.annotate.quotations import Draft, drafts
from sitegen.annotate.reading import Reading, read
from sitegen.annotate.speakers import hear
from sitegen.model.annotations import Quotation, Speaker
from sitegen.model.text import Span

_RELATIVE = frozenset({"who", "that", "which"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """The quotations of an article and those who made them."""

    speakers: tuple[Speaker, ...]
    """In the order of their first mention; only those that some quotation names."""
    quotations: tuple[Quotation, ...]
    """In text order."""


def statements(doc: Doc, reading: Reading | None = None) -> Statements:
    """Return who said what; spans are code points of the document's text, which may have been read already."""
    r = reading or read(doc)
    found = drafts(r)
    heard = hear(r, found)
    quotations = tuple(_quotation(r, d, key) for d, key in zip(found, heard.keys, strict=True))
    return Statements(speakers=heard.speakers, quotations=quotations)


def _quotation(r: Reading, d: Draft, speaker: str | None) -> Quotation:
    return Quotation(
        content=d.pieces,
        cue=None if d.cue is None else r.span(*d.cue),
        source=source_span(r, d),
        manner=d.manner,
        speaker=speaker,
        confidence=round(d.confidence, 2),
    )


def source_span(r: Reading, d: Draft) -> Span | None:
    """Return the source's noun phrase, with the relative pronoun that stands for it ("Ada Holm, who said …")."""
    if d.source is None:
        return None
    start, end = noun_phrase(r, d.source)
    own = None if d.verb is None else own_subject(r, d.verb)
    if own is not None and r.lower[own] in _RELATIVE and end <= own <= end + 1:
        end = own + 1
    return r.span(start, end)
