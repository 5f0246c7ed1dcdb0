"""The parts that views are made of.

An address is relative to the site's root ("articles/x/", "" for the home page); the filter `href` makes of it a link from the page at hand.
"""

from dataclasses import dataclass

from sitegen.model.annotations import Aspect, Manner, SpeakerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere on the site, or nowhere."""

    words: str
    address: str | None = None
    """None: plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSpeaker:
    """Who said it, in the role at that time."""

    name: str
    address: str | None
    """Of the speaker's page; None: has none."""
    role: str = ""
    affiliation: str = ""
    kind: SpeakerKind = SpeakerKind.PERSON


@dataclass(frozen=True, slots=True, kw_only=True)
class SharePicture:
    """What stands for a page where it is passed on: a picture of 1200 by 630 with words in it."""

    address: str
    words: str
    """A statement in its marks, or a headline."""
    who: str = ""
    """Who says it, in the role of the time; empty for a headline."""
    line: str = ""
    """Whence it is and of which day, or how much there is; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chrome:
    """What every page shows of the site: nothing that a new article changes."""

    title: str
    description: str
    base_url: str
    """Absolute, ends with a slash."""
    language: str
    sections: tuple[Link, ...] = ()
    """The indexes: what one of them lists has an address that begins with its own."""
    assets: tuple[tuple[str, str], ...] = ()
    """Names of the theme's copied files with their addresses, which change when their bytes do; for the filter `asset`."""
    grounds: tuple[str, str] = ("", "")
    """Colours behind the page in light and in dark, where the editor set them."""
    picture: SharePicture | None = None
    """Of the site, for pages that have none of their own."""
    search: bool = False
    """Whether the site has a search page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownForm:
    """A form in which a feed is there."""

    name: str
    """"RSS", "Atom" or "JSON"."""
    media_type: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFeed:
    """A feed to subscribe to, in all its forms."""

    words: str
    forms: tuple[ShownForm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page says of itself to machines."""

    title: str
    """The page's own, without the site's."""
    description: str
    address: str
    feeds: tuple[ShownFeed, ...] = ()
    picture: SharePicture | None = None
    """Of the page; None: that of the site stands for it."""
    kind: str = "website"
    """OpenGraph type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDate:
    """A date as precise as its source."""

    words: str
    """E.g. "19 November 2024", "July 2024"; "Date not known" where nothing is."""
    machine: str = ""
    """Valid for <time datetime>; empty where HTML has no form for it."""
    precision: str = ""
    """E.g. "month only", "inferred from the text"; empty for a plain day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRef:
    """An article as lists and quotations name it."""

    title: str
    address: str
    date: ShownDate
    publishers: tuple[str, ...] = ()
    summary: str = ""
    language: str = ""
    """Of its title and of all that is quoted of it; empty where it is the site's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuotation:
    """A statement with its speaker and the sentence it was taken from."""

    anchor: str
    """Id of this card on this page."""
    pieces: tuple[str, ...]
    manner: Manner
    cue: str
    """The words that report it: "dismissed" and "welcomed" make different statements of the same words. Empty for direct ones."""
    speaker: ShownSpeaker | None
    """None: unattributed."""
    said: ShownDate
    article: ArticleRef
    place: str
    """Address with fragment of the words in the article; empty where the body is not shown."""
    also: tuple[Link, ...] = ()
    """The other articles that have the statement, each with the place of its words; one that names another speaker says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvent:
    """An event of a timeline."""

    anchor: str
    text: str
    date: ShownDate | None
    """None: no date is known."""
    expression: str
    aspect: Aspect
    article: ArticleRef
    place: str
    start: str = ""
    """ISO 8601, as precise as known, of a date that is sure: the event's own, and neither "about" nor "by"; else empty."""
    gap: str = ""
    """Words for the time since the event before, where it is over 90 days."""
    also: tuple[Link, ...] = ()
    """The other articles that tell it, each with the place of its words."""
    note: str = ""
    """Where articles disagree about the date: in words."""
    passed: bool = False
    """It was scheduled, the day has passed, and no article says whether it happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventGroup:
    """Events under one heading: a year, or what has no date."""

    heading: str
    anchor: str
    events: tuple[ShownEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """Where one stands in a list; pages are numbered from the oldest."""

    newer: str | None = None
    older: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerCount:
    """A speaker with how often heard."""

    speaker: ShownSpeaker
    quotations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionItem:
    """A story of an edition, or an article that stands alone."""

    headline: Link
    summary: str
    language: str = ""
    """Of headline and summary; empty where it is the site's."""
    sources: tuple[Link, ...]
    """Its articles: publisher, or title where that is not known; empty for one of unknown origin."""
    story: Link | None = None
    """The page of the whole story, where it has one."""
    said: tuple[ShownQuotation, ...] = ()
    """The speakers' own words in its articles, one statement of each speaker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where an article was taken from."""

    publisher: Link
    """With the page of what was taken from it."""
    outside: Link | None
    """The source itself, elsewhere: its host, and its URL; None: not known."""
    date: ShownDate


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCorrection:
    """What was corrected."""

    date: ShownDate
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexItem:
    """A line of an index."""

    link: Link
    note: str
    """E.g. "Kremlin spokesperson", a description; or empty."""
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexGroup:
    """Lines of an index under one heading."""

    heading: str
    """A letter, or a month; empty where the index is short."""
    anchor: str
    items: tuple[IndexItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """A role with the dates between which it was seen."""

    words: str
    first: ShownDate
    last: ShownDate


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationGroup:
    """Quotations of a year, newest first."""

    heading: str
    quotations: tuple[ShownQuotation, ...]
