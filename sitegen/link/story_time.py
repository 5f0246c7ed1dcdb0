"""When was an article told, in minutes? An ISO 8601 date or date-time in, the first and the last minute it may be out."""

from datetime import UTC, datetime, time

from sitegen.link.likeness import WIDEST
from sitegen.model import when

_START = datetime(1970, 1, 1, tzinfo=UTC)
_NEVER = -(1 << 40)
"""Articles of which no time is known are compared with one another alone."""


def minutes(published: str | None) -> tuple[int, int]:
    """Return the span in which an article was published; the same far-off minute for all of which that is not known."""
    if published and "T" in published:
        exact = _exact(published)
        if exact is not None:
            return exact, exact
    days = when.days(published)
    if days is None:
        return _NEVER, _NEVER
    first, end = (_since(datetime.combine(day, time(), UTC)) for day in days)
    return (first, end - 1) if end - first <= WIDEST else (_NEVER, _NEVER)


def _exact(published: str) -> int | None:
    """Return the minute of a date-time; one without a zone is taken as UTC."""
    try:
        found = datetime.fromisoformat(published)
    except ValueError:
        return None
    return _since(found if found.tzinfo else found.replace(tzinfo=UTC))


def _since(moment: datetime) -> int:
    return int((moment - _START).total_seconds() // 60)
