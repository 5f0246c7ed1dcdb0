"""Where is & written that should be &amp;? The bytes of sloppy XML in, XML whose addresses a parser does not cut out.

https://example.org/?a=1&b=2 stands so in many feeds and lists, and a forgiving parser makes https://example.org/?a=1=2 of it. After any other slip
libxml2 leaves out even &amp;, but not &#38;.
"""

import codecs
import re
from itertools import chain

_AMPERSAND = re.compile(rb"&(?:(amp|lt|gt|quot|apos);|(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};))")
_NUMBERS = {b"lt": b"&#60;", b"gt": b"&#62;", b"quot": b"&#34;", b"apos": b"&#39;"}
_OPEN, _CLOSE = b"<![CDATA[", b"]]>"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def mended(body: bytes) -> bytes:
    """Return the document with ampersands as numbers; CDATA stays as it is, and what is in UTF-16."""
    if b"&" not in body or body.startswith(_WIDE):
        return body
    first, *others = body.split(_OPEN)
    return b"".join(chain((_escaped(first),), *(_behind(part) for part in others)))


def _behind(part: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """Return what stands behind the opening of a CDATA section: the section, and the text after it."""
    inside, close, after = part.partition(_CLOSE)
    return _OPEN, inside, close, _escaped(after)


def _escaped(text: bytes) -> bytes:
    return _AMPERSAND.sub(lambda found: _NUMBERS.get(found[1] or b"", b"&#38;"), text)
