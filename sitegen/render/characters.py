"""Which characters never leave the house, whatever a source had; used on every page and every text of a feed.

Controls and non-characters are not allowed in XML or HTML; raw bidirectional controls can show words in another order than they
stand; a lone surrogate cannot be written as UTF-8. All of them are dropped.
"""

import re

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_SURROGATES = "\ud800-\udfff"
_NON_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)
)

_UNFIT = re.compile(f"[{_CONTROLS}{_BIDI}{_SURROGATES}{_NON_CHARACTERS}]")


def fit(text: str) -> str:
    """Return the text without the characters that must not be published."""
    return _UNFIT.sub("", text)
