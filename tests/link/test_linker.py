"""What is published, in which order, about what."""

import pytest

from sitegen.link import link
from sitegen.link.selection import select
from sitegen.model.annotations import Aspect
from sitegen.model.config import Config, Settings, TopicSetting
from sitegen.model.diagnostic import Severity
from sitegen.model.site import CardEvent
from tests.samples import MOMENT, card


def test_drafts_and_the_future_are_held_with_the_reason() -> None:
    cards = (
        card("a"),
        card("b", draft=True),
        card("c", "2025-02"),
        card("d", "2025-01-10T15:00:00+00:00"),
        card("e", "2025-01"),
    )
    found = select(cards, MOMENT)
    assert [c.id for c in found.cards] == ["e", "a"]
    assert found.held == (
        ("content/b.md", "draft"),
        ("content/c.md", "dated in the future"),
        ("content/d.md", "dated in the future"),
    )
    assert found.due == "2025-01-10T15:00:00+00:00"


def test_a_bare_date_is_a_local_day() -> None:
    assert select((card("today", "2025-01-10"),), MOMENT).held == ()


def test_order_is_by_first_possible_day_and_undated_first() -> None:
    cards = tuple(
        card(i, d) for i, d in (("c", "2024"), ("b", "2024-06-01"), ("a", None), ("d", "2024-06-01T08:00:00Z"))
    )
    assert [c.id for c in select(cards, MOMENT).cards] == ["a", "c", "b", "d"]


def test_events_are_ordered_by_day_with_the_undated_last() -> None:
    def event(date: str | None) -> CardEvent:
        return CardEvent(
            anchor="e", text=date or "soon", date=date, mod=None, expression="", aspect=Aspect.PAST, speakers=()
        )

    cards = (card("a", events=(event(None), event("2024-07"), event("2024"))), card("b", events=(event("2024-07-01"),)))
    site = link(cards, Settings(), (), MOMENT).value.site
    assert [d.event.date for d in site.timeline] == ["2024", "2024-07-01", "2024-07", None]


@pytest.mark.parametrize("identity", ["../x", "a/b", "", ".hidden", "a.", "a b"])
def test_an_id_that_is_no_address_is_an_error(identity: str) -> None:
    found = link((card(identity),), Settings(), (), MOMENT)
    assert [d.severity for d in found.diagnostics] == [Severity.ERROR]


def test_two_articles_of_one_id_are_an_error_that_names_both() -> None:
    found = link((card("a", path="content/1.md"), card("A", path="content/2.md")), Settings(), (), MOMENT)
    assert [(d.path, "content/1.md" in d.message) for d in found.diagnostics] == [("content/2.md", True)]


def test_an_unknown_topic_is_told() -> None:
    settings = Settings(config=Config(), topics=(TopicSetting(id="transport", name="Transport"),))
    found = link((card("a", topics=("transprot",)),), settings, (), MOMENT)
    assert [d.severity for d in found.diagnostics] == [Severity.WARNING]
