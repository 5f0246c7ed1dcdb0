"""The page of an article; input: its entry, for the words, and the desk, for what stands around it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from sitegen import markup
from sitegen.model.annotations import Manner, Quotation
from sitegen.model.article import BodyPolicy, Correction, Entry, Publisher
from sitegen.model.page import ArticleView, Page
from sitegen.model.shown import Head, Link, ShownCorrection, ShownDate, ShownQuotation, Source
from sitegen.model.site import Card, Topic
from sitegen.model.text import Mark, Span
from sitegen.plan import dates, urls
from sitegen.plan.chrome import clip, feed_of, site_feed
from sitegen.plan.graphics import strip
from sitegen.plan.parts import (
    Desk,
    body_policy,
    groups,
    own_anchor,
    speaker_counts,
    story_link,
    topic_links,
)
from sitegen.plan.sharing import of_article
from sitegen.plan.statements import quotation
from sitegen.words import phrase

_EXCERPT = 400
"""Code points an excerpt shows at least, in whole paragraphs."""
_ALL = 1000
_NOTES: Mapping[Manner, tuple[str, str]] = {
    Manner.DIRECT: (phrase("Direct quotation, %(name)s"), phrase("Direct quotation, speaker not established")),
    Manner.INDIRECT: (phrase("Indirect quotation, %(name)s"), phrase("Indirect quotation, speaker not established")),
    Manner.MIXED: (phrase("Mixed quotation, %(name)s"), phrase("Mixed quotation, speaker not established")),
}
"""What the mark of a quotation is called, with a speaker and without."""
_NO_DATE = ShownDate(words="")


def article_page(at: Desk, entry: Entry) -> Page:
    """Return the page of one article."""
    card = at.cards[entry.article.id]
    body = shown_body(entry, body_policy(at.config, card))
    quotations = tuple(quotation(at, card, q, anchor=f"card-{q.anchor}") for q in card.quotations)
    topic, previous, following = _neighbours(at, card)
    published = dates.published(at.words, card.published)
    view = ArticleView(
        chrome=at.chrome,
        head=_head(at, card),
        title=card.title,
        byline=card.byline,
        language=card.language,
        published=published,
        updated=_updated(at, entry, published),
        evidence=card.published.evidence if published.precision else "",
        summary=card.summary,
        body=body,
        marks=tuple(_marks(at, entry, card, quotations, len(markup.visible_text(body)))),
        quotations=quotations,
        timeline=groups(at, at.events.get(card.id, ()), own_anchor),
        strip=strip(at.words, ((d.event.date, d.event.aspect) for d in at.events.get(card.id, ()))),
        speakers=speaker_counts(at, [card], _ALL),
        sources=_sources(at, card),
        original=card.url or "",
        corrections=tuple(_correction(at, c) for c in entry.corrections),
        topics=topic_links(at, card.id),
        story=story_link(at, card.id),
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


def _head(at: Desk, card: Card) -> Head:
    address = urls.article(card.id)
    topics = at.topics.get(card.id, ())
    feeds = tuple(feed_of(t.name, urls.topic(t.slug)) for t in topics)
    return Head(
        title=card.title,
        description=clip(card.summary or card.title),
        address=address,
        feeds=(site_feed(at.config), *feeds),
        picture=of_article(at, card),
        kind="article",
    )


def _marks(at: Desk, entry: Entry, card: Card, cards: tuple[ShownQuotation, ...], end: int) -> Iterable[Mark]:
    """Yield the marks of quotations and dates whose words are shown."""
    for quoted, on_card, shown in zip(entry.annotations.quotations, card.quotations, cards, strict=True):
        who = shown.speaker.name if shown.speaker else ""
        yield from (m for m in _quotation_marks(quoted, on_card.anchor, _note(at, quoted, who)) if m.span.end <= end)
    for event, told in zip(entry.annotations.timeline, card.events, strict=True):
        if event.when and event.when.span.end <= end:
            shown_date = dates.shown(at.words, event.when.value, event.when.mod)
            yield _date_mark(at, event.when.span, told.anchor, shown_date)


def _note(at: Desk, quoted: Quotation, who: str) -> str:
    """Return what a mark is for, in the words that are read aloud."""
    named, unnamed = _NOTES[quoted.manner]
    return at.words(named, name=who) if who else at.words(unnamed)


def _quotation_marks(quoted: Quotation, anchor: str, note: str) -> Iterable[Mark]:
    last = len(quoted.content) - 1
    for i, span in enumerate(quoted.content):
        yield Mark(
            span=span,
            tag="mark",
            attributes=(("class", f"quotation {quoted.manner}"),),
            anchor=anchor if i == 0 else "",
            note_href=f"#card-{anchor}" if i == last else "",
            note_text=anchor.rsplit("-", 1)[-1],
            note_label=note,
        )


def _date_mark(at: Desk, span: Span, anchor: str, date: ShownDate | None) -> Mark:
    machine = date.machine if date else ""
    return Mark(
        span=span,
        tag="time" if machine else "span",
        attributes=(("class", "date"), ("datetime", machine)) if machine else (("class", "date"),),
        anchor=anchor,
        note_href=f"#card-{anchor}",
        note_text="•",
        note_label=at.words("In the timeline: %(date)s", date=date.words)
        if date
        else at.words("In the timeline, without a date"),
    )


def _updated(at: Desk, entry: Entry, published: ShownDate) -> ShownDate | None:
    """Return when its publisher last changed it, where that says more than when it was published."""
    updated = dates.shown(at.words, entry.article.updated.value)
    return updated if updated and updated.words != published.words else None


def _sources(at: Desk, card: Card) -> tuple[Source, ...]:
    """Return the publishers: the first with the article's address and date, the others with theirs, of which no date is known."""
    date = dates.published(at.words, card.published)
    original = (
        Link(words=at.words("Original at %(host)s", host=_host(card.url)), address=card.url) if card.url else None
    )
    if not card.publishers:
        return (Source(publisher=Link(words=_host(card.url)), outside=original, date=date),) if card.url else ()
    first, *others = (Source(publisher=_outlet(at, p), outside=_site(p), date=_NO_DATE) for p in card.publishers)
    return (replace(first, outside=original or first.outside, date=date), *others)


def _outlet(at: Desk, publisher: Publisher) -> Link:
    outlet = at.outlets.get(publisher.name.casefold())
    return Link(words=publisher.name, address=urls.publisher(outlet.slug) if outlet else None)


def _site(publisher: Publisher) -> Link | None:
    return Link(words=_host(publisher.url), address=publisher.url) if publisher.url else None


def _host(url: str | None) -> str:
    """Return the host of a URL, as people say it."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        host = None
    return host.removeprefix("www.") if host else url or ""


def _correction(at: Desk, correction: Correction) -> ShownCorrection:
    date = dates.shown(at.words, correction.date) or ShownDate(words=correction.date)
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
