"""Site -> pages, each address once."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sitegen.model.article import Entry
from sitegen.model.diagnostic import Checked, Diagnostic, Severity
from sitegen.model.ledger import Promise, Thing
from sitegen.model.machine_pages import Asset
from sitegen.model.page import ArticleView, Page
from sitegen.model.site import Site
from sitegen.plan import entities, lists, machines, urls
from sitegen.plan.a_to_z import a_to_z_pages
from sitegen.plan.api import api_pages
from sitegen.plan.articles import article_page
from sitegen.plan.calendars import calendar_pages
from sitegen.plan.editions import edition_page, editions_index
from sitegen.plan.feeds import Bodies, feed_pages, moved_feeds
from sitegen.plan.home import home_page
from sitegen.plan.hosting import headers_page, redirects_page
from sitegen.plan.mail import mail_pages
from sitegen.plan.opml import opml_page
from sitegen.plan.parts import Desk, desk
from sitegen.plan.publishers import publisher_pages, publishers_index
from sitegen.plan.search import search_pages
from sitegen.plan.sharing import share_pages
from sitegen.plan.sitemaps import news_sitemap_page, sitemap_pages
from sitegen.plan.stories import stories_index, story_page
from sitegen.plan.timelines import timeline_pages
from sitegen.plan.topic_speakers import topic_speaker_pages
from sitegen.plan.topics import topic_pages
from sitegen.words import Words

EPOCH = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a plan takes beside the site and its entries."""

    promises: tuple[Promise, ...]
    """Addresses given before."""
    assets: tuple[Asset, ...]
    """The theme's files that are copied."""
    today: date
    words: Words
    """In which the site speaks."""
    now: datetime = EPOCH
    """Aware; by the hour it decides what is news."""


def plan(site: Site, entries: Iterable[Entry], given: Given) -> Checked[tuple[Page, ...]]:
    """Return every page of the site; two that claim one address are an error that names both."""
    at = desk(site, given.today, given.words, given.assets)
    bodies = {e.article.id: e for e in entries if e.article.id in at.cards}
    pages = [*_shown(at, bodies), *_fixed(at, bodies, given), *machines.asset_pages(at)]
    pages += [
        *share_pages(at, pages),
        *sitemap_pages(at, pages),
        news_sitemap_page(at, given.now),
        opml_page(site.config, at.words, pages),
    ]
    claimed = {_folded(p.path) for p in pages}
    redirects, problems = _redirects(at, given.promises, claimed)
    pages += [*redirects, *moved_feeds(redirects, pages), redirects_page(at, redirects)]
    return Checked(value=tuple(pages), diagnostics=(*_collisions(pages), *problems))


def _shown(at: Desk, bodies: Bodies) -> Iterable[Page]:
    """Yield the pages that articles fill."""
    articles = {identity: article_page(at, entry) for identity, entry in bodies.items()}
    yield from articles.values()
    yield from search_pages(at, {i: p.view for i, p in articles.items() if isinstance(p.view, ArticleView)})
    for topic in at.site.topics:
        yield from topic_pages(at, topic)
    for person in at.site.people:
        yield from entities.speaker_pages(at, person)
    yield from topic_speaker_pages(at)
    for story in at.site.stories:
        yield story_page(at, story)
    for outlet in at.site.outlets:
        yield from publisher_pages(at, outlet)
    for edition in at.site.editions:
        yield edition_page(at, edition)
        yield from mail_pages(at, edition)
    yield from lists.archive_pages(at)
    yield from timeline_pages(at)
    yield home_page(at)
    yield from _indexes(at)


def _indexes(at: Desk) -> Iterable[Page]:
    yield lists.topics_index(at)
    yield lists.speakers_index(at)
    yield stories_index(at)
    yield publishers_index(at)
    yield editions_index(at)
    yield from a_to_z_pages(at)


def _fixed(at: Desk, bodies: Bodies, given: Given) -> Iterable[Page]:
    """Yield the feeds, and what every site has."""
    yield from feed_pages(at, bodies, given.promises)
    yield from calendar_pages(at)
    yield from api_pages(at, bodies)
    yield machines.feeds_page(at)
    yield machines.not_found_page(at)
    yield machines.robots_page(at)
    yield headers_page(at)


def _folded(path: str) -> str:
    """Return what two paths must not share: some file systems know neither case nor form."""
    return unicodedata.normalize("NFC", path).casefold()


def _collisions(pages: Iterable[Page]) -> Iterable[Diagnostic]:
    seen: dict[str, Page] = {}
    for page in pages:
        other = seen.setdefault(_folded(page.path), page)
        if other is not page:
            yield _claimed_twice(page, other)


def _claimed_twice(page: Page, other: Page) -> Diagnostic:
    mine, theirs = (", ".join(p.sources[:1]) or p.template for p in (page, other))
    return Diagnostic(
        severity=Severity.ERROR,
        code="address-collision",
        path=mine,
        message=f"the address {page.path} is also claimed by {theirs}",
        hint="give one of them another id or slug",
    )


def _redirects(at: Desk, promises: tuple[Promise, ...], claimed: set[str]) -> tuple[list[Page], list[Diagnostic]]:
    """Return pages for former addresses: editors' aliases, and what the ledger promised of speakers and topics."""
    pages: list[Page] = []
    problems: list[Diagnostic] = []
    for former, target, title, source in (*_aliases(at), *_promised(at, promises)):
        page = machines.redirect_page(at, former, target, title)
        if _folded(page.path) not in claimed:
            claimed.add(_folded(page.path))
            pages.append(page)
        elif source:
            problems.append(_alias_taken(source, former))
    return pages, problems


def _alias_taken(source: str, former: str) -> Diagnostic:
    return Diagnostic(
        severity=Severity.ERROR,
        code="alias-taken",
        path=source,
        message=f"the alias {former} is an address that a page has now",
        hint="remove the alias",
    )


Redirect = tuple[str, str, str, str]
"""Former address, address now, title, and the content file that asks for it or nothing."""


def _aliases(at: Desk) -> Iterable[Redirect]:
    for card in at.site.cards:
        for alias in card.aliases:
            yield urls.article(alias), urls.article(card.id), card.title, card.path


def _promised(at: Desk, promises: tuple[Promise, ...]) -> Iterable[Redirect]:
    for promise in promises:
        if promise.thing is Thing.SPEAKER:
            person = at.people.get((promise.article, promise.key))
            target, title = (
                (urls.speaker(person.slug), person.name) if person else (urls.SPEAKERS, at.words("Speakers"))
            )
            yield urls.speaker(promise.slug), target, title, ""
        elif promise.thing is Thing.VOICE and "/" in promise.slug:
            yield _voice_now(at, promise)
        elif promise.thing is Thing.TOPIC:
            yield urls.topic(promise.slug), urls.TOPICS, at.words("Topics"), ""
        elif promise.thing is Thing.STORY:
            yield _story_now(at, promise)
        elif promise.thing is Thing.OUTLET:
            yield urls.publisher(promise.slug), urls.PUBLISHERS, at.words("Publishers"), ""


def _voice_now(at: Desk, promise: Promise) -> Redirect:
    """Return where somebody's words on a topic are found now: with the same topic, else with the speaker."""
    topic, _, speaker = promise.slug.rpartition("/")
    former, person = urls.topic_speaker(topic, speaker), at.people.get((promise.article, promise.key))
    if not person:
        return former, urls.SPEAKERS, at.words("Speakers"), ""
    within = urls.topic_speaker(topic, person.slug) if (topic, person.slug) in at.voices else ""
    return former, within or urls.speaker(person.slug), person.name, ""


def _story_now(at: Desk, promise: Promise) -> Redirect:
    """Return where a story is found now: in the one it was merged into, or in its first article, else in the index."""
    story, card = at.stories.get(promise.article), at.cards.get(promise.article)
    former = urls.story(promise.slug)
    if story:
        return former, urls.story(story.slug), story.title, ""
    return (former, urls.article(card.id), card.title, "") if card else (former, urls.STORIES, at.words("Stories"), "")
