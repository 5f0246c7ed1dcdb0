"""When a feed or a letter says that something was: RFC 822 or ISO 8601 into ISO 8601, as precise as written."""

from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_tz

from sitegen.clean.characters import one_line
from sitegen.clean.dates import read_date
from sitegen.model import when
from sitegen.model.when import UNKNOWN, How, When

_FIRST, _LAST = date(1971, 1, 1), date(2200, 1, 1)
"""The beginning of Unix time is what programs write that do not know a date."""
_LONGEST = 100


def written_date(words: str | None) -> str | None:
    """Return the date that a field gives; None where it gives none that can be."""
    line = one_line(words)[:_LONGEST]
    value = read_date(line) or _mail_date(line)
    span = when.days(value)
    return value if span and _FIRST <= span[0] < _LAST else None


def _mail_date(words: str) -> str | None:
    """Read a date of RFC 822, whose year may have two digits."""
    try:
        parts = parsedate_tz(words)
        if parts is None:
            return None
        zone = timezone(timedelta(seconds=parts[9])) if parts[9] is not None else None
        return datetime(*parts[:6], tzinfo=zone).isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def moment(label: str, words: str | None, captured: str | None) -> When:
    """Return a field's date with the field as its evidence; one after the capture of the source is a mistake and left out."""
    value = written_date(words)
    if not value or _is_after(value, captured):
        return UNKNOWN
    return When(value=value, how=How.FEED, evidence=f"{label}: {one_line(words)[:_LONGEST]}")


def _is_after(value: str, captured: str | None) -> bool:
    told, seen = when.days(value), when.days(captured)
    return bool(told and seen and told[0] > seen[1])
