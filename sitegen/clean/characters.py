"""Which characters of a source stay: what can be printed and means itself; spaces and line ends in one plain form each."""

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_NEVER = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls
    "\xad\u200b\u200e\u200f\u2060-\u2064\ufeff"  # soft hyphen, zero width, direction marks
    "\u202a-\u202e\u2066-\u206f"  # direction overrides: they show other words than those that stand there
    "\ud800-\udfff\ue000-\uf8ff\ufff9-\uffff"  # lone surrogates, private icons, the replacement character, no characters
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff"
    "]"
)
_PILE = re.compile("([\u0300-\u036f]{3})[\u0300-\u036f]+")
"""Three marks on a letter are the most that a spelling needs; thousands are a prank."""


def tidy(text: str) -> str:
    """Return the text without characters that nobody can see, in composed form (NFC)."""
    text = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", _PILE.sub(r"\1", _NEVER.sub("", text)))


def one_line(text: str | None) -> str:
    """Return the text tidied, in one line, with single spaces."""
    return " ".join(tidy(text or "").split())
