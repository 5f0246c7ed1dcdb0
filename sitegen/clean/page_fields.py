"""All evidence that a page gives on its article besides the body: JSON-LD, meta elements, h1; time elements and visible bylines where asked for."""

from dataclasses import dataclass

from lxml.html import HtmlElement

from sitegen.clean.characters import one_line
from sitegen.clean.html_tree import text_of
from sitegen.clean.json_ld import Node, article_node, plain

_MOST = 40
_LONGEST_TITLE = 600
"""Nothing that is longer is a title; the work on titles grows with the square of their length."""
_LONGEST_META = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFields:
    """What a page says of its article."""

    root: HtmlElement
    ld: Node
    metas: dict[str, tuple[str, ...]]
    """By name, property or itemprop, in the form of meta_key."""
    h1s: tuple[str, ...]
    title: str
    """Of the title element."""
    canonical: str
    lang: str

    def meta(self, *names: str) -> str:
        """Return the first of these meta elements that says something."""
        return next((v for n in names for v in self.metas.get(n, ()) if v), "")


def meta_key(name: str) -> str:
    """Return the name of a meta element in the one form that its spellings share: article_published-time is article:published:time."""
    return name.strip().lower().translate(_MARKS)


_MARKS = str.maketrans(dict.fromkeys("_-. ", ":"))


def page_fields(root: HtmlElement) -> PageFields:
    """Gather the evidence of a page."""
    return PageFields(
        root=root,
        ld=article_node(root),
        metas=_metas(root),
        h1s=tuple(dict.fromkeys(words for e in first(root, "h1") if (words := _title(e)))),
        title=next((_title(e) for e in first(root, "title")), ""),
        canonical=next(
            (e.get("href") or "" for e in root.iter("link") if (e.get("rel") or "").lower() == "canonical"), ""
        ),
        lang=root.get("lang") or root.get("xml:lang") or "",
    )


def _title(e: HtmlElement) -> str:
    return one_line(text_of(e)[:_LONGEST_TITLE])


def first(root: HtmlElement, tag: str) -> list[HtmlElement]:
    """Return the first elements of a tag, as many as a page of one article has."""
    return [e for e, _ in zip(root.iter(tag), range(_MOST), strict=False)]


def _metas(root: HtmlElement) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for e in root.iter("meta"):
        content = plain((e.get("content") or "")[:_LONGEST_META])
        if not content:
            continue
        for name in {meta_key(e.get(a) or "") for a in ("property", "name", "itemprop", "http-equiv")} - {""}:
            found[name] = (*found.get(name, ()), content)[:_MOST]
    return found
