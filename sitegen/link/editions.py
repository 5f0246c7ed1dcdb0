"""What did each day or week bring? Cards, stories and the ledger in, editions out.

An edition is closed by the first build after its period: which articles stand in it, and where, is then written to the ledger and stays. An article of the
period that arrives later is in no edition of the past; one that changes, or goes, changes it, and the change is noted with its day.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import log

from sitegen import fingerprint
from sitegen.link.selection import Moment
from sitegen.model import when
from sitegen.model.config import Period
from sitegen.model.ledger import Promise, Thing
from sitegen.model.site import Card, Edition, Story

_STORIES = 12
_MORE = "more"
_MARK = 12
"""Hexadecimal digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frozen:
    """What the ledger holds of a closed edition."""

    places: dict[str, str]
    marks: dict[str, str]
    """As last seen, by article."""
    corrections: dict[str, str]
    """Day of the last change, by article."""


def editions(
    cards: Sequence[Card], stories: Iterable[Story], promises: Iterable[Promise], at: tuple[Moment, Period]
) -> tuple[tuple[Edition, ...], tuple[Promise, ...]]:
    """Return the editions, oldest first, and what the ledger is to keep of those that are closed."""
    moment, period = at
    known = {card.id: card for card in cards}
    story = {article: s.slug for s in stories for article in s.articles}
    frozen = _frozen(promises)
    made: list[Edition] = []
    new: list[Promise] = []
    grouped = _by_period(cards, moment, period)
    for slug in sorted(grouped.keys() | frozen.keys()):
        if slug in frozen:
            changed = tuple(_changes(slug, frozen[slug], known, moment.today))
            made.append(_closed(slug, frozen[slug], known, changed))
            new += changed
        else:
            made.append(_edition(slug, grouped[slug], story))
            new += _closing(made[-1], known) if made[-1].last < moment.today else ()
    return tuple(sorted((e for e in made if e.items), key=lambda e: (e.last, e.slug))), tuple(new)


def days_of(slug: str) -> tuple[date, date]:
    """Return the first and the last day of an edition."""
    if "-W" in slug:
        year, week = slug.split("-W")
        first = date.fromisocalendar(int(year), int(week), 1)
        return first, first + timedelta(days=6)
    day = date.fromisoformat(slug)
    return day, day


def _by_period(cards: Iterable[Card], moment: Moment, period: Period) -> dict[str, list[Card]]:
    made: dict[str, list[Card]] = {}
    for card in cards:
        if day := _local_day(card, moment):
            made.setdefault(_slug(day, period), []).append(card)
    return made


def _local_day(card: Card, moment: Moment) -> date | None:
    """Return the day on which an article was published, where it is known to the day."""
    value = card.published.value or ""
    if "T" in value:
        try:
            exact = datetime.fromisoformat(value)
        except ValueError:
            return None
        return exact.astimezone(moment.zone).date() if exact.tzinfo else exact.date()
    days = when.days(value)
    return days[0] if days and days[1] - days[0] == timedelta(days=1) else None


def _slug(day: date, period: Period) -> str:
    if period is Period.DAY:
        return day.isoformat()
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _edition(slug: str, cards: Sequence[Card], story: Mapping[str, str]) -> Edition:
    """Return an open edition: stories by weight, in each the article that tells most first."""
    grouped: dict[str, list[Card]] = {}
    for card in cards:
        grouped.setdefault(story.get(card.id, f"\0{card.id}"), []).append(card)
    order = {card.id: i / len(cards) for i, card in enumerate(cards)}
    heaviest = sorted(grouped.values(), key=lambda group: (-_weight(group, order), group[0].id))
    items = tuple(tuple(c.id for c in sorted(group, key=_lead)) for group in heaviest)
    first, last = days_of(slug)
    by_id = {card.id: card for card in cards}
    return Edition(
        slug=slug,
        first=first,
        last=last,
        items=items[:_STORIES],
        more=tuple(article for item in items[_STORIES:] for article in item),
        summary=first_sentence(by_id[items[0][0]]),
    )


def _weight(group: Sequence[Card], order: Mapping[str, float]) -> float:
    """Weigh a story: how many tell it, how many publishers, how many speak, how late in the period."""
    publishers = {p.name.casefold() for card in group for p in card.publishers}
    voices = {s.name for card in group for s in card.speakers}
    said = sum(len(card.quotations) for card in group)
    spread = 2 * log(1 + len(publishers)) + 2 * log(len(group))
    return spread + log(1 + len(voices)) + 0.5 * log(1 + said) + max(order[card.id] for card in group)


def _lead(card: Card) -> tuple[int, str]:
    return -(len(card.quotations) + len(card.events)), card.id


def first_sentence(card: Card) -> str:
    """Return the first sentence of an article's summary; its title where there is none."""
    words = card.summary.split(" ")
    for count, word in enumerate(words, 1):
        ends = word.rstrip("\"'”’)").endswith((".", "!", "?", "।", "。"))
        following = words[count] if count < len(words) else "A"
        if ends and following[:1].isupper() and len(word.rstrip(".")) > 3:  # noqa: PLR2004 - "Mr." and "U.S." end nothing
            return " ".join(words[:count])
    return card.summary or card.title


def _closing(edition: Edition, known: Mapping[str, Card]) -> Iterator[Promise]:
    places = [
        *((a, f"{i}.{j}") for i, item in enumerate(edition.items, 1) for j, a in enumerate(item, 1)),
        *((a, _MORE) for a in edition.more),
    ]
    for article, place in places:
        yield Promise(thing=Thing.EDITION, slug=edition.slug, article=article, place=place, mark=mark(known[article]))


def mark(card: Card) -> str:
    """Return the fingerprint of what an edition says of an article."""
    names = ", ".join(p.name for p in card.publishers)
    return fingerprint.combined((card.title, card.summary, card.published.value or "", names))[:_MARK]


def _frozen(promises: Iterable[Promise]) -> dict[str, _Frozen]:
    made: dict[str, _Frozen] = {}
    for p in promises:
        if p.thing is Thing.EDITION and p.article:
            kept = made.setdefault(p.slug, _Frozen(places={}, marks={}, corrections={}))
            if p.place:
                kept.places[p.article] = p.place
            kept.marks[p.article] = p.mark
            if p.day:
                kept.corrections[p.article] = p.day
    return made


def _changes(slug: str, kept: _Frozen, known: Mapping[str, Card], today: date) -> Iterator[Promise]:
    for article, before in kept.marks.items():
        now = mark(known[article]) if article in known else ""
        if now and now != before:
            yield Promise(thing=Thing.EDITION, slug=slug, article=article, mark=now, day=today.isoformat())


def _closed(slug: str, kept: _Frozen, known: Mapping[str, Card], changed: Iterable[Promise]) -> Edition:
    """Return a closed edition as the ledger has it, without articles that are gone."""
    here = [(place, article) for article, place in kept.places.items() if article in known]
    numbered = sorted((tuple(map(int, p.split("."))), a) for p, a in here if p != _MORE)
    items: dict[int, list[str]] = {}
    for (story, _), article in numbered:
        items.setdefault(story, []).append(article)
    first, last = days_of(slug)
    groups = tuple(map(tuple, items.values()))
    corrections = kept.corrections | {p.article: p.day for p in changed}
    return Edition(
        slug=slug,
        first=first,
        last=last,
        items=groups,
        more=tuple(article for place, article in here if place == _MORE),
        summary=first_sentence(known[groups[0][0]]) if groups else "",
        corrections=tuple(sorted((day, a) for a, day in corrections.items() if a in known)),
    )
