"""What an article says in a sentence: the first of a paragraph that stands on its own; input: the parsed text.

Only sentences at the start of a paragraph: where one begins there is no doubt, while "the U.S. Treasury" may be cut in two.
"""

from spacy.tokens import Doc, Span

_SHORTEST = 40
"""Code points; below are headlines, datelines and fragments."""
_LONGEST = 320
_OPENERS = frozenset({"he", "she", "it", "they", "this", "that", "these", "those", "his", "her", "their", "but", "and"})
"""Words that hang on a sentence before."""
_PAIRS = (("“", "”"), ("(", ")"), ("<", ">"), ("[", "]"))
_ENDS = (".", "!", "?", ".”", "!”", "?”", '."', '!"', '?"')


def summary(doc: Doc) -> str:
    """Return the first whole sentence of the text that can be read alone; nothing where there is none."""
    return next((_words(s) for s in doc.sents if _leads(s) and _stands_alone(s)), "")


def _words(sentence: Span) -> str:
    return " ".join(sentence.text.split())


def _leads(sentence: Span) -> bool:
    """Say whether a paragraph begins with it."""
    before = sentence.doc[sentence.start - 1] if sentence.start else None
    return before is None or "\n" in before.text


def _stands_alone(sentence: Span) -> bool:
    words = _words(sentence)
    whole = _SHORTEST <= len(words) <= _LONGEST and words.endswith(_ENDS) and not words[0].islower()
    return whole and words.split()[0].casefold() not in _OPENERS and _balanced(words) and _has_clause(sentence)


def _balanced(words: str) -> bool:
    """Say whether quotation marks and brackets open and close within the sentence."""
    return all(words.count(a) == words.count(b) for a, b in _PAIRS) and words.count('"') % 2 == 0


def _has_clause(sentence: Span) -> bool:
    return any(t.dep_ in {"nsubj", "nsubjpass", "expl"} and t.head.pos_ in {"VERB", "AUX"} for t in sentence)
