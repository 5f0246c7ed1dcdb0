"""Which lines of a pasted article are the page's furniture, and what a furniture line says of the article."""

import re
from dataclasses import dataclass
from functools import lru_cache

from sitegen.clean.furniture_abroad import OPENINGS_ABROAD, WHOLE_LINES_ABROAD
from sitegen.clean.furniture_words import HEADS_OF_LINKS, OPENINGS, SHARE_WORDS, WHOLE_LINES

_LONGEST = 300
_BUTTONS = 12
_HEADLINE = 160
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), field) for pattern, field in OPENINGS + OPENINGS_ABROAD)
_WHOLE = WHOLE_LINES | WHOLE_LINES_ABROAD
_DECORATION = " \t-–—•·|*_=~#►▶»«>[]✕×🔗📷📸👉↓→"
_LETTERS = re.compile(r"[^\W_]")
_WORDS = re.compile(r"[\w'’&+-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A line that is not the author's; field is what its words say: publisher, byline or nothing."""

    field: str = ""
    words: str = ""


_PLAIN = Furniture()


@lru_cache(maxsize=4096)
def furniture(line: str) -> Furniture | None:
    """Recognise a line of furniture."""
    if len(line) > _LONGEST:
        return None
    bare = line.strip(_DECORATION)
    if not _LETTERS.search(bare) or bare.lower() in _WHOLE or line.strip().lower() in _WHOLE:
        return _PLAIN
    return _PLAIN if _is_buttons(bare) else _by_pattern(bare)


def _is_buttons(line: str) -> bool:
    words = _WORDS.findall(line.lower())
    return 0 < len(words) <= _BUTTONS and SHARE_WORDS.issuperset(words)


def _by_pattern(line: str) -> Furniture | None:
    for pattern, field in _PATTERNS:
        if m := pattern.fullmatch(line):
            return Furniture(field=field, words=m[1].strip(" .)") if field else "")
    return None


def heads_links(line: str) -> bool:
    """Say whether headlines of other articles follow this line."""
    return line.strip(_DECORATION).lower() in HEADS_OF_LINKS


def is_link_line(line: str) -> bool:
    """Say whether a line after such a head is one of those headlines."""
    return len(line) <= _HEADLINE and line.rstrip()[-1:] not in {".", "”", '"', "!", ":"}
