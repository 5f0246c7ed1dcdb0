"""What the parse says of each token, and in which paragraph and quotation marks it stands.

Reads a parsed spaCy document once into plain tuples; everything after asks these, by token index.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from sitegen.annotate.quotation_marks import Quoted, paragraphs, quoted
from sitegen.model.text import Span

_FAR = 400
"""Tokens between a head and a child beyond which no sentence of prose relates them."""
_LINE_BREAK = re.compile(r"[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch in quotation marks, in tokens."""

    quoted: Quoted
    first: int
    """First token within the marks."""
    end: int
    """The token after the last one within them."""
    after: int
    """The token after the closing mark."""
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A parsed article: for every token, what the parser says, and where it stands."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lower: tuple[str, ...]
    small: frozenset[str]
    """Words that the article writes in small letters somewhere."""
    lemma: tuple[str, ...]
    pos: tuple[str, ...]
    tag: tuple[str, ...]
    dep: tuple[str, ...]
    head: tuple[int, ...]
    left: tuple[int, ...]
    """First token of the subtree."""
    right: tuple[int, ...]
    """The token after the last one of the subtree."""
    children: tuple[tuple[int, ...], ...]
    entity: tuple[str, ...]
    entities: tuple[tuple[int, int, str], ...]
    """Start and end token and label of each named entity."""
    sentence: tuple[int, ...]
    """First token of the sentence that the token stands in."""
    sentence_end: tuple[int, ...]
    """The token after the last one of that sentence."""
    paragraph: tuple[int, ...]
    """Number of the paragraph; single lines count where lines are not folded."""
    passages: tuple[Passage, ...]
    passage: tuple[int, ...]
    """Number of the quoted passage that the token stands in, its marks included; -1 outside."""

    def span(self, first: int, end: int) -> Span:
        """Return the code points of the tokens from first to before end."""
        return Span(self.starts[first], self.ends[end - 1])

    def __len__(self) -> int:
        return len(self.words)


def read(doc: Doc) -> Reading:
    """Return the reading of a parsed document."""
    text = doc.text
    tokens = tuple(doc)
    lower = tuple([t.lower_ for t in tokens])
    words = tuple([t.text for t in tokens])
    starts = tuple([t.idx for t in tokens])
    ends = tuple([start + len(word) for start, word in zip(starts, words, strict=True)])
    sentences = [i for i, t in enumerate(tokens) if i == 0 or t.is_sent_start]
    borders = _paragraphs(text, {starts[i] for i in sentences if i or tokens[i].is_sent_start})
    begins = [b.start for b in borders]
    passages = tuple([_passage(q, starts, ends, begins) for q in quoted(text, borders)])
    heads = tuple([t.head.i for t in tokens])
    return Reading(
        text=text,
        starts=starts,
        ends=ends,
        words=words,
        lower=lower,
        small=frozenset([word for word in words if word.islower()]),
        lemma=tuple([t.lemma_.lower() for t in tokens]),
        pos=tuple([t.pos_ for t in tokens]),
        tag=tuple([t.tag_ for t in tokens]),
        dep=tuple([t.dep_ for t in tokens]),
        head=heads,
        left=tuple([t.left_edge.i for t in tokens]),
        right=tuple([t.right_edge.i + 1 for t in tokens]),
        children=_children(heads),
        entity=tuple([t.ent_type_ for t in tokens]),
        entities=tuple([(e.start, e.end, e.label_) for e in doc.ents]),
        sentence=_running(len(starts), sentences),
        sentence_end=_ending(len(starts), sentences),
        paragraph=tuple([max(0, bisect_right(begins, s) - 1) for s in starts]),
        passages=passages,
        passage=_cover(len(starts), passages, starts),
    )


def _paragraphs(text: str, sentence_starts: set[int]) -> tuple[Span, ...]:
    """Return the paragraphs; every line is one where a sentence starts after each line break."""
    lines = [(m.start(), m.end()) for m in _LINE_BREAK.finditer(text)]
    if not all(end in sentence_starts for _, end in lines if end < len(text)):
        return paragraphs(text)
    cuts = [(0, 0), *lines, (len(text), len(text))]
    return tuple(Span(before[1], after[0]) for before, after in pairwise(cuts) if after[0] > before[1])


def _passage(q: Quoted, starts: Sequence[int], ends: Sequence[int], begins: Sequence[int]) -> Passage:
    first = bisect_right(ends, q.inner.start)
    end = bisect_left(starts, q.inner.end)
    after = bisect_left(starts, q.outer.end)
    number = max(0, bisect_right(begins, q.outer.start) - 1)
    return Passage(quoted=q, first=first, end=max(end, first + 1), after=max(after, end), paragraph=number)


def _children(heads: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i and abs(head - i) <= _FAR:
            below[head].append(i)
    return tuple(map(tuple, below))


def _running(length: int, starts: Sequence[int]) -> tuple[int, ...]:
    out, current = [], 0
    borders = set(starts)
    for i in range(length):
        current = i if i in borders else current
        out.append(current)
    return tuple(out)


def _ending(length: int, starts: Sequence[int]) -> tuple[int, ...]:
    return tuple(end for start, end in pairwise([*starts, length]) for _ in range(start, end))


def _cover(length: int, passages: Sequence[Passage], starts: Sequence[int]) -> tuple[int, ...]:
    out = [-1] * length
    for number, passage in enumerate(passages):
        opening = bisect_left(starts, passage.quoted.outer.start)
        for i in range(min(opening, passage.first), passage.after):
            out[i] = number
    return tuple(out)
