"""Which stories does a made-up digest tell, when, and who speaks in them?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from tests.audit.people import Character, cast, places
from tests.audit.phrases import vocabulary

CLOCK = datetime(2025, 6, 15, 12, tzinfo=UTC)
_SIZES = (3, 1, 2, 1, 4, 1, 1, 2, 1, 5, 1)
"""Articles of one story after the other."""
_PER_STORY = 2
_PER_PERSON = 7


@dataclass(frozen=True)
class Digest:
    """How large a site is, over how long, in which language."""

    count: int
    span: timedelta
    language: str = "en"


@dataclass(frozen=True)
class Story:
    """What several articles tell."""

    number: int
    language: str
    place: str
    subject: dict[str, Any]
    thing: str
    day: date
    people: tuple[Character, ...]


def stories(digest: Digest) -> Iterator[tuple[Story, int]]:
    """Yield stories with the number of their articles, oldest first; more than are needed."""
    chance = Random(f"stories {digest.language} {digest.count}")
    names, subjects = places(digest.language), vocabulary(digest.language)["subjects"]
    people = cast(digest.language, max(5, digest.count // _PER_PERSON), CLOCK.date())
    for number in range(digest.count):
        ago = digest.span * max(0.0, 1 - (number + 1) * _PER_STORY / digest.count)
        subject = chance.choice(subjects)
        speaking = tuple(people[int(len(people) * chance.random() ** 2.5)] for _ in range(2))
        day = (CLOCK - timedelta(days=1) - ago).date()
        story = Story(
            number,
            digest.language,
            names[number % len(names)],
            subject,
            chance.choice(subject["things"]),
            day,
            speaking,
        )
        yield story, _SIZES[number % len(_SIZES)]


def elsewhere(story: Story, language: str) -> Story:
    """Return a story of the same day in a country with another language."""
    subjects, names, people = vocabulary(language)["subjects"], places(language), cast(language, 4, CLOCK.date())
    at = story.number
    subject, speaking = subjects[at % len(subjects)], (people[at % 4], people[(at + 1) % 4])
    return Story(at, language, names[at % len(names)], subject, subject["things"][0], story.day, speaking)
