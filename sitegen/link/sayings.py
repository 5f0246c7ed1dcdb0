"""Which quotations of different articles are one statement? Cards and people in, statements that two articles or more have out.

The same words, or a part of them in a row: "we will not wait" in one article is a cut of "we will not wait for anybody" in another.
"""

from binascii import a2b_base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.model.annotations import Manner
from sitegen.model.site import Card, CardQuotation, Person, Saying

_FEWEST_INDIRECT = 4
"""Runs of five words, that is eight words: what is told in an article's own words is the same by chance sooner."""
_MOST_HOLDERS = 60

Heard = tuple[str, str]
"""Article id, and anchor of a quotation or key of a speaker there."""


class _Quoted(NamedTuple):
    heard: Heard
    runs: Sequence[int]
    person: str
    """Slug, or empty."""
    direct: bool
    place: int
    rank: tuple[int, int]
    """The longest first, then the earliest."""


def sayings(cards: Sequence[Card], people: Iterable[Person]) -> tuple[Saying, ...]:
    """Return the statements that two articles or more have, in the order of their first articles."""
    slugs = {heard: person.slug for person in people for heard in person.heard}
    quoted = tuple(_quoted(cards, slugs))
    best: dict[int, int] = {}
    for whole, part in _pairs(quoted):
        known = best.get(part.place)
        if known is None or whole.rank < quoted[known].rank:
            best[part.place] = whole.place
    groups: dict[int, list[_Quoted]] = {}
    for place in best:
        whole = quoted[_root(best, place)]
        groups.setdefault(whole.place, [whole]).append(quoted[place])
    return tuple(_saying(group) for _, group in sorted(groups.items()))


def _quoted(cards: Iterable[Card], slugs: Mapping[Heard, str]) -> Iterable[_Quoted]:
    place = 0
    for card in cards:
        for quotation in card.quotations:
            direct = quotation.manner is Manner.DIRECT
            person = slugs.get((card.id, quotation.speaker), "") if quotation.speaker else ""
            if quotation.runs and (direct or person):
                runs = memoryview(a2b_base64(quotation.runs)).cast("Q")
                if direct or len(runs) >= _FEWEST_INDIRECT:
                    yield _Quoted((card.id, quotation.anchor), runs, person, direct, place, (-len(runs), place))
                    place += 1


def _pairs(quoted: Sequence[_Quoted]) -> Iterator[tuple[_Quoted, _Quoted]]:
    """Yield each quotation that has another's words, with that other: every one is looked for by its first run alone."""
    parts: dict[int, list[_Quoted]] = {}
    for item in quoted:
        parts.setdefault(item.runs[0], []).append(item)
    starts = frozenset(parts)
    for whole in quoted:
        for start in starts.intersection(whole.runs):
            if len(parts[start]) > 1 or parts[start][0] is not whole:
                for part in parts[start][:_MOST_HOLDERS]:
                    if whole.rank < part.rank and _is_part(part, whole):
                        yield whole, part


def _is_part(part: _Quoted, whole: _Quoted) -> bool:
    """Say whether one has the other's words; "it had filed a statement" is one only where the same speaker is known for both."""
    if part.heard[0] == whole.heard[0]:
        return False
    if not (part.direct and whole.direct) and not (part.person and part.person == whole.person):
        return False
    many, first = len(part.runs), part.runs[0]
    return any(run == first and whole.runs[i : i + many] == part.runs for i, run in enumerate(whole.runs))


def _root(best: Mapping[int, int], place: int) -> int:
    while place in best:
        place = best[place]
    return place


def _saying(group: Sequence[_Quoted]) -> Saying:
    told = sorted(group, key=lambda t: t.rank)
    return Saying(tellings=tuple(t.heard for t in told), differing=len({t.person for t in told if t.person}) > 1)


def differing(cards: Iterable[Card], found: Iterable[Saying]) -> Iterable[tuple[Card, CardQuotation, Card]]:
    """Yield each quotation that another article gives to somebody else, with that article."""
    by_id = {card.id: card for card in cards}
    for saying in found:
        if saying.differing:
            (article, anchor), *others = saying.tellings
            quotation = next(q for q in by_id[article].quotations if q.anchor == anchor)
            yield by_id[article], quotation, by_id[others[0][0]]
