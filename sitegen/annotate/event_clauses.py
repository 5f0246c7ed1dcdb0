"""Which clause a date governs: the smallest around it that can be read on its own, or an event noun. From spaCy's parse."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from sitegen.annotate.event_measures import dates_no_clause, is_compared, is_of_a_period, is_subject_matter, is_table
from sitegen.annotate.event_words import REPORTING, readable, subject_of, told_words, trimmed
from sitegen.annotate.timex.words import listed
from sitegen.model.annotations import Signal, TimeExpression
from sitegen.model.text import Span

_CLAUSES = frozenset({"ROOT", "conj", "relcl", "advcl", "ccomp", "acl", "parataxis", "csubj", "pcomp", "csubjpass"})
_PREMODIFIERS = frozenset({"nummod", "compound", "nmod", "poss", "amod", "npadvmod"})
_DEPTH = 25
_TELLING_WORDS = 1
"""Words beside its date that an event noun needs, itself among them."""
EVENT_NOUNS = listed(
    "attack bombing bomb blast explosion shooting killing murder assassination war invasion battle siege raid strike "
    "offensive massacre genocide ceasefire armistice truce treaty agreement accord deal pact settlement merger "
    "acquisition takeover purchase summit meeting conference talks visit trip speech address debate hearing trial "
    "verdict ruling decision sentence conviction arrest election elections vote referendum campaign coup revolution "
    "uprising revolt protest protests riot riots demonstration rally march strike launch release debut premiere opening "
    "earthquake quake flood hurricane storm tsunami fire crash accident disaster collapse crisis recession default "
    "bankruptcy resignation appointment inauguration funeral wedding birth death founding creation independence "
    "announcement statement report resolution law act lawsuit suit ban embargo games olympics championship final "
    "tournament match victory defeat withdrawal deployment declaration expansion closure shutdown recall event keynote interview "
    "presentation ceremony gathering filing session briefing concert performance"
)
"""Nouns that name something that happened: a date may stand before one of them."""
_AROUND = frozenset({"after", "before", "following", "despite", "over", "about", "during"})
"""Prepositions before an event noun whose date is its own: "a fight over the purchase of the mill in 1984"."""
_APART = frozenset({"after", "before", "following"})
"""The clause lies on another side of a date behind these: "he left after the vote of May 3"."""
_TYING = frozenset({"follow", "precede", "reflect", "succeed"})
_KNOWN = frozenset({"the", "this", "that", "its", "his", "her", "their", "a", "an"})
_CLAUSES_OF_NOUN = frozenset({"relcl", "acl", "ccomp", "advcl", "parataxis"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause and its verb, or an event noun with its phrase."""

    head: Token
    span: Span
    is_noun: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """A clause and the expression that dates it."""

    time: TimeExpression
    clause: Clause
    signal: Signal | None = None


def clause_of(doc: Doc, place: Span, *, is_day: bool = True) -> Clause | None:
    """Return the smallest readable clause that the expression at a place governs."""
    inside = doc.char_span(place.start, place.end, alignment_mode="expand")
    if inside is None or dates_no_clause(doc, inside) or is_subject_matter(inside.root, is_day=is_day):
        return None
    root = inside.root
    noun = _noun_dated_before(root)
    if noun and not _is_event(noun):
        return None
    noun = noun if noun is None or not _sets_the_scene(noun) else None
    noun = noun or _noun_dated_behind(root)
    if noun:
        return _noun_phrase(doc, noun, inside)
    return _verb_clause(doc, root)


def _verb_clause(doc: Doc, root: Token) -> Clause | None:
    verb = governing_verb(root)
    if verb is None or is_compared(root, verb) or is_of_a_period(verb) or _is_of_the_told(root, verb):
        return None
    if _is_afterthought(verb):
        return None
    verb = _framed(_reported(_of_reporter(doc, verb, root), root))
    span = readable(doc, verb, root)
    is_told = span and span.start <= verb.idx < span.end and not is_table(doc, span)
    return Clause(verb, span) if span and is_told else None


def _is_event(noun: Token) -> bool:
    return noun.lemma_.lower() in EVENT_NOUNS or noun.lower_ in EVENT_NOUNS


def _sets_the_scene(noun: Token) -> bool:
    """Say whether an event noun places a clause: "In a July 16 briefing, she said"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in {"in", "at", "during"} and noun.head.head.pos_ in {"VERB", "AUX"}


def _noun_phrase(doc: Doc, noun: Token, inside: DocSpan) -> Clause | None:
    """Return the phrase of an event noun up to the clause that goes on from it."""
    behind = [
        c.left_edge.i
        for c in noun.subtree
        if c.dep_ in _CLAUSES_OF_NOUN and c.left_edge.i > max(noun.i, inside.end - 1)
    ]
    span = trimmed(doc, noun.left_edge.i, min([noun.right_edge.i, *(i - 1 for i in behind)]), noun)
    told = [t for t in noun.subtree if not (t.is_punct or t.is_stop or inside.start <= t.i < inside.end)]
    return Clause(noun, span, is_noun=True) if len(told) >= _TELLING_WORDS else None


def _noun_dated_before(root: Token) -> Token | None:
    """Return the noun that a date describes: "the 1990 invasion", "Friday's ruling"."""
    head = root.head
    direct = root.dep_ in _PREMODIFIERS and head.i > root.i and head.pos_ in {"NOUN", "PROPN"}
    if not direct:
        return None
    while head.dep_ == "compound" and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    return head


def _noun_dated_behind(root: Token) -> Token | None:
    """Return the event noun that a date behind it dates: "over the purchase of the mill in 1984"."""
    token = root
    for _ in range(_DEPTH):
        token = token.head
        if token.pos_ in {"VERB", "AUX"} or token.head.i == token.i:
            return None
        known = any(child.lower_ in _KNOWN or child.dep_ == "poss" for child in token.lefts)
        if token.dep_ == "pobj" and token.i < root.i and token.head.lower_ in _AROUND and known and _is_event(token):
            return token
    return None


def _is_of_the_told(root: Token, verb: Token) -> bool:
    """Say whether a date belongs to what is told: "reported a loss for its third quarter", "left after the vote of May 3"."""
    token, behind_noun, aimed = root, False, False
    for _ in range(_DEPTH):
        token = token.head
        if token.i == verb.i:
            return behind_noun and verb.dep_ == "acl"
        aimed = aimed or token.lower_ == "for"
        if token.lower_ in _APART and behind_noun:
            return True
        if token.pos_ in {"NOUN", "PROPN"} and token.i < root.i:
            behind_noun = True
            told = token.head.lemma_ in REPORTING and aimed
            if token.dep_ == "dobj" and (told or token.head.lemma_ in _TYING):
                return True
            if _looks_back(verb) and root.dep_ == "npadvmod":
                return True
    return False


def _looks_back(verb: Token) -> bool:
    """Say whether a verb is in the perfect, which takes no day of the past."""
    return any(child.lower_ in {"has", "have"} and child.dep_ == "aux" for child in verb.children)


def governing_verb(token: Token) -> Token | None:
    """Climb to the verb whose clause holds a token; None in a phrase without one."""
    for _ in range(_DEPTH):
        if token.pos_ in {"VERB", "AUX"} and token.dep_ in _CLAUSES and not _is_modifier(token):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _is_modifier(verb: Token) -> bool:
    """Say whether a verb is a bare participle before its noun ("the annexed territory")."""
    return verb.dep_ in {"acl", "conj"} and verb.i < verb.head.i


def _is_afterthought(verb: Token) -> bool:
    """Say whether a participle tells what had been before its sentence: "the model, shown in May, sells well"."""
    if verb.dep_ == "pcomp" and verb.head.lower_ in _APART:
        return True
    bare = not any(child.dep_ in {"aux", "auxpass"} for child in verb.children) and subject_of(verb) is None
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and bare


def _reported(verb: Token, root: Token) -> Token:
    """Give a date behind a reported clause to that clause: "said two were killed on Friday"."""
    if verb.lemma_.lower() not in REPORTING:
        return verb
    between = [c for c in verb.children if c.dep_ == "ccomp" and verb.i < c.i < root.i]
    return between[-1] if between and between[-1].pos_ in {"VERB", "AUX"} else verb


def _of_reporter(doc: Doc, verb: Token, root: Token) -> Token:
    """Give a date between a report and its words to the report: "told reporters last week the bill would pass"."""
    start, head = root.left_edge.i, verb.head
    follows = verb.dep_ == "ccomp" and start == verb.left_edge.i and head.i < start and head.lemma_ in REPORTING
    return head if follows and (doc[start - 1].is_alpha and doc[start - 1].lower_ != "that") else verb


def _framed(verb: Token) -> Token:
    """Give a date in a "when" clause to the clause that it frames: "When it sank on Friday, the owner fled"."""
    main = verb.head
    frames = verb.dep_ == "advcl" and any(child.lower_ == "when" and child.i < verb.i for child in verb.children)
    if not frames or subject_of(main) is None or subject_of(verb) is None:
        return verb
    helpers = {child.lower_ for child in main.children if child.dep_ in {"aux", "auxpass"}}
    told = "will" in helpers or main.tag_ == "VBD" or (main.tag_ == "VBN" and bool(helpers & {"was", "were"}))
    return main if told and not helpers & {"had", "has", "have"} else verb


def told_clause(doc: Doc, verb: Token) -> Clause | None:
    """Return the clause of a verb with its own subject, and the clauses joined to it that have none."""
    if any(child.dep_ == "ccomp" and child.i < verb.i for child in verb.children):
        return None
    span, subject = told_words(doc, verb), subject_of(verb)
    return Clause(verb, span) if subject is not None and span.start <= subject.idx and verb.idx < span.end else None
