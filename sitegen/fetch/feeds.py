"""Which items has a feed? The body of an answer in; ids and links of its items out, for RSS, Atom, RDF and JSON Feed.

Read by lxml and not by feedparser, which needs 35 s for 3 MB of empty items: what the items say is the business of cleaning, here only their ids and
links count.
"""

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import urldefrag, urljoin

from lxml import etree

from sitegen import fingerprint
from sitegen.fetch.ampersands import mended

_MOST_ITEMS = 2_000
_HEAD = 4_096
_ROOT = re.compile(rb"<(?:[a-z_]\w{0,20}:)?(rss|feed|rdf|html|opml)[\s>]", re.IGNORECASE)
_ENCODED = re.compile(rb"\A<\?xml[^>]{0,200}encoding", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_JSON_FEED = "jsonfeed.org/version/"
_STAMPS = ("updated", "modified", "date", "pubDate", "published")
"""Elements that say when an item was last changed, the best first."""

_LONGEST_STAMP = 40
_SPACE = b" \t\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What is told apart in a feed."""

    id: str
    link: str
    stamp: str = ""
    """When it was last changed, as the feed writes it."""
    said: str
    """Fingerprint of all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItems:
    """What a feed holds."""

    ids: tuple[str, ...]
    """Fingerprints of the items' ids."""
    links: tuple[str, ...]
    """Absolute addresses of the web, in the feed's order, each once."""
    stamps: tuple[str, ...]
    """For each link, when its item was last changed, as the feed writes it."""
    content: str
    """Fingerprint of all that the items say; what only the feed's head says, such as the hour, is not in it."""


def read(body: bytes, url: str, content_type: str) -> FeedItems | None:
    """Return the items; None where it is no feed."""
    if body[: len(codecs.BOM_UTF8) + _HEAD].removeprefix(codecs.BOM_UTF8).lstrip(_SPACE).startswith(b"{"):
        found = _json_items(body)
    else:
        root = _ROOT.search(body[:_HEAD].replace(b"\0", b""))
        is_feed = root is not None and root[1].lower() in {b"rss", b"feed", b"rdf"}
        found = list(_xml_items(_as_xml(body, content_type))) if is_feed else None
    return _items(found, url) if found is not None else None


def _as_xml(body: bytes, content_type: str) -> bytes:
    """Return the document as a parser reads it: one that does not name its charset, in UTF-8."""
    body = body.lstrip(_SPACE)
    if body.startswith(_BOMS) or _ENCODED.match(body):
        return body
    named = _CHARSET.search(content_type)
    for charset in (named[1] if named else "utf-8", "utf-8", "cp1252"):
        try:
            return body.decode(charset).encode("utf-8")
        except (LookupError, ValueError):
            continue
    return body.decode("cp1252", "replace").encode("utf-8")


def _xml_items(body: bytes) -> Iterator[Item]:
    events = etree.iterparse(
        BytesIO(mended(body)), tag=("{*}item", "{*}entry"), recover=True, resolve_entities=False, no_network=True
    )
    try:
        for _, (_, element) in zip(range(_MOST_ITEMS), events, strict=False):
            yield _xml_item(element)
            element.clear()
    except etree.XMLSyntaxError:
        return


def _xml_item(element: "etree._Element") -> Item:
    texts: dict[str, str] = {}
    link = ""
    for child in element.iterchildren(etree.Element):
        name = str(child.tag).rpartition("}")[2]
        if name == "link" and child.get("rel", "alternate") == "alternate":
            link = link or child.get("href") or child.text or ""
        elif name in {"id", "guid"}:
            texts.setdefault("id", child.text or "")
            texts["permalink"] = "" if child.get("isPermaLink") == "false" or name == "id" else child.text or ""
        elif name == "title":
            texts.setdefault("title", child.text or "")
        elif name in _STAMPS:
            texts[name] = (child.text or "").strip()[:_LONGEST_STAMP]
    link = (link or texts.get("permalink", "")).strip()
    said = fingerprint.of_bytes(etree.tostring(element, encoding="utf-8", with_tail=False))
    stamp = next((texts[name] for name in _STAMPS if texts.get(name)), "")
    return Item(id=texts.get("id", "").strip() or link or texts.get("title", ""), link=link, stamp=stamp, said=said)


def _json_items(body: bytes) -> list[Item] | None:
    try:
        found = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or _JSON_FEED not in str(found.get("version", "")):
        return None
    items = found.get("items")
    entries = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return [_json_item(entry) for entry in entries[:_MOST_ITEMS]]


def _json_item(entry: dict[str, object]) -> Item:
    link = str(entry.get("url") or entry.get("external_url") or "").strip()
    said = fingerprint.of_text(json.dumps(entry, sort_keys=True))
    stamp = str(entry.get("date_modified") or entry.get("date_published") or "")[:_LONGEST_STAMP]
    return Item(id=str(entry.get("id") or link), link=link, stamp=stamp, said=said)


def _items(found: Iterable[Item], url: str) -> FeedItems:
    told = list(found)
    links = dict(reversed(list(_links(told, url))))
    return FeedItems(
        ids=tuple(dict.fromkeys(fingerprint.of_text(item.id)[:16] for item in told)),
        links=tuple(reversed(links)),
        stamps=tuple(reversed(links.values())),
        content=fingerprint.of_text(" ".join(item.said for item in told)),
    )


def _links(items: Iterable[Item], url: str) -> Iterator[tuple[str, str]]:
    for item in items:
        try:
            link = urldefrag(urljoin(url, item.link)).url
        except ValueError:
            continue
        if item.link and link.lower().startswith(("http://", "https://")):
            yield link, item.stamp
