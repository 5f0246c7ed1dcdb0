"""The page of an article; input: its entry, for the words, and the desk, for what stands around it."""

from collections.abc import Iterable

from sitegen import markup
from sitegen.model.annotations import Quotation
from sitegen.model.article import BodyPolicy, Correction, Entry
from sitegen.model.page import ArticleView, Page
from sitegen.model.shown import Head, Link, ShownCorrection, ShownDate, Source
from sitegen.model.site import Card, Topic
from sitegen.model.text import Mark, Span
from sitegen.model.when import When
from sitegen.plan import dates, urls
from sitegen.plan.chrome import clip, json_ld, site_feed
from sitegen.plan.parts import (
    Desk,
    body_policy,
    groups,
    own_anchor,
    quotation,
    speaker_counts,
    topic_links,
)

_EXCERPT = 400
"""Code points an excerpt shows at least, in whole paragraphs."""
_ALL = 1000
_UPDATED = "Updated by its publisher."


def article_page(at: Desk, entry: Entry) -> Page:
    """Return the page of one article."""
    card = at.cards[entry.article.id]
    body = shown_body(entry, body_policy(at.config, card))
    topic, previous, following = _neighbours(at, card)
    view = ArticleView(
        chrome=at.chrome,
        head=_head(at, card, entry.article.updated),
        title=card.title,
        byline=card.byline,
        language=card.language,
        published=dates.published(card.published),
        evidence=card.published.evidence if dates.published(card.published).precision else "",
        summary=card.summary,
        body=body,
        marks=tuple(_marks(at, entry, card, len(markup.visible_text(body)))),
        quotations=tuple(quotation(at, card, q, anchor=f"card-{q.anchor}") for q in card.quotations),
        timeline=groups(at, at.events.get(card.id, ()), own_anchor),
        speakers=speaker_counts(at, [card], _ALL),
        sources=_sources(card),
        corrections=_corrections(entry),
        topics=topic_links(at, card.id),
        previous=previous,
        next=following,
        neighbours_in=topic.name if topic and (previous or following) else "",
    )
    return Page(path=urls.file_of(view.head.address), template="article.html", view=view, sources=(card.path,))


def shown_body(entry: Entry, policy: BodyPolicy) -> str:
    """Return as much of the body, in Markdown, as may be republished."""
    match policy:
        case BodyPolicy.FULL:
            return entry.article.body
        case BodyPolicy.EXCERPT:
            return markup.leading_blocks(entry.article.body, _EXCERPT)
        case BodyPolicy.NONE:
            return ""


def _head(at: Desk, card: Card, updated: When) -> Head:
    address = urls.article(card.id)
    topics = at.topics.get(card.id, ())
    data = json_ld(
        "NewsArticle",
        headline=card.title,
        description=card.summary,
        datePublished=dates.published(card.published).machine,
        dateModified=dates.published(updated).machine,
        inLanguage=card.language,
        mainEntityOfPage=at.config.base_url + address,
        isBasedOn=card.url,
        author=[{"@type": "Person", "name": name} for name in card.byline],
        publisher=[{"@type": "Organization", "name": p.name} for p in card.publishers],
        about=[{"@type": "Thing", "name": t.name} for t in topics],
    )
    feeds = tuple(Link(words=t.name, address=urls.feed(urls.topic(t.slug))) for t in topics)
    return Head(
        title=card.title,
        description=clip(card.summary or card.title),
        address=address,
        feeds=(site_feed(at.config), *feeds),
        json_ld=data,
        kind="article",
    )


def _marks(at: Desk, entry: Entry, card: Card, end: int) -> Iterable[Mark]:
    """Yield the marks of quotations and dates whose words are shown."""
    for quoted, on_card in zip(entry.annotations.quotations, card.quotations, strict=True):
        shown = quotation(at, card, on_card, anchor="")
        who = shown.speaker.name if shown.speaker else "speaker not established"
        yield from (m for m in _quotation_marks(quoted, on_card.anchor, who) if m.span.end <= end)
    for event, told in zip(entry.annotations.timeline, card.events, strict=True):
        if event.when and event.when.span.end <= end:
            shown_date = dates.shown(event.when.value, event.when.mod)
            yield _date_mark(event.when.span, told.anchor, shown_date)


def _quotation_marks(quoted: Quotation, anchor: str, who: str) -> Iterable[Mark]:
    last = len(quoted.content) - 1
    for i, span in enumerate(quoted.content):
        yield Mark(
            span=span,
            tag="mark",
            attributes=(("class", f"quotation {quoted.manner}"),),
            anchor=anchor if i == 0 else "",
            note_href=f"#card-{anchor}" if i == last else "",
            note_text=anchor.rsplit("-", 1)[-1],
            note_label=f"{quoted.manner.capitalize()} quotation, {who}",
        )


def _date_mark(span: Span, anchor: str, date: ShownDate | None) -> Mark:
    machine = date.machine if date else ""
    return Mark(
        span=span,
        tag="time" if machine else "span",
        attributes=(("class", "date"), ("datetime", machine)) if machine else (("class", "date"),),
        anchor=anchor,
        note_href=f"#card-{anchor}",
        note_text="•",
        note_label=f"In the timeline: {date.words if date else 'no date known'}",
    )


def _sources(card: Card) -> tuple[Source, ...]:
    """Return the publishers: the first with the article's address and date, the others with theirs, of which no date is known."""
    date = dates.published(card.published)
    if not card.publishers:
        return (Source(publisher=card.url, url=card.url, date=date),) if card.url else ()
    first, *others = card.publishers
    main = Source(publisher=first.name, url=card.url or first.url, date=date)
    return (main, *(Source(publisher=p.name, url=p.url, date=ShownDate(words="")) for p in others))


def _corrections(entry: Entry) -> tuple[ShownCorrection, ...]:
    """Return the corrections, and the last change by the publisher where none of them tells of it."""
    shown = tuple(map(_correction, entry.corrections))
    updated = dates.shown(entry.article.updated.value)
    day = (entry.article.updated.value or "")[:10]
    if updated is None or any(correction.date[:10] == day for correction in entry.corrections):
        return shown
    return (*shown, ShownCorrection(date=updated, text=_UPDATED))


def _correction(correction: Correction) -> ShownCorrection:
    date = dates.shown(correction.date) or ShownDate(words=correction.date)
    return ShownCorrection(date=date, text=correction.text)


def _neighbours(at: Desk, card: Card) -> tuple[Topic | None, Link | None, Link | None]:
    """Return the article's first topic and the articles before and after it there."""
    topic = next(iter(at.topics.get(card.id, ())), None)
    if not topic:
        return None, None, None
    place = topic.articles.index(card.id)
    before = topic.articles[place - 1] if place else None
    after = topic.articles[place + 1] if place + 1 < len(topic.articles) else None
    return topic, _link(at, before), _link(at, after)


def _link(at: Desk, article: str | None) -> Link | None:
    if article is None:
        return None
    ref = at.refs[article]
    return Link(words=ref.title, address=ref.address)
