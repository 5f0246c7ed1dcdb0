"""Where do the links of a site lead, and which pages does nobody reach? Input: its pages and files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from sitegen.check.pages import PageFacts

_HOME = "index.html"
_FROM_OUTSIDE = frozenset({_HOME, "404.html"})
"""Pages that one comes to without a link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """The pages and files of a site."""

    pages: Mapping[str, PageFacts]
    files: Mapping[str, bytes]
    base_url: str


def broken(address: str, path: str, site: Map) -> str:
    """Return what is wrong with a link within the site; nothing about links to elsewhere."""
    target = _target(address, path, site)
    if target is None:
        return "is no address"
    if not _is_here(target, site):
        return ""
    if not target.path.startswith(urlsplit(site.base_url).path):
        return "leads out of the site"
    file = _file(target, site)
    if file not in site.files:
        return "leads to no page"
    fragment = unquote(target.fragment)
    missing = fragment and file in site.pages and fragment not in site.pages[file].ids
    return "leads to no place on its page" if missing else ""


def _target(address: str, path: str, site: Map) -> SplitResult | None:
    try:
        return urlsplit(urljoin(site.base_url + path, address))
    except ValueError:
        return None


def _is_here(target: SplitResult, site: Map) -> bool:
    return target.scheme in {"http", "https"} and target.netloc == urlsplit(site.base_url).netloc


def _file(target: SplitResult, site: Map) -> str:
    """Return the file that answers at an address of the site."""
    name = unquote(target.path[len(urlsplit(site.base_url).path) :])
    return name + "index.html" if name.endswith("/") or not name else name


def unreached(site: Map) -> Iterator[str]:
    """Yield the pages to which no way leads from the home page; former addresses and what answers for missing ones aside."""
    if _HOME not in site.pages:
        return
    reached, waiting = set(_FROM_OUTSIDE), [_HOME]
    while waiting:
        new = set(_linked(waiting.pop(), site)) - reached
        reached |= new
        waiting += new
    yield from sorted(path for path, page in site.pages.items() if path not in reached and not page.moved)


def _linked(path: str, site: Map) -> Iterator[str]:
    for link in site.pages[path].links:
        target = _target(link.address, path, site) if link.leads else None
        if target and _is_here(target, site) and (file := _file(target, site)) in site.pages:
            yield file
