"""How do new lines get into a content file so that every other byte stays? A file taken apart and edits of it in, its new text out."""

from collections.abc import Iterable, Sequence

from sitegen.content.findings import BREAK
from sitegen.content.front_matter import Document
from sitegen.model.text import Span

Edit = tuple[Span, str]
"""Where, and what stands there then; with line feeds."""


def place_of(document: Document, name: str, order: Sequence[str]) -> Span:
    """Return where a key that is not there belongs: after the one before it in this order, else before the next, else last."""
    present = [other for other in order if other in document.keys]
    before = [document.keys[other].lines.end for other in present if order.index(other) < order.index(name)]
    after = [document.keys[other].lines.start for other in present if order.index(other) > order.index(name)]
    if after and not before:
        ends = [key.lines.end for key in document.keys.values() if key.lines.end <= after[0]]
        before = [max(ends, default=after[0])]
    end = before[-1] if before else document.head_end
    return Span(end, end)


def written(document: Document, text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits made, broken into lines as it was; with front matter of its own where it had none."""
    first_break = BREAK.search(text)
    line_break = first_break[0] if first_break else "\n"
    if document.head_end:
        return _spliced(text, ((at, lines.replace("\n", line_break)) for at, lines in edits))
    lines = "".join(lines for _, lines in edits)
    gap = "" if text.startswith(("\n", "\r")) else "\n"
    return f"---\n{lines}---\n{gap}".replace("\n", line_break) + text


def _spliced(text: str, edits: Iterable[Edit]) -> str:
    parts: list[str] = []
    position = 0
    for at, lines in sorted(edits, key=lambda edit: edit[0]):
        parts += (text[position : at.start], lines)
        position = at.end
    return "".join((*parts, text[position:]))
