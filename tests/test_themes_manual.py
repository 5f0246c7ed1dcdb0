"""docs/themes.md: what it names is there, and its examples work as they stand."""

import re
import tomllib
from pathlib import Path

import pytest

from sitegen.content.settings import settings
from sitegen.render.renderer import render
from sitegen.render.theme import Theme
from sitegen.render.tokens import declared
from tests.render.conftest import default_texts
from tests.render.sample_pages import RICH

ROOT = Path(__file__).resolve().parents[1]
MANUAL = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
START = (ROOT / "sitegen" / "cli" / "starter_theme" / "README.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"```jinja\n\{# templates/(\S+) #\}\n(.*?)```", MANUAL, re.DOTALL))
TEXTS = default_texts()


def listed(heading: str) -> set[str]:
    """Return what stands in code in the first column of the table under a heading of it."""
    table = MANUAL.partition(heading)[2].partition("\n\n")[0]
    return {name for row in table.splitlines()[2:] for name in re.findall(r"`([^`]+)`", row.split("|")[1])}


@pytest.mark.parametrize("theme", ["", "dense"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_works_in_every_theme_and_shows_on_a_page(name: str, theme: str) -> None:
    plain, own = Theme(TEXTS, {}, theme), Theme(TEXTS, {name: EXAMPLES[name]}, theme)
    assert own.check() == ()
    made = [(render(page, plain), render(page, own)) for page in RICH]
    assert [m.diagnostics for _, m in made if m.diagnostics] == []
    assert any(before.value != after.value for before, after in made)


def test_the_example_of_a_start_works() -> None:
    (text,) = re.findall(r"```jinja\n(.*?)```", START, re.DOTALL)
    own = Theme(TEXTS, {"parts/dates.html": text})
    made = [render(page, own) for page in RICH]
    assert [m.diagnostics for m in made if m.diagnostics] == []
    assert any(b"small-caps" in (m.value or b"") for m in made)


def test_every_example_is_tried() -> None:
    assert len(EXAMPLES) == MANUAL.count("```jinja") == 4


@pytest.mark.parametrize("text", re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL))
def test_the_settings_are_sound(text: str) -> None:
    assert tomllib.loads(text)
    assert settings({"sitegen.toml": text}).diagnostics == ()


def test_every_token_is_told() -> None:
    assert listed("| token | what it is |") == set(declared(TEXTS["style.css"], dark=False))


def test_every_block_of_the_frame_is_told() -> None:
    assert listed("| block of `base.html` |") == set(re.findall(r"\{% block (\w+)", TEXTS["base.html"]))


def test_every_template_of_a_page_is_told() -> None:
    pages = {name for name in TEXTS if name.endswith(".html") and "/" not in name and name != "base.html"}
    assert listed("| template | view |") - {"email.txt"} == pages
