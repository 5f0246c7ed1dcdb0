"""Which words tell an event: a clause with its subject and a finite verb, without what belongs to another. From spaCy's parse."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sitegen.annotate.timex.words import listed
from sitegen.model.text import Span

REPORTING = listed(
    "say tell report announce add state note reveal claim declare explain warn acknowledge confirm deny insist argue "
    "disclose mention write testify maintain assert suggest allege admit predict think believe"
)
"""Lemmas of verbs that report another clause."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LEANS_ON = frozenset({"conj", "advcl", "pcomp", "xcomp"})
"""Clauses that mostly have no subject of their own."""
_DEPTH = 25
_RELATIVES = frozenset({"WDT", "WP", "WP$"})
_LONE_LEADS = frozenset(
    {"that", "because", "if", "while", "as", "although", "though", "when", "since", "after", "before", "until"}
)
_TIES = listed("however meanwhile moreover furthermore additionally nevertheless nonetheless instead also")
_TAILS = frozenset({"also", "then", "however"})
_LAST_WORDS = 12
"""Tokens that a source named after its report may have."""
_UNITS = listed(
    "mln billion million bln trillion pct percent dlrs dlr stg cts tonnes tons acres pounds dollars barrels bpd share shares"
)
_TIMES = frozenset({"DATE", "TIME"})
_MARKS = {"“": "”", "«": "»"}


def subject_of(verb: Token) -> Token | None:
    """Return the subject that a verb has itself."""
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)


def is_finite(verb: Token) -> bool:
    """Say whether a verb states something by itself: "fell", "has fallen", not "to fall" or "falling"."""
    return verb.tag_ in _FINITE or any(
        child.dep_ in {"aux", "auxpass"} and child.tag_ in _FINITE for child in verb.children
    )


def is_figure(noun: Token) -> bool:
    """Say whether a noun is a number or its unit: "61.5 mln planted last year" tells nothing."""
    return noun.pos_ in {"NUM", "SYM"} or noun.like_num or noun.lower_ in _UNITS


def readable(doc: Doc, verb: Token, root: Token) -> Span | None:
    """Return the clause with its subject or the noun that it describes; None for a fragment that has neither."""
    first, last = _extent(verb, root)
    top = verb
    for _ in range(_DEPTH):
        finite = is_finite(top)
        if subject_of(top) is not None and top.dep_ != "relcl" and finite:
            break
        if top.dep_ in {"relcl", "acl"}:
            first = min(first, _noun_start(top))
            break
        if (
            top.dep_ not in (_LEANS_ON | {"ccomp"} if top.tag_ == "VB" and not finite else _LEANS_ON)
            or (owner := _owner(top)) is None
        ):
            break
        start, end = _extent(owner, root)
        first, last = min(first, start), max(last, end if top.dep_ != "conj" else last)
        top = owner
    subject = None if top.dep_ in {"relcl", "acl"} else subject_of(top)
    if doc[first].tag_ in _RELATIVES or not _is_whole(top) or (subject is not None and not first <= subject.i <= last):
        return None
    return trimmed(doc, first, last, top)


def _is_whole(top: Token) -> bool:
    if top.dep_ in {"relcl", "acl"}:
        named = top.dep_ == "relcl" or _is_definite(top.head)
        return top.tag_ != "VB" and named and top.head.ent_type_ not in _TIMES and not is_figure(top.head)
    return subject_of(top) is not None and (is_finite(top) or top.dep_ == "ROOT")


def _is_definite(noun: Token) -> bool:
    """Say whether a noun is something in particular: "a loan signed in May", not "homes sold in May"."""
    return noun.pos_ == "PROPN" or any(t.pos_ in {"DET", "NUM", "PROPN"} or t.dep_ == "poss" for t in noun.lefts)


def _noun_start(clause: Token) -> int:
    """Return where the noun of a clause begins: of an afterthought it is the whole phrase ("the visit to Bern, which ends today")."""
    noun = clause.head
    afterthought = clause.dep_ == "relcl" and clause.left_edge.i > 0 and clause.left_edge.nbor(-1).text == ","
    for _ in range(_DEPTH if afterthought else 0):
        if noun.dep_ != "pobj" or noun.head.head.pos_ not in {"NOUN", "PROPN"} or noun.head.head.i > noun.i:
            break
        noun = noun.head.head
    return int(noun.left_edge.i)


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


def _other_clauses(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        coordinated = child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"}
        told = child.dep_ == "ccomp" and verb.lemma_ not in REPORTING
        inserted = child.dep_ == "parataxis" or (child.i < verb.i and (told or _runs_on(child)))
        if coordinated or inserted:
            yield child


def _runs_on(clause: Token) -> bool:
    """Say whether a clause stands by itself before another: "The ferry sank, divers found it"."""
    bare = clause.dep_ == "advcl" and clause.tag_ == "VBD" and subject_of(clause) is not None
    return bare and not any(child.dep_ in {"mark", "advmod"} and child.i < clause.i for child in clause.children)


def told_words(doc: Doc, verb: Token) -> Span:
    """Return the words of a main clause and of those joined to it that have no subject of their own."""
    first, last = verb.left_edge.i, verb.right_edge.i
    for child in verb.children:
        joined = child.dep_ in {"conj", "parataxis"} and child.i > verb.i and child.pos_ in {"VERB", "AUX"}
        if joined and (subject_of(child) is not None or child.dep_ == "parataxis"):
            last = min(last, child.left_edge.i - 1)
    while first < verb.i and (
        doc[first].is_space or doc[first].is_punct or doc[first].dep_ == "cc" or _links(doc[first])
    ):
        first += 1
    return _closed(doc, first, _end(doc, verb.i, last))


def _links(token: Token) -> bool:
    """Say whether a word at the start only ties a sentence to the one before."""
    return token.dep_ == "advmod" and token.lower_ in _TIES


def trimmed(doc: Doc, first: int, last: int, head: Token) -> Span:
    """Cut conjunctions, signs and blanks from both ends of a row of tokens around a head."""
    while first < last and (doc[first].is_space or doc[first].is_punct or _is_lead(doc[first], head)):
        first += 1
    return _closed(doc, first, _end(doc, first, _before_source(doc, first, last)))


def _is_lead(token: Token, head: Token) -> bool:
    """Say whether a word only ties a clause to another; a clause inside the clause keeps its own."""
    marks = token.dep_ in {"mark", "advmod"} and token.lower_ in _LONE_LEADS
    inner = (token.head.dep_ == "advcl" and token.head.i != head.i) or token.head.pos_ == "ADV"
    return token.dep_ == "cc" or (marks and not inner)


def _before_source(doc: Doc, first: int, last: int) -> int:
    """Return where the words end before a source that the parse took in: "it fell, the ministry" before "said"."""
    after = last + 1
    if after >= len(doc) or doc[after].lemma_ not in REPORTING or doc[after].tag_ not in _FINITE:
        return last
    for i in range(last, max(first, last - _LAST_WORDS), -1):
        if doc[i].text == ",":
            return i - 1
    return last


def _end(doc: Doc, first: int, last: int) -> int:
    """Return the last token that tells something: no sign, no conjunction, no "but also"."""
    while last > first and (
        doc[last].is_space
        or (doc[last].is_punct and doc[last].text != ")")
        or doc[last].dep_ == "cc"
        or (doc[last].lower_ in _TAILS and doc[last - 1].dep_ == "cc")
    ):
        last -= 1
    return last


def _closed(doc: Doc, first: int, last: int) -> Span:
    """Leave out a bracket that does not close within a row of tokens, and take in the other one of a pair of marks."""
    texts = [token.text for token in doc[first : last + 1]]
    opened = [first + n for n, text in enumerate(texts) if text == "("]
    if len(opened) > texts.count(")") and opened[-1] > first:
        last = opened[-1] - 1
        while last > first and (doc[last].is_space or doc[last].is_punct):
            last -= 1
    elif texts.count(")") > len(opened) and texts[-1] == ")":
        last -= 1
    first, last = _with_marks(doc, first, last)
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def _with_marks(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """Take in the quotation mark just outside the words whose other one is inside."""
    texts = [token.text for token in doc[first : last + 1]]
    odd = texts.count('"') % 2 == 1
    opens = odd or any(texts.count(a) > texts.count(b) for a, b in _MARKS.items())
    closes = odd or any(texts.count(b) > texts.count(a) for a, b in _MARKS.items())
    if opens:
        for end in range(last + 1, min(last + 3, len(doc))):
            if doc[end].text in {'"', *_MARKS.values()} and not doc[end - 1].whitespace_:
                return first, end
    if closes and first > 0 and doc[first - 1].text in {'"', *_MARKS}:
        return first - 1, last
    return first, last
