"""Whom a page names as the authors of its article: JSON-LD, meta elements, visible bylines, a byline that heads the text."""

from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from sitegen.clean.characters import one_line
from sitegen.clean.json_ld import named
from sitegen.clean.names import byline_names, names, stated_names
from sitegen.clean.page_fields import PageFields, meta_key
from sitegen.clean.page_title import key
from sitegen.clean.vocabulary import phrases

_AUTHORS = tuple(map(meta_key, (
    "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "cxenseparse:author", "article.author",
    "article:byline", "twitter:misc:written by", "citation_author", "author_name",
)))  # fmt: skip
_WRITTEN_BY = phrases(
    "written by|geschrieben von|verfasst von|écrit par|escrito por|scritto da|geschreven door|skrevet av|skrevet af|"
    "skriven av|napisane przez|napisal|автор|autor|yazar|kirjoittanut|ditulis oleh"
)
"""Labels of the card that WordPress writes for Twitter: twitter:label1 "Written by", twitter:data1 the name."""
_MOST = 40
_BYLINE_LENGTH = 200
_BYLINE_MARKS = (
    "author-name", "authorname", "author_name", "byline-name", "byline__name", "byline-author", "byline_author", "post-author", "article-author",
    "article__author", "entry-author", "story-author", "author__name", "byline", "by-line", "author", "autor", "auteur", "autore", "writer",
)  # fmt: skip
"""Parts of a class that mark a byline, most telling first."""
_HINTS = ("auth", "byl", "aut", "writer", "by-line")
_STATED = 2
"""Ranks below are an element's own word that it names the author; from here on it is a guess from its class."""
_OTHERS = ("comment", "related", "sidebar", "teaser")


def byline_of(page: PageFields, site: str, lines: Iterable[str]) -> tuple[str, ...]:
    """Return the authors; the publisher itself only where nobody else is named. Lines are those that head the text."""
    stated = stated_names(named(page.ld, "author"))
    if any(not _is_of(person, key(site)) for person in stated):
        return stated
    for people in _author_sources(page, lines):
        if others := tuple(person for person in people if not _is_of(person, key(site))):
            return others
    return stated


def _is_of(person: str, site: str) -> bool:
    name = key(person)
    return bool(site) and (name in site or site in name)


def _author_sources(page: PageFields, lines: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for meta in _AUTHORS:
        yield _names(page.metas.get(meta, ()))
    for number in "12":
        if page.meta(f"twitter:label{number}").lower().rstrip(" :") in _WRITTEN_BY:
            yield names(page.meta(f"twitter:data{number}"))
    yield stated_names(named(page.ld, "creator"))
    yield from _visible(page.root)
    yield from map(byline_names, lines)


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for value in values for name in names(value)))


def _visible(root: HtmlElement) -> Iterator[tuple[str, ...]]:
    """Yield the names in rel=author links, in author properties, then in elements whose class says so."""
    ranked: list[tuple[int, str]] = []
    for e in root.iter("a", "span", "div", "p", "address", "li", "strong", "h4", "h3", "h5", "cite"):
        rank = _rank(e)
        if rank is not None and len(ranked) < _MOST and (words := _short_text(e)) and not _is_readers(e):
            ranked.append((rank, words))
    for rank, words in sorted(ranked, key=lambda r: r[0]):
        found = names(words)
        yield found if rank < _STATED or any(_is_full(name) for name in found) else ()


def _is_full(name: str) -> bool:
    """Say whether a name has two words, or is written in a script that does not part them."""
    return " " in name or any("\u2e80" <= c <= "\ud7a3" for c in name) or name.isupper()


def _rank(e: HtmlElement) -> int | None:
    if "author" in (e.get("rel") or "").lower().split():
        return 0
    if "author" in (e.get("itemprop") or "").lower().split():
        return 1
    marks = f"{e.get('class') or ''} {e.get('id') or ''} {e.get('data-testid') or ''}".lower()
    if not any(hint in marks for hint in _HINTS):
        return None
    return next((rank for rank, mark in enumerate(_BYLINE_MARKS, _STATED) if mark in marks), None)


def _is_readers(e: HtmlElement) -> bool:
    """Say whether an element stands among readers' comments or other articles."""
    around = (
        f"{a.get('class') or ''} {a.get('id') or ''}".lower()
        for a in e.iterancestors()
        if a.tag not in {"body", "html"}
    )
    return any(word in marks for marks in around for word in _OTHERS)


def _short_text(e: HtmlElement) -> str:
    """Return the element's words, parts apart, if they are few enough for a byline."""
    words: list[str] = []
    for part in e.itertext():
        words.append(part)
        if len(words) > _MOST:
            return ""
    text = one_line(" ".join(words))
    return text if len(text) <= _BYLINE_LENGTH else ""
