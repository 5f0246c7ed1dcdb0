"""What an editor sets: sitegen.toml, topics.toml, people.toml."""

from dataclasses import dataclass
from enum import StrEnum

from sitegen.model.article import BodyPolicy


class Period(StrEnum):
    """What an edition covers."""

    DAY = "day"
    WEEK = "week"


class ThemeName(StrEnum):
    """A theme that comes with sitegen."""

    DEFAULT = "default"
    DENSE = "dense"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A value of the stylesheet that the editor sets: one line of [tokens] or [tokens.dark], and where it stands."""

    name: str
    """Of a custom property, without its two hyphens."""
    value: str
    dark: bool = False
    path: str = "sitegen.toml"
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedSetting:
    """A feed, or a single page, that `sitegen fetch` follows: one [[feeds]] table."""

    url: str
    name: str = ""
    """Of the publisher, where the source does not say it."""
    pages: bool = True
    """Also fetch the pages that its items link to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherSetting:
    """What may be republished of a publisher: one [[publishers]] table; the first that matches counts."""

    name: str = ""
    """As articles name it, letter case aside; empty: any."""
    host: str = ""
    """Of the article's address, subdomains included; empty: any."""
    body: BodyPolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSetting:
    """How `sitegen fetch` behaves: the [fetch] table."""

    pause: float = 1.0
    """Seconds between two requests to one host."""
    timeout: float = 20.0
    """Seconds for one answer."""
    max_bytes: int = 10_000_000
    """Of one answer, unpacked."""
    allow_private: bool = False
    """Also fetch from loopback and private addresses."""
    contact: str = ""
    """Address or URL told to servers in the User-Agent."""


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
    hub: str = ""
    """URL of a WebSub hub that tells readers at once; empty: none."""
    max_topics: int = 40
    """Topics proposed from the collection where no topics.toml is."""
    editions: Period = Period.DAY
    """A day from midnight to midnight, or a week from Monday to Sunday, in the site's time zone."""
    theme: ThemeName = ThemeName.DEFAULT
    tokens: tuple[Token, ...] = ()
    share_images: bool = True
    """Make a picture for each page that is likely to be passed on."""
    search: bool = True
    """Whether the site has a search page, with the index behind it."""
    feeds: tuple[FeedSetting, ...] = ()
    publishers: tuple[PublisherSetting, ...] = ()
    fetch: FetchSetting = FetchSetting()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSetting:
    """A topic as the editor wrote it."""

    id: str
    name: str
    description: str = ""
    keywords: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    """Other names of the topic."""
    parent: str = ""
    """Id of the topic that it is a part of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSetting:
    """What the editor decided about a person's names."""

    name: str
    same: tuple[str, ...] = ()
    """Other names of the same person."""
    different: tuple[str, ...] = ()
    """Names that look like forms of this one and are another person's."""
    articles: tuple[str, ...] = ()
    """Ids of the articles in which it is this person, where another has the same name; empty: in all."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything an editor set, read and checked."""

    config: Config = Config()
    topics: tuple[TopicSetting, ...] = ()
    people: tuple[PersonSetting, ...] = ()
