"""Every address is made here. Addresses are relative to the site's root; a page's ends with a slash."""

from collections.abc import Mapping

from sitegen.model.feeds import FeedForm

HOME = ""
TOPICS = "topics/"
SPEAKERS = "speakers/"
TIMELINE = "timeline/"
STORIES = "stories/"
EDITIONS = "editions/"
PUBLISHERS = "publishers/"
FEEDS = "feeds/"
SEARCH = "search/"
SEARCH_INDEX = "pagefind/"
A_TO_Z = "a-z/"
FEED_FILES: Mapping[FeedForm, str] = {
    FeedForm.RSS: "feed.xml",
    FeedForm.ATOM: "atom.xml",
    FeedForm.JSON: "feed.json",
}
MAIL = "email.html"
MAIL_TEXT = "email.txt"
CALENDAR = "calendar.ics"
API = "api/"
OPML = "opml.xml"
SITEMAP = "sitemap.xml"
NEWS_SITEMAP = "news-sitemap.xml"
REDIRECTS = "_redirects"
HEADERS = "_headers"
ROBOTS = "robots.txt"
NOT_FOUND = "404.html"


def article(article_id: str) -> str:
    """Return the address of an article."""
    return f"articles/{article_id}/"


def topic(slug: str) -> str:
    """Return the address of a topic."""
    return f"{TOPICS}{slug}/"


def topic_speaker(topic_slug: str, speaker_slug: str) -> str:
    """Return the address of what a speaker said about a topic."""
    return f"{topic(topic_slug)}speakers/{speaker_slug}/"


def topic_speaker_archive(topic_slug: str, speaker_slug: str, number: int) -> str:
    """Return the address of a page of what a speaker said about a topic, numbered from the oldest article."""
    return f"{topic_speaker(topic_slug, speaker_slug)}page/{number}/"


def speaker(slug: str) -> str:
    """Return the address of a speaker."""
    return f"{SPEAKERS}{slug}/"


def speaker_archive(slug: str, number: int) -> str:
    """Return the address of a page of what a speaker said, numbered from the oldest."""
    return f"{speaker(slug)}page/{number}/"


def story(slug: str) -> str:
    """Return the address of a story."""
    return f"{STORIES}{slug}/"


def edition(slug: str) -> str:
    """Return the address of an edition."""
    return f"{EDITIONS}{slug}/"


def publisher(slug: str) -> str:
    """Return the address of a publisher's page."""
    return f"{PUBLISHERS}{slug}/"


def publisher_archive(slug: str, number: int) -> str:
    """Return the address of a page of a publisher's articles, numbered from the oldest."""
    return f"{publisher(slug)}page/{number}/"


def archive(number: int) -> str:
    """Return the address of a page of all articles, numbered from the oldest."""
    return f"articles/page/{number}/"


def topic_archive(slug: str, number: int) -> str:
    """Return the address of a page of a topic's articles, numbered from the oldest."""
    return f"{topic(slug)}page/{number}/"


def timeline_year(year: str) -> str:
    """Return the address of one year of the timeline."""
    return f"{TIMELINE}{year}/"


def search_index(first: int) -> str:
    """Return the folder of a part of the search index, named by the number of its first article (from 1, the oldest)."""
    return f"{SEARCH_INDEX}{first}/"


def a_to_z(letter: str) -> str:
    """Return the address of what begins with a letter."""
    return f"{A_TO_Z}{letter}/"


def slug_of(address: str) -> str:
    """Return the slug of which an address of a topic, a speaker, a story was made."""
    return address.rstrip("/").rpartition("/")[2]


def feed(page: str, form: FeedForm) -> str:
    """Return the address of the feed of a page in a form."""
    return page + FEED_FILES[form]


def mail(slug: str) -> str:
    """Return the address of an edition as e-mail."""
    return edition(slug) + MAIL


def mail_text(slug: str) -> str:
    """Return the address of an edition as e-mail without HTML."""
    return edition(slug) + MAIL_TEXT


def calendar(page: str) -> str:
    """Return the address of the calendar of a page."""
    return page + CALENDAR


def data(page: str) -> str:
    """Return the address of what a page shows as data: of articles/x/ it is api/articles/x.json."""
    return f"{API}{page.removesuffix('/') or 'index'}.json"


def schema(kind: str) -> str:
    """Return the address of the schema of a kind of document."""
    return f"{API}schema/{kind}.json"


def share(page: str) -> str:
    """Return the address of the picture that stands for a page where it is passed on."""
    return f"{page}share.png"


def sitemap_part(number: int) -> str:
    """Return the address of a part of a long sitemap, numbered from 1."""
    return f"sitemap-{number}.xml"


def asset(name: str, mark: str) -> str:
    """Return the address of a file of the theme; the mark of its bytes stands before its suffix: style.3f2a9c1b.css."""
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}.{mark}{dot}{suffix}" if mark else name


def file_of(address: str) -> str:
    """Return the path in the output folder of what answers at an address."""
    return address + "index.html" if address.endswith("/") or not address else address
