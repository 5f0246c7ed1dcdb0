"""How tests read a feed, whatever form it is written in: what a reader would make of it."""

import html
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree import ElementTree as ET

from sitegen.model.feeds import FeedForm, FeedView
from sitegen.render.atom import atom
from sitegen.render.json_feed import json_feed
from sitegen.render.rss import rss

ATOM = "{http://www.w3.org/2005/Atom}"
ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
WRITERS: Mapping[FeedForm, Callable[[FeedView], bytes]] = {
    FeedForm.RSS: rss,
    FeedForm.ATOM: atom,
    FeedForm.JSON: json_feed,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadItem:
    """An entry as a reader has it."""

    id: str
    title: str
    link: str
    summary: str
    html: str
    published: datetime | None
    updated: datetime | None
    authors: tuple[str, ...]
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFeed:
    """A feed as a reader has it."""

    title: str
    description: str
    link: str
    own: tuple[str, ...]
    """Links to itself."""
    hubs: tuple[str, ...]
    language: str
    items: tuple[ReadItem, ...]


def read(data: bytes, form: FeedForm) -> ReadFeed:
    """Return what a reader makes of the bytes of a feed."""
    return _READERS[form](data)


def written(view: FeedView, form: FeedForm) -> bytes:
    return WRITERS[form](view)


def _rss(data: bytes) -> ReadFeed:
    channel = ET.fromstring(data).find("channel")
    assert channel is not None
    links = channel.findall(ATOM + "link")
    return ReadFeed(
        title=channel.findtext("title", ""),
        description=channel.findtext("description", ""),
        link=channel.findtext("link", ""),
        own=tuple(e.get("href", "") for e in links if e.get("rel") == "self"),
        hubs=tuple(e.get("href", "") for e in links if e.get("rel") == "hub"),
        language=channel.findtext("language", ""),
        items=tuple(map(_rss_item, channel.findall("item"))),
    )


def _rss_item(item: ET.Element) -> ReadItem:
    date = item.findtext("pubDate")
    return ReadItem(
        id=item.findtext("guid", ""),
        title=item.findtext("title", ""),
        link=item.findtext("link", ""),
        summary=html.unescape(item.findtext("description", "")),
        html=item.findtext(ENCODED, ""),
        published=parsedate_to_datetime(date) if date else None,
        updated=None,
        authors=tuple(e.text or "" for e in item.findall(CREATOR)),
        categories=tuple(e.text or "" for e in item.findall("category")),
    )


def _atom(data: bytes) -> ReadFeed:
    feed = ET.fromstring(data)
    return ReadFeed(
        title=feed.findtext(ATOM + "title", ""),
        description=feed.findtext(ATOM + "subtitle", ""),
        link=_href(feed, "alternate")[0],
        own=_href(feed, "self"),
        hubs=_href(feed, "hub"),
        language=feed.get("{http://www.w3.org/XML/1998/namespace}lang", ""),
        items=tuple(map(_atom_item, feed.findall(ATOM + "entry"))),
    )


def _href(element: ET.Element, rel: str) -> tuple[str, ...]:
    return tuple(e.get("href", "") for e in element.findall(ATOM + "link") if e.get("rel") == rel)


def _atom_item(entry: ET.Element) -> ReadItem:
    return ReadItem(
        id=entry.findtext(ATOM + "id", ""),
        title=entry.findtext(ATOM + "title", ""),
        link=_href(entry, "alternate")[0],
        summary=entry.findtext(ATOM + "summary", ""),
        html=entry.findtext(ATOM + "content", ""),
        published=_moment(entry.findtext(ATOM + "published")),
        updated=_moment(entry.findtext(ATOM + "updated")),
        authors=tuple(e.text or "" for e in entry.findall(f"{ATOM}author/{ATOM}name")),
        categories=tuple(e.get("term", "") for e in entry.findall(ATOM + "category")),
    )


def _json(data: bytes) -> ReadFeed:
    feed = json.loads(data)
    return ReadFeed(
        title=feed["title"],
        description=feed.get("description", ""),
        link=feed["home_page_url"],
        own=(feed["feed_url"],),
        hubs=tuple(hub["url"] for hub in feed.get("hubs", ())),
        language=feed.get("language", ""),
        items=tuple(map(_json_item, feed["items"])),
    )


def _json_item(item: dict[str, Any]) -> ReadItem:
    return ReadItem(
        id=item["id"],
        title=item["title"],
        link=item["url"],
        summary=item.get("summary", item.get("content_text", "")),
        html=item.get("content_html", ""),
        published=_moment(item.get("date_published")),
        updated=_moment(item.get("date_modified")),
        authors=tuple(author["name"] for author in item.get("authors", ())),
        categories=tuple(item.get("tags", ())),
    )


def _moment(iso: str | None) -> datetime | None:
    return datetime.fromisoformat(iso) if iso else None


_READERS: Mapping[FeedForm, Callable[[bytes], ReadFeed]] = {
    FeedForm.RSS: _rss,
    FeedForm.ATOM: _atom,
    FeedForm.JSON: _json,
}
