"""What do the keys that an editor owns say? Nodes of the front matter in, the parts of an Article and an Entry out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from yaml.nodes import Node, ScalarNode, SequenceNode

from sitegen.content.dates import DATE_HINT, bound, date_value
from sitegen.content.schema import Fields, Schema, is_null
from sitegen.content.strict_yaml import span
from sitegen.model.article import BodyPolicy, Correction, Publisher
from sitegen.model.when import UNKNOWN, How, When

EDITOR_KEYS = (
    "id",
    "seeds",
    "title",
    "byline",
    "url",
    "language",
    "published",
    "published_between",
    "published_evidence",
    "published_from",
    "updated",
    "publishers",
    "topics",
    "draft",
    "corrections",
    "aliases",
    "body",
)
"""In the order in which they are written."""

WHEN_KEYS = frozenset({"published", "published_between", "published_evidence", "published_from"})
_IN_NO_ID = frozenset("/\\?#%\"'<>")
"""Would lead an address elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorKeys:
    """What the editor's keys say; what is missing is as if never written."""

    id: str | None
    seeds: tuple[str, ...]
    title: str | None
    byline: tuple[str, ...]
    url: str | None
    language: str
    published: When
    updated: When
    publishers: tuple[Publisher, ...]
    topics: tuple[str, ...]
    draft: bool
    corrections: tuple[Correction, ...]
    aliases: tuple[str, ...]
    body_policy: BodyPolicy | None


def read_editor_keys(keys: Fields, schema: Schema) -> EditorKeys:
    """Return what the editor's keys say."""
    reader = _Reader(keys, schema)
    return EditorKeys(
        id=reader.identity(),
        seeds=reader.texts("seeds"),
        title=reader.text("title"),
        byline=reader.texts("byline"),
        url=reader.url("url"),
        language=reader.text("language") or "en",
        published=reader.published(),
        updated=When(value=reader.date("updated")),
        publishers=reader.publishers(),
        topics=reader.texts("topics"),
        draft="draft" in keys and schema.flag(keys["draft"]),
        corrections=reader.corrections(),
        aliases=reader.texts("aliases"),
        body_policy=schema.choice(keys["body"], BodyPolicy) if "body" in keys else None,
    )


class _Reader:
    """Reads one key after the other; a key that is not there is nothing."""

    def __init__(self, keys: Mapping[str, Node], schema: Schema) -> None:
        self.keys = keys
        self.schema = schema
        self.findings = schema.findings

    def text(self, name: str) -> str | None:
        return self.schema.text(self.keys[name]) if name in self.keys else None

    def texts(self, name: str) -> tuple[str, ...]:
        return self.schema.texts(self.keys[name]) if name in self.keys else ()

    def identity(self) -> str | None:
        words = self.text("id")
        if words is None or not words:
            return None
        sound = words.isprintable() and not _IN_NO_ID & set(words) and " " not in words and words.strip(".")
        if not sound:
            hint = "letters, digits and hyphens"
            self.findings.error("id-unsafe", span(self.keys["id"]), "an id is part of an address", hint)
        return words

    def url(self, name: str) -> str | None:
        return self.address(self.keys[name]) if name in self.keys else None

    def address(self, node: Node) -> str | None:
        """Return an absolute address of the web; nothing else is ever linked to."""
        words = self.schema.text(node)
        if words is None or words.lower().startswith(("http://", "https://")):
            return words
        hint = "begin with https://"
        self.findings.warning("url-not-absolute", span(node), "this is no address of the web and left out", hint)
        return None

    def published(self) -> When:
        if not WHEN_KEYS & self.keys.keys():
            return UNKNOWN
        how = self.schema.choice(self.keys["published_from"], How) if "published_from" in self.keys else None
        earliest, latest = self.between()
        return When(
            value=self.date("published"),
            earliest=earliest,
            latest=latest,
            how=how or How.EDITOR,
            evidence=self.text("published_evidence") or "",
        )

    def date(self, name: str) -> str | None:
        node = self.keys.get(name)
        words = self.schema.text(node) if node else None
        return self.date_of(node, words) if node and words is not None else None

    def date_of(self, node: Node, words: str) -> str | None:
        value = date_value(words)
        if value is None:
            self.findings.error("date-invalid", span(node), f'"{words[:40]}" is no date', DATE_HINT)
        return value

    def between(self) -> tuple[datetime | None, datetime | None]:
        node = self.keys.get("published_between")
        if node is None or is_null(node):
            return None, None
        bounds = self.schema.items(node, lambda item: item)
        if len(bounds) == len(("first", "last")):
            first, last = self.bound(bounds[0], is_end=False), self.bound(bounds[1], is_end=True)
            if first is None or last is None or first <= last:
                return first, last
            self.findings.error("date-order", span(node), "the first date is after the second")
        elif isinstance(node, SequenceNode):
            self.schema.mistyped(node, "a pair of dates", 'write ["2024-11-19", "2024-11-21"]')
        return None, None

    def bound(self, node: Node, *, is_end: bool) -> datetime | None:
        words = self.schema.text(node)
        if words is None:
            return None
        moment = bound(words, is_end=is_end)
        if moment is None:
            hint = 'a day, or a moment as "2024-11-19T10:30:00+05:30"'
            self.findings.error("date-invalid", span(node), f'"{words[:40]}" is no day and no moment', hint)
        return moment

    def publishers(self) -> tuple[Publisher, ...]:
        return self.schema.items(self.keys["publishers"], self.publisher) if "publishers" in self.keys else ()

    def publisher(self, node: Node) -> Publisher | None:
        """Read a mapping, or only a name."""
        if isinstance(node, ScalarNode):
            name = self.schema.text(node)
            return Publisher(name=name) if name else None
        fields = self.schema.fields(node, ("name", "url"))
        name = self.schema.required(fields, "name", node) if fields is not None else None
        if fields is None or name is None:
            return None
        return Publisher(name=name, url=self.address(fields["url"]) if "url" in fields else None)

    def corrections(self) -> tuple[Correction, ...]:
        return self.schema.items(self.keys["corrections"], self.correction) if "corrections" in self.keys else ()

    def correction(self, node: Node) -> Correction | None:
        fields = self.schema.fields(node, ("date", "text"))
        if fields is None:
            return None
        words = self.schema.required(fields, "date", node)
        text = self.schema.required(fields, "text", node)
        date = self.date_of(fields["date"], words) if words else None
        return Correction(date=date, text=text) if date and text else None
