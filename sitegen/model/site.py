"""What is known over all articles."""

from dataclasses import dataclass
from datetime import date

from sitegen.model.annotations import Aspect, Manner, Signal, Speaker, SpeakerKind
from sitegen.model.article import BodyPolicy, Publisher
from sitegen.model.config import Config
from sitegen.model.when import UNKNOWN, When


@dataclass(frozen=True, slots=True, kw_only=True)
class CardQuotation:
    """A quotation as other pages show it."""

    anchor: str
    """Id of its place in the article's page, e.g. quotation-3."""
    pieces: tuple[str, ...]
    manner: Manner
    cue: str
    """The words that report it, such as "said" or "dismissed"; or empty."""
    speaker: str | None
    """Key of a Speaker of the same card; None: not attributed."""
    confidence: float
    runs: str = ""
    """By which another article's telling of the same words is known: 8 bytes for each five words in a row, in base64; empty: too few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardEvent:
    """A timeline event as other pages show it."""

    anchor: str
    text: str
    date: str | None
    """TIMEX3 value that names a calendar time, else None."""
    mod: str | None
    expression: str
    aspect: Aspect
    speakers: tuple[str, ...]
    carried: bool = False
    """The date stands in a nearby sentence, not in the event's own words."""
    signal: Signal | None = None
    until: str | None = None
    """Value of the end of a period that begins with the date."""
    length: str | None = None
    """TIMEX3 value of a duration that ends with the date."""
    who: str = ""
    """Whom the first pronoun of the text means."""
    terms: tuple[str, ...] = ()
    """By which another article's telling of it is known: stems, names, numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """All that the rest of the site may know of an entry."""

    id: str
    path: str
    """Of the content file."""
    title: str
    summary: str
    published: When = UNKNOWN
    language: str = "en"
    byline: tuple[str, ...] = ()
    publishers: tuple[Publisher, ...] = ()
    url: str | None = None
    topics: tuple[str, ...] = ()
    """As the editor set them; empty: link assigns them."""
    terms: tuple[tuple[str, int], ...] = ()
    """Its most telling words and how often they stand in it, for link."""
    speakers: tuple[Speaker, ...] = ()
    """Without mentions."""
    quotations: tuple[CardQuotation, ...] = ()
    events: tuple[CardEvent, ...] = ()
    draft: bool = False
    aliases: tuple[str, ...] = ()
    body_policy: BodyPolicy | None = None
    """As its front matter has it; among the cards of a Site, as link decided it; None: the site's own."""
    own_summary: bool = False
    """The summary is an editor's words, not the source's."""
    lines: tuple[tuple[str, int], ...] = ()
    """1-based line of each key of the content file, for diagnostics."""
    fingerprint: str = ""
    """Of all the above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenRole:
    """A role in which a person was seen, and where."""

    role: str
    affiliation: str | None
    articles: tuple[str, ...]
    """Ids, oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """The same speaker over all articles; an organisation or a state likewise."""

    slug: str
    name: str
    kind: SpeakerKind
    also_known_as: tuple[str, ...] = ()
    roles: tuple[SeenRole, ...] = ()
    """In the order in which they were first seen."""
    heard: tuple[tuple[str, str], ...] = ()
    """Article id and the speaker's key there, oldest first."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What articles are about."""

    slug: str
    name: str
    description: str = ""
    articles: tuple[str, ...] = ()
    """Ids, oldest first."""
    parent: str = ""
    """Slug of the topic that it is a part of; empty: of none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A speaker who is quoted in two articles or more of a topic."""

    topic: str
    speaker: str
    """Slugs."""
    articles: tuple[str, ...]
    """Ids of those articles, oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Two articles or more about the same happening."""

    slug: str
    title: str
    articles: tuple[str, ...]
    """Ids, oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher with what was taken from it."""

    slug: str
    name: str
    url: str | None = None
    articles: tuple[str, ...] = ()
    """Ids, oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An event and the article that tells it."""

    article: str
    """Its id."""
    event: CardEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event, as one or several articles tell it."""

    tellings: tuple[Dated, ...]
    """The one to show first: the most precise date, then the earliest article."""
    date: str | None
    """The most precise TIMEX3 value that all tellings with a date allow; of those that disagree, the one of the most articles, then of the first."""
    mod: str | None
    aspect: Aspect
    """PAST where a later article reports that what was scheduled has happened."""
    otherwise: tuple[str, ...] = ()
    """Dates that other tellings give and that cannot be the same: the articles disagree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """The same words of one statement in several articles."""

    tellings: tuple[tuple[str, str], ...]
    """Article id and anchor of the quotation there; the fullest words first."""
    differing: bool = False
    """The articles name different speakers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What one day or week brought."""

    slug: str
    """2026-11-22, or 2026-W47."""
    first: date
    last: date
    """Local days, both included."""
    items: tuple[tuple[str, ...], ...]
    """Article ids by story, heaviest story first; in each the article that leads first."""
    more: tuple[str, ...] = ()
    """Ids of its other articles, heaviest first."""
    summary: str = ""
    """One sentence."""
    corrections: tuple[tuple[str, str], ...] = ()
    """ISO day and id of each article that changed after the edition was closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two persons who may be one, for the editor to decide."""

    slugs: tuple[str, str]
    evidence: str
    """What speaks for it, in words."""
    lines: str
    """What to paste into people.toml."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything known, no pages yet."""

    config: Config
    cards: tuple[Card, ...]
    """Published ones, oldest first; equal dates by id."""
    people: tuple[Person, ...]
    topics: tuple[Topic, ...]
    voices: tuple[Voice, ...] = ()
    """By topic, then by when they are first quoted there."""
    timeline: tuple[Dated, ...] = ()
    """All events by date, those without one last."""
    happenings: tuple[Happening, ...] = ()
    """The timeline with what several articles tell as one entry, in the same order."""
    stories: tuple[Story, ...] = ()
    """By their newest article, newest last."""
    sayings: tuple[Saying, ...] = ()
    """Quotations that stand in two articles or more."""
    outlets: tuple[Outlet, ...] = ()
    editions: tuple[Edition, ...] = ()
    """Oldest first."""
    doubts: tuple[Doubt, ...] = ()
