"""What search engines are told of: every page with the day it changed, and the news apart; input: the pages, and the desk."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sitegen.model import when
from sitegen.model.machine_pages import NewsItem, NewsSitemapView, SitemapIndexView, SitemapView
from sitegen.model.page import ArticleView, Page
from sitegen.model.site import Card
from sitegen.plan import urls
from sitegen.plan.feed_items import moment_of
from sitegen.plan.parts import Desk

MOST = 50_000
"""Addresses in one file, by the protocol of sitemaps."""
NEWS = 1_000
"""Articles in a sitemap of news, by its own."""

_NEWS_AGE = timedelta(days=2)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")
_EXACT = re.compile(r"\d{4}-\d\d-\d\d(T.*)?")

Address = tuple[str, str]
"""With the day of its last change (ISO 8601), or nothing where no day is known."""


def sitemap_pages(at: Desk, pages: Iterable[Page], most: int = MOST) -> Iterator[Page]:
    """Yield the sitemap of these pages; where there are too many for one file, its parts and their index."""
    base_url, addresses = at.config.base_url, _addresses(pages)
    if len(addresses) <= most:
        yield _sitemap(urls.SITEMAP, SitemapView(base_url=base_url, addresses=addresses))
        return
    parts = [addresses[i : i + most] for i in range(0, len(addresses), most)]
    for number, part in enumerate(parts, 1):
        yield _sitemap(urls.sitemap_part(number), SitemapView(base_url=base_url, addresses=part))
    named = tuple((urls.sitemap_part(n), max(changed for _, changed in part)) for n, part in enumerate(parts, 1))
    yield Page(path=urls.SITEMAP, template="sitemap-index.xml", view=SitemapIndexView(base_url=base_url, parts=named))


def _sitemap(path: str, view: SitemapView) -> Page:
    return Page(path=path, template="sitemap.xml", view=view)


def _addresses(pages: Iterable[Page]) -> tuple[Address, ...]:
    """Return the addresses of pages for readers: an article changed with its last correction, any other page with its newest article."""
    shown = [page for page in pages if page.path.endswith("index.html")]
    changed = {source: _changed(p.view) for p in shown if isinstance(p.view, ArticleView) for source in p.sources}
    return tuple(sorted((p.path.removesuffix("index.html"), _newest(p.sources, changed)) for p in shown))


def _newest(sources: Iterable[str], changed: Mapping[str, str]) -> str:
    return max((changed.get(source, "") for source in sources), default="")


def _changed(view: ArticleView) -> str:
    dates = (view.published, view.updated, *(c.date for c in view.corrections))
    return max(found[0] if date and (found := _DATE.match(date.machine)) else "" for date in dates)


def news_sitemap_page(at: Desk, now: datetime) -> Page:
    """Return the sitemap of what was published in the two days before the hour, as far as the day is known."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    found = [(card, end) for card, end in _recent(at, hour - _NEWS_AGE)][:NEWS]
    view = NewsSitemapView(
        base_url=at.config.base_url,
        name=at.config.title,
        items=tuple(_news(at, card) for card, _ in found),
        until=_next_hour(min(end for _, end in found) + _NEWS_AGE).isoformat() if found else "",
    )
    return Page(path=urls.NEWS_SITEMAP, template="news-sitemap.xml", view=view)


def _recent(at: Desk, since: datetime) -> Iterator[tuple[Card, datetime]]:
    """Yield the articles published since then, newest first, with the last moment at which each may have been."""
    zone = ZoneInfo(at.config.timezone)
    for card in reversed(at.site.cards):
        value = card.published.value or ""
        if not _EXACT.fullmatch(value) or not when.days(value):
            continue
        first = moment_of(card, zone)
        end = first if "T" in value else first + _DAY
        if end > since:
            yield card, end
        elif end < since - _DAY:
            return


def _news(at: Desk, card: Card) -> NewsItem:
    value = card.published.value or ""
    exact = moment_of(card, ZoneInfo(at.config.timezone)).isoformat() if "T" in value else value
    language = card.language.split("-", maxsplit=1)[0].lower()
    return NewsItem(address=urls.article(card.id), title=card.title, language=language, date=exact)


def _next_hour(moment: datetime) -> datetime:
    whole = moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    return whole if whole == moment else whole + _HOUR
