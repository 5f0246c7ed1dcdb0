"""The blocks of a page in reading order: paragraphs, headings, list items, quotations, tables, with where each stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from lxml import etree
from lxml.html import HtmlElement

from sitegen.clean.addresses import absolute
from sitegen.clean.runs import BREAK, Run, normal, shown
from sitegen.clean.tables import cells_of
from sitegen.clean.vocabulary import words


class Kind(Enum):
    """What a block is."""

    PARAGRAPH = auto()
    HEADING = auto()
    ITEM = auto()
    TABLE = auto()
    CAPTION = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block of words, normal runs."""

    kind: Kind
    runs: tuple[Run, ...]
    text: str
    element: HtmlElement
    level: int = 0
    """Of a heading; or how deep a list item stands, from 1."""
    ordered: bool = False
    quoted: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table."""

    @property
    def link_share(self) -> float:
        """Return how much of the words is linked."""
        return sum(len(r.text) for r in self.runs if r.href) / max(1, len(self.text))


SKIPPED = words(
    """
    script style noscript template svg math iframe object embed applet canvas audio video source track map head
    title meta link base button input select option textarea datalist output progress meter label legend fieldset
    dialog noframes frameset frame
    """
)
"""Elements whose text is never an article's; a form is not one of them: old pages stand within a single form."""
_BLOCKS = words(
    """
    html body div p section article main header footer aside nav figure figcaption blockquote pre ul ol li dl dt dd
    table thead tbody tfoot caption tr td th h1 h2 h3 h4 h5 h6 hr address form details summary center hgroup search
    menu
    """
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_STRONG, _EMPHASIS, _CODE = (
    frozenset({"b", "strong"}),
    frozenset({"i", "em", "cite", "dfn", "var"}),
    frozenset({"code", "kbd", "samp", "tt"}),
)
_LISTS = frozenset({"ul", "ol", "menu"})


@dataclass(slots=True)
class _Look:
    """How many elements of each look are open."""

    strong: int = 0
    emphasis: int = 0
    code: int = 0
    href: list[str] = field(default_factory=list)

    def turn(self, element: HtmlElement, step: int) -> None:
        """Open (step 1) or close (step -1) an inline element."""
        tag = element.tag
        self.strong += step * (tag in _STRONG)
        self.emphasis += step * (tag in _EMPHASIS)
        self.code += step * (tag in _CODE)
        if tag == "a":
            if step > 0:
                self.href.append(element.get("href") or "")
            else:
                self.href.pop()

    def run(self, text: str) -> Run:
        """Return the words in the present look."""
        href = self.href[-1] if self.href else ""
        return Run(text=text, strong=self.strong > 0, emphasis=self.emphasis > 0, code=self.code > 0, href=href)


class _Reader:
    """Walks a page once and gathers runs into blocks."""

    def __init__(self) -> None:
        self.look = _Look()
        self.runs: list[Run] = []
        self.open: list[HtmlElement] = []
        self.hidden = 0

    def read(self, root: HtmlElement) -> Iterator[Block]:
        """Yield the blocks below an element."""
        for event, element in (walk := etree.iterwalk(root, events=("start", "end"))):
            if event == "start":
                yield from self._start(element, walk)
            else:
                yield from self._end(element, root)

    def _start(self, element: HtmlElement, walk: etree.iterwalk) -> Iterator[Block]:
        if not isinstance(element.tag, str) or element.tag in SKIPPED or is_hidden(element):
            walk.skip_subtree()
            self.hidden += 1
            return
        if element.tag in _BLOCKS:
            yield from self._flush()
            self.open.append(element)
            if element.tag == "table" and (rows := cells_of(element)):
                yield Block(
                    kind=Kind.TABLE, runs=(), text=" ".join(c for row in rows for c in row), element=element, rows=rows
                )
                walk.skip_subtree()
                return
        elif element.tag == "br":
            yield from self._break(element)
        elif _stands_for_breaks(element):
            yield from self._flush()
        else:
            self.look.turn(element, 1)
        self._add(element.text)

    def _end(self, element: HtmlElement, root: HtmlElement) -> Iterator[Block]:
        if self.hidden and (not isinstance(element.tag, str) or element.tag in SKIPPED or is_hidden(element)):
            self.hidden -= 1
        elif element.tag in _BLOCKS:
            yield from self._flush()
            self.open.pop()
        elif element.tag != "br":
            self.look.turn(element, -1)
        if element is not root:
            self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if not text:
            return
        lines = text.strip("\n").split("\n") if self.open and self.open[-1].tag == "pre" else [text]
        for index, line in enumerate(lines):
            self.runs += [Run(text=BREAK)] * (index > 0) + [self.look.run(line)]

    def _break(self, element: HtmlElement) -> Iterator[Block]:
        """Take a line break; two of them with nothing between end the block."""
        previous = element.getprevious()
        if previous is not None and previous.tag == "br" and not (previous.tail or "").strip():
            yield from self._flush()
        else:
            self.runs.append(Run(text=BREAK))

    def _flush(self) -> Iterator[Block]:
        runs = normal(self.runs) if any(r.text.strip() for r in self.runs) else ()
        self.runs = []
        if runs and self.open:
            yield self._block(runs)

    def _block(self, runs: tuple[Run, ...]) -> Block:
        tags = [e.tag for e in self.open]
        quoted = "blockquote" in tags
        own = self.open[-1]
        text = shown(runs)
        heading = next((_HEADINGS[t] for t in reversed(tags[-3:]) if t in _HEADINGS), 0)
        if heading:
            return Block(kind=Kind.HEADING, runs=runs, text=text, element=own, level=heading, quoted=quoted)
        if "li" in tags:
            lists = [t for t in tags if t in _LISTS]
            return Block(
                kind=Kind.ITEM,
                runs=runs,
                text=text,
                element=own,
                level=max(1, len(lists)),
                ordered=lists[-1:] == ["ol"],
                quoted=quoted,
            )
        kind = Kind.CAPTION if "figcaption" in tags or "caption" in tags else Kind.PARAGRAPH
        return Block(kind=kind, runs=runs, text=text, element=own, quoted=quoted)


def _stands_for_breaks(element: HtmlElement) -> bool:
    """Say whether an empty element parts paragraphs in the place of two line breaks."""
    return (
        element.tag == "span" and not element.text and not len(element) and "br" in (element.get("class") or "").split()
    )


def is_hidden(element: HtmlElement) -> bool:
    """Say whether the page itself does not show the element."""
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and "display:none" in style.replace(" ", "").lower())


def blocks(root: HtmlElement) -> tuple[Block, ...]:
    """Return the blocks of a page; their links are as the page has them."""
    return tuple(_Reader().read(root))


def linked(block: Block, base: str | None) -> Block:
    """Return the block with absolute links; those that may not be linked are words."""
    if not any(r.href for r in block.runs):
        return block
    return replace(block, runs=normal(replace(r, href=absolute(r.href, base)) for r in block.runs))
