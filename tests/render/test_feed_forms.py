"""Each rule that a feed holds, in whatever form it is written."""

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from sitegen.model.feeds import FeedForm, FeedItem, FeedView

from .feed_reading import ReadFeed, ReadItem, read, written
from .sample_feeds import FEED, ITEMS

BASE = "https://digest.example/news/"

pytestmark = pytest.mark.parametrize("form", list(FeedForm))


def _feed(form: FeedForm, **fields: object) -> ReadFeed:
    return read(written(replace(FEED, form=form, **fields), form), form)


def _item(form: FeedForm, **fields: object) -> ReadItem:
    (item,) = _feed(form, items=(replace(ITEMS[0], **fields),)).items
    return item


def test_a_feed_has_its_items_in_the_order_given(form: FeedForm) -> None:
    assert [i.link for i in _feed(form).items] == [BASE + i.address for i in ITEMS]
    assert _feed(form, items=()).items == ()


def test_it_links_to_itself_once_at_its_real_address_and_to_its_page(form: FeedForm) -> None:
    feed = _feed(form, address="topics/x/it", page="topics/x/")
    assert feed.own == (BASE + "topics/x/it",)
    assert feed.link == BASE + "topics/x/"


def test_addresses_in_any_script_are_encoded(form: FeedForm) -> None:
    feed = _feed(form, address="topics/बंदर/it", items=(replace(ITEMS[0], address="articles/naïve/"),))
    assert feed.own == (BASE + "topics/%E0%A4%AC%E0%A4%82%E0%A4%A6%E0%A4%B0/it",)
    assert feed.items[0].link == BASE + "articles/na%C3%AFve/"


def test_entries_keep_their_names_when_title_slug_and_base_url_change(form: FeedForm) -> None:
    moved = replace(ITEMS[0], title="Other", address="articles/other/")
    before = _feed(form, items=ITEMS[:1]).items
    after = _feed(form, base_url="https://elsewhere.example/", items=(moved,)).items
    assert [i.id for i in before] == [i.id for i in after]
    assert before[0].link != after[0].link


def test_no_two_entries_have_the_same_name(form: FeedForm) -> None:
    assert max(Counter(i.id for i in _feed(form).items).values()) == 1


def test_the_hub_is_named_where_there_is_one(form: FeedForm) -> None:
    assert _feed(form, hub="https://hub.example/").hubs == ("https://hub.example/",)
    assert _feed(form).hubs == ()


def test_the_language_is_the_sites(form: FeedForm) -> None:
    assert _feed(form, language="pt-BR").language == "pt-BR"
    assert _feed(form, language="").language == ""


def test_links_within_the_content_are_whole(form: FeedForm) -> None:
    links = re.findall(r'href="([^"]*)"', _feed(form).items[1].html)
    assert links == [BASE + "articles/ferry/#x", BASE + "y/", BASE + "pic.png", "https://h.example/z"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Tom & Jerry <b>sail</b>: 3 < 5", "Tom & Jerry ‹b›sail‹/b›: 3 < 5"),
        ("<script", "‹script"),
        ("two\nlines", "two lines"),
        ("", "2024-11-19-market"),
    ],
)
def test_a_title_has_no_markup_and_is_never_empty(form: FeedForm, title: str, shown: str) -> None:
    assert _item(form, title=title).title == shown


def test_a_feed_without_a_title_is_called_by_its_site(form: FeedForm) -> None:
    assert _feed(form, title="", description="").title == BASE


def test_words_of_a_summary_are_shown_as_they_are(form: FeedForm) -> None:
    assert _item(form).summary == "Profit < costs & <script>"


def test_an_item_without_a_summary_is_described_by_its_first_words(form: FeedForm) -> None:
    text = _item(form, summary="", body="A **long** story. " * 40).summary
    assert text.startswith("A long story. A long")
    assert text.endswith("…")
    assert len(text) <= 281


def test_an_item_without_a_body_has_its_summary_only(form: FeedForm) -> None:
    item = _item(form, body="")
    assert (item.summary, item.html) == ("Profit < costs & <script>", "")


def test_raw_html_of_a_body_is_shown_as_words(form: FeedForm) -> None:
    assert "&lt;b&gt;doubted&lt;/b&gt;" in _item(form).html


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [(tag, None), *((name, value) for name, value in attrs)]


def test_nothing_in_the_content_does_anything(form: FeedForm) -> None:
    body = '<script>x()</script>\n\n[a](javascript:alert(1)) ![b](data:text/html,x) <p onclick="x()">c</p>'
    tags = _Tags()
    tags.feed(_item(form, body=body).html)
    assert not [name for name, _ in tags.found if name in {"script", "style", "iframe", "form"} or name[:2] == "on"]
    assert not [value for _, value in tags.found if value and value.startswith(("javascript:", "data:"))]


def test_authors_need_no_address(form: FeedForm) -> None:
    assert _item(form).authors == ("Ana Lim", "Bo Ek")
    assert _item(form, authors=("", "Bo Ek", "Bo  Ek")).authors == ("Bo Ek",)


def test_categories_are_named_once(form: FeedForm) -> None:
    assert _item(form).categories == ("Fish market", "Ferries & fares")
    assert _item(form, categories=("Ferries", "", "Ferries")).categories == ("Ferries",)


@pytest.mark.parametrize(
    ("date", "read_as"),
    [
        ("2024-11-19T00:00:00+01:00", "2024-11-19T00:00:00+01:00"),
        ("2024-07-01T12:00:00", "2024-07-01T12:00:00+00:00"),
        ("2024-07-01T12:00:00Z", "2024-07-01T12:00:00+00:00"),
        ("1890-01-01T00:00:00+00:53:28", "1889-12-31T23:06:32+00:00"),
    ],
)
def test_moments_have_an_offset_of_whole_minutes(form: FeedForm, date: str, read_as: str) -> None:
    published = _item(form, date=date).published
    assert published
    assert published.isoformat() == read_as


def test_what_has_no_moment_is_given_none(form: FeedForm) -> None:
    assert _item(form, date="soon").published is None


def test_control_characters_do_not_reach_the_feed(form: FeedForm) -> None:
    dirty = "a\x00b\x0b\ufffe\ud800\u202ec"
    item = replace(ITEMS[0], title=dirty, summary=dirty, body=dirty, authors=(dirty,), categories=(dirty,), guid=dirty)
    text = written(replace(FEED, title=dirty, description=dirty, items=(item,)), form).decode()
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\u202e]|\\\\u", text)
    assert text.count("abc") >= 6


def test_it_is_utf_8_without_a_mark_of_its_order(form: FeedForm) -> None:
    data = written(FEED, form)
    assert data.decode("utf-8").startswith(("<?xml", "{"))
    assert data.endswith(b"\n")


def test_the_same_feed_has_the_same_bytes_in_any_company(form: FeedForm) -> None:
    alone = written(FEED, form)
    written(replace(FEED, base_url="https://elsewhere.example/"), form)
    assert written(FEED, form) == alone


def _hostile() -> FeedView:
    words = "]]></item></entry>\"'&amp;<!-- \\u003c"
    item = FeedItem(
        guid=words, uri="urn:uuid:1", title=words, address="a/", summary=words, body=words, date="", authors=(words,)
    )
    return replace(FEED, title=words, description=words, site=words, items=(item,))


def test_no_words_end_what_holds_them(form: FeedForm) -> None:
    feed = read(written(_hostile(), form), form)
    assert len(feed.items) == 1
    assert feed.items[0].summary == "]]></item></entry>\"'&amp;<!-- \\u003c"
