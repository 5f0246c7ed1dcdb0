"""What the digest is as data: the documents of /api/ and of `sitegen export json`, and calendars.

The second argument of Annotated is what the JSON Schema and docs/data.md say of a field: readers of the data see it, so it stands where a program can read it.
"""

from dataclasses import dataclass
from typing import Annotated

from sitegen.model.annotations import Aspect, Manner, SpeakerKind
from sitegen.model.article import BodyPolicy

VERSION = 1
"""Of the documents: raised when a field is removed or means something else; a new field does not raise it."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address of the site; in JSON the absolute URL."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleName:
    """An article as statements and events name it: enough to cite it."""

    id: Annotated[str, "Permanent; also the id of its entry in the feeds"]
    title: str
    published: Annotated[str | None, "ISO 8601, as precise as known; null: no single value is known"]
    publishers: Annotated[tuple[str, ...], "Names"]
    source: Annotated[str | None, "URL of the original"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleListed:
    """An article as lists name it."""

    id: Annotated[str, "Permanent; also the id of its entry in the feeds"]
    title: str
    published: Annotated[str | None, "ISO 8601, as precise as known; null: no single value is known"]
    page: Address
    data: Annotated[Address, "Its document"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A speaker, topic or story as other documents name it."""

    slug: str
    name: str
    page: Address
    data: Annotated[Address, "Its document"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A speaker, topic or story with how much there is of it."""

    slug: str
    name: str
    count: Annotated[int, "Of its quotations, for a speaker; of its articles, for a topic or a story"]
    page: Address
    data: Annotated[Address, "Its document"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSpeaker:
    """Who said it, in the role that the article gives."""

    slug: Annotated[str | None, "Of the speaker over all articles"]
    name: Annotated[str, "As this article has it"]
    kind: SpeakerKind
    role: Annotated[str | None, "At the time"]
    affiliation: Annotated[str | None, "At the time"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Another article that has the same statement or tells the same event."""

    article: ArticleName
    link: Annotated[Address, "Of the words there"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataQuotation:
    """A statement."""

    id: Annotated[str, "Unique within the site"]
    pieces: Annotated[tuple[str, ...], "Its words; more than one piece where a cue breaks it"]
    manner: Annotated[Manner, "Only direct words, and the quoted ones of mixed, are the speaker's own"]
    cue: Annotated[str, "The words that report it: said, denied; empty where there are none"]
    speaker: Annotated[DataSpeaker | None, "Null: not attributed, or with too little confidence"]
    confidence: Annotated[float, "0 to 1: that the words are a statement and that this speaker made it"]
    article: ArticleName
    link: Annotated[Address, "Permanent, of the words in the article"]
    also: Annotated[tuple[Elsewhere, ...], "Other articles that have the statement"]
    disputed: Annotated[bool, "The articles that have it name different speakers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataDate:
    """A date, never more precise than its source."""

    value: Annotated[str, "ISO 8601 as TIMEX3 has it: a day, 2024-07, 2024, 2024-W47, 2024-Q3, 2024-SU, 199"]
    until: Annotated[str | None, "The end of a period that begins with value"]
    length: Annotated[str | None, "ISO 8601 duration that ends with value"]
    mod: Annotated[str | None, "TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER"]
    signal: Annotated[str | None, "before, after, by, since, from, until: a limit, not the day of the event"]
    nearby: Annotated[bool, "It stands in a nearby sentence, not in the event's own words"]
    words: Annotated[str, "All of this in words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataEvent:
    """An event of a timeline."""

    id: Annotated[str, "Unique within the site"]
    text: Annotated[str, "The source's words; whom a pronoun means stands in brackets"]
    date: Annotated[DataDate | None, "Null: no date is known"]
    expression: Annotated[str, "The words that date it"]
    aspect: Annotated[Aspect, "As it stood when it was reported"]
    article: ArticleName
    link: Annotated[Address, "Permanent, of the words in the article"]
    also: Annotated[tuple[Elsewhere, ...], "Other articles that tell it"]
    otherwise: Annotated[tuple[str, ...], "Dates that other articles give and that cannot be the same"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPublished:
    """When an article was published."""

    value: Annotated[str | None, "ISO 8601, as precise as known"]
    earliest: Annotated[str | None, "Bound, inclusive"]
    latest: Annotated[str | None, "Bound, exclusive"]
    known_from: Annotated[str | None, "page, feed, text, file or editor; null: not known"]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPublisher:
    """Who published an article."""

    name: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataCorrection:
    """What was corrected after publication."""

    date: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleData:
    """An article with all that was found in it."""

    id: Annotated[str, "Permanent; also the id of its entry in the feeds"]
    title: str
    byline: tuple[str, ...]
    language: str
    publishers: tuple[DataPublisher, ...]
    source: Annotated[str | None, "URL of the original"]
    published: DataPublished
    updated: Annotated[str | None, "When its publisher last changed it, where known"]
    page: Address
    summary: str
    rights: Annotated[BodyPolicy, "How much of the body is republished here"]
    body: Annotated[str, "Markdown, as much of it as rights allows"]
    topics: tuple[Named, ...]
    story: Annotated[Named | None, "The story that it is a part of"]
    quotations: Annotated[tuple[DataQuotation, ...], "In the order of the text"]
    events: Annotated[tuple[DataEvent, ...], "By date, those without one last"]
    corrections: tuple[DataCorrection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataRole:
    """A role in which a speaker was seen."""

    role: str
    affiliation: str | None
    first: Annotated[str | None, "Publication of the first article that gives it"]
    last: Annotated[str | None, "Publication of the last one"]
    articles: Annotated[tuple[str, ...], "Ids, oldest first"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerData:
    """A speaker over all articles."""

    slug: str
    name: str
    kind: SpeakerKind
    also_known_as: tuple[str, ...]
    note: Annotated[str, "The editor's"]
    page: Address
    roles: tuple[DataRole, ...]
    topics: tuple[Named, ...]
    quotations: Annotated[
        tuple[DataQuotation, ...], "Newest first; a statement of several articles once, in its fullest words"
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicData:
    """A topic."""

    slug: str
    name: str
    description: str
    page: Address
    calendar: Annotated[Address, "Its scheduled events (iCalendar)"]
    parent: Annotated[Named | None, "The topic that it is a part of"]
    parts: Annotated[tuple[Named, ...], "The topics that are a part of it"]
    articles: Annotated[tuple[ArticleListed, ...], "Newest first"]
    stories: tuple[Named, ...]
    speakers: Annotated[tuple[Counted, ...], "By their quotations in its articles"]
    events: Annotated[tuple[DataEvent, ...], "By date, those without one last"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryData:
    """One happening over several articles."""

    slug: str
    title: str
    page: Address
    articles: Annotated[tuple[ArticleListed, ...], "Newest first"]
    topics: tuple[Named, ...]
    quotations: Annotated[
        tuple[DataQuotation, ...], "Oldest first; a statement of several articles once, in its fullest words"
    ]
    events: Annotated[tuple[DataEvent, ...], "By date, those without one last"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineData:
    """Everything that happened."""

    events: Annotated[tuple[DataEvent, ...], "By date, those without one last"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexData:
    """Where everything is found."""

    title: str
    description: str
    language: str
    page: Annotated[Address, "The home page"]
    timeline: Address
    calendar: Annotated[Address, "Scheduled events (iCalendar)"]
    schemas: Annotated[tuple[Address, ...], "JSON Schema of each kind of document"]
    articles: Annotated[tuple[ArticleListed, ...], "Newest first"]
    topics: tuple[Counted, ...]
    speakers: tuple[Counted, ...]
    stories: Annotated[tuple[Counted, ...], "Newest first"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestData:
    """Everything in one document: `sitegen export json`."""

    title: str
    description: str
    language: str
    page: Annotated[Address, "The home page"]
    articles: Annotated[tuple[ArticleData, ...], "Newest first"]
    speakers: tuple[SpeakerData, ...]
    topics: tuple[TopicData, ...]
    stories: Annotated[tuple[StoryData, ...], "Newest first"]
    timeline: Annotated[tuple[DataEvent, ...], "By date, those without one last"]


Document = ArticleData | SpeakerData | TopicData | StoryData | TimelineData | IndexData | DigestData
