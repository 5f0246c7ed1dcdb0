"""The digest as data: which document says what? Input: the facts of the desk, and entries for the words of articles."""

from collections import Counter
from collections.abc import Iterable

from sitegen.model.article import Correction, Entry
from sitegen.model.data import (
    Address,
    ArticleData,
    ArticleListed,
    Counted,
    DataCorrection,
    DataPublished,
    DataPublisher,
    DataRole,
    DigestData,
    IndexData,
    Named,
    SpeakerData,
    StoryData,
    TimelineData,
    TopicData,
)
from sitegen.model.site import Card, CardQuotation, Person, SeenRole, Story, Topic
from sitegen.model.when import When
from sitegen.plan import dates, urls
from sitegen.plan.articles import shown_body
from sitegen.plan.facts import Facts, named, page_of
from sitegen.plan.happenings import happenings_of
from sitegen.plan.parts import body_policy
from sitegen.plan.schemas import KINDS
from sitegen.plan.statements import once
from sitegen.words import ENGLISH

Said = list[tuple[Card, CardQuotation]]


def article_data(facts: Facts, entry: Entry) -> ArticleData:
    """Return an article with all that was found in it; as much of its body as may be republished."""
    at, card = facts.at, facts.at.cards[entry.article.id]
    rights, story = body_policy(at.config, card), at.stories.get(card.id)
    return ArticleData(
        id=card.id,
        title=card.title,
        byline=card.byline,
        language=card.language,
        publishers=tuple(DataPublisher(name=p.name, url=p.url) for p in card.publishers),
        source=card.url,
        published=_published(card.published),
        updated=entry.article.updated.value,
        page=Address(urls.article(card.id)),
        summary=card.summary,
        rights=rights,
        body=shown_body(entry, rights),
        topics=tuple(map(named, at.topics.get(card.id, ()))),
        story=named(story) if story else None,
        quotations=facts.quotations((card, quoted) for quoted in card.quotations),
        events=facts.events(card),
        corrections=tuple(map(_correction, entry.corrections)),
    )


def _published(when: When) -> DataPublished:
    known = when.value or when.earliest or when.latest
    return DataPublished(
        value=when.value,
        earliest=when.earliest.isoformat() if when.earliest else None,
        latest=when.latest.isoformat() if when.latest else None,
        known_from=when.how if known else None,
        words=dates.published(ENGLISH, when).words,
    )


def _correction(correction: Correction) -> DataCorrection:
    return DataCorrection(date=correction.date, text=correction.text)


def speaker_data(facts: Facts, person: Person) -> SpeakerData:
    """Return a speaker with every quotation."""
    at = facts.at
    found = [t for article, _ in person.heard for t in at.topics.get(article, ())]
    topics, often = {t.slug: t for t in found}, Counter(t.slug for t in found)
    return SpeakerData(
        slug=person.slug,
        name=person.name,
        kind=person.kind,
        also_known_as=person.also_known_as,
        note=person.note,
        page=Address(urls.speaker(person.slug)),
        roles=tuple(_role(facts, role) for role in person.roles),
        topics=tuple(named(topics[slug]) for slug, _ in often.most_common()),
        quotations=facts.quotations(reversed(once(at, _said(facts, person)))),
    )


def _said(facts: Facts, person: Person) -> Said:
    at = facts.at
    return [
        (at.cards[article], quoted)
        for article, key in person.heard
        for quoted in at.cards[article].quotations
        if quoted.speaker == key and quoted.confidence >= at.config.min_confidence
    ]


def _role(facts: Facts, seen: SeenRole) -> DataRole:
    first, last = (facts.at.cards[seen.articles[i]].published.value for i in (0, -1))
    return DataRole(role=seen.role, affiliation=seen.affiliation, first=first, last=last, articles=seen.articles)


def topic_data(facts: Facts, topic: Topic) -> TopicData:
    """Return a topic with all its articles and events."""
    at, page = facts.at, urls.topic(topic.slug)
    cards = [at.cards[a] for a in topic.articles]
    own = set(topic.articles)
    return TopicData(
        slug=topic.slug,
        name=topic.name,
        description=topic.description,
        page=Address(page),
        calendar=Address(urls.calendar(page)),
        parent=next((named(t) for t in at.site.topics if t.slug == topic.parent), None),
        parts=tuple(named(t) for t in at.site.topics if t.parent == topic.slug),
        articles=_newest(facts, topic.articles),
        stories=tuple(named(s) for s in reversed(at.site.stories) if own.intersection(s.articles)),
        speakers=_speakers(facts, cards),
        events=facts.happenings(happenings_of(at, cards)),
    )


def _newest(facts: Facts, articles: Iterable[str]) -> tuple[ArticleListed, ...]:
    return tuple(facts.listed[a] for a in reversed(tuple(articles)))


def _speakers(facts: Facts, cards: Iterable[Card]) -> tuple[Counted, ...]:
    """Return who speaks in these articles, the most quoted first."""
    at = facts.at
    heard = (
        at.people.get((card.id, quoted.speaker))
        for card in cards
        for quoted in card.quotations
        if quoted.speaker and quoted.confidence >= at.config.min_confidence
    )
    counts = Counter(person.slug for person in heard if person)
    people = {person.slug: person for person in at.people.values() if person.slug in counts}
    ranked = sorted(counts, key=lambda slug: (-counts[slug], slug))
    return tuple(_counted(people[slug], counts[slug]) for slug in ranked)


def _counted(thing: Person | Topic | Story, count: int) -> Counted:
    name: Named = named(thing)
    return Counted(slug=name.slug, name=name.name, count=count, page=name.page, data=name.data)


def story_data(facts: Facts, story: Story) -> StoryData:
    """Return a story with all that its articles say."""
    at = facts.at
    cards = [at.cards[a] for a in story.articles]
    topics = {t.slug: t for card in cards for t in at.topics.get(card.id, ())}
    return StoryData(
        slug=story.slug,
        title=story.title,
        page=Address(page_of(story)),
        articles=_newest(facts, story.articles),
        topics=tuple(map(named, topics.values())),
        quotations=facts.quotations(once(at, ((card, quoted) for card in cards for quoted in card.quotations))),
        events=facts.happenings(happenings_of(at, cards)),
    )


def timeline_data(facts: Facts) -> TimelineData:
    """Return everything that happened."""
    return TimelineData(events=facts.happenings(facts.at.site.happenings))


def index_data(facts: Facts) -> IndexData:
    """Return where everything is found."""
    site, config = facts.at.site, facts.at.config
    quoted = {counted.slug: counted for counted in _speakers(facts, site.cards)}
    return IndexData(
        title=config.title,
        description=config.description,
        language=config.language,
        page=Address(urls.HOME),
        timeline=Address(urls.data(urls.TIMELINE)),
        calendar=Address(urls.CALENDAR),
        schemas=tuple(Address(urls.schema(kind)) for kind in KINDS),
        articles=_newest(facts, (c.id for c in site.cards)),
        topics=tuple(_counted(t, len(t.articles)) for t in site.topics),
        speakers=tuple(quoted.get(p.slug) or _counted(p, 0) for p in site.people),
        stories=tuple(_counted(s, len(s.articles)) for s in reversed(site.stories)),
    )


def digest_data(facts: Facts, entries: Iterable[Entry]) -> DigestData:
    """Return everything in one document."""
    site, config = facts.at.site, facts.at.config
    bodies = {e.article.id: e for e in entries}
    return DigestData(
        title=config.title,
        description=config.description,
        language=config.language,
        page=Address(urls.HOME),
        articles=tuple(article_data(facts, bodies[card.id]) for card in reversed(site.cards)),
        speakers=tuple(speaker_data(facts, person) for person in site.people),
        topics=tuple(topic_data(facts, topic) for topic in site.topics),
        stories=tuple(story_data(facts, story) for story in reversed(site.stories)),
        timeline=timeline_data(facts).events,
    )
