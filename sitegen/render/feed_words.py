"""What does a feed say, in whatever form it is written? Words without markup, bodies with whole addresses, moments with an offset."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache, partial

from sitegen import markup
from sitegen.model.feeds import FeedItem
from sitegen.render.addresses import Here, absolute_in_body
from sitegen.render.characters import fit

_TAG_START = re.compile(r"<(?=[A-Za-z/!?])([^<>]*)(>?)")
_EXCERPT = 280
"""Code points of the body that stand in for a missing summary."""


def here(address: str, base_url: str) -> Here:
    """Return where a feed stands."""
    return Here(path=address, base_url=base_url)


def plain(text: str) -> str:
    """Return words in which no reader can see markup: what would begin a tag gets other brackets."""
    return _TAG_START.sub(lambda m: f"‹{m[1]}{'›' if m[2] else ''}", line(text))


def plain_all(texts: Iterable[str]) -> tuple[str, ...]:
    """Return each of these words once, the empty ones left out."""
    return tuple(dict.fromkeys(filter(None, map(plain, texts))))


def line(text: str) -> str:
    """Return words that may be published, on one line."""
    return " ".join(fit(text).split())


def summary(item: FeedItem) -> str:
    """Return an entry's summary, else its first words."""
    return line(item.summary) or _excerpt(item.body)


def _excerpt(body: str) -> str:
    words = line(markup.visible_text(body))
    return words if len(words) <= _EXCERPT else words[:_EXCERPT].rsplit(" ", 1)[0] + "…"


@lru_cache(maxsize=1024)
def html(body: str, base_url: str, article: str) -> str:
    """Return a body for readers far away; an article stands in several feeds, each in several forms."""
    return fit(markup.to_html(body, link=partial(absolute_in_body, base_url=base_url, article=article)).strip())


def moment(iso: str) -> datetime | None:
    """Return the moment; without an offset it is taken as UTC, and local mean time, of odd seconds, is written so too."""
    try:
        date = datetime.fromisoformat(iso)
    except ValueError:
        return None
    offset = date.utcoffset()
    if offset is None:
        return date.replace(tzinfo=UTC)
    return date.astimezone(UTC) if offset.total_seconds() % 60 else date


def last_change(items: Iterable[FeedItem]) -> datetime | None:
    """Return when the newest of the entries came or changed; None: no moment is known."""
    known = (moment(item.updated) or moment(item.date) for item in items)
    return max(filter(None, known), default=None)
