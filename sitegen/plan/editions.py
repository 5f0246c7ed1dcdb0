"""The pages of editions, their index, and what the home page shows of the latest; input: the desk."""

from collections.abc import Iterable
from dataclasses import replace

from sitegen.model import when
from sitegen.model.annotations import Aspect, Manner
from sitegen.model.page import EditionView, Page
from sitegen.model.shown import EditionItem, IndexItem, Link, ShownDate, ShownEvent, ShownQuotation
from sitegen.model.site import CardEvent, Dated, Edition
from sitegen.plan import dates, urls
from sitegen.plan.chrome import editions_feed, head
from sitegen.plan.lists import index_page
from sitegen.plan.parts import Desk, event, report_links, shared_anchor, speaker_counts
from sitegen.plan.statements import shared_card
from sitegen.words import beginning

_SPEAKERS = 12
_UPCOMING = 10
_VOICES = 4
"""Speakers whose words an item has."""
_SOURCES = 8
"""Articles that an item names beside the first."""


def edition_page(at: Desk, edition: Edition) -> Page:
    """Return the page of an edition: of what its own articles say, and nothing that later ones change."""
    articles = edition_articles(edition)
    cards = tuple(at.cards[a] for a in articles)
    unnamed = tuple(a for item in edition.items for a in item[_SOURCES + 1 :])
    address, title = urls.edition(edition.slug), title_of(at, edition)
    made = head(at.config, address, title, edition.summary, feeds=(editions_feed(at.words),))
    view = EditionView(
        chrome=at.chrome,
        head=made,
        title=title,
        summary=edition.summary,
        items=items_of(at, edition),
        more=tuple(at.refs[a] for a in (*edition.more, *unnamed)),
        upcoming=tuple(ahead(at, edition, articles)),
        speakers=speaker_counts(at, cards, _SPEAKERS),
        mail=mail_links(at, edition),
        corrections=tuple((_day(at, day), _headline(at, article)) for day, article in edition.corrections),
    )
    return Page(path=urls.file_of(address), template="edition.html", view=view, sources=tuple(c.path for c in cards))


def title_of(at: Desk, edition: Edition) -> str:
    """Return the day, or the days, in words."""
    if edition.first == edition.last:
        return beginning(at.words.weekday(edition.first))
    first, last = at.words.day(edition.first), at.words.day(edition.last)
    return beginning(at.words.within("days", "%(first)s to %(last)s", first=first, last=last))


def mail_links(at: Desk, edition: Edition) -> tuple[Link, ...]:
    """Return the links to an edition as e-mail."""
    return (
        Link(words=at.words("Formatted"), address=urls.mail(edition.slug)),
        Link(words=at.words("Plain text"), address=urls.mail_text(edition.slug)),
    )


def edition_link(at: Desk, edition: Edition) -> Link:
    """Return the link to an edition."""
    return Link(words=title_of(at, edition), address=urls.edition(edition.slug))


def items_of(at: Desk, edition: Edition) -> tuple[EditionItem, ...]:
    """Return the stories of an edition."""
    return tuple(_item(at, item) for item in edition.items)


def edition_articles(edition: Edition) -> tuple[str, ...]:
    """Return the ids of an edition's articles, heaviest story first."""
    return tuple(a for item in (*edition.items, edition.more) for a in item)


def _item(at: Desk, articles: tuple[str, ...]) -> EditionItem:
    lead, *others = articles
    return EditionItem(
        headline=_headline(at, lead),
        summary=at.cards[lead].summary,
        language=at.refs[lead].language,
        sources=(
            *_publisher(at, lead),
            *report_links(at, [(a, urls.article(a)) for a in others[:_SOURCES]], beside=lead),
        ),
        said=_said(at, articles),
    )


def _said(at: Desk, articles: Iterable[str]) -> tuple[ShownQuotation, ...]:
    """Return the first words of each speaker in these articles; which other articles have them too is left out, for later ones would change it."""
    first: dict[str, ShownQuotation] = {}
    for card in (at.cards[a] for a in articles):
        for quoted in card.quotations:
            shown = shared_card(at, card, quoted) if quoted.manner is Manner.DIRECT else None
            if shown and shown.speaker and len(first) < _VOICES:
                first.setdefault(shown.speaker.address or shown.speaker.name, replace(shown, also=()))
    return tuple(first.values())


def _publisher(at: Desk, article: str) -> tuple[Link, ...]:
    return tuple(Link(words=name, address=urls.article(article)) for name in at.refs[article].publishers[:1])


def _headline(at: Desk, article: str) -> Link:
    return Link(words=at.cards[article].title, address=urls.article(article))


def ahead(at: Desk, edition: Edition, articles: Iterable[str]) -> Iterable[ShownEvent]:
    """Yield what its articles say is scheduled after it, each once; which events later articles make one does not count."""
    told = [d for a in articles for d in at.events.get(a, ()) if _is_ahead(d, edition)]
    shown: list[Dated] = []
    for dated in sorted(told, key=lambda d: (d.event.date or "", at.ranks[d.article], d.event.anchor)):
        if len(shown) < _UPCOMING and not any(_same(dated.event, other.event) for other in shown):
            shown.append(dated)
            yield event(at, at.cards[dated.article], dated.event, anchor=shared_anchor(dated))


def _same(one: CardEvent, other: CardEvent) -> bool:
    """Say whether two events of one edition read as one: the same date, and most of the words that tell."""
    shared, least = set(one.terms) & set(other.terms), min(len(set(one.terms)), len(set(other.terms)))
    return one.date == other.date and (one.text == other.text or 2 * len(shared) > least)


def _is_ahead(told: Dated, edition: Edition) -> bool:
    days = when.days(told.event.date)
    return told.event.aspect is Aspect.SCHEDULED and days is not None and days[0] > edition.last


def _day(at: Desk, value: str) -> ShownDate:
    return dates.shown(at.words, value) or dates.not_known(at.words)


def editions_index(at: Desk) -> Page:
    """Return the index of editions, newest first."""
    items = (
        (beginning(at.words.month(edition.first)), _index_item(at, edition)) for edition in reversed(at.site.editions)
    )
    return index_page(at, (urls.EDITIONS, at.words("Editions"), "articles"), items, (editions_feed(at.words),))


def _index_item(at: Desk, edition: Edition) -> IndexItem:
    return IndexItem(link=edition_link(at, edition), note=edition.summary, count=len(edition_articles(edition)))
