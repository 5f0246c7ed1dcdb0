"""RSS, RDF and Atom as articles: feedparser behind a reader that lets in no entities and repairs what is damaged."""

import io
import re
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

import feedparser
from lxml import etree

from sitegen.clean.characters import one_line
from sitegen.clean.feed_dates import moment
from sitegen.clean.feed_items import About, Item, feed_outcome, web_address
from sitegen.clean.fragment import words_of
from sitegen.clean.outcome import Outcome
from sitegen.clean.refusal import Refusal
from sitegen.clean.xml_source import Xml, local_name, parse_xml
from sitegen.model.article import SourceDocument

_ROOTS = {"rss", "rdf", "feed"}
_ITEMS = {"item", "entry"}
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|&#?\w{1,30};")
_MAIL = re.compile(r"\s*<?[\w.+-]{1,64}@[\w.-]{1,200}>?\s*")
_BRACKETED = re.compile(r"\s*\(([^()]{1,200})\)\s*")


def feed_articles(source: SourceDocument, text: str) -> Outcome:
    """Return the articles of a feed, one of each item."""
    xml = parse_xml(text, "feed")
    if isinstance(xml, Refusal):
        return Outcome(told=(xml,))
    name = local_name(xml.root)
    if name not in _ROOTS:
        return Outcome(told=(xml.fault or Refusal(code="seed-kind", message=f"XML of the kind <{name}> is no feed"),))
    if xml.cut_off:
        _drop_last(xml)
    read = _parsed(xml, source.url)
    about = _about(read.get("feed", {}), source)
    return feed_outcome([_item(entry, about) for entry in read.get("entries", ())], about, xml.fault)


def _drop_last(xml: Xml) -> None:
    """Leave out the item in whose middle the feed ends."""
    items = [e for e in xml.root.iter() if local_name(e) in _ITEMS]
    if items and (parent := items[-1].getparent()) is not None:
        parent.remove(items[-1])


def _parsed(xml: Xml, url: str | None) -> Mapping[str, Any]:
    """Let feedparser read clean XML from memory: it opens whatever else it is given, files and addresses too."""
    data = etree.tostring(xml.root, encoding="utf-8", xml_declaration=True)
    headers = {"content-type": "application/xml; charset=utf-8", **({"content-location": url} if url else {})}
    try:
        found: Mapping[str, Any] = feedparser.parse(
            io.BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except Exception:  # noqa: BLE001 - a library on hostile input; without it the feed has no items
        return {}
    return found


def _about(feed: Mapping[str, Any], source: SourceDocument) -> About:
    return About(
        title=_plain(feed.get("title_detail")),
        url=web_address(feed.get("link"), source.url),
        language=one_line(feed.get("language")),
        authors=_authors(feed),
        captured=source.fetched,
    )


def _item(entry: Mapping[str, Any], about: About) -> Item:
    url = web_address(_link(entry), about.url)
    contents = [c for c in (*entry.get("content", ()), entry.get("summary_detail")) if c and c.get("value")]
    published = moment("published", entry.get("published"), about.captured)
    updated = moment("updated", _stated(entry, "updated"), about.captured)
    return Item(
        key=one_line(entry.get("id")) or url or "",
        title=_plain(entry.get("title_detail")),
        url=url,
        base=web_address(next((c.get("base") for c in contents), None), about.url) or url,
        html=tuple(c["value"] for c in contents if c.get("type") != "text/plain"),
        plain=tuple(c["value"] for c in contents if c.get("type") == "text/plain"),
        authors=_authors(entry),
        publisher=one_line(_source_title(entry)),
        published=published if published.value else updated,
        updated=updated if published.value and updated.value != published.value else published.__class__(),
        language=one_line(next((c.get("language") for c in contents if c.get("language")), "")),
    )


def _stated(entry: Mapping[str, Any], key: str) -> str | None:
    """Return a field that stands there: feedparser gives the one date for the other where one is missing."""
    return str(entry[key]) if key in entry.keys() else None  # noqa: SIM118 - its `in` is the one that answers for others


def _link(entry: Mapping[str, Any]) -> str | None:
    """Return the address of the article itself, where the feed's own link counts clicks."""
    found = entry.get("feedburner_origlink") or entry.get("link")
    return found if isinstance(found, str) else None


def _source_title(entry: Mapping[str, Any]) -> str:
    source = entry.get("source")
    title = source.get("title") if isinstance(source, Mapping) else ""
    return title if isinstance(title, str) else ""


def _plain(detail: Mapping[str, Any] | None) -> str:
    """Return a title's words; many feeds write markup or entities into it, in one layer too many."""
    value = (detail or {}).get("value") or ""
    if (detail or {}).get("type") != "text/plain" or _MARKUP.search(value):
        value = words_of(value)
    return one_line(words_of(value) if _MARKUP.search(value) and "<" not in value else value)


def _authors(found: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of those who wrote it, without their mail addresses."""
    listed: Iterable[Mapping[str, Any]] = found.get("authors") or ()
    given = chain((a.get("name") for a in listed), (found.get("author"),) if not listed else ())
    return tuple(dict.fromkeys(name for g in given if isinstance(g, str) and (name := _name(g))))


def _name(words: str) -> str:
    plain = words_of(words) if _MARKUP.search(words) else words
    without = _MAIL.sub(" ", one_line(plain))
    inner = _BRACKETED.fullmatch(without)
    return one_line(inner[1] if inner else without)
