"""Which dates date no clause: those that measure another figure, bound a period, own a figure or are denied. From the parse."""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from sitegen.annotate.timex.words import listed

_COMPARING = listed("ending ended against vs vs. versus than compared compare unlike")
_MEASURING = listed("from against with vs vs. versus than")
_FIGURES = frozenset({"NUM", "SYM", "NOUN", "PROPN", "ADJ", "ADV", "DET"})
_MEASURE = 8
"""Tokens before a date."""
_PERIODS = listed("day week month quarter year period half term season decade")
_DEPTH = 25


def dates_no_clause(doc: Doc, inside: DocSpan) -> bool:
    """Say whether a date is denied ("not 2015"), a bond's ("stock due 1997") or only owns ("yesterday's 2.94")."""
    root, before = inside.root, doc[max(inside.start - 1, 0)]
    owns = root.dep_ == "poss" and root.head.pos_ not in {"NOUN", "PROPN"}
    bond = root.head.lower_ == "due" and root.head.head.pos_ in {"NOUN", "PROPN"}
    return owns or bond or before.lower_ == "not" or _measures(doc, inside.start)


def _measures(doc: Doc, start: int) -> bool:
    """Say whether a figure that another is compared with stands before a date: "up from 2.95 yesterday"."""
    counted = False
    for token in reversed(doc[max(start - _MEASURE, 0) : start]):
        if token.lower_ in _MEASURING:
            return counted
        if token.pos_ not in _FIGURES and token.tag_ != "VBN" and token.lower_ not in {"in", "the"}:
            return False
        counted = counted or token.like_num
    return False


def is_compared(root: Token, verb: Token) -> bool:
    """Say whether a date only measures another: "up from 4 million in May", "the lowest since 1980"."""
    token = root
    for _ in range(_DEPTH):
        if token.i in (verb.i, token.head.i):
            return False
        token = token.head
        beside_verb = token.head.pos_ in {"VERB", "AUX"}
        if token.lower_ in _COMPARING or (token.lower_ == "since" and not beside_verb):
            return True
        if token.lower_ == "from" and token.i != root.head.i:
            return True
    return False


def is_of_a_period(verb: Token) -> bool:
    """Say whether a participle only bounds a period: "the week ended March 9"."""
    return verb.dep_ == "acl" and verb.head.lemma_.lower() in _PERIODS
