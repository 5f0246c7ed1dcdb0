"""Which feeds are followed, how, and what may be republished of whom? The configuration's tables in, settings out."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from sitegen.content.config_checks import is_contact, is_host, is_web_address
from sitegen.content.toml_table import TomlTable
from sitegen.model.article import BodyPolicy
from sitegen.model.config import FeedSetting, FetchSetting, PublisherSetting

FEED_FIELDS = tuple(field.name for field in fields(FeedSetting))
PUBLISHER_FIELDS = tuple(field.name for field in fields(PublisherSetting))
FETCH_FIELDS = tuple(field.name for field in fields(FetchSetting))

_DEFAULT = FetchSetting()
_PAUSES = (0.0, 3600.0)
_TIMEOUTS = (0.1, 3600.0)
_LEAST_BYTES = 1_000


def read_feeds(tables: Iterable[TomlTable]) -> tuple[FeedSetting, ...]:
    """Return the feeds, each address once."""
    feeds: dict[str, FeedSetting] = {}
    for table in tables:
        feed = _feed(table)
        if feed and feed.url in feeds:
            message = "this address is followed already"
            table.findings.warning("feed-twice", table.at("url"), message, "delete one of the two")
        elif feed:
            feeds[feed.url] = feed
    return tuple(feeds.values())


def _feed(table: TomlTable) -> FeedSetting | None:
    table.note_unknown(FEED_FIELDS)
    url = table.required("url")
    if url and not is_web_address(url):
        table.mistyped("url", "an address as https://example.org/feed.xml")
        return None
    name, pages = table.text("name").strip(), table.flag("pages", default=True)
    return FeedSetting(url=url, name=name, pages=pages) if url else None


def read_publishers(tables: Iterable[TomlTable]) -> tuple[PublisherSetting, ...]:
    """Return what may be republished of whom, in the editor's order."""
    return tuple(_publishers(tables))


def _publishers(tables: Iterable[TomlTable]) -> Iterator[PublisherSetting]:
    for table in tables:
        table.note_unknown(PUBLISHER_FIELDS)
        name, host = table.text("name").strip(), _host(table)
        said = table.required("body")
        body = table.choice("body", BodyPolicy.FULL)
        if not name and not host:
            message = "a publisher is told by its name or its host, and neither is here"
            table.findings.error("key-missing", table.at("name"), message, 'write host = "example.org"')
        elif said:
            yield PublisherSetting(name=name, host=host, body=body)


def _host(table: TomlTable) -> str:
    host = table.text("host").strip().lower()
    if host and not is_host(host):
        table.mistyped("host", "a host as example.org, without https:// and path")
    return host.rstrip(".")


def read_fetch(table: TomlTable) -> FetchSetting:
    """Return how feeds and pages are fetched."""
    table.note_unknown(FETCH_FIELDS)
    contact = table.text("contact").strip()
    if not is_contact(contact):
        table.mistyped("contact", "an address in plain ASCII as https://example.org/about or desk@example.org")
    return FetchSetting(
        pause=table.number("pause", _DEFAULT.pause, _PAUSES),
        timeout=table.number("timeout", _DEFAULT.timeout, _TIMEOUTS),
        max_bytes=table.whole("max_bytes", _DEFAULT.max_bytes, _LEAST_BYTES),
        allow_private=table.flag("allow_private", default=_DEFAULT.allow_private),
        contact=contact,
    )
