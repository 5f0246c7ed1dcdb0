"""The pages of stories, and their index; input: the desk."""

from dataclasses import replace

from sitegen.model.page import Page, StoryView
from sitegen.model.shown import IndexItem, Link, ShownQuotation
from sitegen.model.site import Card, Story
from sitegen.plan import dates, urls
from sitegen.plan.chrome import feed_of, head
from sitegen.plan.graphics import strip
from sitegen.plan.happenings import happening_groups, happenings_of
from sitegen.plan.lists import index_page
from sitegen.plan.parts import Desk, speaker_counts, topic_links
from sitegen.plan.sharing import of_story
from sitegen.plan.statements import once, shared_card
from sitegen.words import beginning

_SPEAKERS = 12
_QUOTATIONS = 60


def story_page(at: Desk, story: Story) -> Page:
    """Return the page of one happening over several articles."""
    cards = tuple(at.cards[a] for a in story.articles)
    address = urls.story(story.slug)
    newest = cards[-1]
    title = at.words("The whole story: %(title)s", title=story.title)  # one of its articles has the story's own
    made = head(at.config, address, title, newest.summary, feeds=(feed_of(story.title, address),))
    told = happenings_of(at, cards)
    view = StoryView(
        chrome=at.chrome,
        head=replace(made, picture=of_story(at, story)),
        title=story.title,
        summary=newest.summary,
        first=dates.published_day(at.words, cards[0].published),
        last=dates.published_day(at.words, newest.published),
        timeline=happening_groups(at, told),
        strip=strip(at.words, ((h.date, h.aspect) for h in told)),
        quotations=_quotations(at, cards),
        speakers=speaker_counts(at, cards, _SPEAKERS),
        articles=tuple(at.refs[c.id] for c in reversed(cards)),
        topics=tuple(dict.fromkeys(link for card in cards for link in topic_links(at, card.id))),
    )
    return Page(path=urls.file_of(address), template="story.html", view=view, sources=tuple(c.path for c in cards))


def _quotations(at: Desk, cards: tuple[Card, ...]) -> tuple[ShownQuotation, ...]:
    """Return what was said, oldest first; a statement that several articles have, in its fullest words."""
    said = once(at, ((card, quoted) for card in cards for quoted in card.quotations))
    return tuple(shared_card(at, card, quoted) for card, quoted in said[:_QUOTATIONS])


def story_item(at: Desk, story: Story) -> IndexItem:
    """Return a story as lists name it."""
    last = dates.published(at.words, at.cards[story.articles[-1]].published)
    link = Link(words=story.title, address=urls.story(story.slug))
    return IndexItem(link=link, note=last.words, count=len(story.articles))


def stories_index(at: Desk) -> Page:
    """Return the index of stories, newest first."""
    items = ((_month(at, story), story_item(at, story)) for story in reversed(at.site.stories))
    return index_page(at, (urls.STORIES, at.words("Stories"), "articles"), items)


def _month(at: Desk, story: Story) -> str:
    shown = dates.shown(at.words, (at.cards[story.articles[-1]].published.value or "")[:7])
    return beginning((shown or dates.not_known(at.words)).words)
