"""How is a feed written as Atom (RFC 4287)? Feed and entries are named by URIs that hang on no address; the site is the author of what names no other."""

from datetime import UTC, datetime
from functools import lru_cache
from xml.etree import ElementTree as ET

from sitegen.model.feeds import MEDIA_TYPES, FeedItem, FeedView
from sitegen.render.addresses import web_url
from sitegen.render.feed_words import here, html, last_change, line, moment, plain, plain_all, summary
from sitegen.render.xml_text import add, document, entry_text

_END = "\n</feed>"
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands where Atom wants a moment and none is known: a feed without entries."""


def atom(view: FeedView) -> bytes:
    """Return the feed."""
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom"})
    _describe(root, view)
    return document(root, (_entry(item, view.base_url) for item in view.items), _END)


def _describe(feed: ET.Element, view: FeedView) -> None:
    at = here(view.address, view.base_url)
    if language := line(view.language):
        feed.set("xml:lang", language)
    add(feed, "id", view.uri)
    add(feed, "title", plain(view.title) or view.base_url)
    if description := plain(view.description):
        add(feed, "subtitle", description)
    add(feed, "updated", (last_change(view.items) or _NEVER).isoformat())
    author = add(feed, "author")
    add(author, "name", plain(view.site) or view.base_url)
    add(author, "uri", at.absolute(""))
    add(feed, "link", rel="self", href=at.absolute(view.address), type=MEDIA_TYPES[view.form])
    add(feed, "link", rel="alternate", href=at.absolute(view.page), type="text/html")
    if hub := web_url(view.hub):
        add(feed, "link", rel="hub", href=hub)
    add(feed, "generator", "sitegen")


@lru_cache(maxsize=1024)
def _entry(item: FeedItem, base_url: str) -> str:
    made = ET.Element("entry", {"xml:lang": language} if (language := line(item.language)) else {})
    published = moment(item.date)
    add(made, "id", item.uri)
    add(made, "title", plain(item.title) or plain(item.guid))
    add(made, "updated", (moment(item.updated) or published or _NEVER).isoformat())
    if published:
        add(made, "published", published.isoformat())
    for author in plain_all(item.authors):
        add(add(made, "author"), "name", author)
    add(made, "link", rel="alternate", href=here("", base_url).absolute(item.address), type="text/html")
    if original := web_url(item.original):
        add(made, "link", rel="via", href=original)
    for category in plain_all(item.categories):
        add(made, "category", term=category)
    if words := summary(item):
        add(made, "summary", words)
    if text := html(item.body, base_url, item.address):
        add(made, "content", text, type="html")
    return entry_text(made, 1)
