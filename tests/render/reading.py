"""How tests read a page: as a browser would."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import html5lib

from sitegen.model.page import Page
from sitegen.render.renderer import render
from sitegen.render.theme import Theme


def made(page: Page, theme: Theme) -> str:
    result = render(page, theme)
    assert result.diagnostics == ()
    assert result.value is not None
    return result.value.decode()


def tree(html: str) -> ET.Element:
    """Parse and refuse every error that the HTML standard names."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


def elements(root: ET.Element, *tags: str) -> Iterator[ET.Element]:
    return (e for e in root.iter() if e.tag in tags)


def words(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def by_id(root: ET.Element, wanted: str) -> ET.Element:
    return next(e for e in root.iter() if e.get("id") == wanted)
