"""Which feeds there are, and what is in them."""

from dataclasses import replace
from typing import Any, cast
from xml.etree import ElementTree as ET

import pytest

from sitegen.content.cards import card as card_of
from sitegen.model.annotations import Annotations
from sitegen.model.article import Correction, Entry
from sitegen.model.config import Config
from sitegen.model.data_pages import OpmlView
from sitegen.model.feeds import FeedForm, FeedsView, FeedView
from sitegen.model.ledger import Promise, Thing
from sitegen.model.page import Page
from sitegen.model.site import Card, Story, Topic
from sitegen.model.when import How, When
from sitegen.plan import Given, plan
from sitegen.plan.feeds import feed_pages
from sitegen.plan.parts import desk
from sitegen.render.rss import rss
from sitegen.words import ENGLISH
from tests.plan.sites import TODAY, happens, told
from tests.samples import card, entry


def on(identity: str, day: str | None, *, speaking: bool = True) -> Entry:
    made = entry(identity)
    said = made.annotations if speaking else Annotations(summary="Nobody spoke.")
    return replace(made, article=replace(made.article, published=When(value=day, how=How.PAGE)), annotations=said)


ENTRIES = (
    on("a", "2025-01-01"),
    on("b", "2025-01-02T09:00"),
    on("c", "2025-01-02T18:00", speaking=False),
    on("d", None),
)


def planned(entries: tuple[Entry, ...], *, promises: tuple[Promise, ...] = (), **more: Any) -> dict[str, Page]:
    ids = [e.article.id for e in entries]
    given: dict[str, Any] = {
        "config": Config(title="Digest", base_url="https://digest.example/"),
        "topics": (Topic(slug="bridges", name="Bridges", articles=tuple(ids)),),
        **more,
    }
    site = told(tuple(map(card_of, entries)), **given)
    return {
        p.path: p for p in plan(site, entries, Given(promises=promises, assets=(), today=TODAY, words=ENGLISH)).value
    }


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return planned(ENTRIES, stories=(Story(slug="bridge", title="The [bridge]", articles=("a", "c")),))


def feed(pages: dict[str, Page], path: str) -> FeedView:
    return cast(FeedView, pages[path].view)


def test_every_feed_stands_beside_its_page_in_every_form_and_is_named_by_it(pages: dict[str, Page]) -> None:
    feeds = {path: page.view for path, page in pages.items() if isinstance(page.view, FeedView)}
    folders = (
        "",
        "editions/",
        "speakers/ada-thornbury/",
        "stories/bridge/",
        "timeline/",
        "topics/bridges/",
        "topics/bridges/speakers/ada-thornbury/",
    )
    assert sorted(feeds) == sorted(f + name for f in folders for name in ("feed.xml", "atom.xml", "feed.json"))
    for path, view in feeds.items():
        page = pages[view.page + "index.html"]
        named = {form.address for f in page.view.head.feeds for form in f.forms}  # type: ignore[union-attr]  # pages of HTML have heads
        assert path == view.address
        assert path in named
        assert len({i.guid for i in view.items}) == len({i.uri for i in view.items}) == len(view.items)


def test_the_forms_of_a_feed_have_the_same_entries_and_names(pages: dict[str, Page]) -> None:
    rss, atom, json = (feed(pages, f"topics/bridges/{name}") for name in ("feed.xml", "atom.xml", "feed.json"))
    assert rss.items is atom.items is json.items
    assert rss.uri == atom.uri == json.uri


def test_a_feed_is_newest_first_and_has_nothing_without_a_date(pages: dict[str, Page]) -> None:
    assert [i.guid for i in feed(pages, "feed.xml").items] == ["c", "b", "a"]
    assert [i.guid for i in feed(pages, "stories/bridge/feed.xml").items] == ["c", "a"]


def test_a_speakers_feed_has_the_articles_with_their_words(pages: dict[str, Page]) -> None:
    view = feed(pages, "speakers/ada-thornbury/feed.xml")
    assert [i.guid for i in view.items] == ["b", "a"]
    assert view.title == "Ada Thornbury · Digest"


def test_the_feed_of_editions_has_each_with_its_stories(pages: dict[str, Page]) -> None:
    first, second = feed(pages, "editions/feed.xml").items
    assert (first.guid, first.title, first.address) == (
        "edition-2025-01-02",
        "Thursday, 2 January 2025",
        "editions/2025-01-02/",
    )
    assert (first.date, second.date) == ("2025-01-02T18:00:00+00:00", "2025-01-01T00:00:00+00:00")
    assert first.summary
    html = ET.fromstring(rss(feed(pages, "editions/feed.xml"))).findtext(
        "channel/item/{http://purl.org/rss/1.0/modules/content/}encoded"
    )
    assert html
    assert html.count("<li>") == 2
    assert '<a href="https://digest.example/articles/b/">The bridge of b</a>' in html


def test_an_item_is_the_same_in_every_feed(pages: dict[str, Page]) -> None:
    found = [i for p in pages.values() if isinstance(p.view, FeedView) for i in p.view.items if i.guid == "a"]
    assert len(found) == 5 * len(FeedForm)
    assert all(i is found[0] for i in found)


def test_the_page_of_feeds_lists_all_kinds(pages: dict[str, Page]) -> None:
    view = cast(FeedsView, pages["feeds/index.html"].view)
    addresses = [[f.forms[0].address for f in part] for part in (view.site, view.topics, view.speakers, view.stories)]
    assert addresses == [
        ["feed.xml", "editions/feed.xml", "timeline/feed.xml"],
        ["topics/bridges/feed.xml"],
        ["speakers/ada-thornbury/feed.xml"],
        ["stories/bridge/feed.xml"],
    ]
    assert [link.address for link in view.mail] == ["editions/2025-01-02/email.html", "editions/2025-01-02/email.txt"]


def test_the_feed_of_the_timeline_has_an_entry_for_each_event(pages: dict[str, Page]) -> None:
    newest, first = feed(pages, "timeline/feed.xml").items
    assert (newest.guid, first.guid) == ("b.event-1", "a.event-1")
    assert first.title == "2 June 2025: The bridge opens on 2 June 2025"
    assert first.date == "2025-01-01T00:00:00+00:00"
    assert first.address == "articles/a/#event-1"


def events_of(*cards: Card, **more: Any) -> FeedView:
    """Return the feed of the timeline of these cards."""
    bodies = {c.id: entry(c.id) for c in cards}
    pages = feed_pages(desk(told(cards, **more), TODAY, ENGLISH), bodies, ())
    return next(cast(FeedView, p.view) for p in pages if p.path == "timeline/feed.xml")


def test_an_event_keeps_name_and_moment_when_another_article_tells_it() -> None:
    words = "The new harbour bridge of Port Ellery opens to heavy traffic"
    cards = (
        card("a", events=(happens(3, words, "2025-06"),)),
        card("b", "2025-01-02", events=(happens(1, words, "2025-06-02"),)),
    )
    (alone,) = events_of(cards[0]).items
    (both,) = events_of(*cards, stories=(Story(slug="bridge", title="The bridge", articles=("a", "b")),)).items
    assert (both.guid, both.uri, both.date) == (alone.guid, alone.uri, alone.date)
    assert both.guid == "a.event-3"
    assert (alone.title, both.title) == (f"June 2025: {words}", f"2 June 2025: {words}")
    assert both.address == "articles/b/#event-1"
    assert "articles/a/#event-3" in both.body


def test_events_of_the_newest_article_come_first_in_the_order_of_its_words() -> None:
    several = tuple(happens(n, f"Number {n} opens {n} doors", "2025-02-01") for n in (2, 10))
    cards = (
        card("a", events=(happens(1, "One thing closes", "2025-03-01"),)),
        card("b", "2025-01-02", events=several),
        card("c", None, events=(happens(1, "Nobody knows when this was told", "2025-02-02"),)),
    )
    assert [i.guid for i in events_of(*cards).items] == ["b.event-2", "b.event-10", "a.event-1"]


def names(entries: tuple[Entry, ...], **more: Any) -> dict[str, str]:
    found = planned(entries, **more)
    return {i.guid: i.uri for n in ("feed.xml", "timeline/feed.xml") for i in feed(found, n).items}


def test_names_hang_on_the_articles_id_alone() -> None:
    before = names(ENTRIES[:2])
    renamed = tuple(replace(e, article=replace(e.article, title="Other"), path="content/x.md") for e in ENTRIES[:2])
    after = names(renamed, config=Config(title="Other digest", base_url="https://elsewhere.example/"))
    assert before == after


def test_a_feed_is_named_after_the_first_article_that_its_site_ever_had() -> None:
    def name(*entries: Entry, promises: tuple[Promise, ...] = ()) -> str:
        return feed(planned(entries, promises=promises), "feed.xml").uri

    ledger = (Promise(thing=Thing.TOPIC, slug="x"), Promise(thing=Thing.ARTICLE, slug="a"))
    assert name(*ENTRIES[:2]) == name(*ENTRIES[1:2], promises=ledger)
    assert name(*ENTRIES[:2]) != name(*ENTRIES[1:2])


@pytest.mark.parametrize(
    ("updated", "corrected", "expected"),
    [
        ("2025-01-03T18:30+01:00", None, "2025-01-03T00:00:00+00:00"),
        ("2025-01-03", "2025-01-05", "2025-01-05T00:00:00+00:00"),
        ("2025-01-11", None, ""),
        (None, "2025-01-11", ""),
        ("2025-01-02T17:00", None, ""),
        (None, None, ""),
    ],
)
def test_an_entry_was_updated_on_a_later_day_that_has_come(
    updated: str | None, corrected: str | None, expected: str
) -> None:
    made = on("b", "2025-01-02T09:00")
    changed = replace(
        made,
        article=replace(made.article, updated=When(value=updated, how=How.PAGE)),
        corrections=(Correction(date=corrected, text="Spelling."),) if corrected else (),
    )
    (item,) = feed(planned((changed,)), "feed.xml").items
    assert item.updated == expected


def test_the_list_of_all_feeds_has_each_once(pages: dict[str, Page]) -> None:
    view = cast(OpmlView, pages["opml.xml"].view)
    addresses = [f.address for f in view.feeds]
    assert len(addresses) == len(set(addresses)) == 7
    assert all(a.endswith("feed.xml") for a in addresses)


def test_every_feed_names_the_hub_of_the_configuration() -> None:
    found = planned(ENTRIES, config=Config(hub="https://hub.example/"))
    assert {p.view.hub for p in found.values() if isinstance(p.view, FeedView)} == {"https://hub.example/"}
