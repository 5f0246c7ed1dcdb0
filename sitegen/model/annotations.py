"""What annotate finds in an article. Quotations in the terms of PARC and PolNeAR, time in those of TimeML 1.2.1."""

import re
from dataclasses import dataclass
from enum import StrEnum

from sitegen.model.text import Span


class SpeakerKind(StrEnum):
    """What sort of speaker it is; only the first has a page of a person."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who speaks, as heard in one article."""

    key: str
    """Slug, unique within the article."""
    name: str
    """The longest form that the article gives."""
    kind: SpeakerKind = SpeakerKind.PERSON
    role: str | None = None
    affiliation: str | None = None
    mentions: tuple[Span, ...] = ()


class Manner(StrEnum):
    """How words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One statement: its words, in one or more pieces, and who said them."""

    content: tuple[Span, ...]
    """In text order; outer quotation marks are not part of it."""
    cue: Span | None = None
    source: Span | None = None
    manner: Manner
    speaker: str | None = None
    """Key of a Speaker; None: not attributed."""
    confidence: float = 1.0
    """0 to 1: that the words are a statement and that speaker made it."""


class TimexType(StrEnum):
    """TIMEX3 type."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A TIMEX3."""

    span: Span
    type: TimexType
    value: str | None = None
    """TIMEX3 value (ISO 8601 based), e.g. 2024-07, 2024-W47, P3D, FUTURE_REF; None where unresolved."""
    mod: str | None = None
    anchor: str | None = None
    """The value it was resolved against."""
    begin_point: str | None = None
    end_point: str | None = None
    quant: str | None = None
    freq: str | None = None


class Aspect(StrEnum):
    """How an event stands to the publication date."""

    PAST = "past"
    ONGOING = "ongoing"
    SCHEDULED = "scheduled"
    EXPECTED = "expected"


class Signal(StrEnum):
    """TimeML SIGNAL: the word that ties an event to its date otherwise than "on" or "in"."""

    BEFORE = "before"
    AFTER = "after"
    BY = "by"
    SINCE = "since"
    FROM = "from"
    UNTIL = "until"


PRONOUN = re.compile(r"\b(?:he|she|it)\b", re.IGNORECASE)
"""The first of these in an event's words is the one that `who` names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEvent:
    """What happened when: a clause of the text and the time expression that dates it."""

    when: TimeExpression | None = None
    """With begin and end where the event fills or bounds a period ("from May to July", "1,000 days")."""
    signal: Signal | None = None
    what: Span
    who: str = ""
    """The name that the first pronoun of the words stands for; empty where there is none or it is not certain."""
    aspect: Aspect
    speakers: tuple[str, ...] = ()
    """Keys of Speakers that take part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """All that was found in one article; spans count in Article.text."""

    speakers: tuple[Speaker, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    timeline: tuple[TimelineEvent, ...] = ()
    summary: str = ""
    made_by: str = ""
    """Fingerprint of the extractor."""
    made_of: str = ""
    """Fingerprint of what it read."""


NOTHING = Annotations()
