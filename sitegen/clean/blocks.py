"""The blocks of a page in reading order: paragraphs, headings, list items, quotations, tables, with where each stands."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial

from lxml import etree
from lxml.html import HtmlElement

from sitegen.clean.addresses import absolute
from sitegen.clean.runs import LINE_BREAK, Look, Piece, Run, linked_letters, runs_of, shown, words_of
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
    """A block of words."""

    kind: Kind
    text: str
    element: HtmlElement
    pieces: tuple[Piece, ...] = ()
    runs: tuple[Run, ...] = ()
    """Made of the pieces when the block is linked: most blocks of a page never are."""
    linked_letters: int = 0
    """Of the pieces."""
    level: int = 0
    """Of a heading; or how deep a list item stands, from 1."""
    ordered: bool = False
    quoted: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table."""

    @property
    def link_share(self) -> float:
        """Return how much of the words is linked."""
        letters = sum(len(r.text) for r in self.runs if r.href) if self.runs else self.linked_letters
        return letters / max(1, len(self.text))


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
_LOOKS = {
    **dict.fromkeys(("b", "strong"), Look(strong=True)),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), Look(emphasis=True)),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), Look(code=True)),
}
_LISTS = frozenset({"ul", "ol", "menu"})


class _Reader:
    """Walks a page once and gathers pieces into blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces: list[Piece] = []
        self.looks: list[Look] = [Look()]
        self.open: list[HtmlElement] = []
        self.skipped: HtmlElement | None = None

    def read(self, root: HtmlElement) -> list[Block]:
        """Return the blocks below an element."""
        for event, element in (walk := etree.iterwalk(root, events=("start", "end"))):
            if event == "start":
                self._start(element, walk)
            else:
                self._end(element)
                if element is not root:
                    self._add(element.tail)
        return self.blocks

    def _start(self, element: HtmlElement, walk: etree.iterwalk) -> None:
        tag = element.tag
        if tag in SKIPPED or not isinstance(tag, str) or is_hidden(element):
            walk.skip_subtree()
            self.skipped = element
            return
        if tag in _BLOCKS:
            self._flush()
            self.open.append(element)
            if tag == "table" and (rows := cells_of(element)):
                shown = " ".join(cell for row in rows for cell in row)
                self.blocks.append(Block(kind=Kind.TABLE, text=shown, element=element, rows=rows))
                walk.skip_subtree()
                return
        elif tag == "br":
            self._break(element)
        elif tag in _LOOKS:
            self.looks.append(self.looks[-1].within(_LOOKS[tag]))
        elif tag == "a":
            self.looks.append(self.looks[-1].within(Look(href=element.get("href") or "")))
        elif _stands_for_breaks(element):
            self._flush()
        self._add(element.text)

    def _end(self, element: HtmlElement) -> None:
        tag = element.tag
        if element is self.skipped:
            self.skipped = None
        elif tag in _BLOCKS:
            self._flush()
            self.open.pop()
        elif tag in _LOOKS or tag == "a":
            self.looks.pop()

    def _add(self, text: str | None) -> None:
        if not text or (not self.pieces and text.isspace()):
            return
        if "\n" not in text or self.open[-1:] == [] or self.open[-1].tag != "pre":
            self.pieces.append((text, self.looks[-1]))
            return
        for index, line in enumerate(text.strip("\n").split("\n")):
            self.pieces += [LINE_BREAK] * (index > 0) + [(line, self.looks[-1])]

    def _break(self, element: HtmlElement) -> None:
        """Take a line break; two of them with nothing between end the block."""
        previous = element.getprevious()
        if previous is not None and previous.tag == "br" and not (previous.tail or "").strip():
            self._flush()
        elif self.pieces:
            self.pieces.append(LINE_BREAK)

    def _flush(self) -> None:
        if not self.pieces:
            return
        pieces, self.pieces = tuple(self.pieces), []
        if (text := words_of(pieces)) and self.open:
            self.blocks.append(self._block(pieces, text))

    def _block(self, pieces: tuple[Piece, ...], text: str) -> Block:
        tags = [e.tag for e in self.open]
        make = partial(
            Block,
            pieces=pieces,
            text=text,
            element=self.open[-1],
            quoted="blockquote" in tags,
            linked_letters=linked_letters(pieces),
        )
        if heading := next((_HEADINGS[t] for t in reversed(tags[-3:]) if t in _HEADINGS), 0):
            return make(kind=Kind.HEADING, level=heading)
        if "li" in tags:
            lists = [t for t in tags if t in _LISTS]
            return make(kind=Kind.ITEM, level=max(1, len(lists)), ordered=lists[-1:] == ["ol"])
        return make(kind=Kind.CAPTION if "figcaption" in tags or "caption" in tags else Kind.PARAGRAPH)


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
    """Return the block with its runs and absolute links; links that may not be followed are words."""
    if block.rows:
        return block
    runs = runs_of((p[0], replace(p[1], href=absolute(p[1].href, base))) if p[1].href else p for p in block.pieces)
    return replace(block, runs=runs, text=shown(runs))
