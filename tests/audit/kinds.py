"""Which kinds of pages are there? Every HTML file of a site is of one: a file of none is a finding, not an omission."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.audit.findings import Finding, Result


@dataclass(frozen=True)
class Kind:
    """A kind of page, by its address."""

    name: str
    address: re.Pattern[str]
    measured: bool = False
    """Lighthouse looks at it."""


def _kind(name: str, address: str, *, measured: bool = False) -> Kind:
    return Kind(name, re.compile(address), measured)


KINDS = (
    _kind("home", r"", measured=True),
    _kind("articles, older", r"articles/page/\d+/"),
    _kind("article", r"articles/[^/]+/", measured=True),
    _kind("topics", r"topics/"),
    _kind("topic", r"topics/[^/]+/", measured=True),
    _kind("topic, older", r"topics/[^/]+/page/\d+/"),
    _kind("speaker in a topic", r"topics/[^/]+/speakers/[^/]+/"),
    _kind("speaker in a topic, older", r"topics/[^/]+/speakers/[^/]+/page/\d+/"),
    _kind("speakers", r"speakers/"),
    _kind("speaker", r"speakers/[^/]+/", measured=True),
    _kind("speaker, older", r"speakers/[^/]+/page/\d+/"),
    _kind("stories", r"stories/"),
    _kind("story", r"stories/[^/]+/", measured=True),
    _kind("timeline", r"timeline/", measured=True),
    _kind("timeline, a year", r"timeline/\d+/"),
    _kind("timeline, a month or day", r"timeline/\d+/\d+/(?:\d+/)?"),
    _kind("timeline, without a date", r"timeline/undated/"),
    _kind("editions", r"editions/"),
    _kind("edition", r"editions/[^/]+/"),
    _kind("edition as e-mail", r"editions/[^/]+/email\.html"),
    _kind("publishers", r"publishers/"),
    _kind("publisher", r"publishers/[^/]+/"),
    _kind("publisher, older", r"publishers/[^/]+/page/\d+/"),
    _kind("feeds", r"feeds/"),
    _kind("search", r"search/"),
    _kind("A to Z", r"a-z/(?:[^/]+/)?"),
    _kind("not found", r"404\.html"),
)
REDIRECT = Kind("redirect", re.compile(r".*"))
_REFRESH = 'http-equiv="refresh"'


@dataclass(frozen=True)
class PageFile:
    """A page of a built site."""

    site: str
    address: str
    """Relative to the root of the site."""
    path: Path
    kind: Kind | None
    size: int


def pages(site: str, folder: Path) -> list[PageFile]:
    """Return the HTML pages of a site by address."""
    return [_page(site, folder, path) for path in sorted(folder.rglob("*.html"))]


def _page(site: str, folder: Path, path: Path) -> PageFile:
    address = path.relative_to(folder).as_posix().removesuffix("index.html")
    text = path.read_text(encoding="utf-8")
    kind = REDIRECT if _REFRESH in text[:2000] else next((k for k in KINDS if k.address.fullmatch(address)), None)
    return PageFile(site, address, path, kind, len(text.encode()))


def samples(found: Iterable[PageFile], most: int) -> list[PageFile]:
    """Return pages of every kind: so many of each, the longest, and the shortest."""
    by_kind: dict[str, list[PageFile]] = {}
    for page in found:
        if page.kind and page.kind is not REDIRECT:
            by_kind.setdefault(page.kind.name, []).append(page)
    chosen = []
    for of_kind in by_kind.values():
        longest = sorted(of_kind, key=lambda page: (-page.size, page.address))
        chosen += [*longest[: most - 1], longest[-1]] if 1 < most < len(longest) else longest[:most]
    return chosen


def absent(folders: Mapping[str, Path]) -> Result:
    """Return the kinds that none of the sites has: what nobody looked at."""
    there = {page.kind for name, folder in folders.items() for page in pages(name, folder)}
    gone = (kind.name for kind in (*KINDS, REDIRECT) if kind not in there)
    return Result(
        "every kind of page is there", {}, tuple(Finding("kinds", "all", "", f"no page: {name}") for name in gone)
    )
