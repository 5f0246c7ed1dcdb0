"""The picture that stands for a page where it is passed on: 1200 by 630, a statement or a headline with its origin; input: its view.

A card shows only what can be set right; else it is the card of the site, and at worst one without words.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from PIL import Image, ImageDraw

from sitegen.model.machine_pages import ShareView
from sitegen.render.typesetting import Type, fitting, is_right_to_left, line, width

WIDTH, HEIGHT = 1200, 630
_MARGIN = 72
_TEXT = WIDTH - 2 * _MARGIN
_TOP, _ROOM = 116, 330
"""Where the words begin, and how high they may be."""
_SIZES = (84, 72, 60, 52, 44, 38)
_LEADING = 1.25
_READING, _META = ("serif", "sans", "arabic"), ("sans", "arabic")

Colour = tuple[int, int, int]
_GROUND: Colour = (0xFD, 0xFC, 0xF9)
_INKS: dict[str, tuple[Colour, int]] = {
    "ink": ((0x1C, 0x1B, 0x19), 6),
    "muted": ((0x5C, 0x57, 0x4E), 4),
    "accent": ((0x8A, 0x2B, 0x16), 4),
    "rule": ((0xD8, 0xD2, 0xC5), 1),
}
"""Colours, and in how many steps the ground becomes each: sixteen values in all, half a byte for a pixel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line on the card; y is where its base line is."""

    text: str
    type: Type
    ink: str
    y: int


def share(view: ShareView) -> bytes:
    """Return the card as PNG."""
    image = Image.new("P", (WIDTH, HEIGHT), 0)
    image.putpalette(_palette())
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 11), fill=_first("accent") + _INKS["accent"][1] - 1)
    draw.line((_MARGIN, 530, WIDTH - _MARGIN, 530), fill=_first("rule"), width=2)
    for set_line in _lines(view):
        _put(image, set_line)
    out = io.BytesIO()
    image.save(out, "PNG", bits=4, compress_level=5)
    return out.getvalue()


def _lines(view: ShareView) -> list[_Line]:
    """Return the lines of the card, or of the site's own, or none."""
    shown = view.picture
    for words, who, origin in ((shown.words, shown.who, shown.line), (view.site, "", "")):
        site = view.site if words != view.site else ""
        made = _set(*(normalize("NFC", text) for text in (site, words, who, origin)))
        if made is not None:
            return made
    return []


def _set(site: str, words: str, who: str, origin: str) -> list[_Line] | None:
    """Return everything set; None where something cannot be."""
    body = _block(words)
    if body is None:
        return None
    below = body[-1].y + 58
    small = [
        _small(site, 28, 600, "muted", 76),
        _small(who, 30, 600, "accent", below),
        _small(origin, 26, 400, "muted", 578),
    ]
    return None if None in small else [*body, *(made for made in small if made and made.text)]


def _small(text: str, size: int, weight: int, ink: str, y: int) -> _Line | None:
    """Return a line of the small print, cut between words where it is too long."""
    family = fitting(text, _META)
    if family is None:
        return None
    by = Type(family, size, weight, is_right_to_left(text))
    return _Line(text=_cut(text, by), type=by, ink=ink, y=y)


def _block(words: str) -> list[_Line] | None:
    """Return the words in the largest size that has room for them; in the smallest they end with an ellipsis."""
    family = fitting(words, _READING)
    if family is None or not words:
        return None
    for size in _SIZES:
        by = Type(family, size, 500, is_right_to_left(words))
        rows = list(_rows(words.split(), by))
        most = int(_ROOM / (size * _LEADING))
        if len(rows) <= most and all(width(row, by) <= _TEXT for row in rows):
            return _stacked(rows, by)
    rows = [*rows[: most - 1], _cut(" ".join(rows[most - 1 :]), by, _closing(words))]
    return _stacked(rows, by) if all(width(row, by) <= _TEXT for row in rows) else None


def _stacked(rows: Iterable[str], by: Type) -> list[_Line]:
    return [
        _Line(text=row, type=by, ink="ink", y=_TOP + by.size + round(n * by.size * _LEADING))
        for n, row in enumerate(rows)
    ]


def _rows(words: Iterable[str], by: Type) -> Iterator[str]:
    """Yield lines of words as wide as the card allows."""
    row, used, space = list[str](), 0, width(" ", by)
    for word in words:
        wide = width(word, by)
        if row and used + space + wide > _TEXT:
            yield " ".join(row)
            row, used = [], 0
        used += wide + (space if row else 0)
        row.append(word)
    yield " ".join(row)


def _cut(text: str, by: Type, end: str = "") -> str:
    """Return a text that fits on a line, cut between words; the end is what closes it in any case."""
    if width(text, by) <= _TEXT:
        return text
    words = text.split()
    while len(words) > 1 and width(f"{' '.join(words)} …{end}", by) > _TEXT:
        words.pop()
    return f"{' '.join(words)} …{end}"


def _closing(words: str) -> str:
    """Return the mark that closes a statement."""
    return words[-1] if words[-1] in "”»“" else ""


def _put(image: Image.Image, set_line: _Line) -> None:
    """Set a line at the side from which it is read."""
    grey = line(set_line.text, set_line.type)
    x = WIDTH - _MARGIN - width(set_line.text, set_line.type) if set_line.type.from_right else _MARGIN
    steps, mask = _steps(set_line.ink)
    image.paste(grey.point(steps), (x, set_line.y - set_line.type.size), grey.point(mask))


@cache
def _steps(ink: str) -> tuple[list[int], list[int]]:
    """Return what coverage becomes: a colour of the palette, and whether anything is painted."""
    first, count = _first(ink), _INKS[ink][1]
    levels = [round(grey * count / 255) for grey in range(256)]
    return [first + max(level, 1) - 1 for level in levels], [255 if level else 0 for level in levels]


def _first(ink: str) -> int:
    """Return the place of the palest step of a colour in the palette; the ground is at 0."""
    names = list(_INKS)
    return 1 + sum(_INKS[name][1] for name in names[: names.index(ink)])


def _palette() -> list[int]:
    colours = [_GROUND]
    for colour, count in _INKS.values():
        colours += [_mixed(colour, step / count) for step in range(1, count + 1)]
    return [part for colour in colours for part in colour]


def _mixed(colour: Colour, share: float) -> Colour:
    red, green, blue = (round(g + (c - g) * share) for g, c in zip(_GROUND, colour, strict=True))
    return red, green, blue
