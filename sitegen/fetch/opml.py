"""Which feeds are in a list of subscriptions? The bytes of an OPML file in, feeds out."""

from collections.abc import Iterator

from lxml import etree

from sitegen.fetch.ampersands import mended
from sitegen.model.config import FeedSetting
from sitegen.model.diagnostic import Checked, Diagnostic, Severity

_MOST = 5_000
_LONGEST = 2_000
"""Characters of an address or a name."""

_SCHEMES = {"feed://": "http://", "feed:http": "http"}


def read(path: str, data: bytes) -> Checked[tuple[FeedSetting, ...]]:
    """Return the feeds of a list, each address once; what is no list, or holds no feed, is told."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(mended(data), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or str(root.tag).rpartition("}")[2].lower() != "opml":
        return Checked(value=(), diagnostics=(_problem(path, "is no OPML list"),))
    feeds = {feed.url: feed for feed in _feeds(root)}
    problem = () if feeds else (_problem(path, "has no feed in it"),)
    return Checked(value=tuple(feeds.values())[:_MOST], diagnostics=problem)


def _feeds(root: "etree._Element") -> Iterator[FeedSetting]:
    for outline in root.iter("outline", "OUTLINE", "Outline"):
        said = {str(name).lower(): str(value).strip() for name, value in outline.attrib.items()}
        url = said.get("xmlurl", "")
        for old, new in _SCHEMES.items():
            url = new + url.removeprefix(old) if url.startswith(old) else url
        name = " ".join((said.get("title") or said.get("text") or "").split())[:200]
        if url and len(url) <= _LONGEST:
            yield FeedSetting(url=url, name=name)


def _problem(path: str, message: str) -> Diagnostic:
    hint = "a list of feeds begins with <opml> and has <outline xmlUrl=…> in it"
    return Diagnostic(severity=Severity.ERROR, code="opml-unusable", path=path, message=message, hint=hint)
