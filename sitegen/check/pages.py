"""What stands in an HTML page that can be wrong: its ids, its links with their places, its title, language and headings."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_LINKS = {"a": "href", "link": "href", "img": "src", "script": "src"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLink:
    """An address in a page; line and column from 1."""

    address: str
    line: int
    column: int


@dataclass(slots=True)
class PageFacts:
    """What was found in a page."""

    ids: set[str] = field(default_factory=set)
    doubled: list[str] = field(default_factory=list)
    links: list[FoundLink] = field(default_factory=list)
    title: str = ""
    language: str = ""
    headings: int = 0
    """How many h1."""


def facts(html: str) -> PageFacts:
    """Return what stands in a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.facts


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.facts = PageFacts()
        self.in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if known.get("id"):
            self._take_id(known["id"])
        if tag in _LINKS and _LINKS[tag] in known:
            line, column = self.getpos()
            self.facts.links.append(FoundLink(address=known[_LINKS[tag]], line=line, column=column + 1))
        if tag == "html":
            self.facts.language = known.get("lang", "")
        self.facts.headings += tag == "h1"
        self.in_title = tag == "title" and not self.facts.title

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self.in_title = False

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.facts.title += data

    def _take_id(self, name: str) -> None:
        if name in self.facts.ids:
            self.facts.doubled.append(name)
        self.facts.ids.add(name)
