"""How an event stands to its date: at it, before or after it, up to it, or over a period. From the words and the parse.

The words are TimeML SIGNALs; a period is one expression with begin and end, never its end alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from spacy.tokens import Doc, Token

from sitegen.annotate.timex.almanac import is_day
from sitegen.annotate.timex.words import listed
from sitegen.model.annotations import Signal, TimeExpression, TimexType
from sitegen.model.text import Span
from sitegen.model.when import days

_SIGNALS = {
    "before": Signal.BEFORE,
    "prior": Signal.BEFORE,
    "ahead": Signal.BEFORE,
    "after": Signal.AFTER,
    "following": Signal.AFTER,
    "by": Signal.BY,
    "since": Signal.SINCE,
    "from": Signal.FROM,
    "starting": Signal.FROM,
    "beginning": Signal.FROM,
    "until": Signal.UNTIL,
    "till": Signal.UNTIL,
    "through": Signal.UNTIL,
}
_FAR = frozenset({Signal.SINCE, Signal.UNTIL})
"""They reach a date inside their phrase: "until the end of his term in May"."""
_PHRASES = frozenset({"prior", "ahead"})
_NO_LATER = ("later", "than")
_DEPTH = 12
_STROKE = re.compile(r"\s*[-–—/]\s*")
_JOINS = {"to": ("from", ""), "until": ("from",), "till": ("from",), "through": ("from", ""), "and": ("between",)}
"""Words between two dates of a period, and what stands before the first."""
_JOIN = re.compile(r",?\s+(to|until|till|through|and)\s+(?:the\s+)?")
_AND = re.compile(r"\s+and\s+")
_LEAD = re.compile(r"\b(from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_SHORT = re.compile(r"\d{1,2}")
_TAIL = re.compile(r"[-–/](\d{4}|\d\d)\b(?![-–/.,]\d)")
_MONTH_LEAD = re.compile(r"\b(?:from|between)\s+[A-Z][a-z]+\.?\s+(?:to|until|and|through)\s+$|[a-z]\s?[-–/]\s?$")
_LEAD_IN = 40
_YEAR_DIGITS, _MONTH_DIGITS, _DAY_DIGITS = 4, 7, 10
_COUNTED = re.compile(r"P\d{1,6}[DWMY]")
_REACHING = listed("mark complete celebrate commemorate observe enter reach pass")
_UP_TO_NOW = re.compile(r"\s+(?:of|since)\b")


def signal_of(doc: Doc, time: TimeExpression, verb: Token) -> Signal | None:
    """Return the word that puts an event before, after or up to its date; none for one that lies at it."""
    inside = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if inside is None:
        return None
    if tuple(token.lower_ for token in doc[max(0, inside.start - 3) : inside.start])[1:] == _NO_LATER:
        return Signal.BY
    for step, token in enumerate(islice(inside.root.ancestors, _DEPTH)):
        if token.i < inside.start and (found := _signal(token, is_next=step == 0)):
            return found
        if token.i == verb.i or token.pos_ in {"VERB", "AUX"}:
            break
    return None


def _signal(token: Token, *, is_next: bool) -> Signal | None:
    """Return what a word above a date says of it."""
    before = token.nbor(-1).lower_ if token.i else ""
    if is_next and token.lower_ == "to" and before == "up":
        return Signal.UNTIL
    found = _SIGNALS.get(token.lower_)
    reaches = is_next or found in _FAR or token.lower_ in _PHRASES
    if not found or not reaches or any(child.lower_ == "with" for child in token.children):
        return None
    return Signal.BY if before == "or" else found


def periods(text: str, times: Iterable[TimeExpression]) -> Iterator[TimeExpression]:
    """Yield the expressions with the two dates of each period as one."""
    first: TimeExpression | None = None
    for time in times:
        if first and time.span.start < first.span.end:
            continue
        joined = first and _joined(text, first, time)
        if first and not joined:
            yield first
        first = joined or _with_tail(text, time)
    if first:
        yield first


def _joined(text: str, first: TimeExpression, last: TimeExpression) -> TimeExpression | None:
    """Return two dates as one period, where the words between them make them one."""
    between = text[first.span.end : last.span.start]
    if not _is_date(first) or not _is_date(last) or first.end_point:
        return None
    begin, end = _begin(text, first, last), last.value or ""
    if not _binds(text, first, between) and not (_AND.fullmatch(between) and _follows(begin, end)):
        return None
    if len(begin) != len(end) or not begin < end:
        return None
    return replace(
        first,
        span=Span(first.span.start, last.span.end),
        value=begin,
        begin_point=begin,
        end_point=end,
        anchor=first.anchor or last.anchor,
    )


def _follows(begin: str, end: str) -> bool:
    """Say whether one date begins where the other ends: "in May and June"."""
    first, last = days(begin), days(end)
    return bool(first and last and first[1] == last[0])


def _is_date(time: TimeExpression) -> bool:
    return time.type is TimexType.DATE and days(time.value) is not None


def _binds(text: str, first: TimeExpression, between: str) -> bool:
    if _STROKE.fullmatch(between):
        return True
    word = _JOIN.fullmatch(between)
    lead = _LEAD.search(text[max(0, first.span.start - _LEAD_IN) : first.span.start])
    return bool(word) and (lead[1].lower() if lead else "") in _JOINS[word[1] if word else ""]


def _begin(text: str, first: TimeExpression, last: TimeExpression) -> str:
    """Return where a period begins; "from 3 to 9 May" counts its 3 in May."""
    words, end = first.span.of(text), last.value or ""
    if _SHORT.fullmatch(words) and len(end) == _DAY_DIGITS:
        year, month = int(end[:4]), int(end[5:7])
        return f"{end[:7]}-{int(words):02d}" if is_day(year, month, int(words)) else ""
    return first.value or ""


def _with_tail(text: str, time: TimeExpression) -> TimeExpression:
    """Return a year or a day with the second one written shortly behind it: "1986/87", "June 8-10"."""
    tail = _TAIL.match(text, time.span.end)
    value = time.value or ""
    if not tail or time.type is not TimexType.DATE or time.end_point:
        return time
    if len(value) == _YEAR_DIGITS and value.isdigit():
        end = value[: -len(tail[1])] + tail[1]
    elif len(value) == _DAY_DIGITS and _SHORT.fullmatch(tail[1]):
        end = f"{value[:8]}{tail[1]}"
    else:
        return time
    if days(end) is None or not value < end:
        return time
    return replace(time, span=Span(time.span.start, tail.end()), begin_point=value, end_point=end)


def ends_a_period(text: str, time: TimeExpression) -> bool:
    """Say whether an expression is the end of a period whose beginning was not read: "from spring to May 2019"."""
    before = text[max(0, time.span.start - _LEAD_IN) : time.span.start]
    return not time.end_point and bool(_MONTH_LEAD.search(before))


def counted_up(text: str, time: TimeExpression, verb: Token | None, published: str | None) -> TimeExpression | None:
    """Return a length that is full at the publication, with its end: "the town marked 1,000 days of the siege"."""
    day = published[:_DAY_DIGITS] if published and len(published) >= _DAY_DIGITS else None
    counted = time.type is TimexType.DURATION and _COUNTED.fullmatch(time.value or "") and not time.mod
    if not day or not counted or verb is None or verb.lemma_ not in _REACHING:
        return None
    return replace(time, end_point=day) if _UP_TO_NOW.match(text, time.span.end) else None
