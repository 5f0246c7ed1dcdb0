"""The views of what search engines and hosts read, of files that are copied, and of addresses that lead nowhere or elsewhere."""

from dataclasses import dataclass

from sitegen.model.shown import Chrome, Head, SharePicture


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapView:
    """sitemap.xml: addresses and dates of change (ISO 8601 or empty)."""

    base_url: str
    addresses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapIndexView:
    """sitemap-index.xml: the parts of a sitemap that is too long for one file, each with its latest date of change."""

    base_url: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem:
    """An article of the last two days."""

    address: str
    title: str
    language: str
    """As search engines for news have it: two letters."""
    date: str
    """A day, or a time with its offset."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsSitemapView:
    """news-sitemap.xml: what search engines for news take as new."""

    base_url: str
    name: str
    """Of the site, as a publication."""
    items: tuple[NewsItem, ...]
    """Newest first."""
    until: str
    """ISO 8601: when the first of them is no news any more; empty where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsView:
    """robots.txt."""

    base_url: str
    sitemaps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectsView:
    """redirects.txt, published as `_redirects`: what a host reads that answers at former addresses itself."""

    base_url: str
    redirects: tuple[tuple[str, str], ...]
    """Former address, address now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadersView:
    """headers.txt, published as `_headers`: what a host sends with its answers."""

    base_url: str
    lasting: tuple[str, ...]
    """Addresses whose bytes never change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareView:
    """share.png: the picture that stands for a page where it is passed on; no template makes it."""

    site: str
    """Title of the site."""
    picture: SharePicture


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file of the theme that is copied."""

    name: str
    mark: str
    """Of its bytes, a part of its address; empty: it keeps its plain name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetView:
    """A file of the theme that is copied; its bytes come from the template's own fingerprint."""

    assets: tuple[tuple[str, str], ...] = ()
    """Names of all such files with their addresses: a style sheet that names another finds it there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """404.html; it answers at any address, so its links are absolute."""

    chrome: Chrome
    head: Head


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView:
    """redirect.html: a former address."""

    chrome: Chrome
    head: Head
    target: str
