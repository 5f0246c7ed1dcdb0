"""Where in a content file are the front matter, its keys and the body? Nothing is stripped, so every position holds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from frontmatter.default_handlers import YAMLHandler
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from sitegen.content.findings import BREAK, Findings
from sitegen.content.strict_yaml import compose, span
from sitegen.model.text import Span

BOM = "\ufeff"

_FENCE = re.compile(r"---(?:(?<=\A---)|(?<=[\r\n]---))[ \t]*(?=[\r\n]|\Z)")
"""A line of its own. Looks back after the literal, which the search then runs for: ten times faster."""

_BLANK = " \t\r\n"
_EMPTY_LINE = re.compile(r"[ \t]*(?:\r\n|\n|\r)")
_LAST_BREAK = re.compile(r"(?:\r\n|\n|\r)\Z")


class FrontMatterHandler(YAMLHandler):
    """python-frontmatter's YAML, strict and with positions.

    The first part keeps the opening fence: to YAML it is the start of a document, and all offsets are those of the file.
    """

    FM_BOUNDARY = _FENCE

    def __init__(self, findings: Findings) -> None:
        super().__init__()
        self._findings = findings

    def detect(self, text: str) -> bool:
        """Say whether the file begins with a fence, empty lines aside."""
        return _FENCE.match(text, _margin(text)) is not None

    def split(self, text: str) -> tuple[str, str]:
        """Return the front matter with its opening fence, and all from the closing fence on; that is empty if there is none."""
        opening = _FENCE.match(text, _margin(text))
        closing = _FENCE.search(text, opening.end()) if opening else None
        return (text[: closing.start()], text[closing.start() :]) if closing else (text, "")

    def load(self, fm: str, **_settings: object) -> Any:  # noqa: ANN401 - as the base class has it
        """Return the composed front matter, None where it is not sound."""
        return compose(fm, self._findings)


def _margin(text: str) -> int:
    return len(text) - len(text.lstrip(_BLANK))


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key of the front matter."""

    node: Node
    value: Node
    lines: Span
    """From the start of its line to the end of its last, that line's break included; comments within it are part of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A content file taken apart; offsets count in its text without a BOM."""

    keys: Mapping[str, Key]
    indent: int
    """Of the keys; 0 but for rare hands."""
    head_end: int
    """Where the closing fence stands; 0 where there is no front matter."""
    body_start: int
    body: str


def take_apart(findings: Findings) -> Document | None:
    """Return the parts of the file, None where its front matter is not sound."""
    text = findings.text
    handler = FrontMatterHandler(findings)
    if not handler.detect(text):
        body_start, body = _body(text, 0)
        return Document(keys={}, indent=0, head_end=0, body_start=body_start, body=body)
    head, rest = handler.split(text)
    if not rest:
        at = Span(_margin(text), _margin(text) + 3)
        findings.error(
            "front-matter-unclosed", at, "the front matter is not closed", 'put a line "---" after its last key'
        )
        return None
    root: Node | None = handler.load(head)
    if root is None or not isinstance(root, MappingNode) or root.flow_style:
        _note_shape(root, findings)
        return None
    fence = _EMPTY_LINE.match(rest, 3)
    body_start, body = _body(text, len(head) + (fence.end() if fence else len(rest)))
    keys = _keys(root, head)
    indent = root.start_mark.column if root.value else 0
    return Document(keys=keys, indent=indent, head_end=len(head), body_start=body_start, body=body)


def _body(text: str, start: int) -> tuple[int, str]:
    """Return the body without the empty line before it and the line break at its end."""
    empty = _EMPTY_LINE.match(text, start)
    begin = empty.end() if empty else start
    body = text[begin:]
    last = _LAST_BREAK.search(body, max(len(body) - 2, 0))
    return begin, body[: last.start()] if last else body


def _note_shape(root: Node | None, findings: Findings) -> None:
    if root is not None:
        what = {SequenceNode: "a list", ScalarNode: "a text"}.get(type(root), "one pair of braces")
        findings.error(
            "front-matter-shape", span(root), f"the front matter is {what}", "write lines of the form key: value"
        )


def _keys(root: MappingNode, head: str) -> dict[str, Key]:
    if not root.value:
        return {}
    margin = root.start_mark.column
    starts = [key.start_mark.index - key.start_mark.column for key, _ in root.value]
    ends = [*starts[1:], len(head)]
    return {
        key.value: Key(
            node=key,
            value=value,
            lines=Span(start, _end(head, Span(_solid_end(value, key.end_mark.index), end), margin)),
        )
        for (key, value), start, end in zip(root.value, starts, ends, strict=True)
    }


def _solid_end(node: Node, before: int) -> int:
    """Return an offset up to which the value surely reaches; libyaml's end marks of blocks swallow comments after them."""
    if isinstance(node, ScalarNode):
        is_block = node.style in {"|", ">"}
        return max(before, int(node.start_mark.index if is_block else node.end_mark.index)) if node.value else before
    if not isinstance(node, CollectionNode) or (not node.value and not node.flow_style):
        return before
    if node.flow_style:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _solid_end(last[1], last[0].end_mark.index) if isinstance(node, MappingNode) else _solid_end(last, before)


def _end(head: str, rest: Span, margin: int) -> int:
    """Return where the lines of a key end: empty lines and comments at the margin before the next key are not its own."""
    end = position = rest.start
    while position < rest.end:
        line_break = BREAK.search(head, position, rest.end)
        after = line_break.end() if line_break else rest.end
        is_tail = position == rest.start  # what follows the value on its own line
        if is_tail or not _is_margin(head[position:after], margin):
            end = after
        position = after
    return end


def _is_margin(line: str, margin: int) -> bool:
    """Say whether a line is empty or a comment that begins where keys begin."""
    words = line.lstrip(" ")
    return not words.strip() or (words[0] == "#" and len(line) - len(words) <= margin)
