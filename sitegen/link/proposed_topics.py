"""Which words of a collection could be its topics? Cards in, out each word with the articles it stands in."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from math import fsum, log

from sitegen.link.general_words import NO_TOPICS, TOO_GENERAL
from sitegen.link.spread import spread
from sitegen.model.site import Card

_PER_ARTICLE = 3
_MOST_SHARE = 0.1
"""A word in more than a tenth of the articles tells little about one."""
_SHORTEST = 2
_FEW = 8
"""Below so many articles, a name need not be shared to be a topic; any other word must be."""
_TITLED_SHARE = 0.35
"""What articles are about stands in their headlines; "available" and "includes" stand below."""
_WORD = re.compile(r"\w+")
_UNTELLING = TOO_GENERAL | NO_TOPICS
_ALIKE = 0.6
"""Two proposals whose articles overlap (Jaccard) by more are one topic."""


def proposed(cards: tuple[Card, ...], limit: int) -> dict[str, tuple[str, ...]]:
    """Return at most so many words, the most telling first, each with its articles in the order of the cards."""
    weights = _weights(cards)
    chosen = _chosen(weights, limit)
    found: dict[str, list[str]] = {term: [] for term in chosen}
    for card in cards:
        mine = {term for term, _ in card.terms if term in found}
        for term in sorted(mine, key=lambda t: (-weights[t][card.id], t))[:_PER_ARTICLE]:
            found[term].append(card.id)
    return {term: tuple(articles) for term, articles in found.items() if articles}


def _weights(cards: tuple[Card, ...]) -> dict[str, dict[str, float]]:
    """Return by term the articles it stands in, each with TF-IDF; too rare and too common terms left out."""
    counts = spread(cards)
    least = 1 if len(cards) < _FEW else max(2, len(cards) // 200)
    most = max(_FEW, int(len(cards) * _MOST_SHARE))
    plain = {
        term: _plain(term)
        for term, many in counts.items()
        if least <= many <= most and _telling(term) and (many > 1 or term[0].isupper())
    }
    titled = Counter(term for card in cards for term in _in_title(card, plain))
    rarity = {
        term: log(1 + len(cards) / counts[term]) for term in plain if titled[term] >= counts[term] * _TITLED_SHARE
    }
    weights: dict[str, dict[str, float]] = {term: {} for term in rarity}
    for card in cards:
        for term, count in card.terms:
            if term in rarity:
                weights[term][card.id] = (1 + log(count)) * rarity[term]
    return weights


def _in_title(card: Card, plain: Mapping[str, str]) -> Iterator[str]:
    """Yield the article's terms that stand in its title, whatever its letters' case."""
    title = _plain(card.title)
    return (term for term, _ in card.terms if term in plain and plain[term] in title)


def _plain(words: str) -> str:
    """Return words without case, each between spaces."""
    return f" {' '.join(_WORD.findall(words.casefold()))} "


def _telling(term: str) -> bool:
    """Say whether a word can name a topic: no unit, no word of the trade, nothing too short."""
    return len(term) > _SHORTEST and term.casefold() not in _UNTELLING


def _chosen(weights: Mapping[str, Mapping[str, float]], limit: int) -> tuple[str, ...]:
    """Return the terms that carry most, none of them about the same articles as another."""
    ranked = sorted(weights, key=lambda t: (-fsum(weights[t].values()), t))
    chosen: list[str] = []
    for term in ranked[: limit * 20]:
        if len(chosen) == limit:
            break
        mine = weights[term].keys()
        if all(_differ(mine, weights[other].keys()) for other in chosen):
            chosen.append(term)
    return tuple(chosen)


def _differ(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Say whether two terms stand in different articles."""
    least, most = sorted((len(one), len(other)))
    if least <= _ALIKE * most:
        return True
    common = len(one & other)
    return common <= _ALIKE * (least + most - common)
