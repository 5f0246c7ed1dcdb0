"""Which feeds there are, and what is in them."""

from dataclasses import replace
from typing import cast
from xml.etree import ElementTree as ET

import pytest

from sitegen.content.cards import card as card_of
from sitegen.model.annotations import Annotations
from sitegen.model.article import Entry
from sitegen.model.config import Config
from sitegen.model.page import FeedsView, FeedView, Page
from sitegen.model.site import Story, Topic
from sitegen.model.when import How, When
from sitegen.plan import Given, plan
from sitegen.render.rss import rss
from sitegen.words import ENGLISH
from tests.plan.sites import TODAY, told
from tests.samples import entry


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


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    site = told(
        tuple(map(card_of, ENTRIES)),
        config=Config(title="Digest", base_url="https://digest.example/"),
        topics=(Topic(slug="bridges", name="Bridges", articles=("a", "b", "c", "d")),),
        stories=(Story(slug="bridge", title="The [bridge]", articles=("a", "c")),),
    )
    return {p.path: p for p in plan(site, ENTRIES, Given(promises=(), assets=(), today=TODAY, words=ENGLISH)).value}


def feed(pages: dict[str, Page], path: str) -> FeedView:
    return cast(FeedView, pages[path].view)


def test_every_feed_stands_beside_its_page_and_is_named_by_it(pages: dict[str, Page]) -> None:
    feeds = {path: cast(FeedView, page.view) for path, page in pages.items() if page.template == "rss"}
    assert sorted(feeds) == [
        "editions/feed.xml",
        "feed.xml",
        "speakers/ada-thornbury/feed.xml",
        "stories/bridge/feed.xml",
        "topics/bridges/feed.xml",
    ]
    for path, view in feeds.items():
        page = pages[view.page + "index.html"]
        assert path == view.address == view.page + "feed.xml"
        assert path in [f.address for f in page.view.head.feeds]  # type: ignore[union-attr]  # pages of HTML have heads
        assert len({i.guid for i in view.items}) == len(view.items)


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
    assert len(found) == 4
    assert all(i is found[0] for i in found)


def test_the_page_of_feeds_lists_those_that_are_few(pages: dict[str, Page]) -> None:
    view = cast(FeedsView, pages["feeds/index.html"].view)
    assert [f.address for f in (*view.site, *view.topics)] == [
        "feed.xml",
        "editions/feed.xml",
        "topics/bridges/feed.xml",
    ]
