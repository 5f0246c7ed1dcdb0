"""Which line of a pasted page is the article's headline: one above the text that shares its words and stands where headlines stand."""

import re
from collections import Counter
from collections.abc import Sequence

from sitegen.clean.dates import find_date, read_date_line
from sitegen.clean.furniture import furniture, heads_links
from sitegen.clean.headline import is_headline
from sitegen.clean.names import byline_names
from sitegen.clean.talk_words import HOLDING, KINDS

_WORD = re.compile(r"[^\W_]+")
_SHORT_WORD = 3
_SHORT_LINE = 80
_SENTENCE_WORDS, _TEXT_WORDS = 6, 12
_ENDS = frozenset(".!?:…。")
_READ, _ABOVE = 12, 60
"""Paragraphs whose words a headline shares, and lines above the text among which it is looked for."""
_AFTER, _BEFORE = 3, 6
"""Bylines and dates stand so near below a headline; one above means that the headline was before."""
_USUAL = range(4, 21)
_LEAST = 1.0
_NAME = range(2, 4)
_CREDIT = re.compile(
    r"\b(?:photo|foto|image|bild|credit|getty|afp|reuters|©)\b|\(pictured\)|\w:\s*\S+ / ", re.IGNORECASE
)
_TALK = frozenset(w for kind in ("share", "subscribe", "legal", "comments", "menu") for w in KINDS[kind])


def headline_at(lines: Sequence[str], page: Sequence[bool]) -> int | None:
    """Return which line is the article's headline; page says which lines seem furniture by what stands around them."""
    start = _text_start(lines, page)
    first = max(0, start - _ABOVE)
    look = _Look(lines, page, start)
    fits = {i: look.fitness(i) for i in range(first, min(start, len(lines) - 1)) if _may_head(lines[i])}
    best = max(fits, key=lambda i: (fits[i], -i), default=None)
    return best if best is not None and (fits[best] >= _LEAST or not page[best]) else None


def _text_start(lines: Sequence[str], page: Sequence[bool]) -> int:
    """Return where the text begins: its first sentence, or in a text of short lines its second line."""
    sentences = (i for i, line in enumerate(lines) if not page[i] and _is_text(line))
    others = (i + 1 for i, line in enumerate(lines) if not _is_other(line))
    return next(sentences, next(others, len(lines)))


def _is_text(line: str) -> bool:
    words = line[:400].split()
    end = line.rstrip("”\"’') ")[-1:]
    return (
        end in {".", "。"}
        if len(words) in range(_SENTENCE_WORDS, _TEXT_WORDS)
        else len(words) >= _TEXT_WORDS and end in _ENDS
    )


def _is_other(line: str) -> bool:
    return bool(furniture(line) or heads_links(line) or read_date_line(line) or byline_names(line))


def _may_head(line: str) -> bool:
    return is_headline(line) and not _is_other(line)


def _content(line: str) -> list[str]:
    return [w for w in _WORD.findall(line[:1000].lower()) if len(w) > _SHORT_WORD and w not in HOLDING]


class _Look:
    """What speaks for a line as the headline."""

    def __init__(self, lines: Sequence[str], page: Sequence[bool], start: int) -> None:
        self.lines, self.page, self.start = lines, page, start
        self.vocabulary = {w for line in lines[start : start + _READ] for w in _content(line)}
        self.count = Counter(lines[max(0, start - _ABOVE) :][: 4 * _ABOVE])

    def fitness(self, i: int) -> float:
        """Return how well a line would head the text below."""
        line = self.lines[i]
        words, size = _content(line), len(line.split())
        score = 3 * sum(w in self.vocabulary for w in words) / len(words) if words else -1.0
        score += 2 if size in _USUAL else -1
        score += any(self.is_meta(k) for k in range(i + 1, min(i + 1 + _AFTER, self.start)))
        score -= 2 * any(self.is_meta(k) for k in range(max(0, i - _BEFORE), i))
        score -= 3 * bool(_CREDIT.search(line)) + self.is_name(line)
        score -= 2 * any(w.lower() in _TALK for w in _WORD.findall(line)) * (size <= _USUAL[0])
        score += self.count[line] > 1
        return score - self.page[i] - 0.03 * (self.start - i)

    def is_meta(self, i: int) -> bool:
        line = self.lines[i]
        return bool(
            byline_names(line)
            or read_date_line(line)
            or (len(line.split()) in _USUAL and len(line) < _SHORT_LINE and find_date(line))
        )

    def is_name(self, line: str) -> bool:
        words = line.split()
        return len(words) in _NAME and all(w[:1].isupper() for w in words)
