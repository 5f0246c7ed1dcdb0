"""All evidence that a page gives on its article besides the body, gathered once: JSON-LD, meta elements, h1, time, visible bylines."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from sitegen.clean.characters import one_line
from sitegen.clean.html_tree import text_of
from sitegen.clean.json_ld import Node, article_node, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFields:
    """What a page says of its article."""

    ld: Node
    metas: dict[str, tuple[str, ...]]
    """By lower-case name, property or itemprop."""
    h1s: tuple[str, ...]
    title: str
    """Of the title element."""
    canonical: str
    lang: str
    times: tuple[tuple[str, str], ...]
    """Of time elements: the machine's date and the marks of the element (class, itemprop, pubdate)."""
    bylines: tuple[str, ...]
    """Visible ones, most telling first."""

    def meta(self, *names: str) -> str:
        """Return the first of these meta elements that says something."""
        return next((v for n in names for v in self.metas.get(n, ()) if v), "")

    def metas_of(self, *names: str) -> tuple[str, ...]:
        """Return all that the first of these meta elements that is there says."""
        return next((self.metas[n] for n in names if self.metas.get(n)), ())


_MOST = 40
_BYLINE_LENGTH = 200
_BYLINE_MARKS = (
    "author-name", "authorname", "author_name", "byline-name", "byline__name", "byline-author", "byline_author", "post-author", "article-author",
    "article__author", "entry-author", "story-author", "author__name", "byline", "by-line", "author", "autor", "auteur", "autore", "writer",
)  # fmt: skip
"""Parts of a class that mark a byline, most telling first."""


def page_fields(root: HtmlElement) -> PageFields:
    """Gather the evidence of a page."""
    return PageFields(
        ld=article_node(root),
        metas=_metas(root),
        h1s=tuple(words for e in _first(root, "h1") if (words := one_line(text_of(e)))),
        title=next((one_line(text_of(e)) for e in _first(root, "title")), ""),
        canonical=next(
            (e.get("href") or "" for e in root.iter("link") if (e.get("rel") or "").lower() == "canonical"), ""
        ),
        lang=root.get("lang") or root.get("xml:lang") or "",
        times=tuple((e.get("datetime") or text_of(e), _marks(e)) for e in _first(root, "time")),
        bylines=tuple(_bylines(root)),
    )


def _first(root: HtmlElement, tag: str) -> list[HtmlElement]:
    return [e for e, _ in zip(root.iter(tag), range(_MOST), strict=False)]


def _metas(root: HtmlElement) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for e in root.iter("meta"):
        content = plain(e.get("content") or "")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (e.get(attribute) or "").strip().lower()
            if name and content:
                found[name] = (*found.get(name, ()), content)[:_MOST]
    return found


def _marks(e: HtmlElement) -> str:
    own = " ".join(
        filter(
            None, (e.get("class"), e.get("itemprop"), e.get("id"), "pubdate" if e.get("pubdate") is not None else "")
        )
    )
    parent = e.getparent()
    return f"{own} {parent.get('class') or ''}".lower() if parent is not None else own.lower()


def _bylines(root: HtmlElement) -> Iterator[str]:
    """Yield the texts of rel=author links, of author properties, then of elements whose class says so."""
    ranked: list[tuple[int, str]] = []
    for e in root.iter("a", "span", "div", "p", "address", "li", "strong", "h4", "h3", "h5", "cite"):
        rank = _byline_rank(e)
        if rank is not None and len(ranked) < _MOST and (words := _short_text(e)) and not _is_readers(e):
            ranked.append((rank, words))
    yield from (words for _, words in sorted(ranked, key=lambda r: r[0]))


def _is_readers(e: HtmlElement) -> bool:
    """Say whether an element stands among readers' comments or other articles."""
    around = (
        f"{a.get('class') or ''} {a.get('id') or ''}".lower()
        for a in e.iterancestors()
        if a.tag not in {"body", "html"}
    )
    return any(word in marks for marks in around for word in ("comment", "related", "sidebar", "teaser"))


def _byline_rank(e: HtmlElement) -> int | None:
    if "author" in (e.get("rel") or "").lower().split():
        return 0
    if "author" in (e.get("itemprop") or "").lower().split():
        return 1
    marks = f"{e.get('class') or ''} {e.get('id') or ''} {e.get('data-testid') or ''}".lower()
    if len(marks) < len("autor") or not (
        "auth" in marks or "byl" in marks or "aut" in marks or "writer" in marks or "by-line" in marks
    ):
        return None
    return next((rank for rank, mark in enumerate(_BYLINE_MARKS, 2) if mark in marks), None)


def _short_text(e: HtmlElement) -> str:
    """Return the element's words, parts apart, if they are few enough for a byline."""
    words: list[str] = []
    for part in e.itertext():
        words.append(part)
        if len(words) > _MOST:
            return ""
    text = one_line(" ".join(words))
    return text if len(text) <= _BYLINE_LENGTH else ""
