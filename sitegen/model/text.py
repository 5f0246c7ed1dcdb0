"""Where in a text something stands, and how it is marked there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points; positional, for it is written everywhere."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Say whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An element around a span of the visible text; where the span crosses blocks, emphasis or links, several of them."""

    span: Span
    tag: str = "mark"
    attributes: tuple[tuple[str, str], ...] = ()
    anchor: str = ""
    """The id of the first piece."""
    note_href: str = ""
    """A link set after the last piece, outside any other link."""
    note_text: str = ""
    note_label: str = ""
