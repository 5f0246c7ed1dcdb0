"""Who is quoted on which topic more than once? Cards, topics and people in; a speaker heard in one article of a topic needs no page there."""

from collections.abc import Iterable, Mapping

from sitegen.model.ledger import Promise, Thing
from sitegen.model.site import Card, Person, Topic, Voice

_FEWEST = 2
"""Articles of the topic."""

Quoted = Mapping[str, tuple[str, ...]]
"""By article id: the slugs of those who are quoted in it."""


def voices(
    cards: Iterable[Card], topics: Iterable[Topic], everyone: Iterable[Person], least: float
) -> tuple[Voice, ...]:
    """Return who is quoted on each topic, with at least this confidence, in two articles or more."""
    quoted = _quoted(cards, {heard: person.slug for person in everyone for heard in person.heard}, least)
    return tuple(voice for topic in topics for voice in _of_topic(topic, quoted))


def promised(found: Iterable[Voice], everyone: Iterable[Person]) -> Iterable[Promise]:
    """Yield the addresses that the site promises from now on; who is meant stays known when the speaker's own address changes."""
    keys = {(person.slug, article): key for person in everyone for article, key in person.heard}
    for voice in found:
        first = voice.articles[0]
        yield Promise(
            thing=Thing.VOICE, slug=f"{voice.topic}/{voice.speaker}", article=first, key=keys[voice.speaker, first]
        )


def _quoted(cards: Iterable[Card], slugs: Mapping[tuple[str, str], str], least: float) -> Quoted:
    return {
        card.id: tuple(
            dict.fromkeys(
                slug
                for q in card.quotations
                if q.speaker and q.confidence >= least and (slug := slugs.get((card.id, q.speaker)))
            )
        )
        for card in cards
    }


def _of_topic(topic: Topic, quoted: Quoted) -> Iterable[Voice]:
    found: dict[str, list[str]] = {}
    for article in topic.articles:
        for speaker in quoted[article]:
            found.setdefault(speaker, []).append(article)
    for speaker, articles in found.items():
        if len(articles) >= _FEWEST:
            yield Voice(topic=topic.slug, speaker=speaker, articles=tuple(articles))
