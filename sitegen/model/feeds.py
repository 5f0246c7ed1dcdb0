"""The views of what readers subscribe to: feeds in every form, the page about them, editions as e-mail."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sitegen.model.shown import Chrome, EditionItem, Head, Link, ShownEvent, ShownFeed, SpeakerCount


class FeedForm(StrEnum):
    """How a feed is written."""

    RSS = "rss"
    ATOM = "atom"
    JSON = "json-feed"


FORM_NAMES: Mapping[FeedForm, str] = {FeedForm.RSS: "RSS", FeedForm.ATOM: "Atom", FeedForm.JSON: "JSON"}
"""As readers know them."""
MEDIA_TYPES: Mapping[FeedForm, str] = {
    FeedForm.RSS: "application/rss+xml",
    FeedForm.ATOM: "application/atom+xml",
    FeedForm.JSON: "application/feed+json",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One entry of a feed."""

    guid: str
    """Permanent: an article's id, or what hangs on it."""
    uri: str
    """The same as a URI, for Atom."""
    title: str
    address: str
    summary: str
    body: str
    """Markdown, by the republishing setting."""
    date: str
    """ISO 8601 with offset."""
    updated: str = ""
    """ISO 8601 with offset, where it changed on a later day; not in the future."""
    language: str = ""
    """Of the entry's words, where it is known."""
    original: str = ""
    """URL of what it was taken from, or empty."""
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """feed.xml (RSS), atom.xml (Atom) or feed.json (JSON Feed)."""

    form: FeedForm
    uri: str
    """Permanent name of the feed, no address; another site's feeds have others."""
    title: str
    description: str
    site: str
    """The site's title."""
    base_url: str
    language: str
    address: str
    page: str
    """Address of the page it belongs to."""
    hub: str
    """URL of the WebSub hub, or empty."""
    items: tuple[FeedItem, ...]
    """Newest first; none in the future."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsView:
    """feeds.html: what one can subscribe to, in words."""

    chrome: Chrome
    head: Head
    site: tuple[ShownFeed, ...]
    """Everything, the editions, the timeline."""
    topics: tuple[ShownFeed, ...]
    speakers: tuple[ShownFeed, ...]
    """Those who are quoted in the most articles."""
    stories: tuple[ShownFeed, ...]
    """The newest."""
    mail: tuple[Link, ...]
    """The latest edition as e-mail; empty: there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailView:
    """email.html and email.txt: an edition as e-mail, short enough for every client."""

    chrome: Chrome
    title: str
    address: str
    """Of the edition's page."""
    summary: str
    items: tuple[EditionItem, ...]
    more: tuple[Link, ...]
    """The first of the articles below the stories."""
    left_out: int
    """How many articles stand on the edition's page alone."""
    upcoming: tuple[ShownEvent, ...]
    speakers: tuple[SpeakerCount, ...]
