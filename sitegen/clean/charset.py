"""What text the bytes of a source are: byte order mark, declared charset, UTF-8, then the most likely one."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from charset_normalizer import from_bytes

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SIGNATURES = (
    b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"%PDF-", b"PK\x03\x04", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00",
    b"7z\xbc\xaf", b"\xd0\xcf\x11\xe0", b"\x7fELF", b"MZ\x90\x00", b"OggS", b"ID3", b"{\\rtf",
)  # fmt: skip
_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}charset\s*=\s*["']?\s*([\w.:-]{2,20})|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{2,20})""",
    re.IGNORECASE,
)
_HEAD = 4096
_SINGLE_BYTE = re.compile(
    r"(?:iso-?8859-?\d{1,2}|latin-?\d|windows-?125\d|cp-?125\d|us-ascii|ascii|koi8-[ru]|macintosh)", re.IGNORECASE
)
_MULTI_BYTE = re.compile(
    r"(?:gbk|gb2312|gb18030|big5(?:-hkscs)?|euc-(?:jp|kr)|shift[_-]jis|x-sjis|iso-2022-jp|ks_c_5601-1987)",
    re.IGNORECASE,
)
_READ_AS = {
    "us-ascii": "cp1252", "ascii": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252",
    "gb2312": "gb18030", "gbk": "gb18030", "x-sjis": "shift_jis", "ks_c_5601-1987": "cp949", "macintosh": "mac_roman",
}  # fmt: skip
"""What browsers read it as (WHATWG Encoding)."""
_CONTROLS = bytes([*range(9), 11, *range(14, 27), *range(28, 32)])
_NUL_SHARE, _CONTROL_SHARE = 0.1, 0.05
_BAD_SHARE = 0.005
"""Up to one byte in 200 may be broken in a text that is otherwise UTF-8."""
_PAIR, _MOST_HIGH, _MOSTLY_LONELY, _MOST_SIGNS = 2, 0.2, 0.7, 0.1
"""Two accents or an accent and a quotation mark may meet; a sign in a word (Polish ł read as ³) tells of another charset."""
_SAMPLE = 32_768
_SHORTEST_GUESS = 200
"""With fewer bytes a charset of two bytes to a letter cannot be told from chance."""


class Unreadable(Enum):
    """Why bytes are no text."""

    BINARY = auto()
    CHARSET = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text and how it was read."""

    text: str
    charset: str


def decode(data: bytes, header: str = "") -> Decoded | Unreadable:
    """Return the text of the bytes, whose header may name a charset; broken bytes are left out."""
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return _loosely(data[len(mark) :], charset)
    if data.startswith(_SIGNATURES) or data.count(0) > _NUL_SHARE * len(data):
        return Unreadable.BINARY
    return _named(data, header) or _declared(data) or _utf8(data) or _likely(data)


def _loosely(data: bytes, charset: str) -> Decoded:
    return Decoded(text=data.decode(charset, "ignore"), charset=charset)


def _strictly(data: bytes, charset: str) -> Decoded | None:
    try:
        return Decoded(text=data.decode(charset), charset=charset)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(data: bytes) -> Decoded | None:
    """Read as the page itself says; but bytes beyond ASCII that are valid UTF-8 are never a charset of single bytes."""
    found = _DECLARED.search(data[:_HEAD])
    return _named(data, (found[1] or found[2]).decode("ascii")) if found else None


def _named(data: bytes, written: str) -> Decoded | None:
    """Read in a charset that is known by this name; UTF-8 needs no name."""
    name = written.strip("\"' ").lower()
    charset = _READ_AS.get(name, name)
    if _MULTI_BYTE.fullmatch(name):
        return _strictly(data, charset)
    if _SINGLE_BYTE.fullmatch(name):
        return _strictly(data, "utf-8") or _strictly(data, charset) or _loosely(data, charset)
    return None


def _utf8(data: bytes) -> Decoded | None:
    """Read as UTF-8, with a few broken bytes if need be."""
    if good := _strictly(data, "utf-8"):
        return good
    loose = data.decode("utf-8", "replace")
    bad = loose.count("\ufffd")
    multi = sum(1 for c in loose[:_SAMPLE] if c > "\x7f") - loose[:_SAMPLE].count("\ufffd")
    return Decoded(text=loose, charset="utf-8") if bad <= _BAD_SHARE * len(data) and multi > bad else None


def _likely(data: bytes) -> Decoded | Unreadable:
    """Tell Western text by its letters; the rest is charset-normalizer's guess."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _CONTROL_SHARE * len(data):
        return Unreadable.BINARY
    if _western(data):
        return _loosely(data, "cp1252")
    best = from_bytes(_around_high_bytes(data)).best()
    if best is None or (len(data) < _SHORTEST_GUESS and best.multi_byte_usage):
        return Unreadable.CHARSET
    return _loosely(data, best.encoding)


def _western(data: bytes) -> bool:
    """Say whether the bytes beyond ASCII are few, stand alone or in pairs, and are no signs within words, as Windows-1252."""
    sample = data[:_SAMPLE]
    stretches = [m[0] for m in re.finditer(rb"[\x80-\xff]+", sample)]
    high = sum(map(len, stretches))
    lonely = sum(len(s) for s in stretches if len(s) <= _PAIR)
    signs = len(re.findall(rb"[a-z][\xa1-\xbf\xd7\xf7][a-z]", sample))
    return high < _MOST_HIGH * len(sample) and lonely >= _MOSTLY_LONELY * high and signs <= _MOST_SIGNS * high


def _around_high_bytes(data: bytes) -> bytes:
    first = re.search(rb"[\x80-\xff]", data)
    start = max(0, first.start() - _HEAD) if first else 0
    return data[start : start + _SAMPLE]
