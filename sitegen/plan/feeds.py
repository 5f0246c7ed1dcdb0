"""Which feeds are there, and what is in them? Input: the desk, and entries for the words of articles.

A feed is of articles, newest first; that of the editions has an entry for each edition, that of the timeline one for each event. What has no date is in none: a feed
reader orders by it, and none is invented. Each feed is there in every form.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sitegen.model import when
from sitegen.model.article import Entry
from sitegen.model.feeds import FeedForm, FeedItem, FeedView
from sitegen.model.ledger import Promise, Thing
from sitegen.model.machine_pages import RedirectView
from sitegen.model.page import Page
from sitegen.model.site import Dated, Person
from sitegen.plan import urls
from sitegen.plan.feed_items import article_item, edition_item, event_item, first_telling, urn
from sitegen.plan.parts import Desk

Bodies = dict[str, Entry]
"""Entries by article id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Feed:
    """A feed, before it is written in a form."""

    name: str
    """Empty: the site's own."""
    page: str
    """Address of the page it belongs to."""
    description: str
    items: tuple[FeedItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Articles:
    """What a feed of articles is made of."""

    name: str
    page: str
    description: str
    ids: Sequence[str]
    """Oldest first."""


def feed_pages(at: Desk, entries: Bodies, promises: tuple[Promise, ...]) -> Iterable[Page]:
    """Yield every feed of the site, in every form."""
    founder = _founder(at, promises)

    @cache
    def item(article: str) -> FeedItem:
        return article_item(at, at.cards[article], entries[article])

    for feed in (_editions(at, founder), _timeline(at), *(_of(at, articles, item) for articles in _kinds(at))):
        yield from _forms(at, feed, founder)


def moved_feeds(redirects: Iterable[Page], pages: Iterable[Page]) -> Iterable[Page]:
    """Yield feeds at former addresses: those that stand elsewhere now, as they are; their link to themselves leads readers on, for a feed cannot send anybody away."""
    now = {page.path: page for page in pages if isinstance(page.view, FeedView)}
    for redirect in redirects:
        target = redirect.view.target if isinstance(redirect.view, RedirectView) else ""
        for form in FeedForm if target else ():
            if found := now.get(urls.feed(target, form)):
                yield replace(found, path=urls.feed(redirect.path.removesuffix("index.html"), form))


def _founder(at: Desk, promises: tuple[Promise, ...]) -> str:
    """Return the first article that the site ever published: what tells its feeds from another site's, wherever it stands and whatever it is called."""
    ever = (p.slug for p in promises if p.thing is Thing.ARTICLE)
    return next(ever, at.site.cards[0].id if at.site.cards else "")


def _forms(at: Desk, feed: _Feed, founder: str) -> Iterable[Page]:
    title = f"{feed.name} · {at.config.title}" if feed.name else at.config.title
    view = FeedView(
        form=FeedForm.RSS,
        uri=urn(founder, f"feed of {feed.page}"),
        title=title,
        description=feed.description or title,
        site=at.config.title,
        base_url=at.config.base_url,
        language=at.config.language,
        address="",
        page=feed.page,
        hub=at.config.hub,
        items=feed.items,
    )
    for form in FeedForm:
        address = urls.feed(feed.page, form)
        yield Page(path=address, template=form, view=replace(view, form=form, address=address))


def _of(at: Desk, articles: _Articles, item: Callable[[str], FeedItem]) -> _Feed:
    dated = [a for a in articles.ids if when.days(at.cards[a].published.value)]
    items = tuple(item(a) for a in reversed(dated[-at.config.feed_items :]))
    return _Feed(name=articles.name, page=articles.page, description=articles.description, items=items)


def _kinds(at: Desk) -> Iterable[_Articles]:
    """Yield the feeds of articles."""
    yield _Articles(name="", page=urls.HOME, description=at.config.description, ids=tuple(at.cards))
    for topic in at.site.topics:
        yield _Articles(name=topic.name, page=urls.topic(topic.slug), description=topic.description, ids=topic.articles)
    for story in at.site.stories:
        told = at.words("One story, told by several articles: %(title)s", title=story.title)
        yield _Articles(name=story.title, page=urls.story(story.slug), description=told, ids=story.articles)
    for person in at.site.people:
        told = at.words("Articles that quote %(name)s", name=person.name)
        yield _Articles(name=person.name, page=urls.speaker(person.slug), description=told, ids=quoting(at, person))
    yield from _voices(at)


def _voices(at: Desk) -> Iterable[_Articles]:
    topics = {t.slug: t.name for t in at.site.topics}
    speakers = {p.slug: p.name for p in at.site.people}
    for voice in at.site.voices:
        speaker, topic = speakers[voice.speaker], topics[voice.topic]
        yield _Articles(
            name=at.words("%(speaker)s on %(topic)s", speaker=speaker, topic=topic),
            page=urls.topic_speaker(voice.topic, voice.speaker),
            description=at.words("Articles on %(topic)s that quote %(speaker)s", topic=topic, speaker=speaker),
            ids=voice.articles,
        )


def quoting(at: Desk, person: Person) -> tuple[str, ...]:
    """Return the articles that have words of this speaker, not only the name."""
    quoted = (a for a, key in person.heard for q in at.cards[a].quotations if _says(at, q.speaker == key, q.confidence))
    return tuple(dict.fromkeys(quoted))


def _says(at: Desk, theirs: bool, confidence: float) -> bool:  # noqa: FBT001 - a comparison, not a switch
    return theirs and confidence >= at.config.min_confidence


def _editions(at: Desk, founder: str) -> _Feed:
    newest = reversed(at.site.editions[-at.config.feed_items :])
    items = tuple(edition_item(at, edition, founder) for edition in newest)
    return _Feed(
        name=at.words("Editions"),
        page=urls.EDITIONS,
        description=at.words("Each edition with its stories"),
        items=items,
    )


def _timeline(at: Desk) -> _Feed:
    """Return the feed of events: those of the newest articles first, of one article in the order of its words."""
    told = ((first_telling(at, happening), happening) for happening in at.site.happenings)
    dated = [(first, happening) for first, happening in told if when.days(at.cards[first.article].published.value)]
    newest = sorted(dated, key=lambda pair: _place(at, pair[0]))[: at.config.feed_items]
    items = tuple(event_item(at, happening) for _, happening in newest)
    told_as = at.words("What happened when, with who reported it")
    return _Feed(name=at.words("Timeline"), page=urls.TIMELINE, description=told_as, items=items)


def _place(at: Desk, told: Dated) -> tuple[int, int, str]:
    anchor = told.event.anchor
    return -at.ranks[told.article], len(anchor), anchor
