"""Which lines of a pasted page tell of the author or the publisher rather than the news: the notes below an article."""

import re
from collections.abc import Sequence

from sitegen.clean.dates import find_date
from sitegen.clean.furniture import furniture
from sitegen.clean.names import byline_names, names
from sitegen.clean.talk_words import TALK
from sitegen.clean.vocabulary import words

_READ = 30
"""Lines at the top among which a byline stands."""
_NOTES_FROM = 0.5
"""In the second half of the page; an author who is named above may be in the story."""
_LONGEST = 600
_LONGEST_BYLINE, _NAME = 6, range(2, 4)
"""Words of a byline without "By", and of a name."""
_TELLS = re.compile(
    r"(?:,\s.{0,80}?,)?\s+(?:is|was|are|covers?|covered|writes?|wrote|has|have|works?|worked|reports?|joined|lives?|edits?|serves?|hosts?|teaches|"
    r"ist|war|arbeitet|schreibt|berichtet|leitet|est|écrit|couvre|es|escribe|cubre|è|scrive|é|schrijft|är|skriver|er)\b"
)
_HEAD = re.compile(r"(?:About|Über|À propos de|Sobre|Informazioni su|Over)\s+(?:the\s+)?((?-i:[A-ZÀ-Ý])[^.!?:;]{1,60})")
_HEAD_FROM = 0.6
_BELOW, _SHORT = 7, 60
_LEADS = words("by von par por di door av af author autor auteur autore")
"""A line of one of these and nothing else stands above the name."""
_AND_AGENCY = re.compile(
    r"\s+(?:and|with|und|et|y) (?:agenc(?:y|ies)|wires?|staff|agenturen|agences|agencias)$", re.IGNORECASE
)
_TIME_TO_READ = re.compile(r"\b\d{1,3} (?:months?|days?|hours?) ago|\b\d{1,2}[- ]min", re.IGNORECASE)


def author_notes(lines: Sequence[str]) -> frozenset[int]:
    """Return which lines are such notes: what is said of the author by name, and what follows "About" somebody near the end."""
    authors = {name for line in lines[:_READ] for name in _byline(line) if " " in name}
    found: set[int] = set()
    for i in range(int(len(lines) * _NOTES_FROM), len(lines)):
        line = lines[i]
        if any(line.startswith(a) and _TELLS.match(line, len(a)) for a in authors) and len(line) <= _LONGEST:
            found.add(i)
        elif i >= len(lines) * _HEAD_FROM and _HEAD.fullmatch(line):
            found.update(k for k in (i, i + 1) if k < len(lines) and (k == i or len(lines[k]) <= _LONGEST))
    return frozenset(found)


def byline_below(lines: Sequence[str], page: Sequence[bool], title: int | None) -> int | None:
    """Return which line below the headline is a byline without "By": the name of nobody in the story, below a lone "By" or beside a date."""
    if title is None:
        return None
    end = min(title + 1 + _BELOW, len(lines))
    for i in range(title + 1, end):
        if byline_names(lines[i]):
            return None
        beside = range(max(title + 1, i - 2), min(i + 4, len(lines)))
        led = lines[i - 1].lower().strip(" :") in _LEADS
        if page[i] and _is_name(lines[i]) and (led or any(_is_beside(lines[k]) for k in beside)):
            told_of = lines[i].partition(",")[0].split()[-1]
            in_story = any(told_of in line for line, out in zip(lines[i + 1 :], page[i + 1 :], strict=True) if not out)
            return None if in_story else i
    return None


def _is_name(line: str) -> bool:
    parts = _AND_AGENCY.sub("", line).split(",")
    name = parts[0].split()
    if len(parts) > 2 or len(line) >= _SHORT or len(name) not in _NAME:  # noqa: PLR2004 - a name and a role
        return False
    spelt = all(w[0].isupper() and w.replace("-", "").replace("'", "").strip(".").isalpha() for w in name)
    return spelt and TALK.isdisjoint(w.lower() for w in name) and not furniture(line) and bool(names(parts[0]))


def _is_beside(line: str) -> bool:
    return len(line) < _SHORT and bool(find_date(line) or _TIME_TO_READ.search(line))


def _byline(line: str) -> tuple[str, ...]:
    """Return the names of a byline, also of one without "By" that stands alone."""
    if len(line.split()) > _LONGEST_BYLINE or line.endswith("."):
        return byline_names(line)
    bare = line.partition(",")[0].partition("|")[0].strip()
    is_name = len(bare.split()) in _NAME and all(w[0].isupper() for w in bare.split())
    return byline_names(line) or (names(bare) if is_name else ())
