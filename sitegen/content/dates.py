"""What date did an editor write? Text of a key in, the value of a When out: as precise as written, never more."""

import re
from datetime import UTC, datetime, timedelta

from sitegen.model import when

DATE_HINT = "as precise as known: 2024, 2024-07, 2024-11-19 or 2024-11-19T10:30:00+05:30"

_DAY_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d(?:[.,]\d{1,6})?)?) ?(Z|z|[+-]\d\d(?::?\d\d(?::?\d\d)?)?)?"
)
_CALENDAR = re.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|W\d\d|Q[1-4]|H[12]|SP|SU|FA|AU|WI))?")
_FIRST_YEAR = "0001"


def date_value(words: str) -> str | None:
    """Return the ISO 8601 value that is written there, None where it is no date."""
    words = words.strip()
    if _CALENDAR.fullmatch(words):
        return words if words >= _FIRST_YEAR and when.days(words) else None
    written = _DAY_TIME.fullmatch(words)
    if not written:
        return None
    value = f"{written[1]}T{written[2].replace(',', '.')}{(written[3] or '').upper()}"
    return value if _moment(value) else None


def bound(words: str, *, is_end: bool) -> datetime | None:
    """Return an inclusive start or an exclusive end; a bare date stands for its day, in UTC."""
    words = words.strip()
    moment = _moment(words)
    if moment is None:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        return aware + timedelta(days=1) if is_end and when.days(words) and len(words) == len("2024-11-19") else aware
    except OverflowError:
        return None


def _moment(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None
