"""What an editor sets: sitegen.toml, topics.toml, people.toml."""

from dataclasses import dataclass

from sitegen.model.article import BodyPolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """sitegen.toml, or [tool.sitegen] in pyproject.toml."""

    title: str = "News digest"
    description: str = ""
    base_url: str = "http://localhost:8000/"
    """Absolute, ends with a slash."""
    language: str = "en"
    timezone: str = "UTC"
    """IANA name; a bare date is a day there."""
    body: BodyPolicy = BodyPolicy.FULL
    min_confidence: float = 0.0
    """A quotation below it is shown as unattributed."""
    per_page: int = 20
    """Articles on a page of a list."""
    feed_items: int = 50
    """Newest articles in a feed."""
    max_topics: int = 40
    """Topics proposed from the collection where no topics.toml is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSetting:
    """A topic as the editor wrote it."""

    id: str
    name: str
    description: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSetting:
    """What the editor decided about a person's names."""

    name: str
    same: tuple[str, ...] = ()
    """Other names of the same person."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything an editor set, read and checked."""

    config: Config = Config()
    topics: tuple[TopicSetting, ...] = ()
    people: tuple[PersonSetting, ...] = ()
