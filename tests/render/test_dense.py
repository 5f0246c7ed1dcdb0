"""The dense theme over the same views: every page sound, the same promises to readers, small type and all."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise, product

import pytest
from rcssmin import cssmin

from sitegen.model.page import Page
from sitegen.render.contrast import contrast
from sitegen.render.theme import Theme
from sitegen.render.tokens import palettes

from .reading import elements, made, tree, words
from .sample_bare import EMPTY
from .sample_pages import RICH

HTML = [p for p in (*RICH, *EMPTY) if p.path.endswith(".html")]
HOME = next(p for p in RICH if p.template == "home.html")
THEMES = ["", "dense"]


@pytest.fixture
def dense(texts: dict[str, str]) -> Theme:
    return Theme(texts, {}, "dense")


def test_it_has_no_mistakes_and_is_templates_and_a_stylesheet_alone(dense: Theme, texts: dict[str, str]) -> None:
    assert dense.check() == ()
    assert {name for name in texts if name.startswith("themes/dense/")} == {
        "themes/dense/base.html",
        "themes/dense/style.css",
        "themes/dense/parts/lists.html",
    }


@pytest.mark.parametrize("page", [pytest.param(p, id=f"{p.template}-{n}") for n, p in enumerate(HTML)])
def test_every_page_is_html_that_needs_no_mending(page: Page, dense: Theme) -> None:
    root = tree(made(page, dense))
    assert [name for name, n in Counter(e.get("id") for e in root.iter() if e.get("id")).items() if n > 1] == []
    levels = [int(e.tag[-1]) for e in root.iter() if re.fullmatch(r"h[1-6]", str(e.tag))]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert [e for e in elements(root, "a") if e.get("href") and not words(e) and not e.get("aria-label")] == []


def test_a_cluster_says_who_reports_it_who_said_what_and_who_else_has_it(dense: Theme) -> None:
    root = tree(made(HOME, dense))
    first = next(e for e in elements(root, "article") if e.get("class") == "cluster")
    said = words(first)
    assert said.index("Coast Courier") < said.index("Port Elling will move") < said.index("Ingrid Vasaro")
    assert "“We will open the new hall before the first snow,” … “and nobody will lose a stall.”" in said
    assert "Also in: Elling Post" in said
    assert "The whole story: The fish market moves" in said


def test_what_a_cluster_quotes_is_said_to_be_direct_and_leads_to_its_place(dense: Theme) -> None:
    root = tree(made(HOME, dense))
    (line,) = (e for e in elements(root, "li") if e.find("span[@class='pill direct']") is not None)
    assert line.findall("a")[-1].get("href") == "articles/market/#quotation-1"


@pytest.mark.parametrize("name", THEMES)
def test_the_browser_s_frame_has_the_ground_of_the_page(name: str, texts: dict[str, str]) -> None:
    theme = Theme(texts, {}, name)
    plain = replace(HOME, view=replace(HOME.view, chrome=replace(HOME.view.chrome, grounds=("", ""))))
    colours = [e.get("content") for e in elements(tree(made(plain, theme)), "meta") if e.get("name") == "theme-color"]
    assert colours == [values["ground"] for values in palettes(theme.text("style.css") or "").values()]


@pytest.mark.parametrize("name", THEMES)
def test_all_text_can_be_read(name: str, texts: dict[str, str]) -> None:
    sheet = Theme(texts, {}, name).text("style.css") or ""
    for scheme, values in palettes(sheet).items():
        for ink, ground in product(("ink", "muted", "link", "accent"), ("ground", "surface")):
            measured = contrast(values[ink], values[ground])
            assert measured is not None
            assert measured >= 6.3, (scheme, ink, ground, measured)


@pytest.mark.parametrize("name", THEMES)
def test_a_stylesheet_is_small_loads_nothing_and_knows_no_left_and_right(name: str, texts: dict[str, str]) -> None:
    sheet = Theme(texts, {}, name).text("style.css") or ""
    assert len(cssmin(sheet).encode()) <= 12_000
    assert "url(" not in sheet
    assert "@import" not in sheet
    assert not re.search(r"(margin|padding|border|text-align|float)\S*-?(left|right)", sheet)


def test_both_themes_have_the_same_tokens(texts: dict[str, str]) -> None:
    default, dense = (palettes(Theme(texts, {}, name).text("style.css") or "") for name in THEMES)
    assert {scheme: set(values) for scheme, values in default.items()} == {s: set(v) for s, v in dense.items()}
