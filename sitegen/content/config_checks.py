"""Is this an address, a language, a time zone? Texts of the configuration in, yes or no out."""

import re
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""The form of a tag of BCP 47."""
_HOST = re.compile(r"(?!-)[\w-]{1,63}(\.[\w-]{1,63})*\.?")
"""Names in any script, as people write them."""


def is_base_url(words: str) -> bool:
    """Say whether it is an absolute address of the web, without query and fragment."""
    if not words.isprintable() or " " in words:
        return False
    try:
        parts = urlsplit(words)
        has_port = parts.port is None or parts.port > 0
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and has_port and not parts.query + parts.fragment


def is_web_address(words: str) -> bool:
    """Say whether it is an absolute address of the web, without a user's name and password."""
    try:
        parts = urlsplit(words)
        sound = parts.port is None or parts.port > 0
    except ValueError:
        return False
    plain = words.isprintable() and " " not in words and "@" not in parts.netloc
    return plain and sound and parts.scheme in {"http", "https"} and bool(parts.hostname)


def is_hub(words: str) -> bool:
    """Say whether it is empty or an absolute address of the web."""
    return not words or is_web_address(words)


def is_host(words: str) -> bool:
    """Say whether it has the form of a host's name."""
    return _HOST.fullmatch(words) is not None


def is_contact(words: str) -> bool:
    """Say whether it can stand in a header that is sent to servers."""
    return words.isascii() and words.isprintable()


def is_language(words: str) -> bool:
    """Say whether it has the form of a language tag."""
    return _LANGUAGE.fullmatch(words) is not None


def is_timezone(words: str) -> bool:
    """Say whether it is a name of the IANA time zone database."""
    try:
        ZoneInfo(words)
    except (KeyError, ValueError, OSError):  # not there; no name; a folder of names
        return False
    return True
