"""What a feed reader would stumble over; rules of RSS 2.0 and the best practices of its advisory board."""

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree as ET

_SELF = "{http://www.w3.org/2005/Atom}link"


def feed_problems(data: bytes, address: str) -> Iterator[str]:
    """Yield what is wrong with an RSS feed that is to be found at this absolute address."""
    try:
        root = ET.fromstring(data)  # noqa: S314 - our own output, and expat refuses entity bombs
    except ET.ParseError as error:
        yield f"not XML: {error}"
        return
    channel = root.find("channel")
    if channel is None:
        yield "no channel"
        return
    yield from (f"no {name}" for name in ("title", "link", "description") if channel.find(name) is None)
    own = [e.get("href") for e in channel.findall(_SELF) if e.get("rel") == "self"]
    if own != [address]:
        yield f"the link to itself is {', '.join(map(str, own)) or 'missing'}, not {address}"
    yield from _item_problems(channel.findall("item"))


def _item_problems(items: list[ET.Element]) -> Iterator[str]:
    seen: set[str] = set()
    for item in items:
        guid = (item.findtext("guid") or "").strip()
        named = item.findtext("title") or guid or "an entry without a title"
        if not guid:
            yield f"{named}: no guid"
        elif guid in seen:
            yield f"{named}: its guid {guid} is another entry's too"
        seen.add(guid)
        if not (item.findtext("link") or "").startswith(("http://", "https://")):
            yield f"{named}: its link is not absolute"
        if not _is_date(item.findtext("pubDate") or ""):
            yield f"{named}: no publication date by RFC 822"


def _is_date(words: str) -> bool:
    try:
        return parsedate_to_datetime(words).tzinfo is not None
    except (TypeError, ValueError):
        return False


def feed_is_empty(data: bytes) -> bool:
    """Say whether an RSS feed has no entries; one that cannot be read is told by its problems."""
    try:
        root = ET.fromstring(data)  # noqa: S314 - as above
    except ET.ParseError:
        return False
    return root.find("channel") is not None and root.find("channel/item") is None
