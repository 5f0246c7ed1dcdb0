"""The views of what search engines read, and of files that are copied."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapView:
    """sitemap.xml: addresses and dates of change (ISO 8601 or empty)."""

    base_url: str
    addresses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsView:
    """robots.txt."""

    base_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetView:
    """A file of the theme copied as it is; its bytes come from the template's own fingerprint."""
