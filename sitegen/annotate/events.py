"""What happened when: one event for each clause that a date governs. From the parse and the time expressions."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from sitegen.annotate.event_carry import carried
from sitegen.annotate.event_clauses import Clause, Dated, clause_of, governing_verb, subject_of
from sitegen.annotate.event_names import Names
from sitegen.annotate.timex.almanac import fields
from sitegen.annotate.timex.scene import Tense, tense_of
from sitegen.model.annotations import Aspect, Speaker, TimeExpression, TimelineEvent, TimexType
from sitegen.model.text import Span
from sitegen.model.when import NO_VALUE, days

_ON_CALENDAR = frozenset({TimexType.DATE, TimexType.TIME})
_AHEAD = "FUTURE_REF"
_QUESTION_TAGS = frozenset({"WP", "WRB", "WDT", "WP$"})
_DOUBT = frozenset({"may", "might", "could", "can", "if", "whether"})
"""Under these a date is not said to be anything's date."""
_SOME_DAY = frozenset({"the future", "future", "the distant future", "the foreseeable future", "the long term"})
"""Too far away to be waited for."""


def timeline(
    doc: Doc, times: tuple[TimeExpression, ...], speakers: tuple[Speaker, ...], published: str | None
) -> tuple[TimelineEvent, ...]:
    """Return the dated events of a text in text order, and those expected without a date."""
    own = _one_per_clause(_dated(doc, times))
    dated = (*own, *carried(doc, own, times, published))
    names = Names(doc, speakers)
    events = [
        TimelineEvent(
            when=item.time,
            what=item.clause.span,
            who=names.of(item.clause),
            aspect=_aspect(item, published),
            speakers=_taking_part(item.clause, speakers),
        )
        for item in dated
    ]
    return tuple(sorted(events, key=lambda event: (event.what.start, event.what.end)))


def _dated(doc: Doc, times: Iterable[TimeExpression]) -> Iterator[Dated]:
    for time in times:
        if time.type not in _ON_CALENDAR or not time.value:
            continue
        expected = time.value == _AHEAD
        if not expected and (time.value in NO_VALUE or (fields(time.value) is None and days(time.value) is None)):
            continue
        clause = clause_of(doc, time.span)
        if (
            clause
            and clause.span.covers(time.span)
            and (_is_expected(clause, time, doc) if expected else _is_told(clause))
        ):
            yield Dated(time, clause)


def _is_told(clause: Clause) -> bool:
    """Say whether a clause states its event: no doubt, no condition, no question."""
    if clause.is_noun:
        return True
    verb = clause.head
    if verb.dep_ in {"ccomp", "pcomp", "csubj"} and any(
        child.tag_ in _QUESTION_TAGS and child.i < verb.i for child in verb.children
    ):
        return False
    marks = {child.lower_ for child in verb.children if child.dep_ in {"aux", "mark"}}
    marks |= {
        mark.lower_ for side in verb.children if side.dep_ == "advcl" for mark in side.children if mark.dep_ == "mark"
    }
    return not marks & _DOUBT


def _is_expected(clause: Clause, time: TimeExpression, doc: Doc) -> bool:
    """Say whether something named is to come: "the visit will happen soon", not "it will be soon"."""
    subject = None if clause.is_noun else subject_of(clause.head)
    if time.span.of(doc.text).lower() in _SOME_DAY:
        return False
    if subject is None or subject.pos_ == "PRON" or clause.span.start > time.span.start:
        return False
    token = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    return token is not None and governing_verb(token.root) is not None and tense_of(clause.head) is Tense.FUTURE


def _one_per_clause(items: Iterable[Dated]) -> tuple[Dated, ...]:
    """Keep of several dates of one clause the one that stands nearest to its verb, of equals the finest."""
    best: dict[tuple[int, int], Dated] = {}
    for item in items:
        key = (item.clause.span.start, item.clause.span.end)
        if key not in best or _rank(item) < _rank(best[key]):
            best[key] = item
    return tuple(best.values())


def _rank(item: Dated) -> tuple[int, int, int]:
    found = days(item.time.value)
    length = (found[1] - found[0]).days if found else 10**6
    return (item.time.value == _AHEAD, length, item.time.span.start)


def _aspect(item: Dated, published: str | None) -> Aspect:
    """Place an event before, around or after the publication."""
    if item.time.value == _AHEAD:
        return Aspect.EXPECTED
    event, today = days(item.time.value), days(published)
    tense = Tense.OPEN if item.clause.is_noun else tense_of(item.clause.head)
    if not event or not today:
        return Aspect.SCHEDULED if tense is Tense.FUTURE else Aspect.PAST
    if event[0] >= today[1] or (tense is Tense.FUTURE and event[1] > today[0]):
        return Aspect.SCHEDULED
    if event[1] > today[1] and _is_present(item.clause.head):
        return Aspect.ONGOING
    return Aspect.PAST


def _is_present(verb: Token) -> bool:
    return verb.tag_ in {"VBZ", "VBP"} or any(c.tag_ in {"VBZ", "VBP"} for c in verb.children if c.dep_ == "aux")


def _taking_part(clause: Clause, speakers: tuple[Speaker, ...]) -> tuple[str, ...]:
    """Return the keys of the speakers who are the clause's subject."""
    subject = None if clause.is_noun else subject_of(clause.head)
    if subject is None:
        return ()
    place = Span(subject.left_edge.idx, subject.idx + len(subject))
    return tuple(s.key for s in speakers if any(place.covers(mention) for mention in s.mentions))
