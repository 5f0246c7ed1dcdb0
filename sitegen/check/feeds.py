"""What a feed reader would stumble over in a feed of any form; rules of RSS 2.0 and the advice of its board, of RFC 4287, of JSON Feed 1.1."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

_ATOM = "{http://www.w3.org/2005/Atom}"
_WEB = ("http://", "https://")
_JSON_FEED = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """An entry, as far as every form has it."""

    title: str
    name: str
    link: str
    problems: tuple[str, ...]
    """Those that only its form knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Feed:
    """A feed, as far as every form has it."""

    own: tuple[str, ...]
    """Its links to itself."""
    entries: tuple[_Entry, ...]
    problems: tuple[str, ...]


class _UnreadableError(Exception):
    """It is no feed of its form."""


def is_feed(path: str) -> bool:
    """Say whether a file of the site is a feed."""
    return path.rpartition("/")[2] in _FORMS


def feed_problems(data: bytes, address: str) -> Iterator[str]:
    """Yield what is wrong with a feed that is to be found at this absolute address."""
    try:
        feed = _read(data, address)
    except _UnreadableError as error:
        yield str(error)
        return
    yield from feed.problems
    if tuple(map(unquote, feed.own)) != (address,):
        yield f"the link to itself is {', '.join(feed.own) or 'missing'}, not {address}"
    yield from _entry_problems(feed.entries)


def feed_is_empty(data: bytes, address: str) -> bool:
    """Say whether a feed has no entries; one that cannot be read is told by its problems."""
    try:
        return not _read(data, address).entries
    except _UnreadableError:
        return False


def _read(data: bytes, address: str) -> _Feed:
    return _FORMS[address.rpartition("/")[2]](data)


def _entry_problems(entries: tuple[_Entry, ...]) -> Iterator[str]:
    seen: set[str] = set()
    for entry in entries:
        told = entry.title or entry.name or "an entry without a title"
        if not entry.name:
            yield f"{told}: no guid"
        elif entry.name in seen:
            yield f"{told}: its guid {entry.name} is another entry's too"
        seen.add(entry.name)
        if not entry.link.startswith(_WEB):
            yield f"{told}: its link is not absolute"
        yield from (f"{told}: {problem}" for problem in entry.problems)


def _xml(data: bytes) -> ET.Element:
    try:
        return ET.fromstring(data)  # noqa: S314 - our own output, and expat refuses entity bombs
    except ET.ParseError as error:
        message = f"not XML: {error}"
        raise _UnreadableError(message) from error


def _rss(data: bytes) -> _Feed:
    channel = _xml(data).find("channel")
    if channel is None:
        message = "no channel"
        raise _UnreadableError(message)
    missing = (f"no {name}" for name in ("title", "link", "description") if channel.find(name) is None)
    own = (e.get("href", "") for e in channel.findall(_ATOM + "link") if e.get("rel") == "self")
    return _Feed(own=tuple(own), entries=tuple(map(_rss_entry, channel.findall("item"))), problems=tuple(missing))


def _rss_entry(item: ET.Element) -> _Entry:
    dated = _is_mail_date(item.findtext("pubDate", ""))
    return _Entry(
        title=item.findtext("title", ""),
        name=item.findtext("guid", "").strip(),
        link=item.findtext("link", ""),
        problems=() if dated else ("no publication date by RFC 822",),
    )


def _is_mail_date(words: str) -> bool:
    try:
        return parsedate_to_datetime(words).tzinfo is not None
    except (TypeError, ValueError):
        return False


def _atom(data: bytes) -> _Feed:
    feed = _xml(data)
    if feed.tag != _ATOM + "feed":
        message = "no feed of Atom"
        raise _UnreadableError(message)
    entries = feed.findall(_ATOM + "entry")
    changed = [e.findtext(_ATOM + "updated", "") for e in entries]
    problems = [f"no {name}" for name in ("id", "title", "updated") if not feed.findtext(_ATOM + name)]
    if not feed.findtext(f"{_ATOM}author/{_ATOM}name"):
        problems.append("no author")
    if feed.findtext(_ATOM + "id") and not _is_uri(feed.findtext(_ATOM + "id", "")):
        problems.append("its id is no URI")
    if all(map(_is_moment, changed)) and not _is_newest(feed.findtext(_ATOM + "updated", ""), changed):
        problems.append("it was not updated when its newest entry was")
    return _Feed(own=_links(feed, "self"), entries=tuple(map(_atom_entry, entries)), problems=tuple(problems))


def _atom_entry(entry: ET.Element) -> _Entry:
    name = entry.findtext(_ATOM + "id", "")
    problems = {
        "its id is no URI": not name or _is_uri(name),
        "no title": bool(entry.findtext(_ATOM + "title")),
        "no moment of its last change by RFC 3339": _is_moment(entry.findtext(_ATOM + "updated", "")),
    }
    return _Entry(
        title=entry.findtext(_ATOM + "title", ""),
        name=name,
        link=next(iter(_links(entry, "alternate")), ""),
        problems=tuple(words for words, sound in problems.items() if not sound),
    )


def _links(element: ET.Element, rel: str) -> tuple[str, ...]:
    return tuple(e.get("href", "") for e in element.findall(_ATOM + "link") if e.get("rel") == rel)


def _is_newest(moment: str, others: list[str]) -> bool:
    return _is_moment(moment) and (
        not others or datetime.fromisoformat(moment) == max(map(datetime.fromisoformat, others))
    )


def _is_uri(name: str) -> bool:
    try:
        return bool(urlsplit(name).scheme)
    except ValueError:
        return False


def _is_moment(words: str) -> bool:
    try:
        return "T" in words and datetime.fromisoformat(words).tzinfo is not None
    except ValueError:
        return False


def _json(data: bytes) -> _Feed:
    try:
        feed = json.loads(data)
    except ValueError as error:
        message = f"not JSON: {error}"
        raise _UnreadableError(message) from error
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        message = "no items"
        raise _UnreadableError(message)
    problems = [f"no {name}" for name in ("title", "home_page_url") if not feed.get(name)]
    if feed.get("version") != _JSON_FEED:
        problems.append(f"its version is not {_JSON_FEED}")
    own = (feed["feed_url"],) if feed.get("feed_url") else ()
    return _Feed(own=own, entries=tuple(map(_json_entry, feed["items"])), problems=tuple(problems))


def _json_entry(item: dict[str, Any]) -> _Entry:
    dates = [item[name] for name in ("date_published", "date_modified") if name in item]
    problems = {
        "neither content_html nor content_text": "content_html" in item or "content_text" in item,
        "no moment of its publication by RFC 3339": bool(dates) and all(map(_is_moment, dates)),
    }
    return _Entry(
        title=item.get("title", ""),
        name=item.get("id", ""),
        link=item.get("url", ""),
        problems=tuple(words for words, sound in problems.items() if not sound),
    )


_FORMS: Mapping[str, Callable[[bytes], _Feed]] = {"feed.xml": _rss, "atom.xml": _atom, "feed.json": _json}
"""By the name of the file."""
