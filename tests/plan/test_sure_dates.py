"""Which dates of events machines are told: none that the source leaves open."""

from dataclasses import replace
from typing import Any

import pytest

from sitegen.model.annotations import Aspect, Signal
from sitegen.model.site import Dated, Happening
from sitegen.plan.sure_dates import start_of_event, start_of_happening
from tests.plan.sites import happens

EVENT = happens(1, "The bridge opens", "2025-06-02")


@pytest.mark.parametrize(
    ("date", "start"),
    [
        ("2025-06-02", "2025-06-02"),
        ("2025-06", "2025-06"),
        ("2025", "2025"),
        ("2025-06-02TMO", "2025-06-02"),
        ("2025-06-02T14:00", "2025-06-02"),
        ("2025-W23", ""),
        ("2025-Q2", ""),
        ("2025-SU", ""),
        ("202", ""),
        (None, ""),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(date: str | None, start: str) -> None:
    assert start_of_event(replace(EVENT, date=date)) == start


@pytest.mark.parametrize(
    "vague",
    [
        {"mod": "APPROX"},
        {"signal": Signal.BY},
        {"carried": True},
        {"until": "2025-06-09"},
        {"length": "P3D"},
        {"aspect": Aspect.EXPECTED},
    ],
)
def test_a_date_that_is_not_sure_is_none(vague: dict[str, Any]) -> None:
    assert start_of_event(replace(EVENT, **vague)) == ""


def test_articles_that_disagree_give_no_date() -> None:
    told = (Dated(article="a", event=EVENT), Dated(article="b", event=replace(EVENT, date="2025-06")))
    agreed = Happening(tellings=told, date="2025-06-02", mod=None, aspect=Aspect.SCHEDULED)
    assert start_of_happening(agreed) == "2025-06-02"
    assert start_of_happening(replace(agreed, otherwise=("2025-06-03",))) == ""
    assert start_of_happening(replace(agreed, aspect=Aspect.EXPECTED)) == ""
