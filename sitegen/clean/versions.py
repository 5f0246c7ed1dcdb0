"""Which of two versions of an article counts? What is kept and what arrives in, a verdict and the moment of the change out.

Moments are those that pages and feeds give; where they give none, what arrives later is the newer.
"""

from datetime import UTC, datetime, time
from enum import Enum, auto

from sitegen.clean.duplicates import Wording
from sitegen.model import when
from sitegen.model.article import Article
from sitegen.model.when import How, When

_WITHIN = 0.9
"""Of the shorter's shingles in the longer: a teaser ends in an ellipsis, an extraction leaves out a caption."""

_TEASER_WORDS, _TEASER_PART = 120, 3
"""A teaser, or what a paywall leaves, is as short as this and at most one part of as many of the whole."""

_NEVER = datetime.max.replace(tzinfo=UTC)
_DATED_BY_SOURCE = frozenset({How.PAGE, How.FEED})


class Verdict(Enum):
    """What a version that arrives at the address of one we have is to it."""

    NOTHING_NEW = auto()
    """The same words, a part of them, or an older version."""
    FULLER = auto()
    """The same version, whole: what we have is a teaser of it."""
    NEWER = auto()
    """Its publisher has changed it."""


def verdict(old: Article, new: Article, words: tuple[Wording, Wording]) -> Verdict:
    """Return what the new version is to the old one; the wordings are theirs in this order."""
    had, came = words
    if had.words == came.words or _is_teaser(came, had):
        return Verdict.NOTHING_NEW
    if _is_teaser(had, came):
        return Verdict.FULLER
    order = _order(_changed(old), _changed(new))
    if order < 0 or (order == 0 and (set(new.seeds) <= set(old.seeds) or came.held_by(had) >= _WITHIN)):
        return Verdict.NOTHING_NEW
    return Verdict.FULLER if order == 0 and had.held_by(came) >= _WITHIN else Verdict.NEWER


def updated(old: Article, new: Article) -> When | None:
    """Return when the new version was made, where its page or feed says so and it is later than the publication."""
    candidates = [new.updated, *([new.published] if new.published.how in _DATED_BY_SOURCE else [])]
    for found in candidates:
        if found.value and _order(old.published, found) > 0 and _order(old.updated, found) >= 0:
            return When(value=found.value)
    return None


def rank(article: Article) -> tuple[datetime, int, tuple[str, ...]]:
    """Return by what the main one of several copies is chosen, the least: published first, then longest, then by its source's name."""
    return _end(article.published), -len(article.text), article.seeds[:1]


def days_apart(one: Article, other: Article) -> int:
    """Return how many days lie between two publications at least; none where one is not known."""
    first, second = _bounds(one.published), _bounds(other.published)
    if first is None or second is None:
        return 0
    return max((second[0] - first[1]).days, (first[0] - second[1]).days, 0)


def _is_teaser(short: Wording, long: Wording) -> bool:
    return len(short) <= _TEASER_WORDS and len(short) * _TEASER_PART <= len(long)


def _changed(article: Article) -> When:
    return article.updated if article.updated.value else article.published


def _order(one: When, other: When) -> int:
    """Return 1 where the other is surely later, -1 where it is surely earlier, else 0."""
    first, second = _bounds(one), _bounds(other)
    if first is None or second is None:
        return 0
    is_later = first[1] <= second[0] and first != second
    is_earlier = second[1] <= first[0] and first != second
    return is_later - is_earlier


def _bounds(moment: When) -> tuple[datetime, datetime] | None:
    """Return the first and the last instant that a value may mean, in UTC where it names no zone."""
    exact = _exact(moment.value)
    if exact:
        return exact, exact
    days = when.days(moment.value)
    return (datetime.combine(days[0], time(), UTC), datetime.combine(days[1], time(), UTC)) if days else None


def _exact(value: str | None) -> datetime | None:
    if not value or "T" not in value:
        return None
    try:
        found = datetime.fromisoformat(value)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _end(moment: When) -> datetime:
    bounds = _bounds(moment)
    return bounds[1] if bounds else _NEVER
