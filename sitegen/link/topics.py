"""What each article is about; input: cards, the editor's topics.toml.

The editor's choice in an article always wins. Without it: the keywords of topics.toml; without that file: words that several articles of the collection share.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

from sitegen.link.general_words import TOO_GENERAL
from sitegen.model.config import TopicSetting
from sitegen.model.site import Card, Topic
from sitegen.slug import slug

_PER_ARTICLE = 3
_MOST_SHARE = 0.1
"""A word in more than a tenth of the articles tells little about one."""
_SHORTEST = 2
_FEW = 8
"""Below so many articles, a word need not be shared to be a topic."""
_TITLED_SHARE = 0.35
"""What articles are about stands in their headlines; "available" and "includes" stand below."""
_WORD = re.compile(r"\w+")
_ALIKE = 0.6
"""Two proposals whose articles overlap (Jaccard) by more are one topic."""


def topics(cards: tuple[Card, ...], settings: tuple[TopicSetting, ...], limit: int) -> tuple[Topic, ...]:
    """Return the topics that have articles, by name; limit: how many are proposed at the most."""
    assigned = _by_keywords(cards, settings) if settings else _proposed(cards, limit)
    names = {s.id: s for s in settings}
    members: dict[str, list[str]] = {}
    shown: dict[str, str] = {}
    for card in cards:
        for topic in card.topics or assigned.get(card.id, ()):
            shown.setdefault(slug(topic), topic)
            ids = members.setdefault(slug(topic), [])
            if card.id not in ids:
                ids.append(card.id)
    made = (_topic(address, shown[address], names, ids) for address, ids in members.items())
    return tuple(sorted(made, key=lambda t: (t.name.casefold(), t.slug)))


def _topic(address: str, known_as: str, settings: Mapping[str, TopicSetting], ids: list[str]) -> Topic:
    setting = settings.get(known_as)
    if setting:
        return Topic(slug=address, name=setting.name, description=setting.description, articles=tuple(ids))
    spoken = known_as.replace("-", " ") if known_as == address else known_as
    return Topic(slug=address, name=spoken[:1].upper() + spoken[1:], articles=tuple(ids))


def _by_keywords(cards: Iterable[Card], settings: tuple[TopicSetting, ...]) -> dict[str, tuple[str, ...]]:
    patterns = [(s.id, _pattern(s)) for s in settings]
    return {card.id: _matching(card, patterns) for card in cards}


def _pattern(setting: TopicSetting) -> re.Pattern[str]:
    words = sorted({setting.name, *setting.keywords}, key=lambda w: (-len(w), w))
    return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in words if w) + r")\b", re.IGNORECASE)


def _matching(card: Card, patterns: list[tuple[str, re.Pattern[str]]]) -> tuple[str, ...]:
    """Return topics with a keyword in the title or summary, or two different ones among the terms."""
    lead = f"{card.title}\n{card.summary}"
    terms = "\n".join(word for word, _ in card.terms)
    scores = {
        topic: 2 * len({m.casefold() for m in pattern.findall(lead)})
        + len({m.casefold() for m in pattern.findall(terms)})
        for topic, pattern in patterns
    }
    best = sorted((t for t in scores if scores[t] > 1), key=lambda t: (-scores[t], t))
    return tuple(best[:_PER_ARTICLE])


def _proposed(cards: tuple[Card, ...], limit: int) -> dict[str, tuple[str, ...]]:
    weights = _weights(cards)
    chosen = _chosen(weights, limit)
    found: dict[str, tuple[str, ...]] = {}
    for card in cards:
        mine = sorted((t for t, _ in card.terms if t in chosen), key=lambda t: (-weights[t][card.id], t))
        found[card.id] = tuple(mine[:_PER_ARTICLE])
    return found


def _weights(cards: tuple[Card, ...]) -> dict[str, dict[str, float]]:
    """Return by term the articles it stands in, each with TF-IDF; too rare and too common terms left out."""
    spread = Counter(term for card in cards for term, _ in card.terms if _telling(term))
    titled = Counter(term for card in cards for term in _in_title(card))
    least = 1 if len(cards) < _FEW else max(2, len(cards) // 200)
    most = max(_FEW, int(len(cards) * _MOST_SHARE))
    weights: dict[str, dict[str, float]] = {}
    for card in cards:
        for term, count in card.terms:
            if least <= spread[term] <= most and titled[term] >= spread[term] * _TITLED_SHARE:
                weights.setdefault(term, {})[card.id] = (1 + log(count)) * log(1 + len(cards) / spread[term])
    return weights


def _in_title(card: Card) -> set[str]:
    """Return the article's terms that stand in its title, whatever its letters' case."""
    title = f" {' '.join(_WORD.findall(card.title.casefold()))} "
    return {term for term, _ in card.terms if f" {' '.join(_WORD.findall(term.casefold()))} " in title}


def _telling(term: str) -> bool:
    """Say whether a word can name a topic: no unit, no word of the trade, nothing too short."""
    return len(term) > _SHORTEST and term.casefold() not in TOO_GENERAL


def _chosen(weights: Mapping[str, Mapping[str, float]], limit: int) -> set[str]:
    """Return the terms that carry most, none of them about the same articles as another."""
    ranked = sorted(weights, key=lambda t: (-sum(weights[t].values()), t))
    chosen: list[str] = []
    for term in ranked[: limit * 20]:
        mine = weights[term].keys()
        if all(len(mine & weights[c].keys()) <= _ALIKE * len(mine | weights[c].keys()) for c in chosen):
            chosen.append(term)
        if len(chosen) == limit:
            break
    return set(chosen)
