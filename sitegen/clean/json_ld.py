"""What a page says of its article in JSON-LD (schema.org): the one object of an article type, fields as plain text."""

import html
import json
import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from sitegen.clean.characters import one_line

_TYPES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle",
    "LiveBlogPosting", "Article", "BlogPosting", "SatiricalArticle", "AdvertiserContentArticle", "ScholarlyArticle", "Report", "Review",
    "SocialMediaPosting", "Recipe", "VideoObject", "WebPage", "ItemPage",
)  # fmt: skip
"""Best first."""
_RANK = {name: rank for rank, name in enumerate(_TYPES)}
_LONGEST = 2_000_000
_MOST_NODES = 5_000
_WRAPPER = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)?\s*;?\s*$"
)
_MARKUP = re.compile(r"<[^<>]{0,2000}>")

Node = dict[str, object]


def article_node(root: HtmlElement) -> Node:
    """Return the page's best article object; empty where it has none."""
    nodes = [node for script in root.iter("script") if _is_json_ld(script) for node in _nodes(script.text or "")]
    ranked = [(rank, i, n) for i, n in enumerate(nodes) if (rank := _rank(n)) is not None]
    return min(ranked, key=lambda r: r[:2])[2] if ranked else {}


def _is_json_ld(script: HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _nodes(source: str) -> Iterator[Node]:
    """Yield the objects of a script, outer ones first; a broken script has none."""
    try:
        value = json.loads(_WRAPPER.sub("", source[:_LONGEST]), strict=False)
    except (ValueError, RecursionError):
        return
    yield from islice(_objects(value), _MOST_NODES)


def _objects(value: object) -> Iterator[Node]:
    queue = [value]
    for item in queue:
        if isinstance(item, list):
            queue.extend(item[:_MOST_NODES])
        elif isinstance(item, dict):
            yield item
            queue.extend(
                item[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart")
                if key in item
            )
        if len(queue) > _MOST_NODES:
            return


def _rank(node: Node) -> int | None:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    ranks = [_RANK[n.rsplit("/", 1)[-1]] for n in names if isinstance(n, str) and n.rsplit("/", 1)[-1] in _RANK]
    if not ranks:
        return None
    bare = not (node.get("headline") or node.get("articleBody") or node.get("datePublished"))
    return min(ranks) + len(_TYPES) * bare


def text(node: Node, *keys: str) -> str:
    """Return the first field that is text, without entities and tags."""
    for key in keys:
        value = node.get(key)
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, str) and (words := plain(value)):
            return words
    return ""


def plain(value: str) -> str:
    """Return a field's words: it may be escaped once or twice over and hold tags."""
    unescaped = html.unescape(html.unescape(value)) if "&" in value else value
    return one_line(_MARKUP.sub(" ", unescaped) if "<" in unescaped else unescaped)


def paragraphs_of(node: Node, key: str) -> tuple[str, ...]:
    """Return the paragraphs of a field that holds a whole text, as plain text or as HTML."""
    value = node.get(key)
    if not isinstance(value, str):
        return ()
    lines = re.split(r"\n+|</p>|<br\s*/?>", html.unescape(value))
    return tuple(words for line in lines if (words := plain(line)))


def named(node: Node, key: str) -> tuple[str, ...]:
    """Return the names of a field that holds people or organisations, in any of the shapes that pages use."""
    value = node.get(key)
    items = value if isinstance(value, list) else [value]
    names: list[str] = []
    for item in items[:50]:
        name = item.get("name") if isinstance(item, dict) else item
        parts = name if isinstance(name, list) else [name]
        names += [words for part in parts[:50] if isinstance(part, str) and (words := plain(part))]
    return tuple(dict.fromkeys(names))


def link_of(node: Node, key: str) -> str:
    """Return the url of a field that is an object."""
    value = node.get(key)
    value = value[0] if isinstance(value, list) and value else value
    found = value.get("url") if isinstance(value, dict) else None
    return found if isinstance(found, str) else ""
