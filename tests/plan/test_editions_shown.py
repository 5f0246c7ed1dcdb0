"""What an edition says stays as it is, whatever later articles tell."""

from datetime import date

import pytest

from sitegen.model.article import Publisher
from sitegen.model.page import EditionView, HomeView
from sitegen.model.site import Card, Edition, Site, Story
from sitegen.plan.editions import edition_page
from sitegen.plan.home import home_page
from sitegen.plan.parts import desk
from sitegen.words import ENGLISH
from tests.plan.sites import ADA, BO, closing, desk_of, happens, quoted, saying_card, told
from tests.samples import card

POST, NEWS = Publisher(name="The Ellery Post"), Publisher(name="Coastal News")
FULL = "We will not wait for anybody at the quay, whatever it costs"
DAY = (
    saying_card(
        "a",
        quoted(1, "We will not wait for anybody at the quay"),
        events=(happens(1, "The bridge opens to traffic", "2025-06-02"),),
        publishers=(POST,),
        summary="The bridge is ready.",
    ),
    saying_card(
        "b",
        quoted(1, "Nobody asked us.", BO.key),
        events=(happens(1, "The bridge opens", "2025-06-02"),),
        publishers=(NEWS,),
    ),
    card("c", summary="A third thing.", events=(happens(1, "Ferries stop for good", "2025-03"),)),
)
LATER = (
    saying_card(
        "e",
        quoted(1, FULL),
        quoted(2, "Nobody asked us, and nobody will.", BO.key),
        day="2025-01-05",
        events=(
            happens(1, "The bridge opens to traffic at noon", "2025-06-02T12:00"),
            happens(2, "Ferries stop", "2025-03-01"),
        ),
        publishers=(POST,),
    ),
    saying_card("f", quoted(1, "It is open.", ADA.key), day="2025-06-03", publishers=(NEWS,)),
)


def linked(cards: tuple[Card, ...], today: date, before: tuple[Card, ...] = ()) -> Site:
    """Return the site of that day, the one of the day after the first edition having been built before."""
    stories = (Story(slug="bridge", title="The bridge", articles=tuple(c.id for c in cards if c.id != "c")),)
    return told(cards, today=today, promises=closing(before, date(2025, 1, 2)), stories=stories)


def first_edition(site: Site, today: date) -> EditionView:
    view = edition_page(desk(site, today, ENGLISH), site.editions[0]).view
    assert isinstance(view, EditionView)
    return view


@pytest.mark.parametrize("today", [date(2025, 1, 6), date(2025, 7, 1)])
def test_a_past_edition_is_the_same_after_later_articles(today: date) -> None:
    early = date(2025, 1, 2)
    before = first_edition(linked(DAY, early, DAY), early)
    assert before.upcoming
    assert first_edition(linked((*DAY, *LATER), today, DAY), today) == before


def test_an_event_that_two_articles_of_an_edition_tell_stands_once() -> None:
    early = date(2025, 1, 2)
    view = first_edition(linked(DAY, early), early)
    assert [e.text for e in view.upcoming] == ["Ferries stop for good", "The bridge opens to traffic"]


def test_the_latest_edition_on_the_home_page_leads_to_the_whole_story() -> None:
    site = linked(DAY, date(2025, 1, 2))
    view = home_page(desk(site, date(2025, 1, 2), ENGLISH)).view
    assert isinstance(view, HomeView)
    assert {i.story.address if i.story else None for i in view.items} == {"stories/bridge/", None}


def test_an_item_of_many_articles_names_some_and_the_page_lists_the_others() -> None:
    cards = tuple(card(f"a{n:02}") for n in range(12))
    day = date(2025, 1, 1)
    edition = Edition(slug="2025-01-01", first=day, last=day, items=(tuple(c.id for c in cards),))
    view = edition_page(desk_of(*cards, editions=(edition,)), edition).view
    assert isinstance(view, EditionView)
    assert [link.words for link in view.items[0].sources] == [f"A{n:02}" for n in range(1, 9)]
    assert [ref.title for ref in view.more] == ["A09", "A10", "A11"]
