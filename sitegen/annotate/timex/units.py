"""What pieces a text is read in: words, figures and signs, each with its place and the code of its classes.

spaCy's tokens are cut further here ("5:30PM", "mid-1990s", "Sept."), so that patterns see one kind of piece;
its tags are looked up by place where a word alone does not tell.
"""

import re
from dataclasses import dataclass

from sitegen.annotate.timex.patterns import OTHER, Codes

_PIECE = re.compile(
    r"""(?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?(?![\w-]))
    |(?P<slash>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\w/]))
    |(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))
    |(?P<big>\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,9})?(?!\w))
    |(?P<decimal>\d+\.\d+)
    |(?P<decade>['’]?\d{1,3}0['’]?s(?!\w))
    |(?P<nth>\d{1,2}(?:st|nd|rd|th)(?!\w))
    |(?P<integer>\d+)
    |(?P<month>(?i:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun|ca|st)\.)
    |(?P<initials>(?<!\w)[A-Za-z]\.(?:[A-Za-z]\.)*(?:[A-Za-z](?!\w))?)
    |(?P<owner>['’]s(?!\w))
    |(?P<word>[^\W\d_]+)
    |(?P<gap>\n[^\S\n]*\n\s*)
    |(?P<sign>\S)""",
    re.VERBOSE,
)
_LIMITS = (
    ("DAY", 1, 31), ("MM", 1, 12), ("HOUR", 0, 24), ("YY", 0, 99), ("YEAR", 1000, 2199), ("OLDYEAR", 1, 9999),
)  # fmt: skip
"""What a whole number of up to four figures may be, and within which bounds."""


@dataclass(frozen=True, slots=True)
class Units:
    """The pieces of a text; one code point of `codes` for each."""

    codes: str
    pieces: tuple[str, ...]
    starts: tuple[int, ...]

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """Return the pieces of a half-open range in lower case."""
        return tuple(piece.lower().replace("’", "'") for piece in self.pieces[max(first, 0) : last])

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Return where a half-open range of pieces starts and ends in the text."""
        return self.starts[first], self.starts[last - 1] + len(self.pieces[last - 1])


def read_units(text: str, codes: Codes) -> Units:
    """Cut a text into pieces."""
    known: dict[str, str] = {}
    letters, pieces, starts = [], [], []
    for m in _PIECE.finditer(text):
        piece = m[0]
        code = known.get(piece)
        if code is None:
            code = known[piece] = _code(m.lastgroup or "", piece, codes)
        letters.append(code)
        pieces.append(piece)
        starts.append(m.start())
    return Units("".join(letters), tuple(pieces), tuple(starts))


def _code(kind: str, word: str, codes: Codes) -> str:
    if kind in {"word", "month", "initials", "owner", "sign"}:
        return codes.word(word)
    if kind == "gap":
        return OTHER
    if kind == "integer":
        return codes.classes(_integer_classes(word))
    return codes.classes(_shape_classes(kind))


def _shape_classes(kind: str) -> frozenset[str]:
    return frozenset({kind.upper()} | ({"FIGURE"} if kind in {"big", "decimal"} else set()))


def _integer_classes(figures: str) -> frozenset[str]:
    """Say what a whole number could be: a day, a month, an hour, a year."""
    value, size = int(figures[:9]), len(figures)
    limits = _LIMITS if size <= len("2024") else ()
    return frozenset(
        {"FIGURE"}
        | {name for name, low, high in limits if low <= value <= high and (name != "YY" or size == len("99"))}
    )


_BOUNDS = (0, *(value for _, low, high in _LIMITS for value in (low, high, high + 1)))
SHAPES: frozenset[frozenset[str]] = frozenset(
    [_integer_classes(f"{value:0{width}d}") for value in _BOUNDS for width in range(1, 6)]
    + [_shape_classes(kind) for kind in ("iso", "slash", "clock", "big", "decimal", "decade", "nth")]
)
"""All sets of classes that pieces with figures can have."""
