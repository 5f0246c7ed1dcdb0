"""The parts that several pages share: references, quotations, events as pages show them; input: Site."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sitegen.model import when
from sitegen.model.annotations import PRONOUN, Speaker
from sitegen.model.article import BodyPolicy
from sitegen.model.config import Config
from sitegen.model.machine_pages import Asset
from sitegen.model.shown import (
    ArticleRef,
    Chrome,
    EventGroup,
    Link,
    ShownEvent,
    ShownSpeaker,
    SpeakerCount,
)
from sitegen.model.site import Card, CardEvent, Dated, Happening, Outlet, Person, Saying, Site, Story, Topic, Voice
from sitegen.plan import dates, urls
from sitegen.plan.chrome import chrome
from sitegen.plan.sure_dates import start_of_event
from sitegen.words import Words

T = TypeVar("T")

_GAP_DAYS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The site with its indexes: what the makers of pages look things up in."""

    site: Site
    today: date
    words: Words
    """In which the site speaks."""
    cards: Mapping[str, Card]
    people: Mapping[tuple[str, str], Person]
    """By article id and the speaker's key there."""
    topics: Mapping[str, tuple[Topic, ...]]
    """By article id."""
    events: Mapping[str, tuple[Dated, ...]]
    """By article id, in the order of the timeline."""
    chrome: Chrome
    refs: Mapping[str, ArticleRef]
    """By article id."""
    stories: Mapping[str, Story]
    """By article id."""
    happenings: Mapping[str, tuple[Happening, ...]]
    """By article id: those that it tells, with all who tell them."""
    places: Mapping[tuple[str, str], int]
    """Where a happening stands in the timeline, by article id and anchor of its first telling."""
    sayings: Mapping[tuple[str, str], Saying]
    """By article id and anchor of each of its tellings."""
    outlets: Mapping[str, Outlet]
    """By name in lower case."""
    voices: Mapping[tuple[str, str], Voice]
    """By slug of the topic and of the speaker."""
    ranks: Mapping[str, int]
    """Where an article stands among all, oldest first, by its id."""

    @property
    def config(self) -> Config:
        """Return the site's configuration."""
        return self.site.config


def desk(site: Site, today: date, words: Words, assets: Iterable[Asset] = ()) -> Desk:
    """Lay out a site for planning."""
    return Desk(
        site=site,
        today=today,
        words=words,
        cards={c.id: c for c in site.cards},
        people={heard: person for person in site.people for heard in person.heard},
        topics=_gathered((article, topic) for topic in site.topics for article in topic.articles),
        events=_gathered((dated.article, dated) for dated in site.timeline),
        stories={article: story for story in site.stories for article in story.articles},
        happenings=_gathered(
            (article, h) for h in site.happenings for article in dict.fromkeys(d.article for d in h.tellings)
        ),
        chrome=chrome(site.config, words, assets),
        refs={c.id: article_ref(c, words) for c in site.cards},
        places={(h.tellings[0].article, h.tellings[0].event.anchor): i for i, h in enumerate(site.happenings)},
        sayings={told: saying for saying in site.sayings for told in saying.tellings},
        outlets={outlet.name.casefold(): outlet for outlet in site.outlets},
        voices={(v.topic, v.speaker): v for v in site.voices},
        ranks={c.id: i for i, c in enumerate(site.cards)},
    )


def _gathered(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    made: dict[str, list[T]] = {}
    for key, value in pairs:
        made.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in made.items()}


def article_ref(card: Card, words: Words) -> ArticleRef:
    """Return an article as lists name it."""
    return ArticleRef(
        title=card.title,
        address=urls.article(card.id),
        date=dates.published(words, card.published),
        publishers=tuple(p.name for p in card.publishers),
        summary=card.summary,
        language=card.language if card.language != words.language else "",
    )


def body_policy(config: Config, card: Card) -> BodyPolicy:
    """Return how much of an article's body may be shown."""
    return card.body_policy or config.body


def speaker_of(at: Desk, card: Card, speaker: Speaker) -> ShownSpeaker:
    """Return a speaker in the role of that article."""
    person = at.people.get((card.id, speaker.key))
    return ShownSpeaker(
        name=speaker.name,
        address=urls.speaker(person.slug) if person else None,
        role=speaker.role or "",
        affiliation=speaker.affiliation or "",
        kind=speaker.kind,
    )


def place_of(at: Desk, card: Card, anchor: str) -> str:
    """Return the address of a mark in the article; of its card there, where the whole body is not shown."""
    full = body_policy(at.config, card) is BodyPolicy.FULL
    return f"{urls.article(card.id)}#{anchor}" if full else f"{urls.article(card.id)}#card-{anchor}"


def event(at: Desk, card: Card, told: CardEvent, *, anchor: str, gap: str = "") -> ShownEvent:
    """Return an event of a timeline."""
    return ShownEvent(
        anchor=anchor,
        text=event_words(told),
        date=dates.of_event(at.words, told),
        expression=told.expression,
        aspect=told.aspect,
        article=at.refs[card.id],
        place=place_of(at, card, told.anchor),
        start=start_of_event(told),
        gap=gap,
    )


def event_words(told: CardEvent) -> str:
    """Return an event's words; whom its pronoun means stands behind that in brackets: "He [Jan Brandt] resigned"."""
    found = PRONOUN.search(told.text) if told.who else None
    return f"{told.text[: found.end()]} [{told.who}]{told.text[found.end() :]}" if found else told.text


def own_anchor(dated: Dated) -> str:
    """Return the id of an event's card on the page of its article."""
    return f"card-{dated.event.anchor}"


def shared_anchor(dated: Dated) -> str:
    """Return the id of an event's card among those of other articles."""
    return f"{dated.article}-{dated.event.anchor}"


def groups(at: Desk, dated: Iterable[Dated], anchor: Callable[[Dated], str]) -> tuple[EventGroup, ...]:
    """Return ordered events by year, those without a date in a place of their own, gaps of over 90 days named."""
    made: dict[str, list[ShownEvent]] = {}
    before: date | None = None
    for item in dated:
        days = when.days(item.event.date)
        gap = gap_words(at, before, days[0]) if days else ""
        before = days[1] if days else before
        shown = event(at, at.cards[item.article], item.event, anchor=anchor(item), gap=gap)
        made.setdefault(year_of(item.event.date), []).append(shown)
    return tuple(year_group(at, year, events) for year, events in made.items())


def year_of(value: str | None) -> str:
    """Return the year in which an event of this date (TIMEX3) stands; empty: it has none."""
    days = when.days(value)
    return str(days[0].year) if days else ""


def year_group(at: Desk, year: str, events: Iterable[ShownEvent]) -> EventGroup:
    """Return the events of a year, or those without one, under their heading."""
    heading, anchor = (year, f"year-{year}") if year else (at.words("Without a date"), "undated")
    return EventGroup(heading=heading, anchor=anchor, events=tuple(events))


def gap_words(at: Desk, before: date | None, after: date) -> str:
    """Return the time between two events in words, where it is over 90 days."""
    days = (after - before).days if before else 0
    if days <= _GAP_DAYS:
        return ""
    years, months = days // 365, days // 30
    if years > 1:
        return at.words.count("%(num)s year later", "%(num)s years later", years)
    return at.words.count("%(num)s month later", "%(num)s months later", months)


def speaker_counts(at: Desk, cards: Iterable[Card], most: int) -> tuple[SpeakerCount, ...]:
    """Return who is quoted most in these articles, each in the latest role."""
    counts: Counter[str] = Counter()
    latest: dict[str, ShownSpeaker] = {}
    for card in cards:
        per_key = Counter(q.speaker for q in card.quotations if q.confidence >= at.config.min_confidence)
        for speaker in card.speakers:
            person = at.people.get((card.id, speaker.key))
            if person and per_key[speaker.key]:
                counts[person.slug] += per_key[speaker.key]
                latest[person.slug] = speaker_of(at, card, speaker)
    ranked = sorted(counts, key=lambda s: (-counts[s], s))
    return tuple(SpeakerCount(speaker=latest[s], quotations=counts[s]) for s in ranked[:most])


def report_links(at: Desk, places: Sequence[tuple[str, str]], *, beside: str) -> tuple[Link, ...]:
    """Return links to places in articles, beside one that is shown; each is named by its publisher, or by its title where that tells nothing apart."""
    names = ["".join(at.refs[article].publishers[:1]) for article, _ in places]
    often = Counter((*names, *at.refs[beside].publishers))
    return tuple(
        Link(words=name if name and often[name] == 1 else at.refs[article].title, address=address)
        for name, (article, address) in zip(names, places, strict=True)
    )


def story_link(at: Desk, article: str) -> Link | None:
    """Return the link to the story that an article is a part of; one that has the article's own title is named by its size."""
    story = at.stories.get(article)
    if not story:
        return None
    size = at.words.count("a story in %(num)s article", "a story in %(num)s articles", len(story.articles))
    words = size if story.title == at.refs[article].title else story.title
    return Link(words=words, address=urls.story(story.slug))


def topic_links(at: Desk, article: str) -> tuple[Link, ...]:
    """Return links to the topics of an article."""
    return tuple(Link(words=t.name, address=urls.topic(t.slug)) for t in at.topics.get(article, ()))
