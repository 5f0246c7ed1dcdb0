"""Made-up articles with all that a page can show, the same in every run: stories over several articles and publishers,
dates of every precision, statements of every manner, four languages. No language tools are needed.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from random import Random

from sitegen.model.annotations import Annotations
from sitegen.model.article import Article, Correction, Entry, Publisher
from sitegen.model.when import UNKNOWN, How, When
from sitegen.slug import slug
from tests.audit.stories import CLOCK, Digest, elsewhere, stories
from tests.audit.telling import Told, tell

PUBLISHERS = (
    ("The Ellery Post", "post"),
    ("Coast Courier", "courier"),
    ("Morgenblatt am Hafen", "morgenblatt"),
    ("Harbour Wire", "wire"),
    ("The Sealed Gazette", "sealed"),
    ("صحيفة الميناء", "mina"),
)
_APART = timedelta(hours=5)
_FOREIGN = {"en": {1: "ar", 3: "hi", 5: "de"}, "ar": {3: "de", 4: "en"}}
"""By the language of a site, which of eight stories are told in another."""
_CORRECTED = "An earlier version gave the cost in pounds. It is in crowns; the “second vote” has not been called."


def entries(digest: Digest) -> Iterator[Entry]:
    """Yield the articles, oldest story first."""
    number = 0
    for told_here, size in stories(digest):
        other = _FOREIGN[digest.language].get(told_here.number % 8)
        story = elsewhere(told_here, other) if other else told_here
        for part in range(min(size, digest.count - number)):
            moment = _moment(datetime.combine(story.day, time(6), UTC) + part * _APART, number)
            told = tell(story, part, moment.date(), Random(f"article {digest.language} {digest.count} {number}"))
            yield _entry(number, told, (moment, story.language, story.subject["id"]))
            number += 1


def _moment(day: datetime, number: int) -> datetime:
    return min(day, CLOCK - timedelta(hours=3)) + timedelta(minutes=number % 60)


def _entry(number: int, told: Told, place: tuple[datetime, str, str]) -> Entry:
    moment, language, topic = place
    return Entry(
        article=_article(number, told, moment, language),
        annotations=Annotations(
            speakers=told.speakers,
            quotations=told.quotations,
            timeline=told.events,
            summary=told.summary if number % 10 != 7 else "",
            made_by="audit",
        ),
        path=f"content/{number:05}.md",
        topics=(topic,) if number % 5 else (),
        corrections=(Correction(date=f"{moment:%Y-%m-%d}", text=_CORRECTED),) if number % 9 == 4 else (),
        aliases=(f"formerly-{number}",) if number % 50 == 2 else (),
    )


def _article(number: int, told: Told, moment: datetime, language: str) -> Article:
    return Article(
        id=f"{moment:%Y-%m-%d}-{number:05}-{slug(told.title)[:40].strip('-')}",
        seeds=(f"{number:05}.html",),
        title=told.title,
        byline=(told.reporter,) if number % 3 == 0 else (),
        publishers=_publishers(number),
        url=_publishers(number)[0].url,
        published=_published(number, moment),
        updated=When(value=(moment + timedelta(hours=1)).isoformat()) if number % 11 == 4 else UNKNOWN,
        language=language,
        body=told.body,
        text=told.body,
    )


def _publishers(number: int) -> tuple[Publisher, ...]:
    """Return who published an article; some were brought by two."""
    named = [PUBLISHERS[place % len(PUBLISHERS)] for place in (number, number + 1)][: 2 if number % 6 == 1 else 1]
    return tuple(
        Publisher(name=name, url=f"https://{host}.example/{number}?from=digest&lang=en") for name, host in named
    )


def _published(number: int, moment: datetime) -> When:
    """Return when an article was published: mostly to the minute, now and then only the day, the month, or not at all."""
    if number == 10:
        return UNKNOWN
    if number % 40 == 6:
        return When(value=f"{moment:%Y-%m}", how=How.TEXT, evidence=f"{moment:%B %Y}")
    return When(value=moment.isoformat() if number % 3 else f"{moment:%Y-%m-%d}")
