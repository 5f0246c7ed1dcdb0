"""The home page: the latest edition, what is coming up, topics, who is speaking; input: the desk."""

from dataclasses import replace
from datetime import timedelta

from sitegen.model import when
from sitegen.model.annotations import Aspect
from sitegen.model.page import HomeView, Page
from sitegen.model.shown import EditionItem, Link, Pagination
from sitegen.model.site import Card, Edition, Happening, Story
from sitegen.plan import urls
from sitegen.plan.chrome import editions_feed, head
from sitegen.plan.editions import edition_link, items_of
from sitegen.plan.happenings import shown_happening
from sitegen.plan.lists import newest, older, pages_of
from sitegen.plan.parts import Desk, speaker_counts

_UPCOMING = 7
_EXPECTED_DAYS = 60
"""What was expected "soon" is no longer so after two months."""
_A_MONTH = timedelta(days=31)
_SPEAKING = 12
_TOPICS = 24
_NEW_ARTICLES = 100
"""Whose speakers the home page names."""


def home_page(at: Desk) -> Page:
    """Return the home page."""
    pages = pages_of(at.site.cards, at.config.per_page)
    edition = at.site.editions[-1] if at.site.editions else None
    items = _items(at, edition) if edition else ()
    in_items = {article for item in edition.items for article in item} if edition else frozenset()
    shown = tuple(card for card in newest(pages) if card.id not in in_items)
    topics = sorted(at.site.topics, key=lambda t: (-len(t.articles), t.name))[:_TOPICS]
    view = HomeView(
        chrome=at.chrome,
        head=head(at.config, urls.HOME, at.config.title, feeds=(editions_feed(at.words),)),
        edition=edition_link(at, edition) if edition else None,
        summary=edition.summary if edition else "",
        items=items,
        articles=tuple(at.refs[c.id] for c in shown),
        upcoming=tuple(shown_happening(at, h) for h in _upcoming(at)),
        topics=tuple(Link(words=t.name, address=urls.topic(t.slug)) for t in topics),
        speakers=speaker_counts(at, at.site.cards[-_NEW_ARTICLES:], _SPEAKING),
        pagination=Pagination(older=older(pages, urls.archive)),
    )
    return Page(path=urls.file_of(urls.HOME), template="home.html", view=view, sources=tuple(c.path for c in shown))


def _items(at: Desk, edition: Edition) -> tuple[EditionItem, ...]:
    """Return the stories of the latest edition, each with the page of the whole story."""
    items = zip(items_of(at, edition), edition.items, strict=True)
    return tuple(replace(item, story=_whole(at, articles[0])) for item, articles in items)


def _whole(at: Desk, article: str) -> Link | None:
    story = at.stories.get(article)
    return Link(words=_size(at, story), address=urls.story(story.slug)) if story else None


def _size(at: Desk, story: Story) -> str:
    return at.words.count("%(num)s article", "%(num)s articles", len(story.articles))


def _upcoming(at: Desk) -> tuple[Happening, ...]:
    """Return what is scheduled from today on, by date, then what is due in a month that has begun, then what was lately said to be expected."""
    ahead = [h for h in at.site.happenings if _ahead(at, h)]
    scheduled = sorted(ahead, key=lambda h: _begun(at, h))
    expected = [h for h in at.site.happenings if h.date is None and h.aspect is Aspect.EXPECTED]
    recent = [h for h in expected if any(_recent(at, at.cards[d.article]) for d in h.tellings)]
    return (*scheduled, *recent)[:_UPCOMING]


def _ahead(at: Desk, happening: Happening) -> bool:
    """Say whether it is scheduled for a day to come, or for a month that is not over; "this year" has come already."""
    days = when.days(happening.date)
    if happening.aspect is not Aspect.SCHEDULED or days is None or days[1] <= at.today:
        return False
    return not _begun(at, happening) or (days[1] - days[0] <= _A_MONTH and happening.mod != "START")


def _begun(at: Desk, happening: Happening) -> bool:
    days = when.days(happening.date)
    return days is not None and days[0] < at.today


def _recent(at: Desk, card: Card) -> bool:
    days = when.days(card.published.value)
    return days is not None and days[1] + timedelta(days=_EXPECTED_DAYS) > at.today
