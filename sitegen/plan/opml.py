"""Which feeds has the site, for a reader that takes them all at once? Input: the planned pages."""

from collections.abc import Iterable

from sitegen.model.config import Config
from sitegen.model.data_pages import FeedOutline, OpmlView
from sitegen.model.feeds import FeedForm, FeedView
from sitegen.model.page import Page
from sitegen.plan import urls
from sitegen.words import Words, phrase

_GROUPS = ((phrase("Topics"), urls.TOPICS), (phrase("Stories"), urls.STORIES), (phrase("Speakers"), urls.SPEAKERS))


def opml_page(config: Config, words: Words, pages: Iterable[Page]) -> Page:
    """Return opml.xml."""
    return Page(path=urls.OPML, template="opml", view=opml_view(config, words, pages))


def opml_view(config: Config, words: Words, pages: Iterable[Page]) -> OpmlView:
    """Return the list of all feeds among these pages, each once: a reader that takes the list would take every form of it."""
    views = (page.view for page in pages)
    feeds = tuple(_outline(words, view) for view in views if isinstance(view, FeedView) and view.form is FeedForm.RSS)
    return OpmlView(title=config.title, base_url=config.base_url, language=config.language, feeds=feeds)


def _outline(words: Words, feed: FeedView) -> FeedOutline:
    group = next((words(name) for name, place in _GROUPS if feed.page.startswith(place)), "")
    return FeedOutline(
        group=group, title=feed.title, description=feed.description, address=feed.address, page=feed.page
    )
