"""Which addresses of a page may be linked: absolute http, https and mailto, written so that Markdown reads them whole."""

import re
from urllib.parse import quote, urljoin, urlsplit

_JUNK = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_LONGEST = 2000
_SAFE = "!#$%&'*+,-./:;=?@_~"
"""Not quoted: all that an address may hold but brackets, quotes and backslash, which Markdown could read."""


def absolute(href: str | None, base: str | None) -> str:
    """Return the address, resolved against the page's; empty where it may not be linked."""
    plain = _JUNK.sub("", href or "")
    if not plain or len(plain) > _LONGEST or plain.startswith("#"):
        return ""
    if plain.lower().startswith("mailto:"):
        return _mail(plain[7:])
    try:
        full = urljoin(base or "", f"https://{plain}" if plain.startswith("www.") else plain)
        parts = urlsplit(full)
        valid = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return ""
    return quote(full, safe=_SAFE) if valid and "\\" not in parts.netloc else ""


def _mail(address: str) -> str:
    name = address.split("?", 1)[0]
    return f"mailto:{name}" if _MAIL.fullmatch(name) else ""
