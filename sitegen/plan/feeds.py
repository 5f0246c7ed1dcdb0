"""Which feeds are there, and what is in them? Input: the desk, and entries for the words of articles.

A feed is of articles, newest first; that of the editions has an entry for each edition. What has no date is in none: a feed reader orders by it, and none is invented.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time
from functools import cache
from zoneinfo import ZoneInfo

from sitegen.markup import escape_markdown
from sitegen.model import when
from sitegen.model.article import Entry
from sitegen.model.page import FeedItem, FeedView, Page
from sitegen.model.shown import EditionItem, Link
from sitegen.model.site import Card, Edition, Person
from sitegen.plan import urls
from sitegen.plan.articles import shown_body
from sitegen.plan.chrome import feed_of, site_feed
from sitegen.plan.editions import edition_articles, items_of, title_of
from sitegen.plan.parts import Desk, body_policy

Bodies = dict[str, Entry]
"""Entries by article id."""
Feed = tuple[Link, str, str, Sequence[str]]
"""Link to it, address of its page, description, ids of its articles, oldest first."""


def feed_pages(at: Desk, entries: Bodies) -> Iterable[Page]:
    """Yield every feed of the site."""

    @cache
    def item(article: str) -> FeedItem:
        return _item(at, at.cards[article], entries[article])

    yield _editions(at)
    for link, page, description, articles in _feeds(at):
        yield _page(at, link, page, (description, _newest(at, articles, item)))


def _feeds(at: Desk) -> Iterable[Feed]:
    """Yield the feeds of articles."""
    yield site_feed(at.config), urls.HOME, at.config.description, tuple(at.cards)
    for topic in at.site.topics:
        page = urls.topic(topic.slug)
        yield _of(at, topic.name, page), page, topic.description, topic.articles
    for story in at.site.stories:
        page = urls.story(story.slug)
        yield (
            _of(at, story.title, page),
            page,
            at.words("One story, told by several articles: %(title)s", title=story.title),
            story.articles,
        )
    for person in at.site.people:
        page = urls.speaker(person.slug)
        yield (
            _of(at, person.name, page),
            page,
            at.words("Articles that quote %(name)s", name=person.name),
            _quoting(at, person),
        )


def _of(at: Desk, name: str, page: str) -> Link:
    link = feed_of(name, page)
    return Link(words=f"{link.words} · {at.config.title}", address=link.address)


def _quoting(at: Desk, person: Person) -> tuple[str, ...]:
    """Return the articles that have words of this speaker, not only the name."""
    quoted = (a for a, key in person.heard for q in at.cards[a].quotations if _says(at, q.speaker == key, q.confidence))
    return tuple(dict.fromkeys(quoted))


def _says(at: Desk, theirs: bool, confidence: float) -> bool:  # noqa: FBT001 - a comparison, not a switch
    return theirs and confidence >= at.config.min_confidence


def _newest(at: Desk, articles: Sequence[str], item: Callable[[str], FeedItem]) -> tuple[FeedItem, ...]:
    dated = [a for a in articles if when.days(at.cards[a].published.value)]
    return tuple(item(a) for a in reversed(dated[-at.config.feed_items :]))


def _page(at: Desk, link: Link, page: str, content: tuple[str, tuple[FeedItem, ...]]) -> Page:
    description, items = content
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


def _editions(at: Desk) -> Page:
    newest = reversed(at.site.editions[-at.config.feed_items :])
    link = _of(at, at.words("Editions"), urls.EDITIONS)
    return _page(
        at, link, urls.EDITIONS, (at.words("Each edition with its stories"), tuple(_edition(at, e) for e in newest))
    )


def _edition(at: Desk, edition: Edition) -> FeedItem:
    """Return an edition as an entry: its moment is that of its newest article, which is never in the future."""
    zone = ZoneInfo(at.config.timezone)
    return FeedItem(
        guid=f"edition-{edition.slug}",
        title=title_of(at, edition),
        address=urls.edition(edition.slug),
        summary=edition.summary,
        body="\n".join(_line(item) for item in items_of(at, edition)),
        date=max(moment_of(at.cards[a], zone) for a in edition_articles(edition)).isoformat(),
        authors=(),
        categories=(),
    )


def _line(item: EditionItem) -> str:
    """Return a story of an edition as an item of a list in Markdown."""
    headline = f"[{escape_markdown(' '.join(item.headline.words.split()))}]({item.headline.address})"
    return f"- {headline}" + (f" — {escape_markdown(' '.join(item.summary.split()))}" if item.summary else "")
