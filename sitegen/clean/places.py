"""Where on a page a block stands: in an area that is never the article's, and in what kind of container."""

import re
from collections import Counter
from collections.abc import Iterable

from lxml.html import HtmlElement

from sitegen.clean.vocabulary import words

_OUTER_TAGS = frozenset({"nav", "footer", "aside"})
_FURNITURE_WORDS = words(
    """
    nav menu breadcrumb sidebar footer masthead related recommend recirc promo newsletter subscribe signup sign-up
    paywall-cta social share sharing sharedaddy comment comments disqus byline author authorbox bio tags taglist
    tag-list topics teaser trending most-read mostread popular outbrain taboola advert advertisement ad-slot sponsor
    cookie consent gdpr modal popup overlay toolbar pagination pager caption credit credits copyright readmore
    read-more more-on also-read morestories more-stories newsletter-box inline-promo screen-reader-text sr-only
    visually-hidden visuallyhidden print-header correction-form widget infobox info-box
    """
)
_FURNITURE = re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, sorted(_FURNITURE_WORDS, reverse=True)))})(?![a-z])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ARTICLE = re.compile(
    r"article-?_?(?:body|content|text)|story-?_?(?:body|content|text)|post-?_?(?:body|content|text)|entry-?_?content|body-?_?(?:text|copy)|main-?_?content|articlebody",
    re.IGNORECASE,
)
_LEVELS = 3
_DIGITS = re.compile(r"\d+")


class Places:
    """Answers where elements stand; each element is looked at once."""

    def __init__(self, spared: frozenset[HtmlElement]) -> None:
        """Take the elements that hold so much of the article that their names cannot be true."""
        self._spared = spared
        self._outer: dict[HtmlElement, bool] = {}

    def is_outer(self, element: HtmlElement) -> bool:
        """Say whether an element or one around it marks itself as the page's furniture."""
        chain: list[HtmlElement] = []
        node: HtmlElement | None = element
        while node is not None and node not in self._outer:
            chain.append(node)
            node = node.getparent()
        outer = self._outer[node] if node is not None else False
        for inner in reversed(chain):
            outer = inner not in self._spared and (outer or marks_furniture(inner))
            self._outer[inner] = outer
        return outer


def holders(sizes: Iterable[tuple[HtmlElement, int]], share: float) -> frozenset[HtmlElement]:
    """Return the elements around more than a share of the words; sizes are of the words in each element."""
    weights: Counter[HtmlElement] = Counter()
    for element, size in sizes:
        weights[element] += size
    total = sum(weights.values())
    around: Counter[HtmlElement] = Counter()
    for element, size in weights.items():
        for holder in (element, *element.iterancestors()):
            around[holder] += size
    return frozenset(e for e, size in around.items() if size > share * total)


def marks_furniture(element: HtmlElement) -> bool:
    """Say whether the element's tag or class is that of furniture; body and html carry classes of the whole page."""
    if element.tag in _OUTER_TAGS:
        return True
    if element.tag in {"body", "html", "article", "main"}:
        return False
    marks = " ".join(
        filter(None, (element.get("class"), element.get("id"), element.get("role"), element.get("data-component")))
    )
    if not marks or _ARTICLE.search(marks):
        return False
    return bool(_FURNITURE.search(_CAMEL.sub("-", marks).lower().replace("_", "-")))


def container(element: HtmlElement) -> HtmlElement:
    """Return what a block stands in: for an item the list's surroundings."""
    node = element if element.tag in {"div", "section", "article", "main", "body", "td"} else element.getparent()
    while (
        node is not None
        and node.tag in {"li", "ul", "ol", "dl", "dd", "blockquote", "p", "span"}
        and node.getparent() is not None
    ):
        node = node.getparent()
    return element if node is None else node


def signature(element: HtmlElement) -> str:
    """Return what containers of the same make share: tags and classes of three levels, without numbers."""
    return " > ".join(_mark(e) for e in _upwards(element))


def _upwards(element: HtmlElement) -> Iterable[HtmlElement]:
    node: HtmlElement | None = element
    for _ in range(_LEVELS):
        if node is None:
            return
        yield node
        node = node.getparent()


def _mark(element: HtmlElement) -> str:
    return f"{element.tag}.{_DIGITS.sub('', element.get('class') or '')}"
