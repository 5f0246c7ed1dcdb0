"""What RSS 2.0 and the advice of its board ask for, beside the rules of every form."""

from dataclasses import replace
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as ET

import feedparser
import pytest

from sitegen.model.feeds import FeedItem, FeedView
from sitegen.render.rss import rss

from .feed_reading import CREATOR, ENCODED
from .sample_feeds import FEED, ITEMS

ONCE = {"title", "link", "description", "pubDate", "guid", ENCODED}


def _channel(view: FeedView = FEED) -> ET.Element:
    channel = ET.fromstring(rss(view)).find("channel")
    assert channel is not None
    return channel


def _item(**fields: object) -> ET.Element:
    item = replace(ITEMS[0], **fields)
    found = _channel(replace(FEED, items=(item,))).find("item")
    assert found is not None
    return found


@pytest.mark.parametrize("items", [ITEMS, ITEMS[:1], ()])
def test_is_well_formed_for_readers(items: tuple[FeedItem, ...]) -> None:
    feed = feedparser.parse(rss(replace(FEED, items=items)), sanitize_html=False, resolve_relative_uris=False)
    assert (feed.bozo, feed.version, len(feed.entries)) == (0, "rss20", len(items))


def test_an_empty_feed_is_valid_and_names_no_moment() -> None:
    channel = _channel(replace(FEED, items=(), title="", description="", language=""))
    assert channel.findtext("title") == channel.findtext("description") == "https://digest.example/news/"
    assert channel.find("lastBuildDate") is None
    assert channel.find("language") is None


def test_the_guid_is_the_article_and_no_link() -> None:
    guid = _item().find("guid")
    assert guid is not None
    assert (guid.text, guid.get("isPermaLink")) == ("2024-11-19-market", "false")


def test_every_element_of_an_item_stands_once() -> None:
    tags = [e.tag for e in _item()]
    assert {t for t in tags if tags.count(t) > 1} <= {CREATOR, "category"}
    assert set(tags) >= ONCE


def test_the_description_stands_before_the_content_and_is_never_missing() -> None:
    for item in _channel().findall("item"):
        tags = [e.tag for e in item]
        assert "description" in tags
        assert ENCODED not in tags or tags.index("description") < tags.index(ENCODED)


def test_an_item_with_neither_has_neither() -> None:
    assert [e.tag for e in _item(body="", summary="") if e.tag in {"description", ENCODED}] == []


def test_a_description_is_escaped_for_readers_that_take_it_for_html() -> None:
    assert _item().findtext("description") == "Profit &lt; costs &amp; &lt;script&gt;"


def test_dates_are_those_of_rfc_822_with_four_digits_and_an_offset() -> None:
    assert _item().findtext("pubDate") == "Tue, 19 Nov 2024 00:00:00 +0100"
    assert _item(date="2024-07-01T12:00:00").findtext("pubDate") == "Mon, 01 Jul 2024 12:00:00 +0000"
    assert _item(date="soon").find("pubDate") is None


def test_the_feed_changed_when_its_newest_item_did() -> None:
    def changed(view: FeedView) -> str:
        return parsedate_to_datetime(_channel(view).findtext("lastBuildDate") or "").isoformat()

    assert changed(FEED) == "2024-11-21T00:00:00+01:00"
    assert changed(replace(FEED, items=ITEMS[1:])) == "2024-07-01T12:00:00+00:00"


def test_the_writer_is_named_without_a_version() -> None:
    assert _channel().findtext("generator") == "sitegen"


def test_nothing_but_known_prefixes_is_declared() -> None:
    head = rss(FEED).decode().split("<channel>")[0]
    assert head.count("xmlns:") == 3
    for prefix in ("atom", "content", "dc"):
        assert f"xmlns:{prefix}=" in head
