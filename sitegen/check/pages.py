"""What stands in an HTML page that can be wrong: its ids, its links with their places, its headings, its elements and how they nest."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from sitegen.check.elements import LINKS, REFERENCES, SHARED, Nesting, Place

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NAMES = ("aria-label", "aria-labelledby", "title")
"""Attributes that give a link its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLink:
    """An address in a file, and where it stands."""

    address: str
    place: Place
    leads: bool = True
    """A reader can follow it; not so the address of a picture or of a quotation's source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that is wrong in the page by itself."""

    code: str
    message: str
    place: Place


@dataclass(slots=True)
class PageFacts:
    """What was found in a page."""

    ids: set[str] = field(default_factory=set)
    named: list[tuple[str, Place]] = field(default_factory=list)
    """Ids that an element refers to."""
    links: list[FoundLink] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    title: str = ""
    language: str = ""
    headings: list[tuple[int, Place]] = field(default_factory=list)
    """Level and place of each, in order."""
    elements: int = 0
    size: int = 0
    """In bytes."""
    moved: bool = False
    """It only leads to another address."""


def facts(data: bytes) -> PageFacts:
    """Return what stands in a page."""
    reader = _Reader()
    reader.feed(data.decode("utf-8", "replace"))
    reader.close()
    reader.end()
    reader.facts.size = len(data)
    return reader.facts


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.facts = PageFacts()
        self.nesting = Nesting()
        self.mains = 0
        self.in_title = False
        self.nameless: Place | None = None
        """Where the link at hand begins, as long as it has no words."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.facts.elements += 1
        if told := self.nesting.open(tag, self._at()):
            self._fault("html-nesting", told)
        if known:
            self._note(tag, known)
        self._look(tag, known)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.nesting.close_itself(tag)

    def handle_endtag(self, tag: str) -> None:
        if told := self.nesting.close(tag):
            self._fault("html-nesting", told)
        if tag == "a" and self.nameless:
            self._fault("link-empty", "the link has no words", self.nameless)
            self.nameless = None
        self.in_title = self.in_title and tag != "title"

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.facts.title += data
        if data.strip():
            self.nameless = None

    def end(self) -> None:
        """Note what was never closed."""
        for tag, place in self.nesting.left():
            self._fault("html-nesting", f"<{tag}> is not closed", place)

    def _note(self, tag: str, known: dict[str, str]) -> None:
        """Note the ids and addresses of an element."""
        if identity := known.get("id"):
            if identity in self.facts.ids:
                self._fault("id-doubled", f"the id {identity!r} stands more than once")
            self.facts.ids.add(identity)
        named = (name for attribute in REFERENCES & known.keys() for name in known[attribute].split())
        self.facts.named += ((name, self._at()) for name in named)
        leads = tag in {"a", "area"}
        links = (known[attribute].strip() for attribute in LINKS.get(tag, ()) if attribute in known)
        self.facts.links += (FoundLink(address=words, place=self._at(), leads=leads) for words in links)

    def _look(self, tag: str, known: dict[str, str]) -> None:
        """Note what an element is to the page."""
        if any(known.get(name) for name in (*_NAMES, "alt")):
            self.nameless = None
        match tag:
            case "html":
                self.facts.language = known.get("lang", "")
            case "title":
                self.in_title = not self.facts.title and not self.nesting.is_drawing
            case "meta":
                self._look_at_meta(known)
            case "main":
                self._look_at_main(known)
            case "img":
                self._look_at_image(known)
            case "a":
                self._look_at_link(known)
            case _ if tag in _HEADINGS:
                self.facts.headings.append((_HEADINGS[tag], self._at()))
            case _:
                pass

    def _look_at_meta(self, known: dict[str, str]) -> None:
        self.facts.moved |= known.get("http-equiv", "").lower() == "refresh"
        if known.get("property", known.get("name")) in SHARED and known.get("content"):
            self.facts.links.append(FoundLink(address=known["content"], place=self._at(), leads=False))

    def _look_at_main(self, known: dict[str, str]) -> None:
        self.mains += "hidden" not in known
        if self.mains > 1:
            self._fault("page-mains", "the page has more than one <main>")

    def _look_at_image(self, known: dict[str, str]) -> None:
        if "alt" not in known:
            message = "the image has no alt: words for those who do not see it, or nothing where it only decorates"
            self._fault("image-alt", message)

    def _look_at_link(self, known: dict[str, str]) -> None:
        has_words = any(known.get(name) for name in _NAMES)
        self.nameless = self._at() if "href" in known and not has_words else None

    def _fault(self, code: str, message: str, place: Place | None = None) -> None:
        self.facts.faults.append(Fault(code=code, message=message, place=place or self._at()))

    def _at(self) -> Place:
        line, column = self.getpos()
        return Place(line=line, column=column + 1)
