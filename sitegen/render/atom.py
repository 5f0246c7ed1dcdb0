"""How is a feed written as Atom (RFC 4287)? Feed and entries are named by URIs that hang on no address; the site is the author of what names no other."""

from datetime import UTC, datetime
from functools import lru_cache

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from sitegen.model.feeds import MEDIA_TYPES, FeedItem, FeedView
from sitegen.render.addresses import web_url
from sitegen.render.feed_words import here, html, last_change, line, moment, plain, plain_all, summary

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands where Atom wants a moment and none is known: a feed without entries."""
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class _Origin(BaseEntryExtension):  # type: ignore[misc] # feedgen has no types
    """What feedgen leaves out of an entry: its language, what its link is, and what it was taken from."""

    language = original = ""

    def extend_atom(self, feed: etree._Element) -> etree._Element:
        """Add it to the entry."""
        feed.find("link").attrib.update({"rel": "alternate", "type": "text/html"})
        if self.original:
            etree.SubElement(feed, "link", href=self.original, rel="via")
        if self.language:
            feed.set(_LANGUAGE, self.language)
        return feed


def atom(view: FeedView) -> bytes:
    """Return the feed."""
    feed = _head(view)
    for item in view.items:
        feed.add_entry(_entry(item, view.base_url), order="append")  # its default puts the last one first
    written: bytes = feed.atom_str(pretty=True)
    return written


def _head(view: FeedView) -> FeedGenerator:
    feed, at = FeedGenerator(), here(view.address, view.base_url)
    feed.id(view.uri)
    feed.title(plain(view.title) or view.base_url)
    feed.subtitle(plain(view.description) or None)
    feed.updated(last_change(view.items) or _NEVER)
    feed.author({"name": plain(view.site) or view.base_url, "uri": at.absolute("")})
    feed.link(href=at.absolute(view.address), rel="self", type=MEDIA_TYPES[view.form])
    feed.link(href=at.absolute(view.page), rel="alternate", type="text/html")
    if hub := web_url(view.hub):
        feed.link(href=hub, rel="hub")
    feed.language(line(view.language) or None)
    feed.generator("sitegen")
    return feed


@lru_cache(maxsize=1024)
def _entry(item: FeedItem, base_url: str) -> FeedEntry:
    """Return an entry, the same for all feeds that have it."""
    entry, published = FeedEntry(), moment(item.date)
    entry.register_extension("origin", _Origin)
    entry.origin.language, entry.origin.original = line(item.language), web_url(item.original)
    entry.id(item.uri)
    entry.title(plain(item.title) or plain(item.guid))
    entry.updated(moment(item.updated) or published or _NEVER)
    if published:
        entry.published(published)
    for author in plain_all(item.authors):
        entry.author({"name": author})
    entry.link(href=here("", base_url).absolute(item.address), rel="alternate")
    for category in plain_all(item.categories):
        entry.category(term=category)
    if words := summary(item):
        entry.summary(words)
    if text := html(item.body, base_url, item.address):
        entry.content(text, type="html")
    return entry
