"""The pages of topics; input: the desk."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sitegen.model import when
from sitegen.model.page import Page, TopicView
from sitegen.model.shown import IndexItem, Link, Pagination, ShownSpeaker, SpeakerCount
from sitegen.model.site import Card, Topic
from sitegen.plan import urls
from sitegen.plan.chrome import feed_of, head
from sitegen.plan.graphics import bars, strip
from sitegen.plan.happenings import happening_groups, happenings_of
from sitegen.plan.lists import newest, numbered, older, page_title, pages_of, pagination
from sitegen.plan.parts import Desk, speaker_counts
from sitegen.plan.sharing import of_topic
from sitegen.plan.stories import story_item

_TOP_SPEAKERS = 12
_EVENTS = 200
"""The latest events on a topic's first page."""
_STORIES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """One of the pages of a topic."""

    address: str
    title: str
    pagination: Pagination


def topic_pages(at: Desk, topic: Topic) -> Iterable[Page]:
    """Yield a topic's page and those of its older articles."""
    cards = tuple(at.cards[a] for a in topic.articles)
    pages = pages_of(cards, at.config.per_page)
    top = urls.topic(topic.slug)

    def address(number: int) -> str:
        return urls.topic_archive(topic.slug, number)

    first = _Place(address=top, title=topic.name, pagination=Pagination(older=older(pages, address)))
    told = happenings_of(at, cards)[-_EVENTS:]
    made = _view(at, topic, newest(pages), first)
    view = replace(
        made,
        head=replace(made.head, picture=of_topic(at, topic)),
        description=topic.description,
        timeline=happening_groups(at, told),
        strip=strip(at.words, ((h.date, h.aspect) for h in told)),
        activity=bars(at.words, (days[0] for card in cards if (days := when.days(card.published.value)))),
        stories=_stories(at, topic),
        parts=_parts(at, topic),
    )
    yield _page(view, newest(pages))
    for number, part in numbered(pages):
        where = pagination(at.words, (number, len(pages)), address, top)
        place = _Place(address=address(number), title=page_title(at.words, topic.name, number), pagination=where)
        shown = tuple(reversed(part))
        yield _page(_view(at, topic, shown, place), part)


def _view(at: Desk, topic: Topic, cards: tuple[Card, ...], place: _Place) -> TopicView:
    """Return a page of a topic with what all of its pages have."""
    description = topic.description or at.words("Articles about %(topic)s", topic=topic.name)
    feed = feed_of(topic.name, urls.topic(topic.slug))
    made = head(at.config, place.address, place.title, description, feeds=(feed,))
    return TopicView(
        chrome=at.chrome,
        head=made,
        title=place.title,
        description="",
        parent=next((_link(t) for t in at.site.topics if t.slug == topic.parent), None),
        parts=(),
        timeline=happening_groups(at, happenings_of(at, cards)),
        strip=None,
        activity=(),
        stories=(),
        articles=tuple(at.refs[c.id] for c in cards),
        speakers=_speakers(at, topic, cards),
        pagination=place.pagination,
    )


def _speakers(at: Desk, topic: Topic, cards: Iterable[Card]) -> tuple[SpeakerCount, ...]:
    """Return who is quoted most here, each with what was said about this topic, where that has a page."""
    within = {urls.speaker(s): urls.topic_speaker(t, s) for t, s in at.voices if t == topic.slug}
    counts = speaker_counts(at, cards, _TOP_SPEAKERS)
    return tuple(replace(c, speaker=replace(c.speaker, address=_within(c.speaker, within))) for c in counts)


def _within(speaker: ShownSpeaker, pages: Mapping[str, str]) -> str | None:
    return pages.get(speaker.address, speaker.address) if speaker.address else None


def _page(view: TopicView, cards: Iterable[Card]) -> Page:
    return Page(
        path=urls.file_of(view.head.address), template="topic.html", view=view, sources=tuple(c.path for c in cards)
    )


def _parts(at: Desk, topic: Topic) -> tuple[Link, ...]:
    return tuple(_link(t) for t in at.site.topics if t.parent == topic.slug)


def _link(topic: Topic) -> Link:
    return Link(words=topic.name, address=urls.topic(topic.slug))


def _stories(at: Desk, topic: Topic) -> tuple[IndexItem, ...]:
    """Return the stories of which more than half of the articles are in the topic, newest first."""
    here = Counter(at.stories[article].slug for article in topic.articles if article in at.stories)
    mine = {
        s.slug: s for article in topic.articles if (s := at.stories.get(article)) and 2 * here[s.slug] > len(s.articles)
    }
    ranked = sorted(mine.values(), key=lambda s: -at.ranks[s.articles[-1]])
    return tuple(story_item(at, story) for story in ranked[:_STORIES])
