"""The pages of what a speaker said about a topic; input: the desk."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sitegen.model.page import Page, TopicSpeakerView
from sitegen.model.shown import Link, Pagination
from sitegen.model.site import Person, Topic, Voice
from sitegen.plan import urls
from sitegen.plan.chrome import feed_of, head
from sitegen.plan.entities import Report, by_year, on_topic, reports, said_in
from sitegen.plan.lists import newest, numbered, older, page_title, pages_of, pagination
from sitegen.plan.parts import Desk
from sitegen.plan.statements import once


@dataclass(frozen=True, slots=True, kw_only=True)
class _Within:
    """A speaker within a topic."""

    voice: Voice
    person: Person
    topic: Topic

    @property
    def address(self) -> str:
        return urls.topic_speaker(self.topic.slug, self.person.slug)


def topic_speaker_pages(at: Desk) -> Iterable[Page]:
    """Yield the pages of everybody who is quoted on a topic in two articles or more."""
    topics = {topic.slug: topic for topic in at.site.topics}
    people = {person.slug: person for person in at.site.people}
    for voice in at.site.voices:
        yield from _pages(at, _Within(voice=voice, person=people[voice.speaker], topic=topics[voice.topic]))


def _pages(at: Desk, within: _Within) -> Iterable[Page]:
    """Yield what was said, newest article first, and the pages of what is older, numbered from the oldest."""
    here = frozenset(within.voice.articles)
    heard = ((at.cards[article], key) for article, key in within.person.heard if article in here)
    pages = pages_of(
        reports(once(at, (said for card, key in heard for said in said_in(at, card, key)))), at.config.per_page
    )

    def address(number: int) -> str:
        return urls.topic_speaker_archive(within.topic.slug, within.person.slug, number)

    first = _view(at, within, within.address, newest(pages))
    yield _page(at, within, replace(first, pagination=Pagination(older=older(pages, address))))
    for number, part in numbered(pages):
        view = _view(at, within, address(number), tuple(reversed(part)))
        where = pagination(at.words, (number, len(pages)), address, within.address)
        title = page_title(at.words, view.head.title, number)
        yield _page(at, within, replace(view, head=replace(view.head, title=title), pagination=where))


def _page(at: Desk, within: _Within, view: TopicSpeakerView) -> Page:
    sources = tuple(at.cards[article].path for article in within.voice.articles)
    return Page(path=urls.file_of(view.head.address), template="topic_speaker.html", view=view, sources=sources)


def _view(at: Desk, within: _Within, address: str, said: Iterable[Report]) -> TopicSpeakerView:
    person, topic = within.person, within.topic
    title = at.words("%(speaker)s on %(topic)s", speaker=person.name, topic=topic.name)
    told = at.words("What %(speaker)s said about %(topic)s, with sources", speaker=person.name, topic=topic.name)
    last = person.roles[-1] if person.roles else None
    return TopicSpeakerView(
        chrome=at.chrome,
        head=head(at.config, address, title, told, feeds=(feed_of(title, within.address),)),
        speaker=Link(words=person.name, address=urls.speaker(person.slug)),
        topic=Link(words=topic.name, address=urls.topic(topic.slug)),
        role=(last.role or last.affiliation or "") if last else "",
        years=by_year(at, said),
        topics=_elsewhere(at, person, topic),
        pagination=Pagination(),
    )


def _elsewhere(at: Desk, person: Person, topic: Topic) -> tuple[Link, ...]:
    """Return the other topics on which somebody is quoted, most often first."""
    others = [t for t in at.site.topics if t.slug != topic.slug and (t.slug, person.slug) in at.voices]
    ranked = sorted(others, key=lambda t: -len(at.voices[t.slug, person.slug].articles))
    return tuple(on_topic(at, t.name, (t.slug, person.slug)) for t in ranked)
