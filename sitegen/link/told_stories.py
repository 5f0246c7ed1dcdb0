"""Which stories does the site tell, and where? Groups of articles that are alike in, stories with their addresses out.

Articles of one form are alike without telling the same: results of two companies, prices of two countries. So two of a group are one story only where
they share a name that few articles have.
"""

from collections.abc import Iterable, Mapping, Sequence

from sitegen.link.spread import spread
from sitegen.model.ledger import Promise, Thing
from sitegen.model.site import Card, Story
from sitegen.slug import unique

_FEW_SHARE = 0.01
_FEW_LEAST = 12
"""A name in more articles than this, and than that share of all, does not tell one story from another."""
_SHORTEST = 4
"""Letters of a word that makes a name one."""
_FEWEST = 2
"""Articles of a story."""


def told_stories(
    groups: Iterable[Sequence[str]],
    cards: Sequence[Card],
    promises: Iterable[Promise],
    counts: Mapping[str, int] | None = None,
) -> tuple[Story, ...]:
    """Return the stories by their newest article, newest last; one keeps the address that its articles were given first.

    counts: in how many of the cards each word stands, where that is known.
    """
    counts = spread(cards) if counts is None else counts
    known = {card.id: card for card in cards}
    place = {card.id: i for i, card in enumerate(cards)}
    present = [[article for article in group if article in known] for group in groups]
    grouped = [known[article] for group in present if len(group) >= _FEWEST for article in group]
    names = _rare_names(grouped, max(_FEW_LEAST, int(len(cards) * _FEW_SHARE)), counts)
    found: list[list[str]] = []
    for here in present:
        found += _sharing_names(here, names) if len(here) >= _FEWEST else ()
    ordered = sorted((sorted(part, key=place.__getitem__) for part in found), key=lambda part: (place[part[-1]], part))
    slugs = _slugs(ordered, promises, known)
    return tuple(
        Story(slug=slug, title=known[part[-1]].title, articles=tuple(part))
        for slug, part in zip(slugs, ordered, strict=True)
    )


def promised(stories: Iterable[Story]) -> Iterable[Promise]:
    """Yield the promises of their addresses."""
    for story in stories:
        yield Promise(thing=Thing.STORY, slug=story.slug, article=story.articles[0])


def _rare_names(grouped: Sequence[Card], most: int, counts: Mapping[str, int]) -> Mapping[str, frozenset[str]]:
    """Return by article the names in it that so many articles at most have; what another writes in lower case is no name."""
    words = {term for card in grouped for term, _ in card.terms if term[:1].isupper()}
    rare = {t: name for t in words if counts[t] <= most and _is_name(name := t.casefold(), counts)}
    return {card.id: frozenset(rare[t] for t, _ in card.terms if t in rare) for card in grouped}


def _is_name(words: str, counts: Mapping[str, int]) -> bool:
    """Say whether a word with a capital is a name: no heading of a table, no abbreviation of a month or a quarter."""
    return any(len(word) >= _SHORTEST and not (word[:1].islower() and word in counts) for word in words.split())


def _sharing_names(group: Sequence[str], names: Mapping[str, frozenset[str]]) -> Iterable[list[str]]:
    """Yield the parts of a group that shared names hold together, those of two articles or more."""
    holders: dict[str, list[str]] = {}
    for article in group:
        for name in names[article]:
            holders.setdefault(name, []).append(article)
    parts = {article: [article] for article in group}
    for held in holders.values():
        for other in held[1:]:
            mine, theirs = parts[held[0]], parts[other]
            if mine is not theirs:
                mine += theirs
                parts.update((article, mine) for article in theirs)
    whole = {id(part): part for part in parts.values()}
    return [part for part in whole.values() if len(part) >= _FEWEST]


def _slugs(groups: Sequence[Sequence[str]], promises: Iterable[Promise], known: Mapping[str, Card]) -> list[str]:
    """Keep the first address given to any article of a story; a new one avoids every address ever given."""
    story = {article: i for i, group in enumerate(groups) for article in group}
    given = [p for p in promises if p.thing is Thing.STORY]
    kept: dict[int, str] = {}
    for promise in given:
        index = story.get(promise.article)
        if index is not None and index not in kept and promise.slug not in kept.values():
            kept[index] = promise.slug
    taken = {p.slug for p in given}
    return [kept.get(i) or unique(known[group[0]].title, taken) for i, group in enumerate(groups)]
