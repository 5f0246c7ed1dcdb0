"""The files of a built site -> diagnostics; input: their bytes by path, and the address at which the site will stand."""

from collections.abc import Iterable, Iterator, Mapping

from sitegen.check import limits
from sitegen.check.data import data_links, xml_links
from sitegen.check.elements import Place
from sitegen.check.feeds import feed_is_empty, feed_problems, is_feed
from sitegen.check.links import Map, broken, unreached
from sitegen.check.pages import FoundLink, PageFacts, facts
from sitegen.model.diagnostic import Diagnostic, Severity

_LISTED = "feed.xml"
"""Of the forms of a feed, the one of which it is told that it is empty."""
_START = Place(line=1, column=1)

Pages = Mapping[str, PageFacts]


def read_pages(files: Mapping[str, bytes]) -> dict[str, PageFacts]:
    """Return what stands in each page."""
    return {path: facts(data) for path, data in files.items() if path.endswith(".html")}


def check_site(files: Mapping[str, bytes], base_url: str, pages: Pages | None = None) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a site; base_url ends with a slash."""
    pages = read_pages(files) if pages is None else pages
    site = Map(pages=pages, files=files, base_url=base_url)
    found = [
        *_page_problems(pages),
        *_title_problems(pages),
        *_link_problems(site),
        *_orphans(site),
        *_document_problems(site),
        *_feed_problems(site),
        *_weights(site),
    ]
    return tuple(sorted(found, key=lambda d: (d.path, d.line, d.column, d.message)))


def _page_problems(pages: Pages) -> Iterator[Diagnostic]:
    for path, page in pages.items():
        yield from (_problem(fault.code, path, fault.message, fault.place) for fault in page.faults)
        if not page.title.strip():
            yield _problem("page-untitled", path, "the page has no title")
        if not page.language:
            yield _problem("page-language", path, "the page does not say its language")
        yield from _heading_problems(path, page)
        missing = ((name, place) for name, place in page.named if name not in page.ids)
        yield from (_problem("id-missing", path, f"no element has the id {name!r}", place) for name, place in missing)


def _heading_problems(path: str, page: PageFacts) -> Iterator[Diagnostic]:
    main = sum(level == 1 for level, _ in page.headings)
    if main != 1:
        yield _problem("page-headings", path, f"the page has {main} main headings, not one")
    before = 0
    for level, place in page.headings:
        if before and level > before + 1:
            message = f"a heading of level {level} follows one of level {before}"
            yield _problem("heading-skipped", path, message, place, Severity.WARNING)
        before = level


def _title_problems(pages: Pages) -> Iterator[Diagnostic]:
    """Tell pages that readers and search engines cannot keep apart."""
    first: dict[str, str] = {}
    for path in sorted(path for path, page in pages.items() if not page.moved):
        title = pages[path].title.strip()
        other = first.setdefault(title, path)
        if title and other != path:
            yield _problem("title-doubled", path, f"the title is also that of {other}", severity=Severity.WARNING)


def _link_problems(site: Map) -> Iterator[Diagnostic]:
    for path, page in site.pages.items():
        for link in page.links:
            if told := broken(link.address, path, site):
                yield _problem("link-broken", path, f"{told}: {link.address}", link.place)


def _orphans(site: Map) -> Iterator[Diagnostic]:
    """Tell pages to which no way leads from the home page."""
    for path in unreached(site):
        message = "no link leads here from the home page, over whatever pages"
        yield _problem("page-orphan", path, message, severity=Severity.WARNING)


def _document_problems(site: Map) -> Iterator[Diagnostic]:
    """Tell what leads nowhere in the documents for machines."""
    for path, data in site.files.items():
        links = _links_of(path, data, site.base_url)
        if links is None:
            yield _problem("data-invalid", path, "the document is not JSON")
        for address in links or ():
            if told := broken(address, path, site):
                yield _problem("link-broken", path, f"{told}: {address}")


def _links_of(path: str, data: bytes, base_url: str) -> tuple[str, ...] | None:
    if path.startswith("api/") and not path.startswith("api/schema/"):
        return data_links(data, base_url)
    return xml_links(data, base_url) if path.endswith(".xml") else ()


def _feed_problems(site: Map) -> Iterator[Diagnostic]:
    for path, data in site.files.items():
        if is_feed(path) and not _has_moved(path, site):
            address = site.base_url + path
            yield from (_problem("feed-invalid", path, told) for told in feed_problems(data, address))
            if path.endswith(_LISTED) and feed_is_empty(data, address):
                message = "the feed has no entries: it holds articles that have a date, newest first"
                yield _problem("feed-empty", path, message, severity=Severity.WARNING)


def _has_moved(path: str, site: Map) -> bool:
    """Say whether a feed stands at a former address, as a copy of what is elsewhere now."""
    page = site.pages.get(path.rpartition("/")[0] + "/index.html")
    return page is not None and page.moved


def _weights(site: Map) -> Iterator[Diagnostic]:
    """Tell what takes long to load or to lay out."""
    told: Iterable[tuple[str, str, str]] = (
        *((path, "page-large", words) for path, page in site.pages.items() if (words := limits.page(page))),
        *((path, "image-large", words) for path, data in site.files.items() if (words := limits.image(path, data))),
    )
    return (_problem(code, path, words, severity=Severity.WARNING) for path, code, words in told)


def outside_links(pages: Pages, base_url: str) -> dict[str, list[tuple[str, FoundLink]]]:
    """Return the addresses elsewhere that readers can follow, each with the pages and places where it stands."""
    found: dict[str, list[tuple[str, FoundLink]]] = {}
    for path in sorted(pages):
        for link in pages[path].links:
            if (
                link.leads
                and link.address.startswith(("http://", "https://"))
                and not link.address.startswith(base_url)
            ):
                found.setdefault(link.address.partition("#")[0], []).append((path, link))
    return found


def _problem(
    code: str, path: str, message: str, place: Place = _START, severity: Severity = Severity.ERROR
) -> Diagnostic:
    return Diagnostic(severity=severity, code=code, path=path, line=place.line, column=place.column, message=message)
