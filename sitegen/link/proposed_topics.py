"""Which words of a collection could be its topics? Cards in, out each word with the articles it stands in."""

import re
from collections import Counter
from collections.abc import Mapping
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
    weights = _weights(cards, spread(cards))
    mine: dict[str, list[tuple[float, str]]] = {}
    found: dict[str, list[str]] = {term: [] for term in _chosen(weights, limit)}
    for term in found:
        for article, weight in weights[term].items():
            mine.setdefault(article, []).append((-weight, term))
    for card in cards:
        for _, term in sorted(mine.get(card.id, ()))[:_PER_ARTICLE]:
            found[term].append(card.id)
    return {term: tuple(articles) for term, articles in found.items() if articles}


def _weights(cards: tuple[Card, ...], counts: Mapping[str, int]) -> dict[str, dict[str, float]]:
    """Return by term the articles it stands in, each with TF-IDF; too rare and too common terms left out, and those that stand in few headlines."""
    where, titled = _places(cards, _candidates(counts, len(cards)))
    made = {}
    for term, articles in where.items():
        if titled[term] >= len(articles) * _TITLED_SHARE:
            rarity = log(1 + len(cards) / len(articles))
            made[term] = {article: (1 + log(count)) * rarity for article, count in articles.items()}
    return made


def _candidates(counts: Mapping[str, int], articles: int) -> Mapping[str, str]:
    """Return the terms that could name a topic, each as it is sought in titles."""
    least = 1 if articles < _FEW else max(2, articles // 200)
    most = max(_FEW, int(articles * _MOST_SHARE))
    return {
        term: _plain(term)
        for term, many in counts.items()
        if least <= many <= most and _telling(term) and (many > 1 or term[0].isupper())
    }


def _places(cards: tuple[Card, ...], sought: Mapping[str, str]) -> tuple[dict[str, dict[str, int]], Mapping[str, int]]:
    """Return by term the articles it stands in, with how often, and in how many of their titles it stands, whatever its letters' case."""
    where: dict[str, dict[str, int]] = {term: {} for term in sought}
    titled: Counter[str] = Counter()
    for card in cards:
        title = _plain(card.title)
        for term, count in card.terms:
            if words := sought.get(term):
                where[term][card.id] = count
                if words in title:
                    titled[term] += 1
    return where, titled


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
