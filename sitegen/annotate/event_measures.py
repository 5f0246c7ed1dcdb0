"""Which dates date no clause: those that measure another figure, bound a period, own a figure or are denied. From the parse."""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from sitegen.annotate.event_words import is_figure
from sitegen.annotate.timex.words import listed
from sitegen.model.text import Span

_COMPARING = listed("ending ended against vs vs. versus than compared compare unlike relation comparison")
_MEASURING = listed("from against with vs vs. versus than after")
_FIGURES = frozenset({"NUM", "SYM", "NOUN", "PROPN", "ADJ", "ADV", "DET", "PUNCT", "CCONJ", "SPACE"})
_MEASURE = 14
"""Tokens before a date."""
_PERIODS = listed("day week month quarter year period half term season decade")
_DEPTH = 25
_IN_BRACKETS = 12
"""Tokens of a remark in brackets."""
_MOST_FIGURES, _FIGURE_SHARE = 8, 0.3
_SPEAKING_OF = frozenset({"concerning", "regarding", "commenting"})
_DOUBTING = frozenset({"if", "unless", "whether"})


def dates_no_clause(doc: Doc, inside: DocSpan) -> bool:
    """Say whether a date is denied ("not 2015"), a share's ("due 1997", "of record May 2") or only owns ("yesterday's 2.94")."""
    root, before = inside.root, doc[max(inside.start - 1, 0)]
    owns = root.dep_ == "poss" and root.head.pos_ not in {"NOUN", "PROPN"}
    bond = (root.head.lower_ == "due" and root.head.head.pos_ in {"NOUN", "PROPN"}) or root.head.lower_ == "maturing"
    bond = bond or before.lower_ == "record"
    return owns or bond or before.lower_ == "not" or _measures(doc, inside.start) or _in_a_remark(doc, inside)


def _measures(doc: Doc, start: int) -> bool:
    """Say whether a figure that another is compared with stands before a date: "up from 2.95 yesterday"."""
    counted = False
    for token in reversed(doc[max(start - _MEASURE, 0) : start]):
        if token.lower_ in _MEASURING:
            return counted
        joins = token.pos_ in _FIGURES or token.tag_ == "VBN" or token.lower_ in {"in", "the"}
        if not joins or token.is_sent_start:
            return False
        counted = counted or any(map(str.isdigit, token.text))
    return False


def _in_a_remark(doc: Doc, inside: DocSpan) -> bool:
    """Say whether a figure and its date stand in brackets beside another: "900 guests (700 in 2019)"."""
    counted = False
    for token in reversed(doc[max(inside.start - _IN_BRACKETS, 0) : inside.start]):
        if token.text == "(":
            return counted
        if token.text == ")" or token.pos_ in {"VERB", "AUX"}:
            return False
        counted = counted or token.like_num or token.lower_ in {"nil", "same", "unchanged"}
    return False


def is_compared(root: Token, verb: Token) -> bool:
    """Say whether a date only measures another: "up from 4 million in May", "the lowest since 1980"."""
    if _ends_a_period(root):
        return True
    if root.head.lower_ == "from" and is_figure(root.head.nbor(-1) if root.head.i else root.head):
        return True
    token = root
    for _ in range(_DEPTH):
        if token.i in (verb.i, token.head.i):
            return verb.dep_ == "acl" and _is_measure(verb.head)
        token = token.head
        beside_verb = token.head.pos_ in {"VERB", "AUX"}
        if token.lower_ in _COMPARING or (token.lower_ == "since" and not beside_verb):
            return True
        if token.lower_ == "from" and token.i != root.head.i:
            return True
    return False


def _ends_a_period(root: Token) -> bool:
    """Say whether a date is the end of a period by which figures are counted: "in the year to April 2"."""
    before = root.head.nbor(-1) if root.head.i else root.head
    return root.head.lower_ == "to" and before.lemma_.lower() in _PERIODS


def is_subject_matter(root: Token, *, is_day: bool) -> bool:
    """Say whether a date is what somebody speaks about: "commenting on 1986", "concerning business in 1987"."""
    if root.head.lower_ in {"on", "about"} and not is_day:
        return True
    token = root
    for _ in range(_DEPTH):
        token = token.head
        if token.lower_ in _SPEAKING_OF:
            return True
        if token.pos_ in {"VERB", "AUX"} or token.head.i == token.i:
            return False
    return False


def _is_measure(noun: Token) -> bool:
    """Say whether a described noun is what another is compared with: "down from the record set in May"."""
    return noun.head.lower_ in {"from", "against", "than", "versus"}


def is_of_a_period(verb: Token) -> bool:
    """Say whether a participle only bounds a period: "the week ended March 9"."""
    return verb.dep_ == "acl" and verb.head.lemma_.lower() in _PERIODS


def is_table(doc: Doc, span: Span) -> bool:
    """Say whether words are a row of figures rather than a sentence."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    figures = sum(token.like_num for token in words) if words is not None else 0
    return words is not None and figures > _MOST_FIGURES and figures > _FIGURE_SHARE * len(words)


def is_supposed(doc: Doc, span: Span) -> bool:
    """Say whether the word before a clause puts it in doubt, however the parse hung it: "If the sale had gone through"."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    return words is not None and any(
        token.lower_ in _DOUBTING for token in doc[max(words.start - 1, 0) : words.start + 1]
    )
