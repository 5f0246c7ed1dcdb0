"""Markdown, once: what of it a reader sees, and that as HTML with marks over spans of it.

Raw HTML is off: what looks like a tag is shown as the words it is.
"""

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from functools import lru_cache
from html import escape
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from sitegen.model.text import Mark

BLOCK_BREAK = "\n\n"
"""Stands between two blocks of the visible text."""

_LIST_NUMBER_DIGITS = 9
"""CommonMark 5.2: an ordered list marker has at most nine."""

LinkTarget = Callable[[str], str]


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.add_render_rule("image", _render_image)
    return parser


def _render_image(_self: object, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: EnvType) -> str:
    """Render an image as a link to it: pages load nothing from other hosts. Inside a link there can be no other."""
    token = tokens[idx]
    words = escape(token.content or "Image")
    inside_link = sum(t.nesting for t in tokens[:idx] if t.type in {"link_open", "link_close"}) > 0
    return words if inside_link else f'<a href="{escape(str(token.attrs.get("src", "")))}">{words}</a>'


def _shown(token: Token) -> str:
    """Return the visible text of one inline token; an image has none."""
    match token.type:
        case "text" | "code_inline" | "text_special":
            return token.content
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case _:
            return ""


def _block_text(token: Token) -> str | None:
    if token.type == "inline":
        return "".join(_shown(child) for child in token.children or [])
    if token.type in {"fence", "code_block"}:
        return token.content.rstrip("\n")
    return None


def blocks(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield the 0-based source line and the visible text of each block that has some."""
    for token in _parser().parse(markdown):
        if text := _block_text(token):
            yield (token.map or [0])[0], text


def visible_text(markdown: str) -> str:
    """Return what a reader sees of it: blocks joined by an empty line, no markup, no image descriptions."""
    return BLOCK_BREAK.join(text for _, text in blocks(markdown))


def leading_blocks(markdown: str, limit: int) -> str:
    """Return the first whole blocks that together show at least so many code points; all of it where it is shorter."""
    shown, end = 0, 0
    lines = markdown.split("\n")
    for token in _parser().parse(markdown):
        if token.level == 0 and token.map:
            if shown >= limit:
                return "\n".join(lines[:end]).rstrip() + "\n"
            end = token.map[1]
        shown += len(_block_text(token) or "")
    return markdown


def line_of(markdown: str, offset: int) -> int:
    """Return the 0-based line of the Markdown in whose block this code point of the visible text stands."""
    end, found = 0, 0
    for line, text in blocks(markdown):
        found = line
        end += len(text) + len(BLOCK_BREAK)
        if offset < end:
            break
    return found


def escape_markdown(text: str) -> str:
    """Return plain text of one paragraph as Markdown that shows the same words."""
    shown = "".join("\\" + c if c in "\\`*_[]<>~|" else c for c in text)
    shown = shown.replace("&", "\\&")
    return "\n".join(_escape_line_start(line) for line in shown.split("\n"))


def _escape_line_start(line: str) -> str:
    """Keep a line from reading as a heading, a list item, a rule, a fence or indented code."""
    line = line.lstrip(" \t")
    if line[:1] in {"#", "+", "-", "="}:
        return "\\" + line
    digits = len(line) - len(line.lstrip("0123456789"))
    if 0 < digits <= _LIST_NUMBER_DIGITS and line[digits : digits + 1] in {".", ")"}:
        return line[:digits] + "\\" + line[digits:]
    return line


def to_html(markdown: str, marks: Sequence[Mark] = (), link: LinkTarget | None = None) -> str:
    """Return HTML with the marks around their words; link maps each address of a link or an image."""
    parser = _parser()
    tokens = parser.parse(markdown)
    marker = _Marker(tuple(sorted(marks, key=lambda m: (m.span.start, -m.span.end))))
    for token in tokens:
        text = _block_text(token) or ""
        after = marker.offset + len(text) + len(BLOCK_BREAK)
        if link:
            _relink(token.children or [], link)
        if text and marks and token.children:
            token.children = list(marker.run(token.children))
        if text:
            marker.offset = after
    return str(parser.renderer.render(tokens, parser.options, {}))


def _relink(tokens: Sequence[Token], link: LinkTarget) -> None:
    for token in tokens:
        for name in ("href", "src"):
            if name in token.attrs and token.type in {"link_open", "image"}:
                token.attrs[name] = link(str(token.attrs[name]))


class _Marker:
    """Lays marks into the inline tokens of one block after another."""

    def __init__(self, marks: tuple[Mark, ...]) -> None:
        self.marks = marks
        self.offset = 0
        self.open: list[Mark] = []
        self.begun: set[int] = set()
        self.notes: list[Mark] = []
        self.in_link = False

    def run(self, children: Sequence[Token]) -> Iterator[Token]:
        """Yield the block's tokens with those of the marks among them."""
        end = self.offset + sum(len(_shown(child)) for child in children)
        here = [m for m in self.marks if m.span.start < end and self.offset < m.span.end]
        for child in children:
            if child.nesting:
                yield from self._border(child)
            elif child.type == "text":
                yield from self._text(child, here)
            else:
                yield from self._whole(child, here)
        yield from self._close_to(0)
        yield from self._release()

    def _border(self, child: Token) -> Iterator[Token]:
        """Close the marks before the edge of another element; they open again after it."""
        yield from self._close_to(0)
        yield child
        if child.type in {"link_open", "link_close"}:
            self.in_link = child.nesting > 0
        yield from self._release()

    def _whole(self, child: Token, here: list[Mark]) -> Iterator[Token]:
        """Break or code: inside a mark only where the mark covers it."""
        end = self.offset + len(_shown(child))
        if end > self.offset:
            covering = [m for m in here if m.span.start <= self.offset and end <= m.span.end]
            yield from self._switch(covering)
        yield child
        self._advance(end, here)
        yield from self._finish()

    def _text(self, child: Token, here: list[Mark]) -> Iterator[Token]:
        start, end = self.offset, self.offset + len(child.content)
        cuts = {start, end} | {p for m in here for p in (m.span.start, m.span.end) if start < p < end}
        points = sorted(cuts)
        for a, b in pairwise(points):
            yield from self._switch([m for m in here if m.span.start <= a and b <= m.span.end])
            piece = copy(child)
            piece.content = child.content[a - start : b - start]
            yield piece
            self._advance(b, here)
            yield from self._finish()

    def _advance(self, to: int, here: list[Mark]) -> None:
        ended = [m for m in here if self.offset < m.span.end <= to]
        self.notes += [m for m in ended if m.note_href]
        self.offset = to

    def _finish(self) -> Iterator[Token]:
        """Close what ends here and set its note."""
        if any(m.span.end <= self.offset for m in self.open):
            keep = [m for m in self.open if m.span.end > self.offset]
            yield from self._switch(keep)
        yield from self._release()

    def _switch(self, wanted: list[Mark]) -> Iterator[Token]:
        same = 0
        for have, want in zip(self.open, wanted, strict=False):
            if have is not want:
                break
            same += 1
        yield from self._close_to(same)
        for mark in wanted[same:]:
            self.open.append(mark)
            yield self._opening(mark)

    def _close_to(self, depth: int) -> Iterator[Token]:
        while len(self.open) > depth:
            yield Token("mark_close", self.open.pop().tag, -1)

    def _opening(self, mark: Mark) -> Token:
        attributes: dict[str, str | int | float] = dict(mark.attributes)
        if mark.anchor and id(mark) not in self.begun:
            attributes = {"id": mark.anchor, **attributes}
        self.begun.add(id(mark))
        return Token("mark_open", mark.tag, 1, attrs=attributes)

    def _release(self) -> Iterator[Token]:
        """Set the notes that are due, once outside any link and any other mark."""
        if self.in_link or self.open:
            return
        for mark in self.notes:
            attrs: dict[str, str | int | float] = {"class": "note", "href": mark.note_href}
            if mark.note_label:
                attrs["aria-label"] = mark.note_label
            yield Token("link_open", "a", 1, attrs=attrs)
            yield Token("text", "", 0, content=mark.note_text)
            yield Token("link_close", "a", -1)
        self.notes = []
