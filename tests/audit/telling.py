"""One article of a story: its paragraphs, and what was said and happened in them. A story's dates are the same in all its articles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from babel.dates import format_date

from sitegen.model.annotations import (
    Aspect,
    Manner,
    Quotation,
    Signal,
    Speaker,
    SpeakerKind,
    TimeExpression,
    TimelineEvent,
    TimexType,
)
from sitegen.model.text import Span
from sitegen.slug import slug
from tests.audit.people import Character, titled
from tests.audit.phrases import Phrase, phrase, vocabulary
from tests.audit.stories import Story

PARAGRAPHS = (
    ("decided", "plain"),
    ("direct", "since"),
    ("mixed", "month", "indirect"),
    ("scheduled", "broken", "plain"),
    ("year", "unknown"),
    ("direct", "expected"),
    ("soon", "plain"),
)
_OFTEN = (1, 1, 0.75, 0.75, 0.75, 0.75, 0.15)
"""The share of articles that have each paragraph."""
MANNERS = {
    "direct": Manner.DIRECT,
    "broken": Manner.DIRECT,
    "unknown": Manner.DIRECT,
    "indirect": Manner.INDIRECT,
    "mixed": Manner.MIXED,
}
DAY, MONTH, YEAR = ("%Y-%m-%d", "d MMMM y"), ("%Y-%m", "MMMM y"), ("%Y", "y")
EVENTS = {
    "decided": (Aspect.PAST, DAY, (-1, -1)),
    "month": (Aspect.PAST, MONTH, (-300, -60)),
    "year": (Aspect.PAST, YEAR, (-4000, -500)),
    "since": (Aspect.ONGOING, DAY, (-90, -5)),
    "scheduled": (Aspect.SCHEDULED, DAY, (4, 60)),
    "expected": (Aspect.EXPECTED, MONTH, (90, 400)),
    "soon": (Aspect.EXPECTED, None, (0, 0)),
}
"""Of a kind of sentence: its aspect, how precise its date is, and the days before or after the story in which it lies."""


_SHARE_TITLED = 0.1
"""Of sentences, in which a name stands with its title."""


@dataclass(frozen=True)
class Told:
    """What an article says."""

    title: str
    body: str
    summary: str
    reporter: str
    speakers: tuple[Speaker, ...]
    quotations: tuple[Quotation, ...]
    events: tuple[TimelineEvent, ...]


class _Writer:
    """Writes sentence after sentence, and notes what each holds."""

    def __init__(self, story: Story, day: date, chance: Random) -> None:
        self.story, self.day, self.chance = story, day, chance
        self.words = vocabulary(story.language)
        self.body = ""
        self.speakers: dict[str, Speaker] = {}
        self.quotations: list[Quotation] = []
        self.events: list[TimelineEvent] = []

    def paragraph(self, kinds: Iterable[str]) -> None:
        self.body += "\n\n" if self.body else ""
        for place, kind in enumerate(kinds):
            self.body += " " if place else ""
            self.sentence(kind)

    def sentence(self, kind: str) -> None:
        pattern = self.chance.choice(self.words[kind])
        person = Random(f"{pattern} {self.story.place}").choice(self.story.people)  # the same words, the same person
        if person.titled and self.chance.random() < _SHARE_TITLED:
            person = titled(person, self.story.language)
        value, shown = self.when(kind)
        made = phrase(pattern, {**self.slots(person), "date": shown}, len(self.body))
        self.body += made.text
        if kind in MANNERS:
            self.quotations.append(self.quotation(kind, made, self.speaker(pattern, person)))
        if kind in EVENTS:
            self.events.append(_event(kind, made, value))

    def slots(self, person: Character) -> dict[str, str]:
        return {
            "name_of": self.story.place,
            "thing": self.story.thing,
            "person": person.name,
            "role": person.role(self.day),
            "organisation": person.organisation,
            "number": str(self.chance.randint(3, 940)),
        }

    def when(self, kind: str) -> tuple[str, str]:
        """Return the date of such a sentence, as a value and in words: the same in all articles of the story."""
        _, precision, days = EVENTS.get(kind, (None, None, (0, 0)))
        if precision is None:
            return "FUTURE_REF", ""
        value, words = precision
        words = words.replace("d ", "d. ") if self.story.language == "de" else words
        day = self.story.day + timedelta(days=Random(f"{kind} {self.story.place}").randint(*days))
        return day.strftime(value), format_date(day, words, locale=self.story.language)

    def speaker(self, pattern: str, person: Character) -> str | None:
        """Return the key of who speaks in such a sentence; None where nobody is named."""
        if "<by>" not in pattern:
            return None
        if "<by>{organisation}" in pattern:
            made = Speaker(key=slug(person.organisation), name=person.organisation, kind=SpeakerKind.ORGANISATION)
        else:
            role = person.role(self.day)
            made = Speaker(key=slug(person.name), name=person.name, role=role, affiliation=person.organisation)
        return self.speakers.setdefault(made.key, made).key

    def quotation(self, kind: str, made: Phrase, speaker: str | None) -> Quotation:
        sure = round(self.chance.uniform(0.62, 0.99), 2) if speaker else 0.5
        return Quotation(
            content=made.spans["q"],
            cue=made.span("cue"),
            source=made.span("by"),
            manner=MANNERS[kind],
            speaker=speaker,
            confidence=sure,
        )


def _event(kind: str, made: Phrase, value: str) -> TimelineEvent:
    aspect, _, _ = EVENTS[kind]
    what, when = made.span("what"), made.span("when")
    assert isinstance(what, Span), made.text
    assert isinstance(when, Span), made.text
    return TimelineEvent(
        when=TimeExpression(span=when, type=TimexType.DATE, value=value),
        what=what,
        aspect=aspect,
        signal=Signal.SINCE if kind == "since" else None,
    )


def tell(story: Story, part: int, day: date, chance: Random) -> Told:
    """Return one of a story's articles; the first paragraphs are always there."""
    writer = _Writer(story, day, chance)
    for place, kinds in enumerate(PARAGRAPHS):
        if chance.random() < _OFTEN[place]:
            writer.paragraph(kinds)
    person, titles = story.people[0], writer.words["titles"]
    return Told(
        title=phrase(titles[(story.number * 3 + part) % len(titles)], writer.slots(person)).text,
        body=writer.body,
        summary=" ".join(writer.body.split("\n\n")[:1]),
        reporter=chance.choice(writer.words["first"]) + " " + chance.choice(writer.words["last"]),
        speakers=tuple(writer.speakers.values()),
        quotations=tuple(writer.quotations),
        events=tuple(writer.events),
    )
