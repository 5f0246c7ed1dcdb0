"""A role told in other words is one line with all its dates; another office is another line."""

import pytest

from sitegen.model.site import SeenRole
from sitegen.plan.roles import role_lines
from tests.plan.sites import desk_of
from tests.samples import card

CARDS = tuple(card(f"a{n}", day=f"2025-01-0{n}") for n in range(1, 5))


def lines(*roles: str) -> list[str]:
    seen = tuple(SeenRole(role=role, affiliation=None, articles=(f"a{n}",)) for n, role in enumerate(roles, 1))
    return [f"{line.words}: {line.first.words} - {line.last.words}" for line in role_lines(desk_of(*CARDS), seen)]


def test_the_fullest_wording_stands_for_all() -> None:
    assert lines("finance minister", "Brazilian Finance Minister", "Brazil's Finance Minister") == [
        "Brazilian Finance Minister: 1 January 2025 - 3 January 2025"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("prime minister", "Deputy Prime Minister"),
        ("trade secretary", "Former Trade Secretary"),
        ("Minister", "Brazilian Finance Minister"),
        ("finance director", "sales and finance director"),
        ("mayor", "captain"),
    ],
)
def test_another_office_is_another_line(one: str, other: str) -> None:
    assert len(lines(one, other)) == 2


def test_an_affiliation_stands_behind_the_role_that_does_not_name_it() -> None:
    seen = SeenRole(role="director", affiliation="Ellery Ferry Company", articles=("a1",))
    assert [line.words for line in role_lines(desk_of(*CARDS), [seen])] == ["director, Ellery Ferry Company"]
