"""How long indexes are cut: by letter, by month."""

from typing import cast

import pytest

from sitegen.model.page import IndexView
from sitegen.model.site import Story, Topic
from sitegen.plan.lists import topics_index
from sitegen.plan.stories import stories_index
from tests.plan.sites import desk_of
from tests.samples import card


def headings(view: object) -> list[tuple[str, str, int]]:
    return [(g.heading, g.anchor, len(g.items)) for g in cast(IndexView, view).groups]


@pytest.mark.parametrize(("count", "found"), [(0, []), (60, [("", "", 60)]), (61, [("T", "in-t", 61)])])
def test_a_short_index_has_no_headings(count: int, found: list[tuple[str, str, int]]) -> None:
    topics = tuple(Topic(slug=f"t{n}", name=f"Topic {n}") for n in range(count))
    assert headings(topics_index(desk_of(topics=topics)).view) == found


def test_names_stand_under_their_letters() -> None:
    names = ["4th of May", "Äpfel", *["bridges"] * 60]
    topics = tuple(Topic(slug=f"t{n}", name=name) for n, name in enumerate(names))
    assert headings(topics_index(desk_of(topics=topics)).view) == [
        ("Other", "in-other", 1),
        ("Ä", "in-ä", 1),
        ("B", "in-b", 60),
    ]


def test_a_topic_without_a_description_names_what_it_is_a_part_of() -> None:
    topics = (Topic(slug="a", name="Ash", parent="b"), Topic(slug="b", name="Wood"))
    view = cast(IndexView, topics_index(desk_of(topics=topics)).view)
    assert [item.note for item in view.groups[0].items] == ["Part of Wood", ""]


def test_stories_stand_by_month_newest_first() -> None:
    cards = [*(card(f"a{n}", day="2025-01-05") for n in range(60)), card("b", day="2025-03-01"), card("c", day=None)]
    stories = tuple(Story(slug=c.id, title=c.id, articles=(c.id,)) for c in cards)
    assert headings(stories_index(desk_of(*cards, stories=stories)).view) == [
        ("Date not known", "in-date-not-known", 1),
        ("March 2025", "in-march-2025", 1),
        ("January 2025", "in-january-2025", 60),
    ]
