"""How is a feed written as RSS 2.0? By the specification and the best practices of its advisory board, such that validators and readers agree.

A description is HTML to readers, so its words are escaped; the whole text is content:encoded after it. A writer is dc:creator, for RSS knows authors by their e-mail addresses alone.
"""

from email.utils import format_datetime
from functools import lru_cache
from xml.etree import ElementTree as ET

from markupsafe import escape

from sitegen.model.feeds import MEDIA_TYPES, FeedItem, FeedView
from sitegen.render.addresses import web_url
from sitegen.render.characters import fit
from sitegen.render.feed_words import here, html, last_change, line, moment, plain, plain_all, summary
from sitegen.render.xml_text import add, document, entry_text

_NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}
_END = "\n  </channel>\n</rss>"


def rss(view: FeedView) -> bytes:
    """Return the feed."""
    root = ET.Element("rss", {"version": "2.0", **_NAMESPACES})
    _describe(add(root, "channel"), view)
    return document(root, (_item(item, view.base_url) for item in view.items), _END)


def _describe(channel: ET.Element, view: FeedView) -> None:
    at = here(view.address, view.base_url)
    title = plain(view.title) or view.base_url
    add(channel, "title", title)
    add(channel, "link", at.absolute(view.page))
    add(channel, "description", plain(view.description) or title)
    add(channel, "atom:link", rel="self", href=at.absolute(view.address), type=MEDIA_TYPES[view.form])
    if hub := web_url(view.hub):
        add(channel, "atom:link", rel="hub", href=hub)
    if language := line(view.language):
        add(channel, "language", language)
    if changed := last_change(view.items):
        add(channel, "lastBuildDate", format_datetime(changed))
    add(channel, "docs", "https://www.rssboard.org/rss-specification")
    add(channel, "generator", "sitegen")


@lru_cache(maxsize=1024)
def _item(item: FeedItem, base_url: str) -> str:
    made = ET.Element("item")
    add(made, "title", plain(item.title) or plain(item.guid))
    add(made, "link", here("", base_url).absolute(item.address))
    if words := summary(item):
        add(made, "description", str(escape(words)))
    if text := html(item.body, base_url, item.address):
        add(made, "content:encoded", text)
    for author in plain_all(item.authors):
        add(made, "dc:creator", author)
    add(made, "guid", fit(item.guid), isPermaLink="false")
    for category in plain_all(item.categories):
        add(made, "category", category)
    if date := moment(item.date):
        add(made, "pubDate", format_datetime(date))
    return entry_text(made, 2)
