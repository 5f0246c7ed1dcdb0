"""How is a value written? So that YAML 1.1 and 1.2 read the same back, and little changes in a diff."""

import re
from collections.abc import Iterable

_PLAIN = re.compile(r"[^\W_][\w .;+%()/'’&*!=$“”‘–—…-]*")
"""What may stand in a plain scalar of a flow mapping: no colon, hash, comma, question mark, bracket, straight double mark."""

_PLAIN_LINE = re.compile(r"""[^\W_](?:[\w .,;+%()\[\]{}/"'’&*!?=$“”‘–—…-]|:(?=\S)|(?<! )#)*""")
"""What may stand in a plain scalar that is a line's last."""

_NUMBER = re.compile(r"[-+\d][-+.:_\dTtZz ]*(?:[eE][-+]?\d*)?|0[xXoObB][\da-fA-F_]+")
"""What one of the two might take for a number, a date or a time of day."""

_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"})
"""What one of the two might take for a truth value or for nothing."""

_KEPT = frozenset("\u00a0\u202f\u2009\u200c\u200d")
"""Not printable to Python, yet parts of words: no-break and thin spaces, the joiners of Indic and Arabic scripts."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_SURROGATES = range(0xD800, 0xE000)
_BYTE, _PLANE = 0x100, 0x10000


def scalar(words: str) -> str:
    """Return a text as a scalar of a list or mapping: plain where that is safe, else in double quotation marks."""
    return _scalar(words, _PLAIN)


def line(words: str) -> str:
    """Return a text as a scalar that ends its line; more of them are safe plain."""
    return _scalar(words, _PLAIN_LINE)


def _scalar(words: str, plain: re.Pattern[str]) -> str:
    is_plain = plain.fullmatch(words) and words[-1] not in " :" and not _NUMBER.fullmatch(words)
    return words if is_plain and words.lower() not in _WORDS and words.isprintable() else quoted(words)


def quoted(words: str) -> str:
    """Return a text in double quotation marks."""
    if words.isprintable():
        return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return '"' + "".join(map(_character, words)) + '"'


def _character(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable() or character in _KEPT:
        return character
    code = ord(character)
    if code in _SURROGATES:
        return "\ufffd"  # no file can hold one
    return f"\\x{code:02x}" if code < _BYTE else f"\\u{code:04x}" if code < _PLANE else f"\\U{code:08x}"


def sequence(items: Iterable[str]) -> str:
    """Return values already written as a list on one line."""
    return f"[{', '.join(items)}]"


def mapping(fields: Iterable[tuple[str, str]]) -> str:
    """Return values already written as a mapping on one line."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in fields) + "}"


def block(name: str, items: Iterable[str]) -> str:
    """Return a key with one line for each item; an empty list on the line of the key."""
    lines = [f"\n  - {item}" for item in items]
    return f"{name}:{''.join(lines) or ' []'}"
