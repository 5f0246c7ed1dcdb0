"""What an article is called: a line that reads as a headline, or else the first sentence, shortened at a clause."""

import re

from sitegen.clean.draft import shortened

_LONGEST_LINE = 200
_LONGEST_MADE = 100
_SHORTEST_CLAUSE = 40
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]\.){1,5}|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|No|St|vs|etc)\.|\.\.\.|…)$")
_SENTENCE = re.compile(r"[.!?…][”\"’')\]]*(?=\s+[\"“‘'(\[]?[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω0-9]|$)|[。！？]")
_TITLES = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev|Hon|St|No|Jr|Sr|Inc|Corp|Co|Ltd|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$"
)
_CLAUSE = re.compile(r"[,;:](?=[”\"’')]*\s)|\s[–—-]\s|—")
_QUOTES = (("“", "”"), ("(", ")"), ("«", "»"))


def is_headline(line: str) -> bool:
    """Say whether a line on its own reads as a headline: no full stop, not too long, begins like one."""
    bare = line.strip()
    if not bare or len(bare) > _LONGEST_LINE or bare[0].islower() or not any(c.isalpha() for c in bare):
        return False
    end = bare.rstrip("”\"’')")
    return not end.endswith((".", ",", ";", ":", "。")) or bool(_ABBREVIATION.search(end))


def first_sentence(text: str) -> str:
    """Return the first sentence with its end mark."""
    head = text[:2000]
    for m in _SENTENCE.finditer(head):
        if not _TITLES.search(head[: m.start() + 1]):
            return head[: m.end()].strip()
    return head.strip()


def made_headline(text: str) -> str:
    """Make a headline of the first sentence: whole if short, else up to its last clause that fits, else cut at a word."""
    sentence = first_sentence(text)
    if len(sentence) <= _LONGEST_MADE:
        return _without_end(sentence)
    cuts = [m.start() for m in _CLAUSE.finditer(sentence) if _SHORTEST_CLAUSE <= m.start() <= _LONGEST_MADE]
    for cut in reversed(cuts):
        clause = _closed(sentence, cut)
        if clause:
            return clause
    return shortened(sentence, _LONGEST_MADE)


def _without_end(sentence: str) -> str:
    """Drop the full stop, also one within closing quotation marks."""
    m = re.search(r"[.。]([”\"’')\]]*)$", sentence)
    return sentence[: m.start()] + m[1] if m and not _ABBREVIATION.search(sentence[: m.start() + 1]) else sentence


def _closed(sentence: str, cut: int) -> str:
    """Return the clause before the cut, with the quotation mark that follows it; nothing if one would stay open."""
    after = re.match(r"[”\"’')]*", sentence[cut + 1 :])
    clause = sentence[:cut].rstrip() + (after[0] if after else "")
    balanced = all(clause.count(a) == clause.count(b) for a, b in _QUOTES) and clause.count('"') % 2 == 0
    return clause if balanced else ""
