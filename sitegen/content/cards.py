"""What may the rest of the site know of an entry? An Entry in, its Card out: no body, no spans, the words themselves."""

from dataclasses import replace

from sitegen import fingerprint
from sitegen.content.event_terms import event_terms
from sitegen.content.quotation_runs import quotation_runs
from sitegen.content.terms import terms
from sitegen.model import when
from sitegen.model.annotations import Quotation, TimelineEvent, TimexType
from sitegen.model.article import Entry
from sitegen.model.site import Card, CardEvent, CardQuotation


def card(entry: Entry, *, own_summary: bool = False) -> Card:
    """Return what other pages may show of an entry."""
    article, annotations = entry.article, entry.annotations
    made = Card(
        id=article.id,
        path=entry.path,
        title=article.title,
        summary=annotations.summary,
        published=article.published,
        language=article.language,
        byline=article.byline,
        publishers=article.publishers,
        url=article.url,
        topics=entry.topics,
        terms=terms(article.title, article.text),
        speakers=tuple(replace(speaker, mentions=()) for speaker in annotations.speakers),
        quotations=tuple(_quotation(n, q, article.text) for n, q in enumerate(annotations.quotations, 1)),
        events=tuple(_event(n, event, article.text) for n, event in enumerate(annotations.timeline, 1)),
        draft=entry.draft,
        aliases=entry.aliases,
        body_policy=entry.body_policy,
        own_summary=own_summary,
        lines=tuple(entry.lines.items()),
    )
    return replace(made, fingerprint=fingerprint.of_value(made))


def _quotation(number: int, quotation: Quotation, text: str) -> CardQuotation:
    pieces = tuple(span.of(text) for span in quotation.content)
    return CardQuotation(
        anchor=f"quotation-{number}",
        pieces=pieces,
        runs=quotation_runs(" ".join(pieces)),
        manner=quotation.manner,
        cue=" ".join(quotation.cue.of(text).split()) if quotation.cue else "",
        speaker=quotation.speaker,
        confidence=quotation.confidence,
    )


def _event(number: int, event: TimelineEvent, text: str) -> CardEvent:
    time = event.when
    is_length = bool(time and time.type is TimexType.DURATION)
    date = (time.end_point if is_length else time.value) if time else None
    return CardEvent(
        anchor=f"event-{number}",
        text=event.what.of(text),
        terms=event_terms(event.what.of(text), time.span.of(text) if time else ""),
        date=date if when.days(date) else None,
        mod=time.mod if time else None,
        expression=time.span.of(text) if time else "",
        aspect=event.aspect,
        speakers=event.speakers,
        carried=bool(time and len(time.span) and not event.what.covers(time.span)),
        signal=event.signal,
        until=time.end_point if time and not is_length and when.days(time.end_point) else None,
        length=time.value if time and is_length else None,
        who=event.who,
    )
