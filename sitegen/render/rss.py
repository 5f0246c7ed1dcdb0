"""How is a feed written as RSS 2.0, such that validators and readers agree? feedgen's traps are closed here.

A description is HTML to readers, so its words are escaped; the whole text is content:encoded after it. A writer is dc:creator, for RSS knows authors by their e-mail addresses alone.
"""

import re
from functools import lru_cache

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree
from markupsafe import escape

from sitegen.model.feeds import MEDIA_TYPES, FeedItem, FeedView
from sitegen.render.addresses import web_url
from sitegen.render.characters import fit
from sitegen.render.feed_words import here, html, last_change, line, moment, plain, plain_all, summary

_BUILD_DATE = re.compile(rb"\s*<lastBuildDate>[^<]*</lastBuildDate>")
_LINK = "{http://www.w3.org/2005/Atom}link"


class _Hub(BaseExtension):  # type: ignore[misc] # feedgen has no types
    """The WebSub hub, of which feedgen itself tells Atom alone."""

    url = ""

    def extend_rss(self, feed: etree._Element) -> etree._Element:
        """Add the hub to the channel."""
        etree.SubElement(feed[0], _LINK, href=self.url, rel="hub")
        return feed


def rss(view: FeedView) -> bytes:
    """Return the feed."""
    feed = _channel(view)
    if changed := last_change(view.items):
        feed.updated(changed)
    for item in view.items:
        feed.add_entry(_item(item, view.base_url), order="append")  # its default puts the last one first
    written: bytes = feed.rss_str(pretty=True)
    return written if changed else _BUILD_DATE.sub(b"", written, count=1)  # feedgen would say now


def _channel(view: FeedView) -> FeedGenerator:
    feed, at = FeedGenerator(), here(view.address, view.base_url)
    feed.load_extension("dc")
    title = plain(view.title) or view.base_url
    feed.title(title)
    feed.description(plain(view.description) or title)
    feed.link(href=at.absolute(view.address), rel="self", type=MEDIA_TYPES[view.form])
    feed.link(href=at.absolute(view.page), rel="alternate")  # the last one becomes the channel's <link>
    feed.language(line(view.language) or None)
    feed.generator("sitegen")
    feed.docs("https://www.rssboard.org/rss-specification")
    if hub := web_url(view.hub):
        feed.register_extension("hub", _Hub)
        feed.hub.url = hub
    return feed


@lru_cache(maxsize=1024)
def _item(item: FeedItem, base_url: str) -> FeedEntry:
    """Return an entry, the same for all feeds that have it."""
    entry = FeedEntry()
    entry.load_extension("dc")
    entry.guid(fit(item.guid), permalink=False)
    entry.title(plain(item.title) or plain(item.guid))
    entry.link(href=here("", base_url).absolute(item.address))
    if words := summary(item):  # content without one would be written as the description
        entry.summary(str(escape(words)))
        if text := html(item.body, base_url, item.address):
            entry.content(text)
    if authors := plain_all(item.authors):
        entry.dc.dc_creator(list(authors))  # an author without an e-mail address would vanish
    for category in plain_all(item.categories):
        entry.category(term=category)
    if date := moment(item.date):
        entry.published(date)
    return entry
