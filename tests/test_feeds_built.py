"""Every feed of a built site, in every form: by the grammar of Atom, by the schema of JSON Feed, and by what holds for all."""

import json
from pathlib import Path

import feedparser
import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from sitegen.model.feeds import FeedForm
from sitegen.plan.urls import FEED_FILES
from tests.render.feed_reading import ReadFeed, read
from tests.sites import BRIDGE, NOW, article_of, build, files_in, site

SCHEMAS = Path(__file__).parent / "schemas"
BASE = "https://example.org/sub/"
AGAIN = """\
Mayor defends the harbour bridge

Published 20 March 2025

“The harbour bridge will be paid for by the port,” Mayor Ada Thornbury said in Port Ellery on March 19, 2025. The first pillar will be set on July 1, 2025.
"""
TOPICS = '[[topic]]\nid = "harbour"\nname = "Harbour"\nkeywords = ["bridge"]\n'
WITHIN = "topics/harbour/speakers/ada-thornbury/"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    more = {"seeds/bridge.txt": BRIDGE, "seeds/again.txt": AGAIN, "content/topics.toml": TOPICS}
    root = site(tmp_path_factory.mktemp("feeds") / "site", **more)
    assert build(root).exit_code == 0
    return files_in(root / "output")


@pytest.fixture(scope="module")
def feeds(files: dict[str, bytes]) -> dict[str, ReadFeed]:
    names = {name: form for form, name in FEED_FILES.items()}
    found = {path: names[path.rpartition("/")[2]] for path in files if path.rpartition("/")[2] in names}
    return {path: read(files[path], form) for path, form in found.items()}


def test_each_page_to_subscribe_to_has_its_feeds(feeds: dict[str, ReadFeed]) -> None:
    folders = {path.rpartition("/")[0] for path in feeds}
    assert folders >= {"", "editions", "timeline", "topics/harbour", "speakers/ada-thornbury", WITHIN.rstrip("/")}
    assert len(feeds) == len(folders) * len(FeedForm)


def test_atom_is_by_the_grammar_of_its_standard(files: dict[str, bytes]) -> None:
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
    for path, data in files.items():
        if path.endswith("atom.xml"):
            assert grammar.validate(etree.fromstring(data)), (path, grammar.error_log)


def test_json_feed_is_by_its_schema(files: dict[str, bytes]) -> None:
    check = Draft202012Validator(json.loads((SCHEMAS / "json-feed.json").read_text(encoding="utf-8")))
    for path, data in files.items():
        if path.endswith("feed.json"):
            assert [e.message for e in check.iter_errors(json.loads(data))] == [], path


def test_a_lenient_reader_has_nothing_to_be_lenient_about(files: dict[str, bytes], feeds: dict[str, ReadFeed]) -> None:
    for path, feed in feeds.items():
        if path.endswith(".xml"):
            found = feedparser.parse(files[path])
            assert (found.bozo, len(found.entries)) == (False, len(feed.items)), path


def test_every_feed_is_where_it_says_and_belongs_to_a_page_that_names_it(
    files: dict[str, bytes], feeds: dict[str, ReadFeed]
) -> None:
    for path, feed in feeds.items():
        assert feed.own == (BASE + path,)
        page = files[feed.link.removeprefix(BASE) + "index.html"].decode()
        assert f'href="{path.rpartition("/")[2]}"' in page, path


def test_entries_lead_to_pages_of_the_site(files: dict[str, bytes], feeds: dict[str, ReadFeed]) -> None:
    for path, feed in feeds.items():
        for item in feed.items:
            address, _, fragment = item.link.removeprefix(BASE).partition("#")
            assert f' id="{fragment}"' in files[address + "index.html"].decode() if fragment else True, path
            assert address + "index.html" in files


def test_no_moment_is_in_the_future_and_no_entry_stands_twice(feeds: dict[str, ReadFeed]) -> None:
    for path, feed in feeds.items():
        moments = [m for i in feed.items for m in (i.published, i.updated) if m]
        assert feed.items, path
        assert max(moments) <= NOW, path
        assert len({i.id for i in feed.items}) == len(feed.items), path


def test_the_forms_of_a_feed_say_the_same(feeds: dict[str, ReadFeed]) -> None:
    for folder in {path.rpartition("/")[0] for path in feeds}:
        forms = [feeds[f"{folder}/{name}".lstrip("/")] for name in FEED_FILES.values()]
        said = [[(i.title, i.link, i.summary, i.html, i.published, i.categories) for i in f.items] for f in forms]
        assert said[0] == said[1] == said[2]


def test_what_a_speaker_said_on_a_topic_is_two_clicks_from_the_topic_or_the_speaker(files: dict[str, bytes]) -> None:
    assert b'href="speakers/ada-thornbury/"' in files["topics/harbour/index.html"]
    assert f'href="../../{WITHIN}"'.encode() in files["speakers/ada-thornbury/index.html"]
    within = files[WITHIN + "index.html"].decode()
    assert "We will not wait for the next flood" in within
    assert "paid for by the port" in within


def test_a_page_once_given_leads_to_the_speaker_when_too_little_is_left_of_it(tmp_path: Path) -> None:
    root = site(tmp_path / "site", **{"seeds/again.txt": AGAIN, "content/topics.toml": TOPICS})
    assert build(root).exit_code == 0
    article = article_of(root, "defends")
    article.write_text(article.read_text().replace("---\n", "---\ndraft: true\n", 1))
    assert build(root).exit_code == 0
    left = files_in(root / "output")
    assert b"speakers/ada-thornbury/" in left[WITHIN + "index.html"]
    assert b'http-equiv="refresh"' in left[WITHIN + "index.html"]
    former, now = (read(left[f"{folder}atom.xml"], FeedForm.ATOM) for folder in (WITHIN, "speakers/ada-thornbury/"))
    assert former == now
