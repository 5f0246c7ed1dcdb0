"""When an article appeared, read from its words alone: a line that is a date, a dateline, or the latest day it tells of."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice

from spacy.tokens import Doc, Token

from sitegen.annotate.event_clauses import clause_of
from sitegen.annotate.event_words import REPORTING
from sitegen.annotate.published_counts import Written, between, counted, on
from sitegen.annotate.timex import time_expressions
from sitegen.annotate.timex.almanac import day_of, fields, start_of
from sitegen.annotate.timex.scene import Tense, tense_of
from sitegen.model.annotations import TimeExpression, TimexType
from sitegen.model.when import How, When

_NOTHING = When(how=How.TEXT)
_DAY = timedelta(days=1)
_HEAD_LINES, _FOOT_LINES = 12, 6
"""Lines with words at the top and the end of a text where a date stands for the publication."""
_LABEL = re.compile(
    r"\W*(?:(?:first\s+)?published|posted|updated|last\s+(?:updated|modified)|date|dateline|issued|released|filed|on|at|by"
    r"|for immediate release|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|est|edt|gmt|utc|ist"
    r"|\d{1,2}:\d\d(?::\d\d)?|[ap]\.?m\.?|\W)*",
    re.IGNORECASE,
)
_DATELINE_START = re.compile(r"[^\n]{0,60}?[A-Z][^\n]{0,40}?[,(—–-]\s*")
_DATELINE_END = re.compile(r"\.?\s*(?:\([^)\n]{1,30}\)\s*)?(?:[-—–]|\()")
_TODAY = re.compile(r"(?<!\bago )\btoday\W{1,3}$", re.IGNORECASE)
_NEAR = frozenset({"today", "yesterday", "tomorrow", "tonight"})
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_BACKGROUND = re.compile(r"\b(?:since|after|before|until|following|as of)\s*(?:the\s*)?$", re.IGNORECASE)
_OPEN_END = re.compile(
    r"\b(?:until|till|by|through|to|ending|ends|ended|expires?|expiring|matur(?:es?|ing)|effective|due)\s*(?:on\s*)?(?:the\s*)?$",
    re.IGNORECASE,
)
"""Before a day that may lie ahead, whatever the tense."""
_YEAR = re.compile(r"\d{4}")
_FAR = 3000
"""No article is from then."""
_LEAD_IN = 24
_FEW_YEARS = 4
_LINE = 260
"""Code points of a line on each side of a date; longer ones are prose."""
_WRAPPED_FROM = 40
"""Code points; a title is mostly shorter, or an empty line stands below it."""
_LONGEST_LABEL = 100
"""Code points beside a date that stands alone on its line."""
_WAS = frozenset({"was", "were"})
_OPENING = 2
"""Sentences."""
_MODALS = frozenset({"would", "could", "should", "may", "might", "can"})
_MAIN = frozenset({"ROOT", "conj", "ccomp"})
"""A subordinate clause ("which it had bought on …") tells background."""


def infer_published(doc: Doc) -> When:
    """Return the publication date that the text itself gives; no value where it would be a guess."""
    times = time_expressions(doc, None)
    written = tuple(_written_days(times))
    text = doc.text  # put together anew each time that it is asked for
    if stated := next(_stated(text, written), None):
        return on(stated.day, stated.words(text))
    if count := next(counted(doc, times, written), None):
        return count
    return _latest_told(doc, times, written)


def _written_days(times: Iterable[TimeExpression]) -> Iterator[Written]:
    for time in times:
        explicit = time.anchor is None and time.type in {TimexType.DATE, TimexType.TIME}
        if explicit and (day := day_of(time.value)) and day.year < _FAR:
            yield Written(time, day)


def _stated(text: str, written: tuple[Written, ...]) -> Iterator[Written]:
    """Yield days that stand where a publication date stands: alone on a line, in a dateline, beside "today"."""
    head, foot = _edges(text)
    for found in written:
        span = found.time.span
        start = text.rfind("\n", max(0, span.start - _LINE), span.start) + 1 or max(0, span.start - _LINE)
        end = text.find("\n", span.end, span.end + _LINE)
        before, after = text[start : span.start], text[span.end : end if end >= 0 else span.end + _LINE]
        at_edge = span.start < head or span.start >= foot
        alone = (
            len(before) + len(after) < _LONGEST_LABEL
            and _LABEL.fullmatch(before)
            and _LABEL.fullmatch(after)
            and not (after.startswith(".") and _is_wrapped(text, start))
        )
        dateline = span.start < head and _DATELINE_START.fullmatch(before[:120]) and _DATELINE_END.match(after)
        if (at_edge and alone) or dateline or _TODAY.search(before[-_LEAD_IN:]):
            yield found


def _is_wrapped(text: str, start: int) -> bool:
    """Say whether a line only goes on with a long one before it: "effective" at its end, "July 1, 1987." on the next."""
    before = text[max(0, start - _LINE) : max(0, start - 1)].rpartition("\n")[2].rstrip(" \t")
    return len(before) > _WRAPPED_FROM and (before[-1].isalnum() or before[-1] == ",")


def _edges(text: str) -> tuple[int, int]:
    """Return where the first lines of a text end and where its last lines begin."""
    starts = [m.start() for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
    if len(starts) <= _HEAD_LINES:
        return len(text), 0
    return starts[_HEAD_LINES], starts[-_FOOT_LINES]


def _latest_told(doc: Doc, times: tuple[TimeExpression, ...], written: tuple[Written, ...]) -> When:
    """Bound the publication by the latest day told in the past tense; name it where nothing speaks against it."""
    text = doc.text
    told = [(found, _tense(doc, found.time)) for found in written]
    past = [found for found, tense in told if tense is Tense.PAST and not _lead(text, found.time, _OPEN_END)]
    latest = max(past, key=lambda found: (found.day, -found.time.span.start), default=None)
    bound = _latest_period(doc, times, latest)
    if bound or not latest:
        return bound or _NOTHING
    ahead = [found.day for found, tense in told if tense is Tense.FUTURE and found.day > latest.day]
    open_later = any(found.day > latest.day for found, tense in told if tense is Tense.OPEN)
    value = latest.day.isoformat() if _is_now(doc, times, latest) and not open_later else None
    return between(latest.day, min(ahead) + _DAY if ahead else None, latest.words(text), value)


def _latest_period(doc: Doc, times: tuple[TimeExpression, ...], latest: Written | None) -> When | None:
    """Return the bound of a month or year told in the past tense that begins after the latest day told."""
    text = doc.text
    found: tuple[date, TimeExpression] | None = None
    for time in times:
        start = start_of(time.value) if time.type is TimexType.DATE and time.anchor is None else None
        whole = start and start.year < _FAR and day_of(time.value) is None and _YEAR.search(time.span.of(text))
        later = start and (not latest or start > latest.day) and (not found or start > found[0])
        if start and whole and later and not _lead(text, time, _OPEN_END) and _is_told(doc, time):
            found = start, time
    return between(found[0], None, found[1].span.of(text)) if found else None


def _is_told(doc: Doc, time: TimeExpression) -> bool:
    """Say whether a date stands at the verb of a main clause in the simple past: "In June 2014 it closed"."""
    clause, inside = clause_of(doc, time.span), doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if clause is None or inside is None or clause.is_noun or clause.head.dep_ not in _MAIN:
        return False
    verb, root = clause.head, inside.root
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    past = (verb.tag_ == "VBD" and not helpers) or (verb.tag_ == "VBN" and bool(helpers) and helpers <= _WAS)
    at_verb = verb.i in {root.head.i, root.head.head.i}
    return past and at_verb and root.head.lower_ in {"in", verb.lower_}


def _tense(doc: Doc, time: TimeExpression) -> Tense:
    found = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if found is None or _is_thought(found.root):
        return Tense.OPEN
    return tense_of(found.root)


def _is_thought(token: Token) -> bool:
    """Say whether a date stands under "would", "may" or the like: "payment would have been on April 15"."""
    verb = next((above for above in token.ancestors if above.pos_ in {"VERB", "AUX"}), None)
    return verb is not None and any(child.lower_ in _MODALS for child in verb.children if child.dep_ == "aux")


def _is_now(doc: Doc, times: tuple[TimeExpression, ...], latest: Written) -> bool:
    """Say whether the latest day told is the day of the news rather than of its background."""
    text = doc.text
    years = [found[0] for time in times if time.anchor is None and (found := fields(time.value))]
    near = sum(time.span.of(text).lower() in _NEAR or bool(_WEEKDAY.fullmatch(time.span.of(text))) for time in times)
    later = any(
        found[0] > latest.day.year and _tense(doc, time) is not Tense.FUTURE
        for time in times
        if time.anchor is None and (found := fields(time.value))
    )
    clause = clause_of(doc, latest.time.span)
    told = clause is not None and not clause.is_noun and clause.head.dep_ in _MAIN and _is_news(doc, clause.head)
    return told and not near and not later and not _lead(text, latest.time, _BACKGROUND) and len(years) <= _FEW_YEARS


def _is_news(doc: Doc, verb: Token) -> bool:
    """Say whether a clause opens the text, or reports: "On November 19, 2024, the ministry announced …"."""
    opening = [sentence.end for sentence in islice(doc.sents, _OPENING)]
    return verb.lemma_ in REPORTING or (bool(opening) and verb.i < opening[-1])


def _lead(text: str, time: TimeExpression, words: re.Pattern[str]) -> bool:
    start = time.span.start
    return bool(words.search(text[max(0, start - _LEAD_IN) : start]))
