"""Which quotations of different articles are one statement? Cards and people in, statements that two articles or more have out.

The same words, or a part of them in a row: "we will not wait" in one article is a cut of "we will not wait for anybody" in another.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.model.annotations import Manner
from sitegen.model.site import Card, CardQuotation, Person, Saying

_WORD = re.compile(r"[^\W_]+")
_MARKS = str.maketrans(dict.fromkeys("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”‘’–—…", " "))
_SHINGLE = 5
"""Words in a row that two quotations of one statement share; a shorter one must be the same as a whole."""
_SHORTEST = 3
_SHORTEST_INDIRECT = 8
"""Words in a row: what is told in an article's own words is the same by chance sooner."""
_MOST_HOLDERS = 60

Heard = tuple[str, str]
"""Article id, and anchor of a quotation or key of a speaker there."""


@dataclass(frozen=True, slots=True)
class _Quoted:
    heard: Heard
    words: tuple[str, ...]
    """In lower case."""
    person: str
    """Slug, or empty."""
    direct: bool
    place: int
    rank: tuple[int, int]
    """The longest first, then the earliest."""


def sayings(cards: Sequence[Card], people: Iterable[Person]) -> tuple[Saying, ...]:
    """Return the statements that two articles or more have, in the order of their first articles."""
    slugs = {heard: person.slug for person in people for heard in person.heard}
    quoted = list(_quoted(cards, slugs))
    best: dict[int, int] = {}
    for whole, part in _pairs(quoted):
        known = best.get(part.place)
        if known is None or whole.rank < quoted[known].rank:
            best[part.place] = whole.place
    groups: dict[int, list[_Quoted]] = {}
    for item in quoted:
        groups.setdefault(_root(best, item.place), []).append(item)
    return tuple(_saying(group) for _, group in sorted(groups.items()) if _articles(group) > 1)


def _quoted(cards: Iterable[Card], slugs: Mapping[Heard, str]) -> Iterable[_Quoted]:
    place = 0
    for card in cards:
        for quotation in card.quotations:
            direct = quotation.manner is Manner.DIRECT
            words = _words(" ".join(quotation.pieces))
            person = slugs.get((card.id, quotation.speaker), "") if quotation.speaker else ""
            if len(words) >= (_SHORTEST if direct else _SHORTEST_INDIRECT) and (direct or person):
                yield _Quoted((card.id, quotation.anchor), words, person, direct, place, (-len(words), place))
                place += 1


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case; most have no other marks than the few that are looked for first."""
    plain = text.casefold().translate(_MARKS)
    return tuple(plain.split()) if plain.isascii() else tuple(_WORD.findall(plain))


def _pairs(quoted: Sequence[_Quoted]) -> Iterable[tuple[_Quoted, _Quoted]]:
    """Yield each quotation that has another's words, with that other: every one is looked for by its first words alone."""
    parts: dict[tuple[str, ...], list[_Quoted]] = {}
    for item in quoted:
        parts.setdefault(item.words[:_SHINGLE], []).append(item)
    for whole in quoted:
        words = whole.words
        for start in zip(*(words[i:] for i in range(_SHINGLE)), strict=False) if len(words) >= _SHINGLE else [words]:
            if start in parts and (len(parts[start]) > 1 or parts[start][0] is not whole):
                for part in parts[start][:_MOST_HOLDERS]:
                    if whole.rank < part.rank and _is_part(part, whole):
                        yield whole, part


def _is_part(part: _Quoted, whole: _Quoted) -> bool:
    """Say whether one has the other's words; "it had filed a statement" is one only where the same speaker is known for both."""
    if part.heard[0] == whole.heard[0]:
        return False
    if not (part.direct and whole.direct) and not (part.person and part.person == whole.person):
        return False
    if part.words == whole.words:
        return True
    return len(part.words) >= _SHINGLE and f" {' '.join(part.words)} " in f" {' '.join(whole.words)} "


def _root(best: Mapping[int, int], place: int) -> int:
    while place in best:
        place = best[place]
    return place


def _articles(group: Sequence[_Quoted]) -> int:
    return len({item.heard[0] for item in group})


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
