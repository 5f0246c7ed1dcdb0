"""The page about feeds, the sitemap and what else machines read; input: the desk."""

from collections.abc import Iterable

from sitegen.model.machine_pages import AssetView, RobotsView
from sitegen.model.page import (
    FeedsView,
    NotFoundView,
    Page,
    RedirectView,
)
from sitegen.plan import urls
from sitegen.plan.chrome import editions_feed, feed_of, head, site_feed
from sitegen.plan.parts import Desk


def feeds_page(at: Desk) -> Page:
    """Return the page that says in words what one can subscribe to."""
    view = FeedsView(
        chrome=at.chrome,
        head=head(at.config, urls.FEEDS, at.words("Feeds"), at.words("What one can subscribe to, and how")),
        site=(site_feed(at.config), editions_feed(at.words)),
        topics=tuple(feed_of(t.name, urls.topic(t.slug)) for t in at.site.topics),
    )
    return Page(path=urls.file_of(urls.FEEDS), template="feeds.html", view=view)


def not_found_page(at: Desk) -> Page:
    """Return what answers at an address that leads nowhere."""
    view = NotFoundView(chrome=at.chrome, head=head(at.config, urls.NOT_FOUND, at.words("Page not found")))
    return Page(path=urls.NOT_FOUND, template="404.html", view=view)


def robots_page(at: Desk) -> Page:
    """Return robots.txt."""
    view = RobotsView(base_url=at.config.base_url, sitemaps=(urls.SITEMAP, urls.NEWS_SITEMAP))
    return Page(path=urls.ROBOTS, template="robots.txt", view=view)


def redirect_page(at: Desk, former: str, target: str, title: str) -> Page:
    """Return what answers at a former address."""
    view = RedirectView(chrome=at.chrome, head=head(at.config, target, title), target=target)
    return Page(path=urls.file_of(former), template="redirect.html", view=view)


def asset_pages(at: Desk) -> Iterable[Page]:
    """Yield the files of the theme that are copied."""
    view = AssetView(assets=at.chrome.assets)
    return (Page(path=address, template=name, view=view) for name, address in at.chrome.assets)
