"""The search page and the list from A to Z, with everything in them and with nothing."""

from dataclasses import replace

from sitegen.model.page import Page
from sitegen.model.search_pages import AToZView, LetterGroup, ListedName, SearchView
from sitegen.model.shown import Link

from .sample_parts import BARE_CHROME, CHROME, head

SEARCHING = replace(
    CHROME, assets=(*CHROME.assets, ("search.css", "search.5b6c7d8e.css"), ("search.js", "search.7c8d9e0f.js"))
)
NAMES = (
    ListedName(link=Link(words="Ingrid Vasaro", address="speakers/i/"), kind="Speaker", count=2, unit="quotations"),
    ListedName(link=Link(words="“Ice” melts", address="stories/ice/"), kind="Story", count=1, unit="articles"),
)
LETTERS = (Link(words="I", address="a-z/#i"), Link(words="י", address="a-z/#u05d9"))
GROUPS = (
    LetterGroup(heading="I", anchor="i", names=NAMES),
    LetterGroup(
        heading="י",
        anchor="u05d9",
        names=(
            ListedName(link=Link(words="יעל ברק", address="speakers/y/"), kind="Speaker", count=1, unit="quotations"),
        ),
    ),
)


def _search(parts: tuple[str, ...]) -> Page:
    view = SearchView(chrome=SEARCHING, head=head("search/", "Search"), parts=parts)
    return Page(path="search/index.html", template="search.html", view=view)


SEARCH_RICH = (
    _search(("pagefind/1/", "pagefind/1001/")),
    Page(
        path="a-z/index.html",
        template="a-z.html",
        view=AToZView(chrome=CHROME, head=head("a-z/", "From A to Z"), letters=LETTERS, groups=GROUPS),
    ),
)
SEARCH_BARE = (
    _search(()),
    Page(
        path="a-z/index.html",
        template="a-z.html",
        view=AToZView(chrome=BARE_CHROME, head=head("a-z/", "From A to Z"), letters=(), groups=()),
    ),
)
