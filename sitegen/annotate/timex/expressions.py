"""Which time expressions a text has: matches found, screened, read, and resolved one after the other."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from sitegen.annotate.timex.almanac import coarsen, fields
from sitegen.annotate.timex.grammar import Found, matches, units_of
from sitegen.annotate.timex.readings import Meaning, read
from sitegen.annotate.timex.resolution import BACKWARDS, points, resolve
from sitegen.annotate.timex.rules import Kind
from sitegen.annotate.timex.scene import Scene, Style, Told, style_of, tense_of
from sitegen.annotate.timex.screening import is_time
from sitegen.annotate.timex.sight import Sight
from sitegen.annotate.timex.units import Units
from sitegen.model.annotations import TimeExpression, TimexType
from sitegen.model.text import Span
from sitegen.model.when import NO_VALUE

_TOLD = frozenset(
    {Kind.CALENDAR, Kind.WEEKDAY, Kind.DEICTIC, Kind.STEP, Kind.STEPS, Kind.SAME, Kind.FEAST, Kind.EARLIER_PERIOD}
)
"""Kinds that move the date of the narrative."""
_PERIODS = frozenset({Kind.CALENDAR, Kind.STEP, Kind.SAME})
_LOOKING_BACK = ("as of", " since", " than in", "unlike in")
_NARRATIVE_ONLY = frozenset({("former",), ("future",)})
"""Words that place a thing in time in a history, and in news only describe it."""
_NEWS_ONLY = frozenset({("at", "this", "point"), ("at", "this", "moment")})
"""Words that mean now in news, and in a history a moment of the past."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    found: Found
    meaning: Meaning
    span: Span
    token: Token
    """The last token of the expression: its head stands nearest to the verb."""
    sentence: int
    """Counted from the start of the text."""
    words: tuple[str, ...]
    lead: str
    """The two pieces before, in lower case."""


def time_expressions(doc: Doc, published: str | None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a text in text order; without a publication date none is counted from one."""
    candidates = tuple(_candidates(doc))
    kinds = Counter(c.found.rule.kind for c in candidates)
    style = style_of(kinds, [c.meaning.year for c in candidates if c.meaning.year], published, len(doc))
    foreign = _NARRATIVE_ONLY if style is Style.NEWS else _NEWS_ONLY
    candidates = tuple(c for c in candidates if c.words not in foreign)
    return tuple(_resolved(candidates, Scene(published=published, style=style)))


def _candidates(doc: Doc) -> Iterator[_Candidate]:
    units = units_of(doc.text)
    starts, opens = doc.to_array(["IDX", "SENT_START"]).T.tolist() if len(doc) else ([], [])
    sentences = [i for i, opening in enumerate(opens) if opening == 1]

    def token_at(place: int) -> Token:
        return doc[bisect_right(starts, place) - 1]

    def fits(found: Found) -> bool:
        first, last = units.place(found.start, found.end)
        return is_time(_sight(found, units, token_at(first), token_at(last - 1)))

    for found in matches(units, fits):
        meaning = read(found)
        if meaning.invalid:
            continue
        span = Span(*units.place(found.start, found.end))
        token = token_at(span.end - 1)
        sentence = bisect_right(sentences, token.i)
        yield _Candidate(
            found,
            meaning,
            span,
            token,
            sentence,
            units.words(found.start, found.end),
            " ".join(units.words(found.start - 2, found.start)),
        )


def _sight(found: Found, units: Units, first: Token, last: Token) -> Sight:
    before = "".join(units.words(found.start - 1, found.start))
    after = units.words(found.end, found.end + 2)
    doc = last.doc
    place = last.i + 1
    if after and after[0] in {"-", "–"}:
        place += 1
    return Sight(found, units, first, last, before, after, doc[place] if place < len(doc) else None)


def _resolved(candidates: tuple[_Candidate, ...], scene: Scene) -> Iterator[TimeExpression]:
    """Resolve in text order, for each date may be the measure of the next."""
    told = Told()
    digressions = _digressions(candidates) if scene.style is Style.NARRATIVE else frozenset()
    for candidate in candidates:
        told = told.at(candidate.sentence)
        seen = replace(scene, told=told, tense=tense_of(candidate.token), lead=candidate.lead)
        expression = _expression(candidate, seen)
        yield expression
        kind, value = candidate.found.rule.kind, expression.value
        if value and kind in _TOLD and fields(value) and expression.type is not TimexType.DURATION:
            told = told.with_date(value, candidate.meaning.year is not None, _moves(candidate, digressions))
            if kind is Kind.WEEKDAY and candidate.meaning.weekday:
                told = replace(told, weekdays={**told.weekdays, candidate.meaning.weekday: value})
            if "-Q" in value and kind in _PERIODS:
                about = _reported(told.period, value, coarsen(scene.published, "Q"))
                told = replace(told, period=about, quarter=value)


def _reported(period: str | None, value: str, now: str | None) -> str:
    """Return the quarter that a report is about: one named to compare is earlier, one in an outlook not over yet."""
    return value if not period or (period < value and now and value < now) else period


def _digressions(candidates: tuple[_Candidate, ...]) -> frozenset[Span]:
    """Return where a narrative names another year and comes back at once to the one it told of."""
    dated = [c for c in candidates if c.meaning.year and c.found.rule.kind is Kind.CALENDAR]
    passing, stands = set(), None
    for candidate, following in pairwise(dated):
        if stands is not None and candidate.meaning.year != stands == following.meaning.year:
            passing.add(candidate.span)
        else:
            stands = candidate.meaning.year
    return frozenset(passing)


def _moves(candidate: _Candidate, digressions: frozenset[Span]) -> bool:
    """Say whether a narrative goes on from a date: not from "as of 2006", "since May" or "the previous year"."""
    back = candidate.meaning.toward == -1 or candidate.meaning.way in BACKWARDS or candidate.span in digressions
    return not back and not candidate.lead.endswith(_LOOKING_BACK)


def _expression(candidate: _Candidate, scene: Scene) -> TimeExpression:
    rule, meaning = candidate.found.rule, candidate.meaning
    value = resolve(rule, meaning, scene)
    begin, end = points(meaning, value, scene) if rule.type is TimexType.DURATION else (None, None)
    timed = bool(value and "T" in value and value not in NO_VALUE) and rule.type is TimexType.DATE
    counted = rule.kind not in {Kind.REFERENCE, Kind.AMOUNT, Kind.REPEATED} and meaning.year is None
    return TimeExpression(
        span=candidate.span,
        type=TimexType.TIME if timed else rule.type,
        value=value,
        mod=meaning.mod,
        anchor=scene.base if counted and value and value not in NO_VALUE else None,
        begin_point=begin,
        end_point=end,
        quant=meaning.quant,
        freq=meaning.freq,
    )
