"""Which words a date governs: the smallest clause around it that can be read on its own. From spaCy's parse."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from sitegen.annotate.event_measures import dates_no_clause, is_compared, is_of_a_period
from sitegen.annotate.timex.words import listed
from sitegen.model.annotations import TimeExpression
from sitegen.model.text import Span

REPORTING = listed(
    "say tell report announce add state note reveal claim declare explain warn acknowledge confirm deny insist argue "
    "disclose mention write testify maintain assert suggest allege admit predict think believe"
)
"""Lemmas of verbs that report another clause."""
_CLAUSES = frozenset({"ROOT", "conj", "relcl", "advcl", "ccomp", "acl", "parataxis", "csubj", "pcomp", "csubjpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_PREMODIFIERS = frozenset({"nummod", "compound", "nmod", "poss", "amod", "npadvmod"})
_DEPTH = 25
_RELATIVES = frozenset({"WDT", "WP", "WP$"})
_TELLING_WORDS = 1
"""Words beside its date that an event noun needs, itself among them."""
_LONE_LEADS = frozenset(
    {"that", "because", "if", "while", "as", "although", "though", "when", "since", "after", "before", "until"}
)

_TIES = listed("however meanwhile moreover furthermore additionally nevertheless nonetheless instead also")
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


def clause_of(doc: Doc, place: Span) -> Clause | None:
    """Return the smallest readable clause that the expression at a place governs."""
    inside = doc.char_span(place.start, place.end, alignment_mode="expand")
    if inside is None:
        return None
    root = inside.root
    if dates_no_clause(doc, inside):
        return None
    noun = _noun_dated_before(root)
    if noun and noun.lemma_.lower() not in EVENT_NOUNS and noun.lower_ not in EVENT_NOUNS:
        return None
    if noun and not _sets_the_scene(noun):
        return _noun_phrase(doc, noun, inside)
    verb = governing_verb(noun or root)
    if verb is None or is_compared(root, verb) or is_of_a_period(verb):
        return None
    verb = _framed(_reported(verb, root))
    span = _readable(doc, verb, root)
    return Clause(verb, span) if span and span.start <= verb.idx < span.end else None


def _sets_the_scene(noun: Token) -> bool:
    """Say whether an event noun places a clause: "In a July 16 briefing, she said"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in {"in", "at", "during"} and noun.head.head.pos_ in {"VERB", "AUX"}


def _noun_phrase(doc: Doc, noun: Token, inside: DocSpan) -> Clause | None:
    span = _trimmed(doc, noun.left_edge.i, noun.right_edge.i, noun)
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


def _reported(verb: Token, root: Token) -> Token:
    """Give a date behind a reported clause to that clause: "said two were killed on Friday"."""
    if verb.lemma_.lower() not in REPORTING:
        return verb
    between = [c for c in verb.children if c.dep_ == "ccomp" and verb.i < c.i < root.i]
    return between[-1] if between and between[-1].pos_ in {"VERB", "AUX"} else verb


def _framed(verb: Token) -> Token:
    """Give a date in a "when" clause to the clause that it frames: "When it sank on Friday, the owner fled"."""
    main = verb.head
    frames = verb.dep_ == "advcl" and any(child.lower_ == "when" and child.i < verb.i for child in verb.children)
    if not frames or subject_of(main) is None or subject_of(verb) is None:
        return verb
    helpers = {child.lower_ for child in main.children if child.dep_ in {"aux", "auxpass"}}
    told = "will" in helpers or main.tag_ == "VBD" or (main.tag_ == "VBN" and bool(helpers & {"was", "were"}))
    return main if told and not helpers & {"had", "has", "have"} else verb


def subject_of(verb: Token) -> Token | None:
    """Return the subject that a verb has itself."""
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)


def _readable(doc: Doc, verb: Token, root: Token) -> Span | None:
    """Return the clause with its subject or the noun that it describes; None for a fragment that has neither."""
    first, last = _extent(verb, root)
    top = verb
    for _ in range(_DEPTH):
        if subject_of(top) is not None and top.dep_ != "relcl":
            break
        if top.dep_ in {"relcl", "acl"}:
            first = min(first, top.head.left_edge.i)
            break
        if top.dep_ not in {"conj", "advcl", "pcomp", "xcomp"} or (owner := _owner(top)) is None:
            break
        start, end = _extent(owner, root)
        first, last = min(first, start), max(last, end if top.dep_ != "conj" else last)
        top = owner
    whole = subject_of(top) is not None or top.dep_ in {"relcl", "acl"}
    if not whole or doc[first].tag_ in _RELATIVES:
        return None
    return _trimmed(doc, first, last, top)


def _owner(verb: Token) -> Token | None:
    """Return the verb that a verb without a subject leans on."""
    head = verb.head
    for _ in range(_DEPTH):
        if head.pos_ in {"VERB", "AUX"} or head.head.i == head.i:
            break
        head = head.head
    return head if head.pos_ in {"VERB", "AUX"} and head.i != verb.i else None


def _extent(verb: Token, root: Token) -> tuple[int, int]:
    """Return the first and last token of a verb's own clause, without coordinated ones that its date does not govern.

    "In May she left Rome and settled in Bern": a date before the shared subject governs both.
    """
    first, last = verb.left_edge.i, verb.right_edge.i
    subject = subject_of(verb)
    fronted = subject is not None and root.i < subject.i and root.head.head.i == verb.i
    for child in _other_clauses(verb):
        if child.left_edge.i <= root.i <= child.right_edge.i:
            continue
        if fronted and child.dep_ == "conj" and subject_of(child) is None:
            continue
        if child.i > verb.i:
            last = min(last, child.left_edge.i - 1)
        elif child.i < verb.i:
            first = max(first, child.right_edge.i + 1)
    return min(first, verb.i), max(last, verb.i)


def _runs_on(clause: Token) -> bool:
    """Say whether a clause stands by itself before another: "The ferry sank, divers found it"."""
    bare = clause.dep_ == "advcl" and clause.tag_ == "VBD" and subject_of(clause) is not None
    return bare and not any(child.dep_ in {"mark", "advmod"} and child.i < clause.i for child in clause.children)


def told_clause(doc: Doc, verb: Token) -> Clause | None:
    """Return the clause of a verb with its own subject, and the clauses joined to it that have none."""
    if any(child.dep_ == "ccomp" and child.i < verb.i for child in verb.children):
        return None
    first, last = verb.left_edge.i, verb.right_edge.i
    for child in verb.children:
        joined = child.dep_ in {"conj", "parataxis"} and child.i > verb.i and child.pos_ in {"VERB", "AUX"}
        if joined and (subject_of(child) is not None or child.dep_ == "parataxis"):
            last = min(last, child.left_edge.i - 1)
    while first < verb.i and (
        doc[first].is_space or doc[first].is_punct or doc[first].dep_ == "cc" or _links(doc[first])
    ):
        first += 1
    span, subject = _closed(doc, first, _end(doc, verb.i, last)), subject_of(verb)
    return Clause(verb, span) if subject is not None and span.start <= subject.idx and verb.idx < span.end else None


def _other_clauses(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        coordinated = child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}
        inserted = child.dep_ == "parataxis" or (child.i < verb.i and (child.dep_ == "ccomp" or _runs_on(child)))
        if coordinated or inserted:
            yield child


def _trimmed(doc: Doc, first: int, last: int, head: Token) -> Span:
    """Cut conjunctions, signs and blanks from both ends of a row of tokens around a head."""
    while first < last and (doc[first].is_space or doc[first].is_punct or _is_lead(doc[first], head)):
        first += 1
    return _closed(doc, first, _end(doc, first, last))


def _end(doc: Doc, first: int, last: int) -> int:
    while last > first and (doc[last].is_space or doc[last].is_punct or doc[last].dep_ == "cc"):
        last -= 1
    return last


def _links(token: Token) -> bool:
    """Say whether a word at the start only ties a sentence to the one before."""
    return token.dep_ == "advmod" and token.lower_ in _TIES


def _closed(doc: Doc, first: int, last: int) -> Span:
    """Leave out a bracket that does not close within a row of tokens."""
    opened = [token.i for token in doc[first : last + 1] if token.text == "("]
    closed = sum(token.text == ")" for token in doc[first : last + 1])
    if len(opened) > closed and opened[-1] > first:
        last = opened[-1] - 1
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def _is_lead(token: Token, head: Token) -> bool:
    """Say whether a word only ties a clause to another; a clause inside the clause keeps its own."""
    marks = token.dep_ in {"mark", "advmod"} and token.lower_ in _LONE_LEADS
    inner = token.head.dep_ == "advcl" and token.head.i != head.i
    return token.dep_ == "cc" or (marks and not inner)
