"""What RFC 4287 asks for, by its own grammar and in the words around it, beside the rules of every form."""

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest
from lxml import etree

from sitegen.model.feeds import FeedForm, FeedItem, FeedView
from sitegen.render.atom import atom

from .feed_reading import ATOM
from .sample_feeds import FEED, ITEMS

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parents[1] / "schemas" / "atom.rng"))
VIEW = replace(FEED, form=FeedForm.ATOM, address="atom.xml", hub="https://hub.example/")
BARE = replace(VIEW, title="", description="", language="", hub="", items=())


def _problems(data: bytes) -> list[str]:
    GRAMMAR.validate(etree.fromstring(data))
    return [str(error.message) for error in GRAMMAR.error_log]


def _feed(view: FeedView = VIEW) -> ET.Element:
    return ET.fromstring(atom(view))


@pytest.mark.parametrize("view", [VIEW, BARE, replace(VIEW, items=ITEMS[2:]), replace(VIEW, language="zh-Hant-TW")])
def test_it_is_atom_by_the_grammar_of_the_standard(view: FeedView) -> None:
    assert _problems(atom(view)) == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (b"<updated>2024-11-19</updated>", "updated"),
        (b"<updated>2024-11-21T00:00:00+01:00</updated><updated>2024-11-21T00:00:00+01:00</updated>", "updated"),
        (b"<entry/>", "updated"),
    ],
)
def test_the_grammar_finds_what_is_wrong(wrong: bytes, told: str) -> None:
    good = b"<updated>2024-11-21T00:00:00+01:00</updated>"
    assert any(told in problem for problem in _problems(atom(VIEW).replace(good, wrong, 1)))


@pytest.mark.parametrize("items", [ITEMS, ITEMS[:1], ()])
def test_is_well_formed_for_readers(items: tuple[FeedItem, ...]) -> None:
    feed = feedparser.parse(atom(replace(VIEW, items=items)), sanitize_html=False, resolve_relative_uris=False)
    assert (feed.bozo, feed.version, len(feed.entries)) == (0, "atom10", len(items))


def test_feed_and_entries_are_named_by_uris_that_hang_on_no_address() -> None:
    for element in (_feed(), *_feed().findall(ATOM + "entry")):
        name = urlsplit(element.findtext(ATOM + "id") or "")
        assert (name.scheme, name.netloc) == ("urn", "")


def test_a_feed_was_updated_when_its_newest_entry_was() -> None:
    entries = [e.findtext(ATOM + "updated") for e in _feed().findall(ATOM + "entry")]
    assert _feed().findtext(ATOM + "updated") == entries[0] == "2024-11-21T00:00:00+01:00"
    assert entries[1] == "2024-07-01T12:00:00+00:00"


def test_without_any_moment_there_is_the_beginning_of_time_and_not_now() -> None:
    assert _feed(BARE).findtext(ATOM + "updated") == "1970-01-01T00:00:00+00:00"


def test_an_entry_was_published_before_it_was_updated() -> None:
    for entry in _feed().findall(ATOM + "entry"):
        assert (entry.findtext(ATOM + "published") or "") <= (entry.findtext(ATOM + "updated") or "")


def test_there_is_an_author_for_every_entry() -> None:
    feed = _feed()
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "The Harbour Digest"
    assert feed.findtext(f"{ATOM}author/{ATOM}uri") == "https://digest.example/news/"
    assert _feed(replace(BARE, site="")).findtext(f"{ATOM}author/{ATOM}name") == "https://digest.example/news/"


def test_there_is_one_link_to_the_page_of_feed_and_entry_and_it_says_what_it_is() -> None:
    for element in (_feed(), *_feed().findall(ATOM + "entry")):
        (link,) = (e for e in element.findall(ATOM + "link") if e.get("rel") == "alternate")
        assert link.get("type") == "text/html"


def test_an_entry_names_what_it_was_taken_from() -> None:
    entry = _feed().find(ATOM + "entry")
    assert entry is not None
    (via,) = (e.get("href") for e in entry.findall(ATOM + "link") if e.get("rel") == "via")
    assert via == "https://courier.example/market?id=1&x=%C3%A9"
    assert "via" not in atom(replace(VIEW, items=(replace(ITEMS[0], original="javascript:alert(1)"),))).decode()


def test_content_says_that_it_is_html_and_all_other_words_are_text() -> None:
    for element in _feed().iter():
        assert element.get("type") in ({"html"} if element.tag == ATOM + "content" else {None, "text/html"}) or (
            element.get("rel") == "self" and element.get("type") == "application/atom+xml"
        )


def test_an_entry_in_another_language_says_so() -> None:
    entries = re.findall(r"<entry[^>]*>", atom(replace(VIEW, items=(replace(ITEMS[0], language="ar"),))).decode())
    assert entries == ['<entry xml:lang="ar">']
