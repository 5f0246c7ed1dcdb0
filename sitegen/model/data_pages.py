"""The views of pages that no template makes, but for feeds: documents of data, their schemas, calendars."""

from dataclasses import dataclass

from sitegen.model.data import Address, Document


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """A document of /api/."""

    base_url: str
    schema: Address
    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaView:
    """A JSON Schema, as text."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """A scheduled event of whole days."""

    uid: str
    """Permanent: of the oldest article that tells it."""
    words: str
    notes: tuple[str, ...]
    """Doubts about its date, in words."""
    sources: tuple[tuple[str, str], ...]
    """Title, and address of the words, of each article that tells it."""
    first: str
    last: str
    """ISO days, both included."""
    stamp: str
    """ISO 8601 moment in UTC: publication of the newest article that tells it."""
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView:
    """calendar.ics."""

    name: str
    description: str
    base_url: str
    address: str
    page: str
    """Address of the page it belongs to."""
    events: tuple[CalendarEvent, ...]
    """By day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedOutline:
    """A feed in the list of all."""

    group: str
    """Under which it stands; or empty."""
    title: str
    description: str
    address: str
    page: str
    """Address of the page it belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpmlView:
    """opml.xml: all feeds of the site."""

    title: str
    base_url: str
    language: str
    feeds: tuple[FeedOutline, ...]
