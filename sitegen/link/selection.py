"""Which articles are published at this moment, in which order; input: all cards."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sitegen.model import when
from sitegen.model.site import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Cards to publish, oldest first, and those held back with the reason."""

    cards: tuple[Card, ...]
    held: tuple[tuple[str, str], ...]
    due: str
    """The exact moment (ISO 8601) at which the next of those held today goes out; empty where none has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The time of the build, in the zone in which a bare date is a day."""

    now: datetime
    zone: ZoneInfo
    drafts: bool = False

    @property
    def today(self) -> date:
        """Return the local day."""
        return self.now.astimezone(self.zone).date()


def select(cards: tuple[Card, ...], moment: Moment) -> Selection:
    """Return what may be published now: no drafts unless asked for, nothing dated in the future."""
    today = moment.today
    reasons = {c.path: reason for c in cards if (reason := _held(c, moment, today))}
    shown = sorted((c for c in cards if c.path not in reasons), key=order)
    due = min((m for c in cards if c.path in reasons and not c.draft and (m := _exact(c, moment))), default=None)
    return Selection(cards=tuple(shown), held=tuple(sorted(reasons.items())), due=due.isoformat() if due else "")


def order(card: Card) -> tuple[date, str, str]:
    """Return what articles are ordered by: first possible day, time, id; undated ones come first."""
    first = when.days(card.published.value)
    bound = card.published.earliest
    day = first[0] if first else bound.date() if bound else date.min
    return day, card.published.value or "", card.id


def _held(card: Card, moment: Moment, today: date) -> str:
    if card.draft and not moment.drafts:
        return "draft"
    return "dated in the future" if _in_future(card, moment, today) else ""


def _exact(card: Card, moment: Moment) -> datetime | None:
    """Return the moment of publication, where the time of day is known."""
    value = card.published.value or ""
    if "T" not in value:
        return None
    try:
        exact = datetime.fromisoformat(value)
    except ValueError:
        return None
    return exact if exact.tzinfo else exact.replace(tzinfo=moment.zone)


def _in_future(card: Card, moment: Moment, today: date) -> bool:
    if exact := _exact(card, moment):
        return exact > moment.now
    first = when.days(card.published.value)
    return first is not None and first[0] > today
