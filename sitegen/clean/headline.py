"""What an article is called: a line that reads as a headline, or else the first sentence, shortened at a clause."""

import re

from collections.abc import Sequence

from sitegen.clean.dates import read_date_line
from sitegen.clean.draft import shortened
from sitegen.clean.furniture import furniture, heads_links
from sitegen.clean.names import byline_names
from sitegen.clean.page_words import HOLDING

_LONGEST_LINE = 200
_LONGEST_MADE = 100
_SHORTEST_CLAUSE = 40
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]\.){1,5}|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|No|St|vs|etc)\.|\.\.\.|…)$")
_SENTENCE = re.compile(r"[.!?…][”\"’')\]]*(?=\s+[\"“‘'(\[]?[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω0-9]|$)|[。！？]")
_TITLES = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev|Hon|St|No|Jr|Sr|Inc|Corp|Co|Ltd|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$"
)
_CLAUSE = re.compile(r"[,;:](?=[”\"’')]*\s)|\s[–—-]\s|—")
_TEXT_WORDS, _SHORT_WORD = 12, 3
_READ, _MOST_ABOVE = 12, 60
"""Paragraphs whose words a headline shares, and lines above the text among which it is looked for."""
_USUAL = (4, 20)
_LEAST_FITNESS = 3.0
_QUOTES = (("“", "”"), ("(", ")"), ("«", "»"))


def is_headline(line: str) -> bool:
    """Say whether a line on its own reads as a headline: no full stop, not too long, begins like one."""
    bare = line.strip()
    if not bare or len(bare) > _LONGEST_LINE or bare[0].islower() or not any(c.isalpha() for c in bare):
        return False
    end = bare.rstrip("”\"’')")
    return not end.endswith((".", ",", ";", ":", "。")) or bool(_ABBREVIATION.search(end))


def headline_at(lines: Sequence[str], page: Sequence[bool]) -> int | None:
    """Return which line is the article's headline; page says which lines seem furniture by what stands around them."""
    start = next((i for i, line in enumerate(lines) if not page[i] and _is_text(line)), None)
    if start is None:
        start = next((i + 1 for i, line in enumerate(lines) if not page[i] and not furniture(line)), len(lines))
    stop = min(start, len(lines) - 1)
    vocabulary = {w for line in lines[start : start + _READ] for w in _content(line)}
    candidates = [i for i in range(max(0, stop - _MOST_ABOVE), stop) if _may_head(lines[i])]
    best = max(candidates, key=lambda i: (_fitness(lines, i, page, vocabulary), -i), default=None)
    if best is not None and (_fitness(lines, best, page, vocabulary) >= _LEAST_FITNESS or not page[best]):
        return best
    return None


def _is_text(line: str) -> bool:
    return len(line.split()) >= _TEXT_WORDS and line.rstrip("”\"’') ")[-1:] in {".", "!", "?", ":", "…"}


def _content(line: str) -> set[str]:
    return {w for w in re.findall(r"[^\W_]+", line.lower()[:2000]) if len(w) > _SHORT_WORD and w not in HOLDING}


def _may_head(line: str) -> bool:
    return is_headline(line) and not (furniture(line) or heads_links(line) or read_date_line(line) or byline_names(line))


def _fitness(lines: Sequence[str], i: int, page: Sequence[bool], vocabulary: set[str]) -> float:
    """Return how well a line would head the text below: shares its words, is as long as headlines are, seems no furniture."""
    words = _content(lines[i])
    shared = len(words & vocabulary)
    size = len(lines[i].split())
    fits = 1.0 if _USUAL[0] <= size <= _USUAL[1] else 0.0
    return shared + 2 * fits - 1.5 * page[i] + (0.5 if words and shared == len(words) else 0)


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
