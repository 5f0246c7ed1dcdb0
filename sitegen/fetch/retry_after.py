"""How long does a server ask to be left alone? The header Retry-After in, seconds out (RFC 9110, 10.2.3)."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_LONGEST = 7 * 86_400.0
"""A server that asks for more is asked again after a week."""


def seconds(words: str, now: datetime) -> float | None:
    """Return the seconds from now; None where nothing sound is said."""
    words = words.strip()
    if words.isascii() and words.isdigit():
        return _LONGEST if len(words) > len(str(int(_LONGEST))) else min(float(words), _LONGEST)
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(0.0, (moment - now).total_seconds()), _LONGEST)
