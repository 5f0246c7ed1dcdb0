"""How is a feed written as JSON Feed 1.1? An entry a line; its text is made once for all feeds that have it."""

import json
from collections.abc import Mapping
from functools import lru_cache

from sitegen.model.feeds import FeedItem, FeedView
from sitegen.render.addresses import web_url
from sitegen.render.characters import fit
from sitegen.render.feed_words import here, html, line, moment, plain, plain_all, summary

_VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(view: FeedView) -> bytes:
    """Return the feed."""
    at, hub = here(view.address, view.base_url), web_url(view.hub)
    head = {
        "version": _VERSION,
        "title": plain(view.title) or view.base_url,
        "home_page_url": at.absolute(view.page),
        "feed_url": at.absolute(view.address),
        "description": plain(view.description),
        "authors": [{"name": plain(view.site) or view.base_url, "url": at.absolute("")}],
        "language": line(view.language),
        "hubs": [{"type": "WebSub", "url": hub}] if hub else [],
    }
    items = ",\n".join(_item(item, view.base_url) for item in view.items)
    return f'{_object(head)[:-1]},\n"items": [\n{items}\n]}}\n'.encode()


@lru_cache(maxsize=1024)
def _item(item: FeedItem, base_url: str) -> str:
    words, text = summary(item), html(item.body, base_url, item.address)
    title = plain(item.title) or plain(item.guid)
    date, updated = moment(item.date), moment(item.updated)
    return _object(
        {
            "id": fit(item.guid),
            "url": here("", base_url).absolute(item.address),
            "external_url": web_url(item.original),
            "title": title,
            "content_html": text,
            "content_text": "" if text else words or title,
            "summary": words if text else "",
            "date_published": date.isoformat() if date else "",
            "date_modified": updated.isoformat() if updated else "",
            "authors": [{"name": author} for author in plain_all(item.authors)],
            "tags": plain_all(item.categories),
            "language": line(item.language),
        }
    )


def _object(fields: Mapping[str, object]) -> str:
    """Return an object without the fields that hold nothing."""
    return json.dumps({name: value for name, value in fields.items() if value}, ensure_ascii=False)
