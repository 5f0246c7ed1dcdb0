"""What is told of a feed in each form; the one to begin with is made by our own writers."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from sitegen.check import check_site
from sitegen.check.feeds import feed_is_empty, feed_problems, is_feed
from sitegen.model.feeds import FeedForm, FeedItem
from sitegen.plan.urls import FEED_FILES
from tests.render.feed_reading import written
from tests.render.sample_feeds import FEED, ITEMS

BASE = "https://digest.example/news/"


def told(data: bytes, form: FeedForm, folder: str = "") -> list[str]:
    return list(feed_problems(data, f"{BASE}{folder}{FEED_FILES[form]}"))


def made(form: FeedForm, *items: FeedItem, folder: str = "") -> bytes:
    view = replace(FEED, form=form, address=folder + FEED_FILES[form], items=items)
    return written(view, form)


every_form = pytest.mark.parametrize("form", list(FeedForm))


@every_form
def test_what_we_write_is_sound_wherever_it_stands(form: FeedForm) -> None:
    assert told(made(form, *ITEMS[:2]), form) == []
    assert told(made(form, *ITEMS[:2], folder="topics/बंदर/"), form, "topics/बंदर/") == []
    assert is_feed(f"topics/x/{FEED_FILES[form]}")
    assert not is_feed(f"topics/x/old-{FEED_FILES[form]}")


@every_form
def test_two_entries_of_one_name(form: FeedForm) -> None:
    (message,) = told(made(form, ITEMS[0], ITEMS[0]), form)
    assert message.endswith("is another entry's too")


@every_form
def test_a_feed_that_says_it_is_elsewhere(form: FeedForm) -> None:
    (message,) = told(made(form, ITEMS[0], folder="topics/x/"), form)
    assert message == (f"the link to itself is {BASE}topics/x/{FEED_FILES[form]}, not {BASE}{FEED_FILES[form]}")


@every_form
def test_an_entry_without_a_moment(form: FeedForm) -> None:
    found = told(made(form, replace(ITEMS[0], date="", updated="")), form)
    assert bool(found) == (form is not FeedForm.ATOM)  # Atom has a word for it: the beginning of time


@every_form
@pytest.mark.parametrize("data", [b"", b"<html/>", b"{}", b"[1]"])
def test_what_is_no_feed(form: FeedForm, data: bytes) -> None:
    assert len(told(data, form)) == 1
    assert not feed_is_empty(data, BASE + FEED_FILES[form])


@every_form
def test_a_feed_without_entries(form: FeedForm) -> None:
    assert told(made(form), form) == []
    assert feed_is_empty(made(form), BASE + FEED_FILES[form])
    assert not feed_is_empty(made(form, ITEMS[0]), BASE + FEED_FILES[form])


@pytest.mark.parametrize(
    ("good", "wrong", "message"),
    [
        (b"<id>urn:uuid:4", b"<id>4", "its id is no URI"),
        (b"<id>urn:uuid:1", b"<id>1", "Tom & Jerry \u2039b\u203asail\u2039/b\u203a: 3 < 5: its id is no URI"),
        (b"<name>The Harbour Digest</name>", b"<name/>", "no author"),
        (b"<updated>2024-11-21", b"<updated>2024-11-22", "it was not updated when its newest entry was"),
        (
            b"</title>\n    <updated>2024-11-21T00:00:00+01:00</updated>",
            b"</title>",
            "no moment of its last change",
        ),
        (
            b'<link href="https://digest.example/news/articles',
            b'<link href="/articles',
            "not absolute",
        ),
        (b"<feed", b"<food", "not XML"),
        (b"http://www.w3.org/2005/Atom", b"http://purl.org/atom/ns#", "no feed of Atom"),
    ],
)
def test_what_atom_asks_for(good: bytes, wrong: bytes, message: str) -> None:
    data = made(FeedForm.ATOM, ITEMS[0])
    assert good in data
    assert any(message in problem for problem in told(data.replace(good, wrong, 1), FeedForm.ATOM))


def _without(name: str) -> Callable[[dict[str, Any]], None]:
    return lambda part: part.pop(name)


def _of(name: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda part: part.update({name: value})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (_of("version", "https://jsonfeed.org/version/1"), "its version is not https://jsonfeed.org/version/1.1"),
        (_without("title"), "no title"),
        (_without("feed_url"), "the link to itself is missing"),
        (_without("items"), "no items"),
    ],
)
def test_what_json_feed_asks_of_a_feed(change: Callable[[dict[str, Any]], None], message: str) -> None:
    feed = json.loads(made(FeedForm.JSON, ITEMS[0]))
    change(feed)
    assert any(message in problem for problem in told(json.dumps(feed).encode(), FeedForm.JSON))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (_without("content_html"), "neither content_html nor content_text"),
        (_without("id"), "no guid"),
        (_of("url", "/articles/"), "its link is not absolute"),
        (_of("date_published", "2024-11-19"), "no moment of its publication by RFC 3339"),
    ],
)
def test_what_json_feed_asks_of_an_item(change: Callable[[dict[str, Any]], None], message: str) -> None:
    feed = json.loads(made(FeedForm.JSON, ITEMS[0]))
    change(feed["items"][0])
    assert any(message in problem for problem in told(json.dumps(feed).encode(), FeedForm.JSON))


def test_a_feed_at_a_former_address_says_where_it_is_now() -> None:
    moved = '<meta http-equiv="refresh" content="0; url=../x/"><title>x</title><h1>x</h1>'
    files = {
        "old/index.html": f'<!doctype html><html lang="en">{moved}</html>'.encode(),
        "old/feed.xml": made(FeedForm.RSS, *ITEMS[:2], folder="x/"),
    }
    assert [d for d in check_site(files, BASE) if d.code == "feed-invalid"] == []
    del files["old/index.html"]
    assert [d.code for d in check_site(files, BASE) if d.code == "feed-invalid"] == ["feed-invalid"]
