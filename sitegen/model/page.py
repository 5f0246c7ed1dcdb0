"""What templates see: a page depends on its view and on nothing else. The parts of views are in shown.py."""

from dataclasses import dataclass

from sitegen.model.data_pages import CalendarView, DataView, OpmlView, SchemaView
from sitegen.model.feeds import FeedsView, FeedView, MailView
from sitegen.model.machine_pages import (
    AssetView,
    HeadersView,
    NewsSitemapView,
    NotFoundView,
    RedirectsView,
    RedirectView,
    RobotsView,
    ShareView,
    SitemapIndexView,
    SitemapView,
)
from sitegen.model.pictures import Bar, Strip
from sitegen.model.search_pages import AToZView, SearchIndexView, SearchView
from sitegen.model.shown import (
    ArticleRef,
    Chrome,
    EditionItem,
    EventGroup,
    Head,
    IndexGroup,
    IndexItem,
    Link,
    Pagination,
    QuotationGroup,
    RoleLine,
    ShownCorrection,
    ShownDate,
    ShownEvent,
    ShownQuotation,
    Source,
    SpeakerCount,
)
from sitegen.model.text import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """article.html."""

    chrome: Chrome
    head: Head
    title: str
    byline: tuple[str, ...]
    language: str
    published: ShownDate
    updated: ShownDate | None
    """When its publisher last changed it; None: not known, or said by `published`."""
    evidence: str
    """Why this date, where it was inferred."""
    summary: str
    body: str
    """Markdown; an excerpt, or empty, by the republishing setting."""
    marks: tuple[Mark, ...]
    quotations: tuple[ShownQuotation, ...]
    timeline: tuple[EventGroup, ...]
    strip: Strip | None
    speakers: tuple[SpeakerCount, ...]
    sources: tuple[Source, ...]
    original: str
    """URL of the article at its publisher's; empty: not known."""
    corrections: tuple[ShownCorrection, ...]
    topics: tuple[Link, ...]
    story: Link | None
    """What it is a part of, told by several articles."""
    previous: Link | None
    next: Link | None
    neighbours_in: str
    """Name of the topic in which previous and next are, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """home.html: the latest edition, what is coming up, topics, who is speaking, the newest articles beside those of the edition."""

    chrome: Chrome
    head: Head
    edition: Link | None
    """The latest edition; None where no article has a day."""
    summary: str
    """Of the latest edition, in one sentence."""
    items: tuple[EditionItem, ...]
    articles: tuple[ArticleRef, ...]
    upcoming: tuple[ShownEvent, ...]
    topics: tuple[Link, ...]
    speakers: tuple[SpeakerCount, ...]
    pagination: Pagination


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveView:
    """archive.html: one page of all articles."""

    chrome: Chrome
    head: Head
    title: str
    articles: tuple[ArticleRef, ...]
    pagination: Pagination


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """index.html: all topics, speakers, stories, publishers or editions."""

    chrome: Chrome
    head: Head
    title: str
    groups: tuple[IndexGroup, ...]
    unit: str
    """What is counted: "articles", "quotations"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """topic.html."""

    chrome: Chrome
    head: Head
    title: str
    description: str
    parent: Link | None
    """The topic that it is a part of."""
    parts: tuple[Link, ...]
    """The topics that are a part of it."""
    timeline: tuple[EventGroup, ...]
    strip: Strip | None
    activity: tuple[Bar, ...]
    """Articles over time, oldest first; on its first page, and not where one bar would stand alone."""
    stories: tuple[IndexItem, ...]
    """Those told mostly by its articles, newest first."""
    articles: tuple[ArticleRef, ...]
    speakers: tuple[SpeakerCount, ...]
    pagination: Pagination


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """story.html: one happening over several articles."""

    chrome: Chrome
    head: Head
    title: str
    summary: str
    first: ShownDate
    last: ShownDate
    timeline: tuple[EventGroup, ...]
    strip: Strip | None
    quotations: tuple[ShownQuotation, ...]
    """Oldest first; each statement once, in its fullest words."""
    speakers: tuple[SpeakerCount, ...]
    articles: tuple[ArticleRef, ...]
    """Newest first."""
    topics: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionView:
    """edition.html: what one day or week brought."""

    chrome: Chrome
    head: Head
    title: str
    summary: str
    items: tuple[EditionItem, ...]
    more: tuple[ArticleRef, ...]
    """Articles below the stories."""
    upcoming: tuple[ShownEvent, ...]
    speakers: tuple[SpeakerCount, ...]
    corrections: tuple[tuple[ShownDate, Link], ...]
    """Articles that changed after the edition was closed, with the day."""
    mail: tuple[Link, ...]
    """The edition as e-mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherView:
    """publisher.html: what was taken from a publisher."""

    chrome: Chrome
    head: Head
    title: str
    url: str | None
    articles: tuple[ArticleRef, ...]
    speakers: tuple[SpeakerCount, ...]
    pagination: Pagination


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """speaker.html."""

    chrome: Chrome
    head: Head
    name: str
    initials: str
    also_known_as: tuple[str, ...]
    note: str
    roles: tuple[RoleLine, ...]
    years: tuple[QuotationGroup, ...]
    topics: tuple[Link, ...]
    mentions: tuple[Bar, ...]
    """Quotations over time, oldest first; on the first page, and not where one bar would stand alone."""
    pagination: Pagination


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSpeakerView:
    """topic_speaker.html: what somebody said about a topic."""

    chrome: Chrome
    head: Head
    speaker: Link
    topic: Link
    role: str
    """The latest role, or affiliation; or empty."""
    years: tuple[QuotationGroup, ...]
    topics: tuple[Link, ...]
    """The other topics on which the speaker is quoted, most often first."""
    pagination: Pagination


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """timeline.html: everything that has a date, by year."""

    chrome: Chrome
    head: Head
    groups: tuple[EventGroup, ...]
    years: tuple[Link, ...]
    """The pages of all years, newest first; none where one page has them all."""
    months: tuple[Link, ...]
    """The pages of the months of the year at hand, where it is full."""
    days: tuple[Link, ...]
    """The pages of the days of the month at hand, where it is full."""


View = (
    ArticleView
    | HomeView
    | ArchiveView
    | IndexView
    | TopicView
    | StoryView
    | EditionView
    | PublisherView
    | MailView
    | SpeakerView
    | TopicSpeakerView
    | TimelineView
    | FeedsView
    | NotFoundView
    | RedirectView
    | FeedView
    | CalendarView
    | DataView
    | OpmlView
    | SchemaView
    | AToZView
    | SearchIndexView
    | SearchView
    | ShareView
    | SitemapView
    | SitemapIndexView
    | NewsSitemapView
    | RobotsView
    | RedirectsView
    | HeadersView
    | AssetView
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One file of the output, before it is made."""

    path: str
    """Relative to the output folder, e.g. articles/x/index.html; ends with a slash: a folder of files, made at once."""
    template: str
    """Name of a template, e.g. article.html; or "rss", "atom", "json-feed", "calendar", "data", "opml", "schema", "search index", which no template makes."""
    view: View
    sources: tuple[str, ...] = ()
    """Content files that it shows, for explain."""
