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
