"""Is a node of the front matter what its key asks for? Nodes in, typed values out; what does not fit is noted and left out."""

import math
from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from typing import TypeVar

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sitegen.content.findings import Findings, did_you_mean
from sitegen.content.strict_yaml import PLAIN, span

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

Fields = Mapping[str, Node]

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
"""YAML 1.2, core schema: nothing else is one."""

_MEANT = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}
_SHOWN = 40
"""Code points of a value shown in a message."""


class Schema:
    """Reads nodes; a value that does not fit is None, or missing from its list."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings

    def text(self, node: Node) -> str | None:
        """Return a scalar as it is written; None for null."""
        if not isinstance(node, ScalarNode):
            self.mistyped(node, "a text")
            return None
        return None if is_null(node) else str(node.value)

    def items(self, node: Node, read: Callable[[Node], T | None]) -> tuple[T, ...]:
        """Return the items of a list that could be read; null is an empty list."""
        if is_null(node):
            return ()
        if not isinstance(node, SequenceNode):
            hint = f"write [{node.value[:_SHOWN]}]" if isinstance(node, ScalarNode) else 'begin each item with "- "'
            self.mistyped(node, "a list", hint)
            return ()
        found = (read(item) for item in node.value)
        return tuple(item for item in found if item is not None)

    def texts(self, node: Node) -> tuple[str, ...]:
        """Return a list of texts."""
        return self.items(node, self.text)

    def flag(self, node: Node) -> bool:
        """Return true or false; anything else is false and noted."""
        if is_null(node):
            return False
        if isinstance(node, ScalarNode) and node.tag == PLAIN and node.value in _BOOLEANS:
            return _BOOLEANS[node.value]
        meant = _MEANT.get(str(node.value).lower(), "") if isinstance(node, ScalarNode) else ""
        self.mistyped(node, "true or false", f"did you mean {meant}?" if meant else "")
        return False

    def number(self, node: Node) -> float | None:
        """Return a finite number."""
        words = self.text(node)
        if words is None:
            return None
        try:
            number = float(words)
        except ValueError:
            number = math.nan
        if math.isfinite(number):
            return number
        self.mistyped(node, "a number")
        return None

    def count(self, node: Node) -> int | None:
        """Return a whole number from 1."""
        number = self.number(node)
        if number is None:
            return None
        if number >= 1 and number == int(number):
            return int(number)
        self.mistyped(node, "a whole number from 1")
        return None

    def choice(self, node: Node, choices: type[E]) -> E | None:
        """Return the member of an enumeration with that value."""
        words = self.text(node)
        if words is None:
            return None
        try:
            return choices(words)
        except ValueError:
            known = [str(member) for member in choices]
            hint = did_you_mean(words, known) or f"one of {', '.join(known)}"
            self.findings.error("value-unknown", span(node), f"{words[:_SHOWN]} is not known here", hint)
            return None

    def fields(self, node: Node, known: Collection[str]) -> Fields | None:
        """Return the values of a mapping by key; one that is not known is noted."""
        if not isinstance(node, MappingNode):
            self.mistyped(node, "a mapping", f"write {{{', '.join(f'{k}: …' for k in list(known)[:2])}}}")
            return None
        for key, _ in node.value:
            if key.value not in known:
                self.unknown(key, known)
        return {key.value: value for key, value in node.value}

    def unknown(self, key: Node, known: Collection[str]) -> None:
        """Note a key that nobody reads."""
        name = str(key.value)
        hint = did_you_mean(name, known) or f"known here: {', '.join(known)}"
        self.findings.warning("key-unknown", span(key), f"the key {name[:_SHOWN]} is not known and not read", hint)

    def required(self, fields: Fields, name: str, owner: Node) -> str | None:
        """Return the text of a key that must be there."""
        if name in fields and not isinstance(fields[name], ScalarNode):
            self.mistyped(fields[name], "a text")
            return None
        words = self.text(fields[name]) if name in fields else None
        if not words:
            self.findings.error("key-missing", span(owner), f"the key {name} is missing")
        return words or None

    def optional(self, fields: Fields, name: str) -> str | None:
        """Return the text of a key that may be missing."""
        return self.text(fields[name]) if name in fields else None

    def mistyped(self, node: Node, wanted: str, hint: str = "") -> None:
        """Note a value of another type than is wanted."""
        kinds: dict[type[Node], str] = {SequenceNode: "a list", MappingNode: "a mapping"}
        what = kinds.get(type(node)) or (f'"{node.value[:_SHOWN]}"' if node.value else "nothing")
        self.findings.error("value-type", span(node), f"{wanted} is wanted here, not {what}", hint)


def is_null(node: Node) -> bool:
    """Say whether a node says that there is nothing."""
    return isinstance(node, ScalarNode) and node.tag == PLAIN and node.value in _NULLS
