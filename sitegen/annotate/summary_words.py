"""Can a sentence be read alone, as it stands? Input: a sentence of the parsed text; the vocabulary stands here as data."""

import re

from spacy.tokens import Span, Token

from sitegen.annotate.cues import KIN, ROLES
from sitegen.annotate.summary_sentences import Sentence
from sitegen.annotate.timex.words import listed

SHORTEST, LONGEST = 40, 320
"""Code points; below are headlines, datelines and fragments."""
_NO_PERSON = frozenset({"NORP", "GPE", "LOC", "DATE", "TIME", "FAC"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_CONNECTIVES = listed(
    "but and or so yet still also however meanwhile moreover furthermore additionally nevertheless nonetheless instead "
    "thus therefore hence then besides otherwise likewise similarly consequently accordingly finally secondly thirdly "
    "afterwards afterward later earlier luckily unfortunately sadly unsurprisingly "
    "elsewhere separately again indeed because plus nor too here such another others both neither either same"
)
"""Words that hang on a sentence before, as its first."""
_PHRASES = (
    "in addition",
    "in contrast",
    "by contrast",
    "in turn",
    "in other words",
    "in short",
    "in fact",
    "for example",
    "for instance",
    "for now",
    "for one",
    "on the other hand",
    "on the contrary",
    "at the same time",
    "at the time",
    "as a result",
    "as such",
    "after that",
    "since then",
    "by then",
    "until then",
    "of course",
    "after all",
    "what is more",
    "what's more",
    "even so",
    "to that end",
    "not only that",
    "no longer",
    "more importantly",
    "most importantly",
    "if so",
    "if not",
    "yes",
    "no",
    "the same",
    "the other",
    "the remarks",
    "the comments",
    "the following",
    "one of them",
    "some of them",
    "among them",
)
_ONE_OF_TWO = re.compile(
    r"the (?:latter|former|pair|two|three|others?),? (?:is|are|was|were|has|have|had|will|would|said|say|also)\b"
)
_TIED = re.compile(r", (?:however|meanwhile|too|instead|though|therefore|in turn|for example|for instance),")
_PART = re.compile(r"\w+ of (?:the \w+ (?:have|has|had|were|was|are|is)\b|these|those|them)")
"""A part of what was told before: "Fourteen of the 40 have been sold"."""
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
_HUMANS = (
    ROLES
    | KIN
    | listed("man woman boy girl teenager child student pupil victim suspect patient driver passenger resident witness")
)
"""Whom "he" or "she" may mean: a ferry is nobody."""
_PERSONS = frozenset({"he", "she", "him", "her", "his", "hers"})
_THINGS = frozenset({"it", "its", "they", "them", "their"})
_READER = re.compile(r"\b(?:you|your)\b|^(?:let's|please|click|see|read|watch|sign|subscribe|check)\b", re.IGNORECASE)
_FURNITURE = re.compile(
    r"https?:|www\.|@\w|\bclick\b|\bsubscri|\bnewsletter|\bsign up\b|\bsigned up\b|\blog in\b|\bcookies?\b|\ball rights reserved"
    r"|©|\bcopyright\b|\beditor'?s'? note\b|\bread more\b|\bread also\b|\brelated:|\bfollow us\b|\bfollow (?:him|her|them) on\b"
    r"|\bcontributed to this (?:report|story|article)|\b(?:reporting|editing|writing|compiled) by\b|\bthis (?:article|story|post) (?:was|is|has|first|"
    r"originally|appeared)|\bfile (?:photo|picture|image)|\bphoto(?:graph)?(?:s)? (?:by|from|courtesy|shows?)|\bphoto:|\bimage:|\bpictured\b"
    r"|\bgetty\b|\bis (?:shown|seen|displayed|pictured)\b|\bare (?:shown|seen|displayed|pictured)\b|\bin this (?:\w+ )?(?:photo|image|picture)"
    r"|\bscroll down|\bprivacy policy|\bterms of (?:use|service)|\badvertis|^(?:summary|abstract|full text|updated?|note|watch|"
    r"listen|photos?|video|source|credit|caption|by)\b\s*:|\|"
)
"""In small letters."""
_BYLINE = re.compile(r"By [A-Z][\w.'’-]+ [A-Z]")
_PAIRS = (("“", "”"), ("(", ")"), ("<", ">"), ("[", "]"), ("«", "»"), ("{", "}"))
_QUESTION = re.compile(r"\?[\"”’')\]]*$")
_CUT = re.compile(r"(?:\.\.\.|…)[\"”’')\]]*$")
_STARTS = re.compile(r"[\"“‘'$£€<]?[A-Z0-9À-Þ]")
_SHOUTED = re.compile(r"[A-Z][A-Z .'’-]{3,40}: |(?:(?:[A-Z]{2,}|\d+) ){4}")
"""Who speaks in a transcript, a headline before its text."""
_DIGITS = 0.25
_CAPITALS = 0.6
_QUOTED = 0.5
_IN_MARKS = re.compile(r"“[^”]*”|\"[^\"]*\"")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def stands_alone(sentence: Sentence) -> bool:
    """Say whether a sentence is whole, tells something, and needs no other to be understood."""
    words = sentence.words
    return (
        SHORTEST <= len(words) <= LONGEST
        and sentence.is_whole
        and not sentence.in_quotation
        and _is_prose(words)
        and not _hangs_on(words)
        and _has_clause(sentence.span)
        and not _means_another(sentence.span)
    )


def quoted_share(words: str) -> float:
    """Return which share of a sentence stands in quotation marks."""
    return sum(len(found[0]) for found in _IN_MARKS.finditer(words)) / max(1, len(words))


def is_furniture(words: str) -> bool:
    """Say whether a sentence speaks of the page, of a picture or to its reader."""
    return _FURNITURE.search(words.lower()) is not None or _BYLINE.match(words) is not None


def addresses_reader(words: str) -> bool:
    """Say whether a sentence speaks to its reader outside of quotation marks."""
    return _READER.search(_IN_MARKS.sub("", words)) is not None


def _is_prose(words: str) -> bool:
    letters = sum(map(str.isalpha, words))
    return (
        _STARTS.match(words) is not None
        and not _QUESTION.search(words)
        and not _CUT.search(words)
        and not _SHOUTED.match(words)
        and all(words.count(a) == words.count(b) for a, b in _PAIRS)
        and words.count('"') % 2 == 0
        and quoted_share(words) <= _QUOTED
        and sum(map(str.isdigit, words)) <= _DIGITS * len(words)
        and sum(map(str.isupper, words)) <= _CAPITALS * letters
    )


def _hangs_on(words: str) -> bool:
    """Say whether the first words tie a sentence to one before it."""
    small = words.lstrip("\"“‘'").casefold().replace("’", "'")
    first = re.split(r"[\s,]", small, maxsplit=1)[0].removesuffix("'s")
    return (
        _PART.match(small) is not None
        or _ONE_OF_TWO.match(small) is not None
        or _TIED.search(small) is not None
        or first in _CONNECTIVES
        or any(small.startswith(phrase + end) for phrase in _PHRASES for end in (" ", ","))
    )


def _has_clause(span: Span) -> bool:
    """Say whether a finite verb has its subject: a list of names and places tells nothing."""
    return any(t.dep_ in _SUBJECTS and (t.head.tag_ in _FINITE or _is_helped(t.head)) for t in span)


def _is_helped(verb: Token) -> bool:
    return any(child.dep_ in {"aux", "auxpass"} and child.tag_ in _FINITE for child in verb.children)


def _means_another(span: Span) -> bool:
    """Say whether a pronoun stands for somebody or something that the sentence has not named before it."""
    subject = next((t for t in span.root.children if t.dep_ in {"nsubj", "nsubjpass"}), span.root)
    person = thing = False
    for token in span:
        owner = token.i < subject.i and subject.pos_ in {"PROPN", "NOUN"} and token.head not in {span.root, subject}
        if token.lower_ in _PERSONS and not person and not (owner and _may_be_person(subject)):
            return True
        if token.lower_ in _THINGS and not thing and token.dep_ != "expl" and not owner:
            return True
        if token.lower_ in _DEMONSTRATIVES and _is_about(token, span) and (not thing or subject in {token, token.head}):
            return True
        thing = thing or token.pos_ in {"PROPN", "NOUN"}
        person = person or _may_be_person(token)
    return False


def _may_be_person(token: Token) -> bool:
    if token.pos_ == "PROPN":
        return token.ent_type_ not in _NO_PERSON
    return token.tag_ == "NN" and token.dep_ in _SUBJECTS and token.lower_ in _HUMANS


def _is_about(token: Token, span: Span) -> bool:
    """Say whether "this" or "those" points back: alone, or with a noun that is no time ("this year")."""
    if token.dep_ not in {"det", "nsubj", "nsubjpass", "pobj", "dobj"} or token.tag_ in {"IN", "WDT"}:
        return False
    return not (token.dep_ == "det" and token.head.ent_type_ in {"DATE", "TIME"} and token.head.i < span.end)
