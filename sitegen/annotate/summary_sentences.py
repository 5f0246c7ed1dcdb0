"""Which whole sentences does a text begin with, and where does each stand? Input: the parsed text.

A border within a paragraph is believed only where an end of sentence stands before it: "the U.S. Treasury" may be cut in two.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc, Span

from sitegen.annotate.timex.words import listed

_MOST = 30
"""Sentences from the top that are looked at."""
_LONGEST = 800
"""Code points, line breaks of the source included; longer ones are no sentences of a summary."""
_LAST = 40
"""Code points at a border that decide whether it is one."""
_CLOSING = "\"”’')]"
_END = re.compile(r"[.!?][\"”’')\]]{0,3}$")
_SHORTENED = re.compile(r"(?:^|[\s(])(?:(?:[A-Za-z]\.)+|[A-Z])$")
_ABBREVIATIONS = listed(
    "inc. corp. co. ltd. plc. bros. mr. mrs. ms. dr. prof. rev. gov. sen. rep. gen. col. lt. sgt. capt. adm. st. ft. mt. "
    "jr. sr. jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. vs. no. nos. fig. approx. etc. e.g. i.e. cf. dept. univ."
)
_GOES_ON = frozenset(
    {"the", "a", "an", "in", "on", "at", "for", "but", "and", "he", "she", "it", "they", "this", "that", "his"}
)
"""Words in capitals that begin a sentence rather than a name, after "U.S."."""
_DATELINE = re.compile(
    r"(?:[A-Z][\w.,'’/ ]{0,60}?\s*)?\((?:AP|AFP|UPI|PTI|ANI|IANS|Reuters?|REUTERS|Xinhua|dpa|TASS|Bloomberg|CNN|CBS\w*)"
    r"(?:[ /][\w ]{1,30})?\)\s*[-—–]{1,2}\s*"
    r"|[A-Z][\w ,]{2,40}\(CNN[\w ]{0,20}\)\s*"
    r"|[A-Z][A-Z.'’]{2,}(?:[ /][A-Z][A-Z.'’]+){0,3}(?:,\s*[A-Z][\w.]{1,20}(?:\s[A-Z]\w{1,20})?)?(?:,?\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}"
    r"(?:,\s*\d{4})?)?\s*[-—–]{1,2}\s+"
)
"""What stands before the sentence that it is no part of: "PORT ELLERY, March 3 -", "Dec 29 (Reuters) -"."""

_PLACE = re.compile(r"[A-Z]{3,}(?: [A-Z]{3,}){0,2}: (?=[A-Z])")
_TOP = 2
"""Sentences among which "PORT ELLERY:" is a dateline; further below somebody speaks in a transcript."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence and its place."""

    words: str
    """On one line, without a dateline."""
    span: Span
    number: int
    """Counted from the top of the text, over all that looks like a sentence."""
    paragraph: int
    leads: bool
    """It begins a paragraph."""
    is_whole: bool
    """It has an end of its own."""
    in_quotation: bool
    """Quotation marks that opened before it in its paragraph are still open."""


def sentences(doc: Doc) -> Iterator[Sentence]:
    """Yield the sentences at the top of a text, whole ones and others."""
    text = doc.text
    paragraph, open_marks = 0, 0
    for number, span in enumerate(_joined(text, islice(doc.sents, _MOST))):
        start, end = _borders(text, span)
        leads = number == 0 or _begins_line(text, start)
        if leads and number:
            paragraph, open_marks = paragraph + 1, 0
        words = _words(text, start, end)
        yield Sentence(
            words=_without_dateline(words, number),
            span=span,
            number=number,
            paragraph=paragraph,
            leads=leads,
            is_whole=_END.search(words) is not None,
            in_quotation=open_marks > 0,
        )
        open_marks = _still_open(words, open_marks)


def _without_dateline(words: str, number: int) -> str:
    found = _DATELINE.match(words) or (_PLACE.match(words) if number < _TOP else None)
    return words[found.end() :] if found else words


def _joined(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield sentences, those put together again that the parser cut after an abbreviation."""
    whole: Span | None = None
    for span in spans:
        if whole is not None and _is_border(text, whole, span):
            yield whole
            whole = None
        whole = span if whole is None else span.doc[whole.start : span.end]
    if whole is not None:
        yield whole


def _is_border(text: str, before: Span, after: Span) -> bool:
    start, end = _borders(text, after)
    if _begins_line(text, start) or after.end_char - before.start_char > _LONGEST:
        return True
    first, last = _borders(text, before)
    return _is_end(_words(text, max(first, last - _LAST), last), _words(text, start, min(end, start + _LAST)))


def _words(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split()) if end - start <= _LONGEST else ""


def _begins_line(text: str, start: int) -> bool:
    gap = text[max(0, start - _LAST) : start]
    return "\n" in gap[len(gap.rstrip()) :]


def _borders(text: str, span: Span) -> tuple[int, int]:
    """Return the borders of a sentence: closing marks belong to the sentence that they close."""
    start, end = span.start_char, span.end_char
    while start < end and (
        text[start].isspace() or (text[start] in _CLOSING and start and not text[start - 1].isspace())
    ):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return start, end


def _is_end(before: str, words: str) -> bool:
    """Say whether a sentence ends before these words, not only an abbreviation."""
    if not _END.search(before):
        return False
    last = before.rpartition(" ")[2]
    first = words.partition(" ")[0].casefold()
    return not (last.casefold() in _ABBREVIATIONS or _SHORTENED.search(last)) or first in _GOES_ON


def _still_open(words: str, open_marks: int) -> int:
    """Return how many quotation marks are open behind a sentence; straight ones open and close in turn."""
    curly = open_marks + words.count("“") - words.count("”")
    return (1 - min(open_marks, 1) if words.count('"') % 2 else open_marks) if '"' in words else max(0, curly)
