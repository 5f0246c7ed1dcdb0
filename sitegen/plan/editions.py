"""The pages of editions, their index, and what the home page shows of the latest; input: the desk."""

from collections.abc import Iterable

from sitegen.model import when
from sitegen.model.annotations import Aspect
from sitegen.model.page import EditionView, IndexView, Page
from sitegen.model.shown import EditionItem, IndexItem, Link, ShownDate, ShownEvent
from sitegen.model.site import Card, Dated, Edition
from sitegen.plan import dates, urls
from sitegen.plan.chrome import head
from sitegen.plan.happenings import happenings_of
from sitegen.plan.parts import Desk, event, shared_anchor, speaker_counts

_SPEAKERS = 12
_UPCOMING = 10
_MORE = 60


def edition_page(at: Desk, edition: Edition) -> Page:
    """Return the page of an edition: of what its own articles say, and nothing that later ones change."""
    cards = tuple(at.cards[a] for item in (*edition.items, edition.more) for a in item)
    address, title = urls.edition(edition.slug), title_of(edition)
    view = EditionView(
        chrome=at.chrome,
        head=head(at.config, address, title, edition.summary),
        title=title,
        summary=edition.summary,
        items=items_of(at, edition),
        more=tuple(at.refs[a] for a in edition.more[:_MORE]),
        upcoming=tuple(_ahead(at, edition, cards)),
        speakers=speaker_counts(at, cards, _SPEAKERS),
        corrections=tuple((_day(day), _headline(at, article)) for day, article in edition.corrections),
    )
    return Page(path=urls.file_of(address), template="edition.html", view=view, sources=tuple(c.path for c in cards))


def title_of(edition: Edition) -> str:
    """Return the day, or the days, in words."""
    if edition.first == edition.last:
        return f"{edition.first:%A}, {dates.day_words(edition.first)}"
    return f"{dates.day_words(edition.first)} to {dates.day_words(edition.last)}"


def edition_link(edition: Edition) -> Link:
    """Return the link to an edition."""
    return Link(words=title_of(edition), address=urls.edition(edition.slug))


def items_of(at: Desk, edition: Edition) -> tuple[EditionItem, ...]:
    """Return the stories of an edition."""
    return tuple(_item(at, tuple(at.cards[a] for a in item)) for item in edition.items)


def _item(at: Desk, cards: tuple[Card, ...]) -> EditionItem:
    lead = cards[0]
    story = at.stories.get(lead.id) if len(cards) > 1 else None
    return EditionItem(
        headline=_headline(at, lead.id),
        summary=lead.summary,
        sources=tuple(_source(card) for card in cards if card.publishers or len(cards) > 1),
        story=Link(words=story.title, address=urls.story(story.slug)) if story else None,
    )


def _headline(at: Desk, article: str) -> Link:
    return Link(words=at.cards[article].title, address=urls.article(article))


def _source(card: Card) -> Link:
    words = ", ".join(p.name for p in card.publishers) or card.title
    return Link(words=words, address=urls.article(card.id))


def _ahead(at: Desk, edition: Edition, cards: tuple[Card, ...]) -> Iterable[ShownEvent]:
    """Yield what its articles say is scheduled after it, each happening once."""
    ids = {card.id for card in cards}
    ahead = [h for h in happenings_of(at, cards) if any(_is_ahead(d, edition) for d in h.tellings)]
    for happening in ahead[:_UPCOMING]:
        told = next((d for d in happening.tellings if d.article in ids and _is_ahead(d, edition)), None)
        if told:
            yield event(at, at.cards[told.article], told.event, anchor=shared_anchor(told))


def _is_ahead(told: Dated, edition: Edition) -> bool:
    days = when.days(told.event.date)
    return told.event.aspect is Aspect.SCHEDULED and days is not None and days[0] > edition.last


def _day(value: str) -> ShownDate:
    return dates.shown(value) or dates.NOT_KNOWN


def editions_index(at: Desk) -> Page:
    """Return the index of editions, newest first."""
    items = tuple(
        IndexItem(link=edition_link(e), note=e.summary, count=sum(map(len, e.items)) + len(e.more))
        for e in reversed(at.site.editions)
    )
    title = "Editions"
    view = IndexView(
        chrome=at.chrome, head=head(at.config, urls.EDITIONS, title), title=title, items=items, unit="articles"
    )
    return Page(path=urls.file_of(urls.EDITIONS), template="index.html", view=view)
