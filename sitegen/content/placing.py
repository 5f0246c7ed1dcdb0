"""Which spans of the visible text does an item of the front matter mean? Words of the item in, spans out.

Words that are not in the text: an error where the key is the editor's, a warning where it is the machine's.
"""

from collections.abc import Callable, Iterable, Sequence

from yaml.nodes import Node, SequenceNode

from sitegen.content.anchors import Words
from sitegen.content.schema import Fields, Schema
from sitegen.content.strict_yaml import span
from sitegen.model.text import Span

_SHOWN = 60
"""Code points of missing words shown in a message."""


class Placing:
    """Finds the words of one key's items."""

    def __init__(self, schema: Schema, words: Words, *, is_kept: bool) -> None:
        self.schema = schema
        self.findings = schema.findings
        self.words = words
        self.is_kept = is_kept

    def content(self, fields: Fields, node: Node, code: str) -> tuple[Span, ...]:
        """Return the places of the words of an item: of all its pieces, or of none."""
        pieces = self._pieces(fields, node)
        places: list[Span] = []
        for piece, number in zip(pieces, self._numbers(fields, len(pieces)), strict=True):
            words = self.schema.text(piece) or ""
            place = self.words.nth(words, number) if number else self._next(words, places)
            if place is None:
                self._gone(piece, words, code)
                return ()
            places.append(place)
        return tuple(places)

    def part(self, fields: Fields, name: str, found: Callable[[str], Span | None]) -> Span | None:
        """Return the place of a cue, a source or an expression; an item can do without them."""
        words = self.schema.text(fields[name]) if name in fields else None
        if not words:
            return None
        number = self.schema.count(fields[f"{name}_nth"]) if f"{name}_nth" in fields else None
        place = self.words.nth(words, number) if number else found(words)
        if place is None:
            self._gone(fields[name], words, f"{name}-not-in-body")
        return place

    def _pieces(self, fields: Fields, node: Node) -> Sequence[Node]:
        text = fields.get("text")
        if isinstance(text, SequenceNode) and text.value:
            return list(text.value)
        return [fields["text"]] if self.schema.required(fields, "text", node) else []

    def _numbers(self, fields: Fields, count: int) -> list[int | None]:
        node = fields.get("nth")
        items: Iterable[Node] = () if node is None else node.value if isinstance(node, SequenceNode) else [node]
        return [*(self.schema.count(item) for item in items), *[None] * count][:count]

    def _next(self, words: str, before: Sequence[Span]) -> Span | None:
        """Return the first place of a piece after the piece before it, else the first of all."""
        after = self.words.first(words, before[-1].end) if before else None
        return after or self.words.first(words)

    def _gone(self, node: Node, words: str, code: str) -> None:
        """Note words that are not in the text, or not as often as their number says."""
        shown = f'"{words[:_SHOWN]}…"' if len(words) > _SHOWN else f'"{words}"'
        if not self.is_kept:
            self.findings.warning(code, span(node), f"no longer in the body, left out: {shown}")
            return
        alike = self.words.alike(words)
        hint = f'the body has "{alike}"' if alike else "copy the words from the body, or delete the item"
        self.findings.error(code, span(node), f"these words are not in the body: {shown}", hint)
