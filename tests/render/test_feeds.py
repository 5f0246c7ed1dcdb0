"""Each rule that a feed holds."""

import re
from dataclasses import replace
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as ET

import feedparser
import pytest

from sitegen.model.page import FeedItem, FeedView
from sitegen.render.rss import rss

from .sample_feeds import FEED, ITEMS

ATOM = "{http://www.w3.org/2005/Atom}"
ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


def _channel(view: FeedView = FEED) -> ET.Element:
    channel = ET.fromstring(rss(view)).find("channel")
    assert channel is not None
    return channel


def _item(**fields: object) -> ET.Element:
    item = replace(ITEMS[0], **fields)
    found = _channel(replace(FEED, items=(item,))).find("item")
    assert found is not None
    return found


def _read(view: FeedView) -> feedparser.FeedParserDict:
    return feedparser.parse(rss(view), sanitize_html=False, resolve_relative_uris=False)


@pytest.mark.parametrize("items", [ITEMS, ITEMS[:1], ()])
def test_is_well_formed_for_readers(items: tuple[FeedItem, ...]) -> None:
    feed = _read(replace(FEED, items=items))
    assert feed.bozo == 0
    assert feed.version == "rss20"
    assert len(feed.entries) == len(items)


def test_an_empty_feed_is_valid_and_names_no_moment() -> None:
    channel = _channel(replace(FEED, items=(), title="", description="", language=""))
    assert channel.findtext("title") == channel.findtext("description") == "https://digest.example/news/"
    assert channel.find("lastBuildDate") is None
    assert channel.find("language") is None


def test_the_guid_is_the_article_and_no_link() -> None:
    guid = _item().find("guid")
    assert guid is not None
    assert (guid.text, guid.get("isPermaLink")) == ("2024-11-19-market", "false")


def test_the_guid_stays_when_slug_and_base_url_change() -> None:
    moved = replace(FEED, base_url="https://elsewhere.example/", items=(replace(ITEMS[0], address="articles/other/"),))
    assert _channel(moved).findtext("item/guid") == "2024-11-19-market"


def test_there_is_one_link_to_itself_and_the_channel_links_to_its_page() -> None:
    channel = _channel(replace(FEED, address="topics/x/feed.xml", page="topics/x/"))
    links = channel.findall(ATOM + "link")
    assert [(e.get("rel"), e.get("href")) for e in links] == [("self", "https://digest.example/news/topics/x/feed.xml")]
    assert channel.findtext("link") == "https://digest.example/news/topics/x/"


def test_items_stand_in_the_order_given() -> None:
    assert [e.text for e in _channel().findall("item/guid")] == [i.guid for i in ITEMS]


def test_links_within_the_content_are_whole() -> None:
    item = _channel().findall("item")[1]
    links = re.findall(r'href="([^"]*)"', item.findtext(ENCODED) or "")
    base = "https://digest.example/news/"
    assert links == [base + "articles/ferry/#x", base + "y/", base + "pic.png", "https://h.example/z"]


def test_the_description_stands_before_the_content_and_is_never_missing() -> None:
    for item in _channel().findall("item"):
        tags = [e.tag for e in item]
        assert "description" in tags
        assert ENCODED not in tags or tags.index("description") < tags.index(ENCODED)


def test_an_item_without_a_summary_is_described_by_its_first_words() -> None:
    text = _item(summary="", body="A **long** story. " * 40).findtext("description") or ""
    assert text.startswith("A long story. A long")
    assert text.endswith("…")
    assert len(text) <= 281


def test_an_item_without_a_body_has_a_description_only() -> None:
    assert [e.tag for e in _item(body="") if e.tag in {"description", ENCODED}] == ["description"]


def test_an_item_with_neither_has_neither() -> None:
    assert [e.tag for e in _item(body="", summary="") if e.tag in {"description", ENCODED}] == []


def test_a_description_is_escaped_for_readers_that_take_it_for_html() -> None:
    assert _item().findtext("description") == "Profit &lt; costs &amp; &lt;script&gt;"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Tom & Jerry <b>sail</b>: 3 < 5", "Tom & Jerry ‹b›sail‹/b›: 3 < 5"),
        ("<script", "‹script"),
        ("two\nlines", "two lines"),
        ("", "2024-11-19-market"),
    ],
)
def test_a_title_has_no_markup(title: str, shown: str) -> None:
    assert _item(title=title).findtext("title") == shown


def test_raw_html_of_a_body_is_shown_as_words() -> None:
    assert "&lt;b&gt;doubted&lt;/b&gt;" in (_item().findtext(ENCODED) or "")


def test_authors_need_no_address() -> None:
    assert [e.text for e in _item().findall(CREATOR)] == ["Ana Lim", "Bo Ek"]
    assert _item(authors=("",)).findall(CREATOR) == []


def test_categories_are_named() -> None:
    assert [e.text for e in _item().findall("category")] == ["Fish market", "Ferries & fares"]


def test_dates_are_those_of_rfc_822_with_an_offset() -> None:
    assert _item().findtext("pubDate") == "Tue, 19 Nov 2024 00:00:00 +0100"
    assert _item(date="2024-07-01T12:00:00").findtext("pubDate") == "Mon, 01 Jul 2024 12:00:00 +0000"
    assert _item(date="2024-07-01T12:00:00Z").findtext("pubDate") == "Mon, 01 Jul 2024 12:00:00 +0000"
    assert _item(date="soon").find("pubDate") is None


def test_the_feed_was_built_when_its_newest_item_was() -> None:
    newest = parsedate_to_datetime(_channel().findtext("lastBuildDate") or "")
    assert newest.isoformat() == "2024-11-19T00:00:00+01:00"


def test_control_characters_do_not_reach_the_feed() -> None:
    dirty = "a\x00b\x0b\ufffe\ud800\u202ec"
    item = replace(ITEMS[0], title=dirty, summary=dirty, body=dirty, authors=(dirty,), categories=(dirty,), guid=dirty)
    text = rss(replace(FEED, title=dirty, description=dirty, items=(item,))).decode()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\u202e]", text)
    assert text.count("abc") == 7


def test_the_writer_is_named_without_a_version() -> None:
    assert _channel().findtext("generator") == "sitegen"


def test_the_same_feed_has_the_same_bytes() -> None:
    assert rss(FEED) == rss(FEED)
