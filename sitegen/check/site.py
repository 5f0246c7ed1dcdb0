"""The files of a built site -> diagnostics; input: their bytes by path, and the address at which the site will stand."""

from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urljoin, urlsplit

from sitegen.check.data import data_links
from sitegen.check.feeds import feed_problems
from sitegen.check.pages import FoundLink, PageFacts, facts
from sitegen.model.diagnostic import Diagnostic, Severity

_UNTITLED = ("redirect", "404")


def check_site(files: Mapping[str, bytes], base_url: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a site; base_url ends with a slash."""
    pages = {path: facts(data.decode("utf-8", "replace")) for path, data in files.items() if path.endswith(".html")}
    found = [
        *_page_problems(pages),
        *_link_problems(pages, files, base_url),
        *_data_problems(pages, files, base_url),
        *_title_problems(pages),
    ]
    for path, data in files.items():
        if path.endswith("feed.xml"):
            found += (_problem("feed-invalid", path, told) for told in feed_problems(data, base_url + path))
    return tuple(sorted(found, key=lambda d: (d.path, d.line, d.column, d.message)))


def _page_problems(pages: Mapping[str, PageFacts]) -> Iterator[Diagnostic]:
    for path, page in pages.items():
        if not page.title.strip():
            yield _problem("page-untitled", path, "the page has no title")
        if not page.language:
            yield _problem("page-language", path, "the page does not say its language")
        if page.headings != 1:
            yield _problem("page-headings", path, f"the page has {page.headings} main headings, not one")
        for name in page.doubled:
            yield _problem("id-doubled", path, f"the id {name!r} stands more than once")


def _title_problems(pages: Mapping[str, PageFacts]) -> Iterator[Diagnostic]:
    """Tell pages that readers and search engines cannot keep apart."""
    first: dict[str, str] = {}
    for path in sorted(pages):
        title = pages[path].title.strip()
        other = first.setdefault(title, path)
        if title and other != path and path.startswith("articles/"):
            yield _problem("title-doubled", path, f"the title is also that of {other}", Severity.WARNING)


def _link_problems(pages: Mapping[str, PageFacts], files: Mapping[str, bytes], base_url: str) -> Iterator[Diagnostic]:
    for path, page in pages.items():
        for link in page.links:
            if told := _broken(link, path, (pages, files, base_url)):
                message = f"{told}: {link.address}"
                yield _problem("link-broken", path, message, place=link)


def _data_problems(pages: Mapping[str, PageFacts], files: Mapping[str, bytes], base_url: str) -> Iterator[Diagnostic]:
    """Tell what leads nowhere in the documents of data."""
    for path, data in files.items():
        if not path.startswith("api/") or path.startswith("api/schema/"):
            continue
        links = data_links(data, base_url)
        if links is None:
            yield _problem("data-invalid", path, "the document is not JSON")
        for address in links or ():
            link = FoundLink(address=address, line=1, column=1)
            if told := _broken(link, path, (pages, files, base_url)):
                yield _problem("link-broken", path, f"{told}: {address}")


def _broken(link: FoundLink, path: str, site: tuple[Mapping[str, PageFacts], Mapping[str, bytes], str]) -> str:
    """Return what is wrong with a link within the site; nothing about links to elsewhere."""
    pages, files, base_url = site
    target = urlsplit(urljoin(base_url + path, link.address))
    base = urlsplit(base_url)
    if target.scheme not in {"http", "https"} or target.netloc != base.netloc:
        return ""
    if not target.path.startswith(base.path):
        return "leads out of the site"
    name = unquote(target.path[len(base.path) :])
    file = name + "index.html" if name.endswith("/") or not name else name
    if file not in files:
        return "leads to no page"
    fragment = unquote(target.fragment)
    missing = fragment and file in pages and fragment not in pages[file].ids
    return "leads to no place on its page" if missing else ""


def _problem(
    code: str, path: str, message: str, severity: Severity = Severity.ERROR, *, place: FoundLink | None = None
) -> Diagnostic:
    line, column = (place.line, place.column) if place else (1, 1)
    return Diagnostic(severity=severity, code=code, path=path, line=line, column=column, message=message)
