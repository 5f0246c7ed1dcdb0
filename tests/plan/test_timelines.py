"""How finely the timeline of everything is cut, and how one gets from part to part."""

from datetime import date

import pytest

from sitegen.model.page import TimelineView
from sitegen.plan.parts import desk
from sitegen.plan.timelines import timeline_pages
from sitegen.words import ENGLISH
from tests.plan.sites import happens, told
from tests.samples import card


def views(*days: str, newest: str = "2025-03-13") -> dict[str, TimelineView]:
    """Return the pages of a timeline with events of these days, or months, or years, by address."""
    events = tuple(happens(n, f"Number {n} of {day} opens", day) for n, day in enumerate(days))
    site = told((card("a", day=newest, events=events),), happenings=())
    site = told(site.cards, happenings=told(site.cards).happenings)
    views = [page.view for page in timeline_pages(desk(site, date(2025, 3, 14), ENGLISH))]
    assert all(isinstance(view, TimelineView) for view in views)
    return {view.head.address: view for view in views if isinstance(view, TimelineView)}


def count(view: TimelineView) -> int:
    return sum(len(group.events) for group in view.groups)


def test_a_short_timeline_is_one_page() -> None:
    (view,) = views("2024", "2025-03-13").values()
    assert (count(view), view.years, view.months, view.days) == (2, (), (), ())


def test_a_long_one_is_cut_as_finely_as_it_is_full() -> None:
    made = views(*["2023"] * 3, *["2024-05"] * 201, *["2025"], *["2025-03-12"] * 150, *["2025-03-13"] * 120, "2025-03")
    assert {address: count(view) for address, view in made.items() if address != "timeline/"} == {
        "timeline/2025/": 1,
        "timeline/2025/03/": 1,
        "timeline/2025/03/12/": 150,
        "timeline/2025/03/13/": 120,
        "timeline/2024/": 0,
        "timeline/2024/05/": 201,
        "timeline/2023/": 3,
    }
    near = {link.address for view in made.values() for link in (*view.years, *view.months, *view.days)}
    assert near == made.keys() - {"timeline/"}
    assert [link.words for link in made["timeline/2025/03/12/"].days] == ["12 March 2025", "13 March 2025"]


@pytest.mark.parametrize(
    ("newest", "leads"), [("2025-03-13", "2025-03-13"), ("2024-12-01", "2024"), ("1990-01-01", None)]
)
def test_it_leads_with_the_time_of_the_newest_article(newest: str, leads: str | None) -> None:
    made = views(*["2024"] * 100, *["2025-03-13"] * 201, *["2031"] * 3, newest=newest)
    lead = made["timeline/"].groups[0].events[0].date
    assert lead
    assert lead.machine == (leads or "2031")


def test_what_has_no_date_has_a_page_of_its_own() -> None:
    made = views(*["2024"] * 200, "soon")
    assert count(made["timeline/undated/"]) == 1
    assert [link.words for link in made["timeline/"].years] == ["2024", "Without a date"]
