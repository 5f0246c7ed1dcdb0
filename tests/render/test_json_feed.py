"""What JSON Feed 1.1 asks for, by a schema and in the words around it, beside the rules of every form."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sitegen.model.feeds import FeedForm, FeedView
from sitegen.render.json_feed import json_feed

from .sample_feeds import FEED, ITEMS

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "json-feed.json").read_text(encoding="utf-8"))
CHECK = Draft202012Validator(SCHEMA)
VIEW = replace(FEED, form=FeedForm.JSON, address="feed.json", hub="https://hub.example/")
BARE = replace(VIEW, title="", description="", language="", hub="", items=())


def _made(view: FeedView = VIEW) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json_feed(view))
    return made


def _item(**fields: object) -> dict[str, Any]:
    (item,) = _made(replace(VIEW, items=(replace(ITEMS[0], **fields),)))["items"]
    return dict(item)


@pytest.mark.parametrize("view", [VIEW, BARE, replace(VIEW, items=(replace(ITEMS[2], summary=""),))])
def test_it_is_a_json_feed_by_the_schema(view: FeedView) -> None:
    assert [e.message for e in CHECK.iter_errors(_made(view))] == []


def test_the_schema_finds_what_is_wrong() -> None:
    assert not CHECK.is_valid({**_made(), "items": [{"id": "1"}]})
    assert not CHECK.is_valid({**_made(), "items": [{"content_text": "words"}]})
    assert not CHECK.is_valid({**_made(), "feed_url": "/feed.json"})


def test_the_version_comes_first() -> None:
    assert json_feed(VIEW).startswith(b'{"version": "https://jsonfeed.org/version/1.1"')


def test_the_site_is_the_author_of_the_feed() -> None:
    assert _made()["authors"] == [{"name": "The Harbour Digest", "url": "https://digest.example/news/"}]


def test_an_item_is_named_as_in_rss() -> None:
    assert _item()["id"] == "2024-11-19-market"


def test_an_item_has_content_in_one_form_always() -> None:
    assert "content_text" not in _item()
    assert _item(body="")["content_text"] == "Profit < costs & <script>"
    assert "summary" not in _item(body="")
    assert _item(body="", summary="")["content_text"] == _item()["title"]


def test_an_item_says_its_language_its_changes_and_what_it_was_taken_from() -> None:
    item = _item(language="ar")
    assert item["language"] == "ar"
    assert item["date_modified"] == "2024-11-21T00:00:00+01:00"
    assert item["external_url"] == "https://courier.example/market?id=1&x=%C3%A9"
    assert not {"language", "date_modified", "external_url"} & _item(language="", updated="", original="").keys()


def test_the_hub_is_of_websub() -> None:
    assert _made()["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    assert "hubs" not in _made(BARE)


def test_there_are_no_fields_of_our_own() -> None:
    assert not [name for part in (_made(), *_made()["items"]) for name in part if name.startswith("_")]
