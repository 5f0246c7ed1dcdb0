"""Which lines of a pasted page tell of the author or the publisher rather than the news: the notes below an article."""

import re
from collections.abc import Sequence

from sitegen.clean.dates import find_date
from sitegen.clean.furniture import furniture
from sitegen.clean.names import byline_names, names
from sitegen.clean.talk_words import TALK

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
_BELOW, _SHORT = 4, 60
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
    """Return which line below the headline is a byline without "By": a name, seen as furniture, with a date or a row of buttons beside it."""
    if title is None:
        return None
    for i in range(title + 1, min(title + 1 + _BELOW, len(lines))):
        if not page[i]:
            return None
        if byline_names(lines[i]):
            return None
        if _is_name(lines[i]) and any(_is_beside(lines[k]) for k in range(i + 1, min(i + 4, len(lines)))):
            return i
    return None


def _is_name(line: str) -> bool:
    parts = _AND_AGENCY.sub("", line).split(",")
    words = parts[0].split()
    talk = TALK.intersection(w.lower() for w in words) or furniture(line)
    return (
        len(parts) <= 2 and len(line) < _SHORT and len(words) in _NAME  # noqa: PLR2004 - a name and a role
        and all(w[0].isupper() and w.replace("-", "").replace("'", "").isalpha() for w in words) and not talk and bool(names(parts[0]))
    )  # fmt: skip


def _is_beside(line: str) -> bool:
    return len(line) < _SHORT and bool(find_date(line) or _TIME_TO_READ.search(line))


def _byline(line: str) -> tuple[str, ...]:
    """Return the names of a byline, also of one without "By" that stands alone."""
    if len(line.split()) > _LONGEST_BYLINE or line.endswith("."):
        return byline_names(line)
    bare = line.partition(",")[0].partition("|")[0].strip()
    is_name = len(bare.split()) in _NAME and all(w[0].isupper() for w in bare.split())
    return byline_names(line) or (names(bare) if is_name else ())
