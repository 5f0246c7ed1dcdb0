"""What does a YAML text say, and where does each part of it stand? One mapping; plain text everywhere; nothing clever.

Composed by libyaml into nodes whose marks count code points. Values get their types from schema.py, so `no`, `12:30` and
dates stay the text that they are.
"""

import re
from collections.abc import Iterator

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sitegen.content.findings import Findings
from sitegen.model.text import Span

try:
    from yaml import CSafeLoader as _Base
except ImportError:  # PyYAML without libyaml: the same, twenty times slower
    from yaml import SafeLoader as _Base  # type: ignore[assignment]  # another class of the same interface

PLAIN = "plain"
QUOTED = "quoted"
"""The tags of our nodes: how a scalar was written; any other tag was written by the author."""

MAX_DEPTH = 16
"""Levels of nesting; the schema has four."""

_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.2 does not allow raw; also U+0085, U+2028 and U+2029, line breaks in YAML 1.1 only, and a BOM."""

_MAYBE_ANCHOR = re.compile(r"(?:^|[\s\[{,:?-])[&*][^\s,\]}]", re.MULTILINE)

_HINTS = (
    ("mapping values are not allowed", 'text with ": " in it goes into quotation marks'),
    ("could not find expected ':'", 'is a ":" missing, or the closing "---"?'),
    (
        "cannot start any token",
        "indent with spaces, not tabs; text that begins with @, ` or % goes into quotation marks",
    ),
    ("unexpected end of stream", "is a quotation mark or a bracket not closed?"),
    ("expected ',' or", "is a comma, a bracket or a quotation mark missing?"),
    ("expected <block end>", "lines of the same list or mapping begin in the same column"),
    ("unknown escape character", r"in double quotation marks a backslash is written \\"),
    ("invalid Unicode character escape", "that is no character"),
)


class TooDeepError(yaml.MarkedYAMLError):
    """The text nests deeper than anything that is meant for us."""


class Strictness:
    """What our loaders have in common: no types, no depth."""

    depth = 0

    def resolve(self, kind: type[Node], _value: object, implicit: object) -> str:
        """Tell how a node was written instead of guessing a type."""
        return QUOTED if kind is ScalarNode and isinstance(implicit, tuple) and not implicit[0] else PLAIN

    def descend_resolver(self, parent: Node | None, _index: object) -> None:
        """Stop before the nesting exhausts the stack."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            mark = parent.start_mark if parent else None
            raise TooDeepError(problem="nested too deep", problem_mark=mark)

    def ascend_resolver(self) -> None:
        """Come back from a node."""
        self.depth -= 1


class StrictLoader(Strictness, _Base):
    """The loader in use."""


def span(node: Node) -> Span:
    """Return where a node stands."""
    return Span(node.start_mark.index, node.end_mark.index)


def compose(text: str, findings: Findings) -> Node | None:
    """Return the node of the text, or None with what is wrong with it noted."""
    looks_clean = text.replace("\n", "").isprintable()  # many times faster, and nearly always so
    if bad := None if looks_clean else _UNREADABLE.search(text):
        name = f"U+{ord(bad[0]):04X}"
        hint = f'delete it, or write it as "\\u{ord(bad[0]):04x}" in double quotation marks'
        findings.error(
            "yaml-character", Span(*bad.span()), f"the character {name} must not stand in front matter", hint
        )
        return None
    try:
        if ("&" in text or "*" in text) and _MAYBE_ANCHOR.search(text) and _has_anchor(text, findings):
            return None
        root: Node | None = StrictLoader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        _note(error, text, findings)
        return None
    if root is None or (isinstance(root, ScalarNode) and root.tag == PLAIN and not root.value):
        return MappingNode(PLAIN, [], flow_style=False)
    faults = list(_faults(root))
    for code, node, message, hint in faults:
        findings.error(code, span(node), message, hint)
    return None if faults else root


def _note(error: yaml.MarkedYAMLError, text: str, findings: Findings) -> None:
    problem = error.problem or "not YAML"
    is_open = "end of stream" in problem  # then what was never closed tells more than the end
    mark = (error.context_mark if is_open else None) or error.problem_mark or error.context_mark
    start = min(mark.index, max(len(text) - 1, 0)) if mark else 0
    context = f" {error.context}" if error.context else ""
    hint = next((hint for words, hint in _HINTS if words in problem), "")
    code = "yaml-nesting" if isinstance(error, TooDeepError) else "yaml-syntax"
    findings.error(code, Span(start, start + 1), problem + context, hint)


def _has_anchor(text: str, findings: Findings) -> bool:
    """Look for anchors and aliases, which composing would resolve unseen."""
    depth = 0
    for event in yaml.parse(text, Loader=StrictLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            return False  # composing will say so
        if getattr(event, "anchor", None) is not None:
            at = Span(*(mark.index for mark in (event.start_mark, event.end_mark) if mark))
            hint = "write the value out; text that begins with & or * goes into quotation marks"
            findings.error("yaml-anchor", at, "anchors and aliases are not used here", hint)
            return True
    return False


def _faults(node: Node) -> Iterator[tuple[str, Node, str, str]]:
    """Yield what composing lets pass: tags, keys given twice, keys that are not text."""
    if node.tag not in {PLAIN, QUOTED}:
        yield (
            "yaml-tag",
            node,
            f"the tag {node.tag} is not used here",
            "text that begins with ! goes into quotation marks",
        )
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _faults(item)
    elif isinstance(node, MappingNode):
        yield from _key_faults(node)
        for _, value in node.value:
            if not isinstance(value, ScalarNode) or value.tag not in {PLAIN, QUOTED}:
                yield from _faults(value)


def _key_faults(node: MappingNode) -> Iterator[tuple[str, Node, str, str]]:
    seen: set[str] = set()
    for key, _ in node.value:
        if not isinstance(key, ScalarNode) or key.tag not in {PLAIN, QUOTED}:
            yield "yaml-key", key, "a key must be text", ""
        elif key.value in seen:
            yield "yaml-duplicate-key", key, f"the key {key.value} stands here a second time", "keep one of the two"
        else:
            seen.add(key.value)
