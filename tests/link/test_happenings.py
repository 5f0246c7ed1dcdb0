"""One event that several articles tell is one entry; what is not sure stays apart."""

from collections.abc import Sequence
from typing import Any

import pytest

from sitegen.content.event_terms import event_terms
from sitegen.link.happenings import happenings as merged
from sitegen.model.annotations import Aspect
from sitegen.model.site import CardEvent, Dated, Happening


def happenings(events: Sequence[Dated], stories: dict[str, str]) -> tuple[Happening, ...]:
    marks = {d.article: d.event.text for d in events}
    made, kept = merged(events, stories, marks, {})
    again, same = merged(events, stories, marks, kept)
    assert (again, same) == (made, kept)
    return made


OPENED = "Mayor Ada Thornbury opened the Ellery bridge with 300 guests"


def told(article: str, text: str, date: str | None = "2025-01-03", **more: Any) -> Dated:
    fields = {"mod": None, "expression": "", "aspect": Aspect.PAST, "speakers": (), "terms": event_terms(text), **more}
    return Dated(article=article, event=CardEvent(anchor="event-1", text=text, date=date, **fields))


def groups(found: tuple[Happening, ...]) -> list[list[str]]:
    return sorted(sorted(d.article for d in h.tellings) for h in found)


def joined(*events: Dated, story: str = "") -> list[list[str]]:
    return groups(happenings(events, {d.article: story for d in events} if story else {}))


def test_the_same_words_on_the_same_day_are_one_event() -> None:
    other = "The Ellery bridge was opened by Mayor Ada Thornbury before 300 guests"
    assert joined(told("a", OPENED), told("b", other)) == [["a", "b"]]


@pytest.mark.parametrize(
    "other",
    [
        told("a", OPENED),
        told("b", OPENED, "2025-02-03"),
        told("b", OPENED.replace("300", "120")),
        told("b", "The tender offer for the shares expired"),
        told("b", "Minister Jan Reed opened the harbour road with 300 lorries"),
    ],
)
def test_these_are_not_one_event(other: Dated) -> None:
    assert len(happenings((told("a", OPENED), other), {})) == 2


def test_strangers_need_a_name_in_common_but_articles_of_one_story_do_not() -> None:
    cut, cuts = "the company cut its contract price for crude oil", "it cut its contract price for most crude oil"
    assert joined(told("a", cut), told("b", cuts)) == [["a"], ["b"]]
    assert joined(told("a", cut), told("b", cuts), story="s") == [["a", "b"]]


def test_one_company_s_deed_is_not_another_s_where_pronouns_stand_for_both() -> None:
    raised = "it raised the contract price for all grades of Ellery crude by 50 cents"
    mine, theirs = told("a", raised, who="Quay Oil Corp"), told("b", raised, who="Wend Petroleum Corp")
    assert joined(mine, theirs, story="s") == [["a"], ["b"]]
    assert joined(mine, told("b", raised, who="Quay Oil"), story="s") == [["a", "b"]]


def test_days_that_differ_need_a_name_in_common() -> None:
    fixed = "Final terms of the bond will be fixed in the evening"
    assert joined(told("a", fixed, "2025-01-03"), told("b", fixed, "2025-01-04"), story="s") == [["a"], ["b"]]


def test_the_most_precise_date_leads_where_both_can_be_true() -> None:
    (one,) = happenings((told("a", OPENED, "2025-01"), told("b", OPENED, "2025-01-03")), {"a": "s", "b": "s"})
    assert (one.date, [d.article for d in one.tellings], one.otherwise) == ("2025-01-03", ["b", "a"], ())


def test_articles_that_disagree_are_told_and_never_averaged() -> None:
    events = (told("a", OPENED, "2025-01-03"), told("b", OPENED, "2025-01-04"), told("c", OPENED, "2025-01-04"))
    (one,) = happenings(events, dict.fromkeys("abc", "s"))
    assert (one.date, one.otherwise) == ("2025-01-04", ("2025-01-03",))


def test_what_was_scheduled_and_is_reported_has_happened() -> None:
    planned = told("a", "Mayor Ada Thornbury will open the Ellery bridge", aspect=Aspect.SCHEDULED)
    (one,) = happenings((planned, told("b", "Ada Thornbury opened the Ellery bridge")), {"a": "s", "b": "s"})
    assert one.aspect is Aspect.PAST


def test_the_order_of_the_articles_does_not_matter_to_the_groups() -> None:
    events = [told(c, OPENED) for c in "abc"] + [told(c, "Jan Reed resigned as harbour master of Ellery") for c in "de"]
    assert joined(*events) == joined(*reversed(events)) == [["a", "b", "c"], ["d", "e"]]


def test_a_year_holds_much_so_that_more_words_must_be_shared() -> None:
    cut, lowered = (
        "the company cut its contract price for crude oil",
        "it lowered the price of crude oil under contract",
    )
    assert joined(told("a", cut, "2025"), told("b", lowered, "2025"), story="s") == [["a"], ["b"]]
    assert joined(told("a", cut, "2025-01"), told("b", lowered, "2025-01"), story="s") == [["a", "b"]]
