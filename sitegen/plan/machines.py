"""Feeds, sitemap and what else machines read, and the pages that explain it; input: the desk."""

from collections.abc import Iterable
from datetime import datetime, time
from zoneinfo import ZoneInfo

from sitegen.model import when
from sitegen.model.article import Entry
from sitegen.model.page import (
    AssetView,
    FeedItem,
    FeedsView,
    FeedView,
    NotFoundView,
    Page,
    RedirectView,
    RobotsView,
    SitemapView,
)
from sitegen.model.shown import Link
from sitegen.model.site import Card, Topic
from sitegen.plan import urls
from sitegen.plan.articles import shown_body
from sitegen.plan.chrome import head, site_feed
from sitegen.plan.parts import Desk, body_policy

Bodies = dict[str, Entry]
"""Entries by article id."""


def site_feed_page(at: Desk, entries: Bodies) -> Page:
    """Return the feed of everything."""
    link = site_feed(at.config)
    return _feed_page(at, link, urls.HOME, at.config.description, _items(at, at.site.cards, entries))


def topic_feed_page(at: Desk, topic: Topic, entries: Bodies) -> Page:
    """Return the feed of a topic."""
    link = topic_feed(at, topic)
    items = _items(at, [at.cards[a] for a in topic.articles], entries)
    return _feed_page(at, link, urls.topic(topic.slug), topic.description, items)


def topic_feed(at: Desk, topic: Topic) -> Link:
    """Return the link to the feed of a topic."""
    return Link(words=f"{topic.name} · {at.config.title}", address=urls.feed(urls.topic(topic.slug)))


def _feed_page(at: Desk, link: Link, page: str, description: str, items: tuple[FeedItem, ...]) -> Page:
    address = link.address or ""
    view = FeedView(
        title=link.words,
        description=description or link.words,
        base_url=at.config.base_url,
        language=at.config.language,
        address=address,
        page=page,
        items=items,
    )
    return Page(path=address, template="rss", view=view)


def _items(at: Desk, cards: Iterable[Card], entries: Bodies) -> tuple[FeedItem, ...]:
    """Return the newest articles that have a date: a feed reader orders by it, and none is invented."""
    dated = [card for card in cards if when.days(card.published.value)]
    newest = reversed(dated[-at.config.feed_items :])
    return tuple(_item(at, card, entries[card.id]) for card in newest)


def _item(at: Desk, card: Card, entry: Entry) -> FeedItem:
    return FeedItem(
        guid=card.id,
        title=card.title,
        address=urls.article(card.id),
        summary=card.summary,
        body=shown_body(entry, body_policy(at.config, card)),
        date=moment_of(card, ZoneInfo(at.config.timezone)).isoformat(),
        authors=card.byline or tuple(p.name for p in card.publishers),
        categories=tuple(t.name for t in at.topics.get(card.id, ())),
    )


def moment_of(card: Card, zone: ZoneInfo) -> datetime:
    """Return the first moment at which a dated article may have been published."""
    value = card.published.value or ""
    if "T" in value:
        try:
            exact = datetime.fromisoformat(value)
        except ValueError:
            pass
        else:
            return exact if exact.tzinfo else exact.replace(tzinfo=zone)
    days = when.days(value)
    if days is None:
        message = f"{card.path} has no date"
        raise ValueError(message)
    return datetime.combine(days[0], time(), tzinfo=zone)


def feeds_page(at: Desk) -> Page:
    """Return the page that says in words what one can subscribe to."""
    view = FeedsView(
        chrome=at.chrome,
        head=head(at.config, urls.FEEDS, "Feeds", "What one can subscribe to, and how"),
        site=(site_feed(at.config),),
        topics=tuple(Link(words=t.name, address=urls.feed(urls.topic(t.slug))) for t in at.site.topics),
    )
    return Page(path=urls.file_of(urls.FEEDS), template="feeds.html", view=view)


def not_found_page(at: Desk) -> Page:
    """Return what answers at an address that leads nowhere."""
    view = NotFoundView(chrome=at.chrome, head=head(at.config, urls.NOT_FOUND, "Page not found"))
    return Page(path=urls.NOT_FOUND, template="404.html", view=view)


def robots_page(at: Desk) -> Page:
    """Return robots.txt."""
    return Page(path=urls.ROBOTS, template="robots.txt", view=RobotsView(base_url=at.config.base_url))


def redirect_page(at: Desk, former: str, target: str, title: str) -> Page:
    """Return what answers at a former address."""
    view = RedirectView(chrome=at.chrome, head=head(at.config, target, title), target=target)
    return Page(path=urls.file_of(former), template="redirect.html", view=view)


def asset_page(name: str) -> Page:
    """Return a file of the theme, copied as it is."""
    return Page(path=name, template=name, view=AssetView())


def sitemap_page(at: Desk, pages: Iterable[Page]) -> Page:
    """Return the sitemap of these pages; an article's date is the one it was published on."""
    dates = {urls.article(c.id): _lastmod(c) for c in at.site.cards}
    addresses = sorted(_address(p.path) for p in pages if p.path.endswith("index.html"))
    view = SitemapView(base_url=at.config.base_url, addresses=tuple((a, dates.get(a, "")) for a in addresses))
    return Page(path=urls.SITEMAP, template="sitemap.xml", view=view)


def _address(path: str) -> str:
    return path.removesuffix("index.html")


def _lastmod(card: Card) -> str:
    days = when.days(card.published.value)
    return days[0].isoformat() if days else ""
