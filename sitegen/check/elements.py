"""Which elements are open? Tags in, what is wrong with their order out: the rules of HTML on what closes by itself, as far as a page can be read wrongly by them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LINKS: Mapping[str, tuple[str, ...]] = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "blockquote": ("cite",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "img": ("src",),
    "link": ("href",),
    "object": ("data",),
    "q": ("cite",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "video": ("src", "poster"),
}
"""Which attributes of which elements are addresses."""

REFERENCES = frozenset({"aria-controls", "aria-describedby", "aria-labelledby", "for", "headers"})
"""Attributes that name other elements of the page by their ids."""

SHARED = frozenset({"og:image", "og:url", "twitter:image"})
"""What other sites take of a page: addresses in <meta>."""

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_BY_ITSELF = frozenset("body colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr".split())
"""Elements whose end tag may be left out."""
_ENDS_PARAGRAPH = frozenset(
    "address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul".split()
)
_ROOMS = frozenset("button caption html object svg table td template th".split())
"""A paragraph outside of these is not ended by what stands in them."""
_DRAWING = frozenset({"svg", "math"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A position in a file; both from 1."""

    line: int
    column: int


class Nesting:
    """The elements that are open, outermost first."""

    def __init__(self) -> None:
        self._open: list[tuple[str, Place]] = []

    @property
    def is_drawing(self) -> bool:
        """Say whether what is read is no HTML: a drawing or a formula."""
        return any(tag in _DRAWING for tag, _ in self._open)

    def open(self, tag: str, place: Place) -> str:
        """Take a start tag and return what is wrong with it, or nothing."""
        told = self._end_paragraph(tag) if tag in _ENDS_PARAGRAPH else ""
        if tag == "a" and self._depth("a") is not None:
            told = "the link stands within another link"
        if tag not in _VOID:
            self._open.append((tag, place))
        return told

    def _end_paragraph(self, tag: str) -> str:
        """End the paragraph at hand; it may have nothing open in it."""
        depth = next((d for d in range(len(self._open) - 1, -1, -1) if self._open[d][0] in {"p", *_ROOMS}), None)
        if depth is None or self._open[depth][0] != "p":
            return ""
        inner = self._open[depth + 1 :]
        del self._open[depth:]
        return f"<{tag}> ends the paragraph in which <{inner[-1][0]}> is still open" if inner else ""

    def close_itself(self, tag: str) -> None:
        """Take the slash of <tag/>: in a drawing it ends the element, in HTML it means nothing."""
        if self.is_drawing and tag not in _VOID:
            self._open.pop()

    def close(self, tag: str) -> str:
        """Take an end tag and return what is wrong with it, or nothing."""
        depth = self._depth(tag)
        if depth is None:
            return f"</{tag}> ends nothing that is open"
        between = self._open[depth + 1 :]
        del self._open[depth:]
        still = next(((name, place) for name, place in reversed(between) if name not in _BY_ITSELF), None)
        return f"</{tag}> comes while <{still[0]}> of line {still[1].line} is open" if still else ""

    def _depth(self, tag: str) -> int | None:
        """Return where the innermost element of that name is open."""
        return next((d for d in range(len(self._open) - 1, -1, -1) if self._open[d][0] == tag), None)

    def left(self) -> Iterator[tuple[str, Place]]:
        """Yield what is still open at the end and may not be."""
        return ((tag, place) for tag, place in self._open if tag not in _BY_ITSELF)
