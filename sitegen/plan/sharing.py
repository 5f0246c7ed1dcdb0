"""The pictures that stand for pages where they are passed on: of an article, a story, a topic, a speaker of several articles, and of the site; input: the desk."""

from collections.abc import Iterable, Iterator

from sitegen.model.annotations import Manner
from sitegen.model.machine_pages import ShareView
from sitegen.model.page import Page
from sitegen.model.shown import Head, SharePicture
from sitegen.model.site import Card, CardQuotation, Person, Story, Topic
from sitegen.plan import dates, urls
from sitegen.plan.parts import Desk

_SURE = 0.9
"""Confidence from which a statement stands for a whole page."""
_WORDS = 6
"""A statement of fewer says nothing by itself."""
_LONG = 240
"""Code points; a statement of more is taken only where there is no shorter one."""

Told = tuple[Card, CardQuotation]


def of_article(at: Desk, card: Card) -> SharePicture | None:
    """Return an article's picture: its key statement, else its headline."""
    said = _key(at, ((card, quoted) for quoted in card.quotations))
    words, who = (_words(at, said[1]), _speaker(at, *said)) if said else (card.title, "")
    return _picture(at, urls.article(card.id), words, who, _origin(at, card))


def of_story(at: Desk, story: Story) -> SharePicture | None:
    """Return a story's picture: its headline, how many tell it and until when."""
    last = at.refs[story.articles[-1]].date
    line = _joined(_articles(at, len(story.articles)), last.words if last.machine else "")
    return _picture(at, urls.story(story.slug), story.title, "", line)


def of_topic(at: Desk, topic: Topic) -> SharePicture | None:
    """Return a topic's picture: its name, and how much there is of it."""
    return _picture(at, urls.topic(topic.slug), topic.name, "", _articles(at, len(topic.articles)))


def of_speaker(at: Desk, person: Person) -> SharePicture | None:
    """Return the picture of a speaker of several articles: the latest statement that can stand alone."""
    if len(person.heard) <= 1:
        return None
    told = ((at.cards[a], q) for a, key in reversed(person.heard) for q in at.cards[a].quotations if q.speaker == key)
    address, said = urls.speaker(person.slug), _key(at, told)
    if not said:
        return _picture(at, address, person.name, "", _articles(at, len(person.heard)))
    return _picture(at, address, _words(at, said[1]), _speaker(at, *said), _origin(at, said[0]))


def share_pages(at: Desk, pages: Iterable[Page]) -> Iterator[Page]:
    """Yield the pictures that these pages name."""
    if site := at.chrome.picture:
        yield _page(at, site, ())
    for page in pages:
        head = getattr(page.view, "head", None)
        if isinstance(head, Head) and head.picture:
            yield _page(at, head.picture, page.sources)


def _page(at: Desk, picture: SharePicture, sources: tuple[str, ...]) -> Page:
    view = ShareView(site=at.config.title, picture=picture)
    return Page(path=picture.address, template="share", view=view, sources=sources)


def _picture(at: Desk, page: str, words: str, who: str, line: str) -> SharePicture | None:
    if not at.config.share_images:
        return None
    return SharePicture(address=urls.share(page), words=" ".join(words.split()), who=who, line=line)


def _key(at: Desk, told: Iterable[Told]) -> Told | None:
    """Return the first statement in somebody's own words that can stand alone."""
    fit = [(card, quoted) for card, quoted in told if _stands_alone(at, quoted) and _speaker(at, card, quoted)]
    short = (said for said in fit if len(_words(at, said[1])) <= _LONG)
    return next(short, fit[0] if fit else None)


def _stands_alone(at: Desk, quoted: CardQuotation) -> bool:
    sure = quoted.manner is Manner.DIRECT and quoted.confidence >= max(_SURE, at.config.min_confidence)
    return sure and len(" ".join(quoted.pieces).split()) >= _WORDS


def _speaker(at: Desk, card: Card, quoted: CardQuotation) -> str:
    """Return who says it, in the role of that article; empty where nobody is established."""
    who = next((s for s in card.speakers if s.key == quoted.speaker), None)
    if who is None:
        return ""
    role, affiliation = who.role or "", who.affiliation or ""
    return at.words.series(who.name, role, "" if affiliation.casefold() in role.casefold() else affiliation)


def _words(at: Desk, quoted: CardQuotation) -> str:
    """Return a statement in its marks, what stands between its pieces left out visibly."""
    return at.words("“%(words)s”", words=" … ".join(quoted.pieces).rstrip(", "))


def _origin(at: Desk, card: Card) -> str:
    """Return who published it and when."""
    date = dates.published(at.words, card.published)
    return _joined("".join(p.name for p in card.publishers[:1]), date.words if date.machine else "")


def _articles(at: Desk, count: int) -> str:
    return at.words.count("%(num)s article", "%(num)s articles", count)


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))
