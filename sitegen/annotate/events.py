"""What happened when: one event for each clause that a date governs. From the parse and the time expressions."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from spacy.tokens import Doc, Token

from sitegen.annotate.event_carry import carried
from sitegen.annotate.event_clauses import Clause, Dated, clause_of, governing_verb
from sitegen.annotate.event_measures import is_supposed
from sitegen.annotate.event_names import Names
from sitegen.annotate.event_periods import counted_up, ends_a_period, periods, signal_of
from sitegen.annotate.event_words import subject_of
from sitegen.annotate.reading import Reading
from sitegen.annotate.timex.almanac import fields
from sitegen.annotate.timex.scene import Tense, tense_of
from sitegen.model.annotations import Aspect, Signal, Speaker, TimeExpression, TimelineEvent, TimexType
from sitegen.model.text import Span
from sitegen.model.when import NO_VALUE, Days, days

_ON_CALENDAR = frozenset({TimexType.DATE, TimexType.TIME})
_AHEAD = "FUTURE_REF"
_DAY_DIGITS = 10
_QUESTION_TAGS = frozenset({"WP", "WRB", "WDT", "WP$"})
_DOUBT = frozenset({"may", "might", "could", "can", "if", "whether"})
"""Under these a date is not said to be anything's date."""
_UNREAL = frozenset({"would", "have"})
_HABITS = frozenset({"generally", "usually", "normally", "always", "typically", "regularly", "often"})
_SOME_DAY = frozenset({"the future", "future", "the distant future", "the foreseeable future", "the long term"})
"""Too far away to be waited for."""


def timeline(
    doc: Doc,
    times: tuple[TimeExpression, ...],
    speakers: tuple[Speaker, ...],
    published: str | None,
    reading: Reading | None = None,
) -> tuple[TimelineEvent, ...]:
    """Return the dated events of a text in text order, and those expected without a date."""
    text = doc.text  # put together anew each time that it is asked for
    own = _one_per_clause(_dated(doc, text, periods(text, times), published))
    dated = (*own, *carried(doc, own, times, published))
    names = Names(doc, speakers, reading)
    events = [
        TimelineEvent(
            when=item.time,
            signal=item.signal,
            what=item.clause.span,
            who=names.of(item.clause),
            aspect=_aspect(item, published),
            speakers=_taking_part(item.clause, speakers),
        )
        for item in dated
    ]
    return tuple(sorted(events, key=lambda event: (event.what.start, event.what.end)))


def with_ends(times: Iterable[TimeExpression], events: Iterable[TimelineEvent]) -> tuple[TimeExpression, ...]:
    """Return time expressions, lengths that are full at the publication with the day that ends them."""
    full = {event.when.span: event.when for event in events if event.when and event.when.type is TimexType.DURATION}
    return tuple(full.get(time.span, time) for time in times)


def _dated(doc: Doc, text: str, times: Iterable[TimeExpression], published: str | None) -> Iterator[Dated]:
    for time in times:
        if time.type is TimexType.DURATION:
            yield from _full(doc, text, time, published)
        elif time.type in _ON_CALENDAR and time.value and not ends_a_period(text, time):
            yield from _at(doc, text, time, days(published))


def _at(doc: Doc, text: str, time: TimeExpression, today: Days | None) -> Iterator[Dated]:
    """Yield what a date governs."""
    expected = time.value == _AHEAD
    if not expected and (time.value in NO_VALUE or (fields(time.value) is None and days(time.value) is None)):
        return
    clause = clause_of(doc, time.span, is_day=len(time.value or "") >= _DAY_DIGITS)
    if clause is None or not clause.span.covers(time.span):
        return
    signal = None if expected else signal_of(doc, time, clause.head)
    if expected:
        told = time.span.of(text).lower() not in _SOME_DAY and _is_expected(clause, time, doc)
    else:
        background = signal is None and _is_background(doc, time, clause, today)
        told = _is_told(clause) and not is_supposed(doc, clause.span) and not background
    if time.end_point:
        told, signal = told and signal in {None, Signal.FROM}, None
    if told:
        yield Dated(time, clause, signal)


def _is_background(doc: Doc, time: TimeExpression, clause: Clause, today: Days | None) -> bool:
    """Say whether a day gone by belongs to a noun of a clause in the present: "The threat on Friday is giving hope"."""
    event, verb = days(time.value), clause.head
    if clause.is_noun or not event or not today or event[1] > today[0] or not _is_present(verb):
        return False
    inside = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    above = list(takewhile(lambda token: token.i != verb.i, inside.root.ancestors)) if inside is not None else []
    perfect = any(child.lower_ in {"has", "have"} and child.dep_ == "aux" for child in verb.children)
    if any(child.lower_ in {"is", "are"} and child.dep_ == "aux" for child in verb.children) and verb.tag_ == "VBG":
        return True
    return not perfect and any(token.pos_ in {"NOUN", "PROPN"} for token in above)


def _full(doc: Doc, text: str, time: TimeExpression, published: str | None) -> Iterator[Dated]:
    """Yield what tells that a length is full at the publication."""
    clause = clause_of(doc, time.span)
    counted = clause and not clause.is_noun and counted_up(text, time, clause.head, published)
    if clause and counted and clause.span.covers(time.span) and _is_told(clause):
        yield Dated(counted, clause)


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
    habits = {child.lower_ for child in verb.children if child.dep_ == "advmod"} & _HABITS
    marks |= {
        mark.lower_ for side in verb.children if side.dep_ == "advcl" for mark in side.children if mark.dep_ == "mark"
    }
    return not marks & _DOUBT and not marks >= _UNREAL and not habits


def _is_expected(clause: Clause, time: TimeExpression, doc: Doc) -> bool:
    """Say whether something named is to come: "the visit will happen soon", not "it will be soon"."""
    subject = None if clause.is_noun else subject_of(clause.head)
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


def _rank(item: Dated) -> tuple[bool, bool, int, int, int]:
    value = item.time.value or ""
    depth = sum(1 for _ in item.clause.head.ancestors)
    return (value == _AHEAD, _is_aim(item), depth, -len(value), item.time.span.start)


def _is_aim(item: Dated) -> bool:
    """Say whether a date is what something was moved to: "last week it was put off to April 30"."""
    inside = item.clause.head.doc.char_span(item.time.span.start, item.time.span.end, alignment_mode="expand")
    return inside is not None and inside.root.head.lower_ == "to"


def _aspect(item: Dated, published: str | None) -> Aspect:
    """Place an event before, around or after the publication."""
    if item.time.value == _AHEAD:
        return Aspect.EXPECTED
    event, today = days(item.time.value), days(published)
    tense = Tense.OPEN if item.clause.is_noun else tense_of(item.clause.head)
    if not event or not today:
        return Aspect.SCHEDULED if tense is Tense.FUTURE else Aspect.PAST
    last = days(item.time.end_point) or event
    if event[0] >= today[1] or (tense is Tense.FUTURE and last[1] > today[0]):
        return Aspect.SCHEDULED
    if (last[1] > today[1] or item.signal is Signal.SINCE) and _is_present(item.clause.head):
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
