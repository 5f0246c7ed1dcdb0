"""Which undated clauses go on at the time of a dated one: who did a thing on a recent day and is told of again.

From the parse and the events that have dates of their own. The date of a carried event stands outside its words,
so that a reader can tell. Nothing is carried from a month or a year, out of a quotation, or into one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from sitegen.annotate.event_clauses import Dated, told_clause
from sitegen.annotate.event_words import subject_of
from sitegen.annotate.timex.almanac import day_of
from sitegen.annotate.timex.words import listed
from sitegen.model.annotations import TimeExpression
from sitegen.model.text import Span

_RECENT = timedelta(days=14)
"""News goes on telling of one occasion where it lies this close before the publication; a history moves on."""
_REACH = 25
"""Sentences."""
_SCENE_REACH = 12
_STATES = listed(
    "be have seem appear remain know want need like love hope believe think own live belong contain consist include "
    "cost depend mean feel become"
)
"""Lemmas of verbs that tell how things were, not what happened."""
_ELSEWHEN = listed(
    "previously once formerly earlier later originally first often always usually sometimes never ever ago already "
    "then after before since until till while eventually subsequently finally meanwhile initially soon recently long "
    "when last next"
)
"""Words beside a verb that may put it at another time."""
_OCCASIONS = listed(
    "event conference keynote meeting summit ceremony hearing briefing speech interview debate rally announcement "
    "presentation session gathering address trial game match talks launch show"
)
_AT = frozenset({"at", "during"})
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its"})
_PERSONS = frozenset({"he", "she"})
_WAS = frozenset({"was", "were"})
_NOW = "PRESENT_REF"
_DEPTH = 25
_OPENING, _CLOSING = frozenset({"“", "``", "«"}), frozenset({"”", "''", "»"})
_STRAIGHT = '"'
_MARKS = _OPENING | {_STRAIGHT}


@dataclass(frozen=True, slots=True)
class _Source:
    """A dated clause that later ones may go on from."""

    time: TimeExpression
    number: int
    """Of its sentence."""
    sentence: DocSpan


@dataclass(slots=True)
class _Story:
    """What a text has told so far."""

    by_subject: dict[str, _Source] = field(default_factory=dict)
    scene: _Source | None = None
    subject: str = ""
    """Of the sentence before."""


def carried(
    doc: Doc, dated: Sequence[Dated], times: Iterable[TimeExpression], published: str | None
) -> Iterator[Dated]:
    """Yield clauses without a date of their own that tell more of a dated occasion."""
    today = day_of(published)
    own = {item.clause.head.i: item.time for item in dated if not item.clause.is_noun and not item.signal}
    if today is None or not own:
        return
    busy = {item.clause.head.i for item in dated} | _governors(doc, times, frozenset(item.time.span for item in dated))
    quoted, people = _quoted(doc), _people(doc)
    story = _Story()
    for number, sentence in enumerate(doc.sents):
        verb = sentence.root
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        subject = _name(verb, story.subject)
        if verb.i in own:
            _note(story, _Source(own[verb.i], number, sentence), subject, today)
        elif verb.i not in quoted and verb.i not in busy and _is_told(verb):
            source = _source(story, verb, subject if _goes_on(verb, subject, people) else "", number)
            clause = told_clause(doc, verb) if source else None
            if source and clause:
                yield Dated(source.time, clause)
        story.subject = subject


def _note(story: _Story, source: _Source, subject: str, today: date) -> None:
    """Remember a recent day; any other date ends what was told of its subject."""
    day = day_of(source.time.value)
    if not day or not today - _RECENT <= day <= today:
        story.by_subject.pop(subject, None)
        return
    if subject:
        story.by_subject[subject] = source
    if any(token.lower_ in _OCCASIONS for token in source.sentence):
        story.scene = source


def _source(story: _Story, verb: Token, subject: str, number: int) -> _Source | None:
    if story.scene and number - story.scene.number <= _SCENE_REACH and _is_on_the_scene(verb):
        return story.scene
    found = story.by_subject.get(subject)
    return found if found and number - found.number <= _REACH else None


def _is_on_the_scene(verb: Token) -> bool:
    """Say whether a clause happens at an occasion that was told of: "at the event", "during his speech"."""
    places = [noun for at in verb.children if at.lower_ in _AT for noun in at.children if noun.dep_ == "pobj"]
    return any(
        noun.lower_ in _OCCASIONS and any(child.lower_ in _DEFINITE for child in noun.children) for noun in places
    )


def _name(verb: Token, before: str) -> str:
    """Return by what name the one who acts is told of again: a surname, or a pronoun for the subject before."""
    actor = _actor(verb)
    if actor is None:
        return ""
    if actor.lower_ in _PERSONS:
        return before
    return actor.lower_ if actor.pos_ == "PROPN" or actor.text.istitle() else ""


def _goes_on(verb: Token, subject: str, people: frozenset[str]) -> bool:
    """Say whether one who acts is likely still at it: a person, or a body that "also" did a thing."""
    return subject in people or any(child.lower_ == "also" for child in verb.children)


def _people(doc: Doc) -> frozenset[str]:
    """Return the last names of those whom the parse takes for persons more often than for anything else."""
    told: Counter[str] = Counter()
    for name in doc.ents:
        told[name[-1].lower_] += 1 if name.label_ == "PERSON" else -1
    return frozenset(name for name, balance in told.items() if balance > 0)


def _actor(verb: Token) -> Token | None:
    """Return who acts: the subject, or the agent of a passive."""
    agents = (noun for by in verb.children if by.dep_ == "agent" for noun in by.children if noun.dep_ == "pobj")
    return next(agents, None) or subject_of(verb)


def _is_told(verb: Token) -> bool:
    """Say whether a verb tells one thing that happened: in the simple past, no state, not at another time."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(helpers))
    beside = {child.lower_ for child in verb.children}
    return past and helpers <= _WAS and verb.lemma_ not in _STATES and not beside & _ELSEWHEN


def _governors(doc: Doc, times: Iterable[TimeExpression], placed: frozenset[Span]) -> frozenset[int]:
    """Return the verbs that have some time expression of their own; placed ones are known to date another clause."""
    found: set[int] = set()
    for time in times:
        inside = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if inside is not None and time.span not in placed and (verb := _verb_above(inside.root, time.value)):
            found.add(verb.i)
    return frozenset(found)


def _verb_above(token: Token, value: str | None) -> Token | None:
    """Return the verb that an expression belongs to; "now" belongs to one only beside it ("on sale now")."""
    reach = 1 if value == _NOW else _DEPTH
    for _ in range(reach + 1):
        if token.pos_ in {"VERB", "AUX"}:
            return token
        token = token.head
    return None


def _quoted(doc: Doc) -> frozenset[int]:
    """Return the tokens between quotation marks; a line ends what was left open."""
    words = [token.text for token in doc]
    if not _MARKS.intersection(words):
        return frozenset()
    inside = False
    found = set()
    for i, word in enumerate(words):
        if word.isspace() and "\n" in word:
            inside = False
        elif word in _OPENING:
            inside = True
        elif word in _CLOSING:
            inside = False
        elif word == _STRAIGHT:
            inside = not inside
        elif inside:
            found.add(i)
    return frozenset(found)
