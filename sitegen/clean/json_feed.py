"""A JSON Feed (1, 1.1) as articles."""

import json
from collections.abc import Iterable, Mapping

from sitegen.clean.characters import one_line
from sitegen.clean.feed_dates import moment
from sitegen.clean.feed_items import About, Item, feed_outcome, web_address
from sitegen.clean.outcome import Outcome
from sitegen.clean.refusal import Refusal
from sitegen.model.article import SourceDocument
from sitegen.model.when import UNKNOWN

Row = Mapping[str, object]


def json_feed_articles(source: SourceDocument, text: str) -> Outcome:
    """Return the articles of a JSON Feed, one of each item."""
    try:
        feed = json.loads(text)
    except json.JSONDecodeError as error:
        fault = Refusal(
            code="seed-damaged",
            message=f"the feed is damaged: {error.msg}",
            line=error.lineno,
            column=error.colno,
        )
        return Outcome(told=(fault,))
    except (RecursionError, ValueError):
        return Outcome(told=(Refusal(code="seed-too-deep", message="the feed nests its values too deeply"),))
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        return Outcome(told=(Refusal(code="seed-kind", message="this JSON is no feed"),))
    about = _about(feed, source)
    return feed_outcome([_item(i, about) for i in items if isinstance(i, dict)], about, None)


def _about(feed: Row, source: SourceDocument) -> About:
    return About(
        title=one_line(_text(feed, "title")),
        url=web_address(_text(feed, "home_page_url"), source.url),
        language=_text(feed, "language"),
        authors=tuple(_authors(feed)),
        captured=source.fetched,
    )


def _item(row: Row, about: About) -> Item:
    url = web_address(_text(row, "url") or _text(row, "external_url"), about.url)
    published = moment("date_published", _text(row, "date_published"), about.captured)
    updated = moment("date_modified", _text(row, "date_modified"), about.captured)
    return Item(
        key=one_line(_text(row, "id")) or url or "",
        title=one_line(_text(row, "title")),
        url=url,
        base=url or about.url,
        html=tuple(filter(None, (_text(row, "content_html"),))),
        plain=tuple(filter(None, (_text(row, "content_text"), _text(row, "summary")))),
        authors=tuple(_authors(row)),
        published=published,
        updated=updated if updated.value != published.value else UNKNOWN,
        language=_text(row, "language"),
    )


def _text(row: Row, key: str) -> str:
    """Return a value as text; ids are numbers in some feeds."""
    value = row.get(key)
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _authors(row: Row) -> Iterable[str]:
    """Yield the names of the authors; version 1 had one only."""
    listed = row.get("authors")
    for author in (*(listed if isinstance(listed, list) else ()), row.get("author")):
        if isinstance(author, dict) and (name := one_line(_text(author, "name"))):
            yield name
