"""What every page carries: the site's own words, and what the page says of itself to machines."""

from collections.abc import Iterable

from sitegen.model.config import Config
from sitegen.model.feeds import FORM_NAMES, MEDIA_TYPES
from sitegen.model.machine_pages import Asset
from sitegen.model.shown import Chrome, Head, Link, SharePicture, ShownFeed, ShownForm
from sitegen.plan import urls
from sitegen.words import Words, phrase

_DESCRIPTION = 200
_SECTIONS = {
    urls.TOPICS: phrase("Topics"),
    urls.STORIES: phrase("Stories"),
    urls.SPEAKERS: phrase("Speakers"),
    urls.PUBLISHERS: phrase("Publishers"),
    urls.TIMELINE: phrase("Timeline"),
    urls.EDITIONS: phrase("Editions"),
}


def chrome(config: Config, words: Words, assets: Iterable[Asset]) -> Chrome:
    """Return what every page shows of the site."""
    return Chrome(
        title=config.title,
        description=config.description,
        base_url=config.base_url,
        language=words.language,
        sections=tuple(Link(words=words(name), address=address) for address, name in _SECTIONS.items()),
        grounds=_grounds(config),
        picture=site_picture(config),
        search=config.search,
        assets=tuple((a.name, urls.asset(a.name, a.mark)) for a in assets),
    )


def _grounds(config: Config) -> tuple[str, str]:
    found = {token.dark: token.value for token in config.tokens if token.name == "ground"}
    return found.get(False, ""), found.get(True, "")


def site_picture(config: Config) -> SharePicture | None:
    """Return the picture of the site."""
    if not config.share_images:
        return None
    return SharePicture(address=urls.share(urls.HOME), words=config.title, line=config.description)


def site_feed(config: Config) -> ShownFeed:
    """Return the feed of everything."""
    return feed_of(config.title, urls.HOME)


def editions_feed(words: Words) -> ShownFeed:
    """Return the feed of the editions."""
    return feed_of(words("Editions"), urls.EDITIONS)


def timeline_feed(words: Words) -> ShownFeed:
    """Return the feed of events."""
    return feed_of(words("Timeline"), urls.TIMELINE)


def feed_of(name: str, page: str) -> ShownFeed:
    """Return the feed of a page."""
    forms = (
        ShownForm(name=words, media_type=MEDIA_TYPES[form], address=urls.feed(page, form))
        for form, words in FORM_NAMES.items()
    )
    return ShownFeed(words=name, forms=tuple(forms))


def head(config: Config, address: str, title: str, description: str = "", *, feeds: tuple[ShownFeed, ...] = ()) -> Head:
    """Return the head of a page that is no article."""
    return Head(
        title=title,
        description=clip(description or config.description or title),
        address=address,
        feeds=(*feeds, site_feed(config)),
    )


def clip(words: str) -> str:
    """Return at most 200 characters, cut between words."""
    words = " ".join(words.split())
    if len(words) <= _DESCRIPTION:
        return words
    return words[:_DESCRIPTION].rsplit(" ", 1)[0] + " …"
