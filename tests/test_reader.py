"""A reader's questions, each answered in two clicks from the home page at most, in a real browser, on a site under a sub-path."""

import json
import urllib.request
from collections.abc import Iterator

import feedparser
import pytest

from tests.browser import Browser, Tab, served
from tests.sites import NOW, build, write

pytestmark = pytest.mark.browser

FILES = {
    "sitegen.toml": 'title = "Ellery digest"\nbase_url = "https://example.org/news/"\n',
    "content/topics.toml": """\
[[topic]]
id = "harbour-bridge"
name = "Harbour bridge"
description = "The bridge across the harbour of Port Ellery, its council, its cost and the ferry that it replaces."
keywords = ["bridge", "harbour", "ferry"]
""",
    "seeds/one.txt": """\
Council approves harbour bridge at Port Ellery

Published 12 March 2025

The council of Port Ellery approved the new harbour bridge on March 11, 2025. “We will not wait for the next flood,” Mayor Ada Thornbury said. The bridge will replace the ferry across the harbour. Construction of the harbour bridge will begin on June 20, 2025.
""",
    "seeds/two.txt": """\
Port Ellery votes for the harbour bridge

Published 13 March 2025

Port Ellery will have a harbour bridge. The council approved the bridge on March 11, 2025, after a debate of nine hours. “Nobody will pay a toll on this bridge,” Mayor Ada Thornbury told the council. The engineers will present their drawings on July 3, 2025.
""",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = write(tmp_path_factory.mktemp("reader"), FILES)
    report = build(root, now=NOW)
    assert report.exit_code == 0, report.diagnostics
    with served(root / "output", "/news/") as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as opened:
        yield opened


@pytest.fixture
def reader(browser: Browser, home: str) -> Iterator[Tab]:
    tab = browser.tab(javascript=False).go(home)
    yield tab
    assert tab.errors == []
    assert all(address.startswith(home) for address in tab.requests)


def click(tab: Tab, words: str, within: str = "main, aside") -> Tab:
    """Follow the first link of these words."""
    mark = (
        f"[...document.querySelectorAll({json.dumps(within)})].flatMap((e) => [...e.querySelectorAll('a')])"
        f".find((a) => a.innerText.trim() === {json.dumps(words)})?.setAttribute('data-clicked', '')"
    )
    tab.value(f"(() => {{ {mark} }})()")
    return tab.follow("[data-clicked]")


def test_what_did_this_person_say_about_this_topic_and_where_is_it_in_the_source(reader: Tab, home: str) -> None:
    click(reader, "Harbour bridge")
    click(reader, "Ada Thornbury")
    assert reader.address == f"{home}topics/harbour-bridge/speakers/ada-thornbury/"
    said = reader.texts("blockquote")
    assert "“Nobody will pay a toll on this bridge”" in said
    assert "“We will not wait for the next flood”" in said
    assert "Port Ellery votes for the harbour bridge" in reader.text("main")
    assert {"Mayor" in role for role in reader.texts("main .role")} == {True}


def test_where_in_the_source_are_the_words_of_this_person(reader: Tab) -> None:
    click(reader, "Ada Thornbury")
    click(reader, "In the article", "figure.direct")
    marked = reader.text(":target")
    assert marked.startswith("Nobody will pay a toll on this bridge")
    assert reader.text("h1") == "Port Ellery votes for the harbour bridge"


def test_what_happened_in_this_story_in_order(reader: Tab) -> None:
    click(reader, "2 articles")
    days = reader.texts("main .timeline .when")
    assert list(dict.fromkeys(days)) == ["11 March 2025", "20 June 2025", "3 July 2025"]
    named = set(reader.texts("main .timeline cite"))
    assert named == {"Council approves harbour bridge at Port Ellery", "Port Ellery votes for the harbour bridge"}


def test_what_is_coming_up(reader: Tab) -> None:
    assert [d.split(" · ")[0] for d in reader.texts("aside .when")] == ["20 June 2025", "3 July 2025"]
    click(reader, "Council approves harbour bridge at Port Ellery", "aside")
    assert reader.text(":target").startswith("June 20, 2025")


def test_how_do_i_subscribe_to_this_person(reader: Tab) -> None:
    click(reader, "Ada Thornbury")
    feed = reader.value("document.querySelector('aside .feeds a[href$=\"feed.xml\"]').href")
    with urllib.request.urlopen(feed) as answer:
        read = feedparser.parse(answer.read())
    assert "Ada Thornbury" in read.feed.title
    assert {e.title for e in read.entries} == {
        "Council approves harbour bridge at Port Ellery",
        "Port Ellery votes for the harbour bridge",
    }
