"""How a feed is written as RSS 2.0, such that validators and readers agree; feedgen's traps are closed here."""

import re
from datetime import UTC, datetime
from functools import lru_cache, partial

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from markupsafe import escape

from sitegen import markup
from sitegen.model.page import FeedItem, FeedView
from sitegen.render.addresses import Here, absolute_in_body
from sitegen.render.characters import fit

_TAG_START = re.compile(r"<(?=[A-Za-z/!?])([^<>]*)(>?)")
_BUILD_DATE = re.compile(rb"\s*<lastBuildDate>[^<]*</lastBuildDate>")
_EXCERPT = 280
"""Code points of the body that stand in for a missing summary."""


def rss(view: FeedView) -> bytes:
    """Return the feed."""
    dates = [date for item in view.items if (date := _date(item.date))]
    feed = _channel(view)
    if dates:
        feed.updated(max(dates))
    for item in view.items:
        feed.add_entry(_entry(item, view), order="append")  # its default puts the last one first
    written: bytes = feed.rss_str(pretty=True)
    return written if dates else _BUILD_DATE.sub(b"", written, count=1)  # feedgen would say now


def _channel(view: FeedView) -> FeedGenerator:
    feed, here = FeedGenerator(), _here(view)
    feed.load_extension("dc")
    feed.title(_plain(view.title) or _plain(view.base_url))
    feed.description(_plain(view.description) or _plain(view.title) or _plain(view.base_url))
    feed.link(href=here.absolute(view.address), rel="self", type="application/rss+xml")
    feed.link(href=here.absolute(view.page), rel="alternate")  # the last one becomes the channel's <link>
    feed.language(fit(view.language) or None)
    feed.generator("sitegen")
    feed.docs("https://www.rssboard.org/rss-specification")
    return feed


def _entry(item: FeedItem, view: FeedView) -> FeedEntry:
    entry = FeedEntry()
    entry.load_extension("dc")
    entry.guid(fit(item.guid), permalink=False)
    entry.title(_plain(item.title) or _plain(item.guid))
    entry.link(href=_here(view).absolute(item.address))
    _describe(entry, item, view.base_url)
    if authors := [_plain(a) for a in item.authors if _plain(a)]:
        entry.dc.dc_creator(authors)  # an author without an e-mail address would vanish
    for category in item.categories:
        entry.category(term=_plain(category))
    if date := _date(item.date):
        entry.published(date)
    return entry


def _describe(entry: FeedEntry, item: FeedItem, base_url: str) -> None:
    """Set summary and content; content without a summary would be written as the description."""
    html = fit(_html(item.body, base_url, item.address))
    if summary := _words(fit(item.summary)) or _excerpt(item.body):
        entry.summary(str(escape(summary)))  # readers take a description for HTML
        if html:
            entry.content(html)


def _excerpt(body: str) -> str:
    words = _words(fit(markup.visible_text(body)))
    if len(words) <= _EXCERPT:
        return words
    return words[:_EXCERPT].rsplit(" ", 1)[0] + "…"


@lru_cache(maxsize=512)
def _html(body: str, base_url: str, article: str) -> str:
    """Return a body for readers far away; an article stands in several feeds."""
    return markup.to_html(body, link=partial(absolute_in_body, base_url=base_url, article=article)).strip()


def _here(view: FeedView) -> Here:
    return Here(path=view.address, base_url=view.base_url)


def _plain(text: str) -> str:
    """Return words in which no reader can see markup: what would begin a tag gets other brackets."""
    return _TAG_START.sub(lambda m: f"‹{m[1]}{'›' if m[2] else ''}", _words(fit(text)))


def _words(text: str) -> str:
    return " ".join(text.split())


def _date(iso: str) -> datetime | None:
    """Return the moment; one without an offset is taken as UTC, for feedgen refuses it."""
    try:
        date = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
