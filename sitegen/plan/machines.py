"""The page about feeds, the sitemap and what else machines read; input: the desk."""

from collections.abc import Iterable

from sitegen.model.feeds import FeedsView
from sitegen.model.machine_pages import AssetView, NotFoundView, RedirectView, RobotsView
from sitegen.model.page import Page
from sitegen.plan import urls
from sitegen.plan.chrome import editions_feed, feed_of, head, site_feed, timeline_feed
from sitegen.plan.editions import mail_links
from sitegen.plan.feeds import quoting
from sitegen.plan.parts import Desk

_SPEAKERS = 24
"""Feeds of those who are quoted most; all others are found on their pages."""
_STORIES = 12


def feeds_page(at: Desk) -> Page:
    """Return the page that says in words what one can subscribe to."""
    people = sorted(at.site.people, key=lambda p: (-len(quoting(at, p)), p.name))[:_SPEAKERS]
    stories = tuple(reversed(at.site.stories))[:_STORIES]
    view = FeedsView(
        chrome=at.chrome,
        head=head(at.config, urls.FEEDS, at.words("Feeds"), at.words("What one can subscribe to, and how")),
        site=(site_feed(at.config), editions_feed(at.words), timeline_feed(at.words)),
        topics=tuple(feed_of(t.name, urls.topic(t.slug)) for t in at.site.topics),
        speakers=tuple(feed_of(p.name, urls.speaker(p.slug)) for p in people),
        stories=tuple(feed_of(s.title, urls.story(s.slug)) for s in stories),
        mail=mail_links(at, at.site.editions[-1]) if at.site.editions else (),
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
