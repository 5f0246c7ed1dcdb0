"""What pictures of counts and events over time show; the words beside each have all its values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One value of a sparkline."""

    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StripColumn:
    """Events of a part of a strip, known to the day."""

    place: int
    """Where it begins, in thousandths of the strip."""
    width: int
    """In thousandths of the strip."""
    happened: int
    ahead: int
    """Scheduled or expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripSpan:
    """A time in which an event lies that is known less closely than to the day."""

    place: int
    """Where it begins, in thousandths of the strip."""
    width: int
    """In thousandths of the strip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Events on a line of time, as a picture beside the list that has them all in words."""

    first: str
    """Its first day, in words."""
    last: str
    columns: tuple[StripColumn, ...]
    spans: tuple[StripSpan, ...]
    events: int
    """How many the columns count."""
    beyond: int
    """Events known to the day that lie far from all others, and are in the list alone."""
