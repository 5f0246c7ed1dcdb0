"""How is the list of all feeds written? As OPML 2.0, feeds of one kind in a folder; without a date of its own, which would change with every build."""

from itertools import groupby
from xml.etree import ElementTree as ET

from sitegen.model.data_pages import FeedOutline, OpmlView
from sitegen.render.addresses import Here
from sitegen.render.characters import fit


def opml(view: OpmlView) -> bytes:
    """Return the list."""
    root = ET.Element("opml", version="2.0")
    ET.SubElement(ET.SubElement(root, "head"), "title").text = _line(view.title)
    body = ET.SubElement(root, "body")
    here = Here(path="", base_url=view.base_url)
    for group, feeds in groupby(sorted(view.feeds, key=lambda f: f.group), key=lambda f: f.group):
        folder = ET.SubElement(body, "outline", text=group) if group else body
        for feed in feeds:
            ET.SubElement(folder, "outline", _attributes(feed, view, here))
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _attributes(feed: FeedOutline, view: OpmlView, here: Here) -> dict[str, str]:
    title = _line(feed.title) or here.absolute(feed.address)
    return {
        "type": "rss",
        "text": title,
        "title": title,
        "description": _line(feed.description),
        "language": fit(view.language),
        "xmlUrl": here.absolute(feed.address),
        "htmlUrl": here.absolute(feed.page),
    }


def _line(words: str) -> str:
    return " ".join(fit(words).split())
