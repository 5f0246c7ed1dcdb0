"""What is an entry of a feed? An article, an edition or an event of the timeline; input: the desk, and entries for the words of articles.

An entry's name hangs on an article's id alone, so that readers keep it through every change of title, address and site.
"""

from collections.abc import Iterable
from datetime import datetime, time
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from sitegen.markup import escape_markdown
from sitegen.model import when
from sitegen.model.article import Entry
from sitegen.model.feeds import FeedItem
from sitegen.model.shown import EditionItem, ShownEvent
from sitegen.model.site import Card, Dated, Edition, Happening
from sitegen.plan import urls
from sitegen.plan.articles import shown_body
from sitegen.plan.chrome import clip
from sitegen.plan.editions import edition_articles, items_of, title_of
from sitegen.plan.happenings import shown_happening
from sitegen.plan.parts import Desk, body_policy

_NAMES = UUID("6b1f7a52-4f0e-4d2b-9a86-3c3f5c9d1e70")
"""Of all that sitegen names."""


def urn(*names: str) -> str:
    """Return what names a thing for good, as a URI that hangs on no address."""
    return uuid5(_NAMES, "\n".join(names)).urn


def article_item(at: Desk, card: Card, entry: Entry) -> FeedItem:
    """Return an article as an entry."""
    published = moment_of(card, ZoneInfo(at.config.timezone))
    return FeedItem(
        guid=card.id,
        uri=urn(card.id),
        title=card.title,
        address=urls.article(card.id),
        summary=card.summary,
        body=shown_body(entry, body_policy(at.config, card)),
        date=published.isoformat(),
        updated=_updated(at, entry, published),
        language=card.language,
        original=card.url or "",
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


def _updated(at: Desk, entry: Entry, published: datetime) -> str:
    """Return the beginning of the last day on which publisher or editor changed an article, where that is after its publication and has come."""
    values = (entry.article.updated.value, *(c.date for c in entry.corrections))
    first = [days[0] for value in values if (days := when.days(value)) and days[0] <= at.today]
    changed = datetime.combine(max(first), time(), tzinfo=ZoneInfo(at.config.timezone)) if first else published
    return changed.isoformat() if changed > published else ""


def edition_item(at: Desk, edition: Edition, founder: str) -> FeedItem:
    """Return an edition as an entry: its moment is that of its newest article, which is never in the future."""
    zone = ZoneInfo(at.config.timezone)
    guid = f"edition-{edition.slug}"
    return FeedItem(
        guid=guid,
        uri=urn(founder, guid),
        title=title_of(at, edition),
        address=urls.edition(edition.slug),
        summary=edition.summary,
        body="\n".join(_line(item) for item in items_of(at, edition)),
        date=max(moment_of(at.cards[a], zone) for a in edition_articles(edition)).isoformat(),
    )


def _line(item: EditionItem) -> str:
    """Return a story of an edition as an item of a list in Markdown."""
    headline = _link(item.headline.words, item.headline.address or "")
    return f"- {headline}" + (f" — {_plain(item.summary)}" if item.summary else "")


def event_item(at: Desk, happening: Happening) -> FeedItem:
    """Return an event as an entry: named by the oldest article that tells it and as old as that, so that no later telling makes it new."""
    oldest = first_telling(at, happening)
    card, shown = at.cards[oldest.article], shown_happening(at, happening)
    guid = f"{oldest.article}.{oldest.event.anchor}"
    return FeedItem(
        guid=guid,
        uri=urn(guid),
        title=": ".join(filter(None, (shown.date.words if shown.date else "", clip(shown.text)))),
        address=shown.place,
        summary=shown.text,
        body="\n\n".join(_told(shown)),
        date=moment_of(card, ZoneInfo(at.config.timezone)).isoformat(),
        language=card.language,
        authors=shown.article.publishers,
        categories=tuple(t.name for t in at.topics.get(card.id, ())),
    )


def first_telling(at: Desk, happening: Happening) -> Dated:
    """Return what the oldest article says of it."""
    return min(happening.tellings, key=lambda told: at.ranks[told.article])


def _told(shown: ShownEvent) -> Iterable[str]:
    """Yield the paragraphs of an event: its words, what its date leaves open, who tells it."""
    yield _plain(shown.text)
    doubts = [words for words in (shown.date.precision if shown.date else "", shown.note) if words]
    if doubts:
        yield _plain(". ".join(words[0].upper() + words[1:] for words in doubts) + ".")
    sources = [(shown.article.title, shown.place), *((link.words, link.address or "") for link in shown.also)]
    yield "\n".join(f"- {_link(words, address)}" for words, address in sources)


def _link(words: str, address: str) -> str:
    return f"[{_plain(words)}]({address})"


def _plain(words: str) -> str:
    return escape_markdown(" ".join(words.split()))
