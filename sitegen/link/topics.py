"""What each article is about; input: cards, the editor's topics.toml, how well each topic fits each article (topic_model.py).

The editor's choice in an article always wins. Without it: the topics of topics.toml that fit, or whose words stand in the title; without
that file: the broad topics of the news that fit, and words that several articles of the collection share (docs/topics.md).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from sitegen.link.media_topics import MEDIA_PARTS, MEDIA_TOPICS
from sitegen.link.proposed_topics import proposed
from sitegen.link.topic_words import words_of
from sitegen.model.config import TopicSetting
from sitegen.model.site import Card, Topic
from sitegen.slug import slug

_PER_ARTICLE = 3
_LEAST_TERMS = 8
"""Telling words that an article must have for a broad topic: of headlines alone, every third one would be wrong."""

Scores = Mapping[str, tuple[tuple[str, float], ...]]
"""By article id: topic id and score of those that fit, best first."""
_Found = dict[str, tuple[str, ...]]
"""By article id: the slugs of its topics."""
_Known = dict[str, TopicSetting]
"""By slug."""


def wanted(settings: tuple[TopicSetting, ...]) -> tuple[TopicSetting, ...]:
    """Return the topics of which it must be known how well they fit."""
    return settings or (*MEDIA_TOPICS, *MEDIA_PARTS)


def topics(
    cards: tuple[Card, ...], settings: tuple[TopicSetting, ...], scores: Scores, limit: int
) -> tuple[Topic, ...]:
    """Return the topics that have articles, by name; limit: how many are proposed at the most."""
    address = lru_cache(maxsize=None)(slug)
    free = tuple(card for card in cards if not card.topics)
    known, found = _of_editor(free, settings, scores) if settings else _of_collection(free, scores, limit)
    for card in cards:
        if card.topics:
            found[card.id] = tuple(address(topic) for topic in card.topics)
            for topic in card.topics:
                known.setdefault(address(topic), _spoken(topic, address(topic)))
    if settings:
        found = {article: _with_parents(mine, known, address) for article, mine in found.items()}
    return _made(cards, known, found, address)


def _of_editor(cards: Iterable[Card], settings: tuple[TopicSetting, ...], scores: Scores) -> tuple[_Known, _Found]:
    """Return the topics of topics.toml, and which an article has: those that fit, then those whose words it has."""
    slugs = {s.id: slug(s.id) for s in settings}
    words = words_of(settings)
    found: _Found = {}
    for card in cards:
        fitting = [topic for topic, _ in scores.get(card.id, ()) if topic in slugs]
        named = words.in_title(card.title)
        mine = (*fitting, *named) or words.among(term for term, _ in card.terms)
        found[card.id] = tuple(slugs[topic] for topic in tuple(dict.fromkeys(mine))[:_PER_ARTICLE])
    return {slugs[s.id]: s for s in reversed(settings)}, found


def _of_collection(cards: tuple[Card, ...], scores: Scores, limit: int) -> tuple[_Known, _Found]:
    """Return the broad topics and the proposed ones, and which an article has."""
    known = {topic.id: topic for topic in MEDIA_TOPICS}
    wholes = {topic.id: topic.parent or topic.id for topic in wanted(())}
    broad = {
        card.id: _wholes(scores.get(card.id, ()), wholes) if len(card.terms) >= _LEAST_TERMS else () for card in cards
    }
    found = dict(broad)
    for term, articles in proposed(cards, limit).items():
        address = slug(term)
        if address in known:
            continue
        known[address] = replace(_spoken(term, address), parent=_most_common(articles, broad))
        for article in articles:
            found[article] = (*found[article], address)
    return known, found


def _wholes(scores: Iterable[tuple[str, float]], wholes: Mapping[str, str]) -> tuple[str, ...]:
    """Return the broad topics that fit, or of which a part does."""
    return tuple(dict.fromkeys(wholes[topic] for topic, _ in scores if topic in wholes))


def _most_common(articles: tuple[str, ...], broad: _Found) -> str:
    """Return the broad topic that more than half of the articles have; empty: none."""
    counts = Counter(topic for article in articles for topic in broad[article])
    topic, many = max(counts.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
    return topic if 2 * many > len(articles) else ""


def _spoken(known_as: str, address: str) -> TopicSetting:
    """Return a topic of which only a word is known."""
    words = known_as.replace("-", " ") if known_as == address else known_as
    return TopicSetting(id=address, name=words[:1].upper() + words[1:])


def _with_parents(mine: tuple[str, ...], known: _Known, address: Callable[[str], str]) -> tuple[str, ...]:
    """Return the topics and all that they are a part of: what is about a part is about the whole."""
    found = dict.fromkeys(mine)
    queue = list(mine)
    for topic in queue:
        parent = address(known[topic].parent) if known[topic].parent else ""
        if parent in known and parent not in found:
            found[parent] = None
            queue.append(parent)
    return tuple(found)


def _made(
    cards: tuple[Card, ...], known: _Known, found: Mapping[str, tuple[str, ...]], address: Callable[[str], str]
) -> tuple[Topic, ...]:
    members: dict[str, list[str]] = {}
    for card in cards:
        for topic in dict.fromkeys(found.get(card.id, ())):
            members.setdefault(topic, []).append(card.id)
    made = (_topic(topic, known[topic], ids, known, address) for topic, ids in members.items())
    return tuple(sorted(made, key=lambda t: (t.name.casefold(), t.slug)))


def _topic(own: str, setting: TopicSetting, ids: list[str], known: _Known, address: Callable[[str], str]) -> Topic:
    parent = address(setting.parent) if setting.parent else ""
    return Topic(
        slug=own,
        name=setting.name,
        description=setting.description,
        articles=tuple(ids),
        parent=parent if parent in known and parent != own else "",
    )
