"""What an article is, from the bytes of a source to an entry of the site."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sitegen.model.annotations import Annotations
from sitegen.model.when import UNKNOWN, When


class BodyPolicy(StrEnum):
    """How much of an article's body may be republished."""

    FULL = "full"
    EXCERPT = "excerpt"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """One source as it came, never changed."""

    path: str
    """Of the file, relative to seeds/, with forward slashes."""
    part: str = ""
    """Which part of the file it is, where the file holds several: the name in an archive, the URL in a WARC; parts of parts after a "#"."""
    media_type: str | None = None
    """As declared; None lets clean tell it from the content."""
    url: str | None = None
    fetched: str | None = None
    """ISO 8601 moment at which it was captured; nothing in it was published later."""
    data: bytes

    @property
    def name(self) -> str:
        """Return what an article names as its seed."""
        return f"{self.path}#{self.part}" if self.part else self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who published an article."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A clean article."""

    id: str = ""
    """Made once at ingest, never recomputed."""
    seeds: tuple[str, ...] = ()
    title: str
    byline: tuple[str, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    url: str | None = None
    published: When = UNKNOWN
    updated: When = UNKNOWN
    """When its publisher last changed it, where that is said and later than its publication."""
    language: str = "en"
    body: str
    """Markdown."""
    text: str
    """markup.visible_text(body): what spans count in."""
    removed: tuple[str, ...] = ()
    """Lines of the source that cleaning took out, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was corrected after publication, and when."""

    date: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article with its annotations and the editor's choices: one file of content/."""

    article: Article
    annotations: Annotations
    path: str
    """Relative to the site, with forward slashes."""
    topics: tuple[str, ...] = ()
    draft: bool = False
    corrections: tuple[Correction, ...] = ()
    aliases: tuple[str, ...] = ()
    body_policy: BodyPolicy | None = None
    """None: as the site has it."""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """1-based line of each key of the front matter, and of "body"."""
