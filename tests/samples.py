"""Cards and sites made for tests: small, readable, no disk."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sitegen.link.selection import Moment
from sitegen.model.annotations import (
    Annotations,
    Aspect,
    Manner,
    Quotation,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimelineEvent,
    TimexType,
)
from sitegen.model.article import Article, Entry, Publisher
from sitegen.model.site import Card
from sitegen.model.text import Span
from sitegen.model.when import How, When

NOW = datetime(2025, 1, 10, 12, tzinfo=UTC)
MOMENT = Moment(now=NOW, zone=ZoneInfo("UTC"))


def card(identity: str, day: str | None = "2025-01-01", **more: Any) -> Card:
    published = When(value=day, how=How.PAGE)
    fields = {"title": identity.title(), "summary": "", "path": f"content/{identity}.md", **more}
    return Card(id=identity, published=published, **fields)


def speaker(name: str, role: str | None = None, affiliation: str | None = None, kind: str = "person") -> Speaker:
    key = name.casefold().replace(" ", "-")
    return Speaker(key=key, name=name, role=role, affiliation=affiliation, kind=SpeakerKind(kind))


BODY = "Ada Thornbury spoke on Monday. “We will *not* wait,” she said. The bridge opens on 2 June 2025."
TEXT = "Ada Thornbury spoke on Monday. “We will not wait,” she said. The bridge opens on 2 June 2025."


def span(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def entry(identity: str = "2025-01-01-bridge", **more: Any) -> Entry:
    article = Article(
        id=identity,
        title=f"The bridge of {identity}",
        publishers=(Publisher(name="The Ellery Post"),),
        published=When(value="2025-01-01", how=How.PAGE),
        body=BODY,
        text=TEXT,
    )
    ada = Speaker(
        key="ada-thornbury",
        name="Ada Thornbury",
        role="mayor",
        affiliation="Port Ellery",
        mentions=(span("Ada Thornbury"),),
    )
    said = Quotation(
        content=(span("We will not wait,"),),
        cue=span("said"),
        source=span("she"),
        manner=Manner.DIRECT,
        speaker=ada.key,
        confidence=0.9,
    )
    opens = TimelineEvent(
        when=TimeExpression(span=span("2 June 2025"), type=TimexType.DATE, value="2025-06-02"),
        what=span("The bridge opens on 2 June 2025"),
        aspect=Aspect.SCHEDULED,
    )
    found = Annotations(
        speakers=(ada,),
        quotations=(said,),
        timeline=(opens,),
        times=(opens.when,),
        summary="Ada Thornbury spoke on Monday.",
    )
    return Entry(article=article, annotations=found, path=f"content/{identity}.md", **more)
