"""Which items has a feed? An answer in; ids and links of its items out. RSS and Atom by feedparser, JSON Feed as it stands."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import urldefrag, urljoin

import feedparser

from sitegen import fingerprint

_MOST_ITEMS = 2_000
_HEAD = 4_096
_ROOTS = (b"<rss", b"<feed", b"<rdf:rdf", b":feed")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_JSON_FEED = "jsonfeed.org/version/"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItems:
    """What a feed holds."""

    ids: tuple[str, ...]
    """Fingerprints of the items' ids."""
    links: tuple[str, ...]
    """Absolute addresses of the web, in the feed's order, each once."""
    content: str
    """Fingerprint of all that the items say; what only the feed's head says, such as the hour, is not in it."""


def read(body: bytes, url: str, content_type: str) -> FeedItems | None:
    """Return the items; None where it is no feed."""
    if body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json_feed(body, url)
    head = body[:_HEAD].replace(b"\0", b"").lower()
    if not any(root in head for root in _ROOTS) or b"<html" in head.split(b"<rss")[0].split(b"<feed")[0]:
        return None
    about = {"content-type": content_type, "content-location": url}
    parsed = feedparser.parse(BytesIO(body), response_headers=about, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.get("version") and not parsed.entries:
        return None
    return _items([_entry(entry) for entry in parsed.entries[:_MOST_ITEMS]], url)


def _entry(entry: Mapping[str, object]) -> Mapping[str, object]:
    """Return of an entry what it says; dates as they are written."""
    said = ("id", "link", "title", "summary", "updated", "published")
    contents = entry.get("content")
    parts = [str(part.get("value", "")) for part in contents] if isinstance(contents, list) else []
    return {**{name: str(entry.get(name) or "") for name in said}, "content": "\n".join(parts)}


def _json_feed(body: bytes, url: str) -> FeedItems | None:
    try:
        found = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or _JSON_FEED not in str(found.get("version", "")):
        return None
    items = found.get("items")
    entries = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return _items([{**i, "link": i.get("url") or i.get("external_url") or ""} for i in entries[:_MOST_ITEMS]], url)


def _items(entries: Iterable[Mapping[str, object]], url: str) -> FeedItems:
    told = list(entries)
    ids = (fingerprint.of_text(str(e.get("id") or e.get("link") or e.get("title") or ""))[:16] for e in told)
    content = fingerprint.of_text(json.dumps(told, sort_keys=True, default=str))
    return FeedItems(ids=tuple(dict.fromkeys(ids)), links=tuple(dict.fromkeys(_links(told, url))), content=content)


def _links(entries: Iterable[Mapping[str, object]], url: str) -> Iterator[str]:
    for entry in entries:
        words = str(entry.get("link") or "").strip()
        try:
            link = urldefrag(urljoin(url, words)).url
        except ValueError:
            continue
        if words and link.lower().startswith(("http://", "https://")):
            yield link
