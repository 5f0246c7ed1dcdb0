"""Names in any script get non-empty slugs that do not collide."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.slug import LENGTH, slug, unique


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Dmitry Peskov", "dmitry-peskov"),
        ("Владимир Путин", "vladimir-putin"),
        ("L’Île-d’Orléans", "lile-dorleans"),
        ("CON", "con-x"),
        ("page", "page-x"),
    ],
)
def test_slug(words: str, made: str) -> None:
    assert slug(words) == made


@given(st.text(max_size=200))
def test_every_slug_can_stand_in_an_address(words: str) -> None:
    made = slug(words)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", made)
    assert len(made) <= LENGTH + 2


def test_unique() -> None:
    taken: set[str] = set()
    assert [unique("A b", taken) for _ in range(3)] == ["a-b", "a-b-2", "a-b-3"]
    assert unique("…", taken) != unique("!?", taken)
