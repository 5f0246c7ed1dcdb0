"""How are words set in a picture? Each in one font that has all of their characters, as coverage in grey; what cannot be set right is not set.

Letters of scripts that join or reorder theirs need Raqm with FriBidi, which Pillow finds on most machines; the others are set glyph by glyph, the same everywhere.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont, features

_FILES = {
    "serif": ("fontpkg_noto_serif", "NotoSerif[wdth,wght].ttf"),
    "sans": ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"),
    "arabic": ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf"),
}
_MISSING = "\uffff"
"""A character that no font has."""
_WIDE = 100
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


@dataclass(frozen=True, slots=True)
class Type:
    """A way of setting words."""

    family: str
    size: int
    """Pixels."""
    weight: int
    """400 is regular, 700 bold."""
    from_right: bool = False
    """The text, of which a line may be a part, is read from the right."""


def fitting(text: str, families: Iterable[str]) -> str | None:
    """Return the first family that has all characters of a text and can set them right; None: none of them."""
    characters = frozenset(text) - {" "}
    if _is_complex(characters) and not _has_shaping():
        return None
    return next((family for family in families if all(_has(family, c) for c in characters)), None)


def is_right_to_left(text: str) -> bool:
    """Say whether a text begins from the right, by its first letter."""
    strong = (unicodedata.bidirectional(c) for c in text)
    return next((d in _RIGHT_TO_LEFT for d in strong if d == "L" or d in _RIGHT_TO_LEFT), False)


def width(text: str, by: Type) -> int:
    """Return how wide a line is, in pixels."""
    if _is_shaped(text, by):
        return round(_font(by, shaped=True).getlength(text, direction=_direction(by)))
    return sum(_advance(by, c) for c in text)


def line(text: str, by: Type) -> Image.Image:
    """Return a line as coverage from 0 to 255; its base line is one size below its upper edge."""
    canvas = Image.new("L", (width(text, by) + by.size, by.size * 3 // 2))
    if _is_shaped(text, by):
        font = _font(by, shaped=True)
        ImageDraw.Draw(canvas).text((0, by.size), text, 255, font, anchor="ls", direction=_direction(by))
        return canvas
    x = 0
    for character in text:
        glyph, left, top = _glyph(by, character)
        canvas.paste(255, (x + left, top), glyph)
        x += _advance(by, character)
    return canvas


def _is_shaped(text: str, by: Type) -> bool:
    return by.from_right or _is_complex(frozenset(text))


def _direction(by: Type) -> str:
    return "rtl" if by.from_right else "ltr"


@lru_cache(maxsize=1024)
def _is_complex(characters: frozenset[str]) -> bool:
    """Say whether letters join, reorder or carry marks: whatever is not of the Latin, Greek or Cyrillic script, or a sign."""
    return any(_needs_shaping(c) for c in characters)


@cache
def _needs_shaping(character: str) -> bool:
    kind = unicodedata.category(character)
    if kind.startswith("M") or unicodedata.bidirectional(character) in _RIGHT_TO_LEFT | {"AN"}:
        return True
    simple = unicodedata.name(character, "").startswith(("LATIN ", "GREEK ", "CYRILLIC "))
    return kind.startswith("L") and not simple and ord(character) > ord("ÿ")


@cache
def _has_shaping() -> bool:
    return bool(features.check("raqm") and features.check("fribidi"))


@cache
def _has(family: str, character: str) -> bool:
    """Say whether a font has a character, by what it draws for one that no font has."""
    by = Type(family, 32, 400)
    return bytes(_font(by, shaped=False).getmask(character)) != bytes(_font(by, shaped=False).getmask(_MISSING))


@cache
def _font(by: Type, *, shaped: bool) -> ImageFont.FreeTypeFont:
    package, name = _FILES[by.family]
    engine = ImageFont.Layout.RAQM if shaped else ImageFont.Layout.BASIC
    font = ImageFont.truetype(str(files(package) / "files" / name), by.size, layout_engine=engine)
    font.set_variation_by_axes([by.weight, _WIDE])
    return font


@cache
def _advance(by: Type, character: str) -> int:
    return round(_font(by, shaped=False).getlength(character))


@lru_cache(maxsize=4096)
def _glyph(by: Type, character: str) -> tuple[Image.Image, int, int]:
    """Return what a character draws, and where its upper left corner stands from the start of its line."""
    left, top, right, bottom = (round(v) for v in _font(by, shaped=False).getbbox(character, anchor="ls"))
    glyph = Image.new("L", (max(right - left, 1), max(bottom - top, 1)))
    ImageDraw.Draw(glyph).text((-left, -top), character, 255, _font(by, shaped=False), anchor="ls")
    return glyph, left, by.size + top
