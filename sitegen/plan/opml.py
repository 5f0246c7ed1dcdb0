"""Which feeds has the site, for a reader that takes them all at once? Input: the planned pages."""

from collections.abc import Iterable

from sitegen.model.config import Config
from sitegen.model.data_pages import FeedOutline, OpmlView
from sitegen.model.page import FeedView, Page
from sitegen.plan import urls

_GROUPS = (("Topics", urls.TOPICS), ("Stories", urls.STORIES), ("Speakers", urls.SPEAKERS))


def opml_page(config: Config, pages: Iterable[Page]) -> Page:
    """Return opml.xml."""
    return Page(path=urls.OPML, template="opml", view=opml_view(config, pages))


def opml_view(config: Config, pages: Iterable[Page]) -> OpmlView:
    """Return the list of all feeds among these pages."""
    feeds = tuple(_outline(page.view) for page in pages if isinstance(page.view, FeedView))
    return OpmlView(title=config.title, base_url=config.base_url, language=config.language, feeds=feeds)


def _outline(feed: FeedView) -> FeedOutline:
    group = next((name for name, place in _GROUPS if feed.page.startswith(place)), "")
    return FeedOutline(
        group=group, title=feed.title, description=feed.description, address=feed.address, page=feed.page
    )
