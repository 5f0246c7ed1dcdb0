"""Files of the theme that are copied: their addresses, what they name of one another, what a page says of them."""

import pytest

from sitegen.model.machine_pages import AssetView
from sitegen.model.page import Page
from sitegen.render.assets import named_in, with_addresses
from sitegen.render.renderer import render
from sitegen.render.theme import Theme

from .reading import made
from .sample_pages import RICH

HOME = next(p for p in RICH if p.template == "home.html")
ADDRESSES = {n: n.replace(".", ".0a1b2c3d.") for n in ("style.css", "print.css", "parts/dark.css", "parts/dot.svg")}


def test_a_page_links_to_the_address_of_a_file(theme: Theme) -> None:
    html = made(HOME, theme)
    assert '<link rel="stylesheet" href="style.4e5f6a7b.css">' in html
    assert '<link rel="icon" type="image/svg+xml" href="icon.0a1b2c3d.svg">' in html


def test_the_page_that_answers_anywhere_links_from_the_root_of_the_host(theme: Theme) -> None:
    page = next(p for p in RICH if p.template == "404.html")
    assert '<link rel="stylesheet" href="/news/style.4e5f6a7b.css">' in made(page, theme)


def test_a_file_that_the_theme_has_not_is_a_mistake_with_a_guess(texts: dict[str, str]) -> None:
    wrong = texts["base.html"].replace('"style.css" | asset', '"styles.css" | asset')
    found = render(HOME, Theme(texts, {"base.html": wrong})).diagnostics
    assert [(d.path, d.code) for d in found] == [("templates/base.html", "template-error")]
    assert found[0].message == "the theme has no file 'styles.css' to copy; did you mean 'style.css'?"


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("style.css", '@import "print.css";', '@import "print.0a1b2c3d.css";'),
        ("style.css", "@import url(parts/dark.css);", "@import url(parts/dark.0a1b2c3d.css);"),
        ("parts/dark.css", "a { background: url( './dot.svg' ) }", "a { background: url( './dot.0a1b2c3d.svg' ) }"),
        ("parts/dark.css", "@import '../print.css'", "@import '../print.0a1b2c3d.css'"),
        ("app.webmanifest", '"icons": [{"src": "parts/dot.svg"}]', '"icons": [{"src": "parts/dot.0a1b2c3d.svg"}]'),
        ("style.css", "a { background: url(other.png) } /* print.css */", None),
        ("style.css", 'a { background: url("data:image/svg+xml,print.css") }', None),
        ("script.js", 'load("print.css")', None),
    ],
)
def test_what_a_file_names_is_found_at_its_address(name: str, text: str, written: str | None) -> None:
    assert with_addresses(name, text, ADDRESSES) == (written or text)
    assert bool(named_in(name, text, ADDRESSES)) == (written is not None)


def test_a_mark_changes_with_the_bytes_of_a_file_and_of_what_it_names() -> None:
    def marks(style: str, dark: str) -> tuple[str, str]:
        theme = Theme({"style.css": style, "dark.css": dark}, {})
        return theme.mark("style.css"), theme.mark("dark.css")

    first = marks('@import "dark.css";', "a {}")
    assert first == marks('@import "dark.css";', "a {}")
    other = marks('@import "dark.css";', "b {}")
    assert first[0] != other[0]
    assert first[1] != other[1]
    assert marks("", "a {}")[1] == first[1]
    assert marks('@import "dark.css";', '@import "style.css";')  # in a circle
    assert all(len(mark) == 8 for mark in first)


def test_a_style_sheet_is_written_with_the_addresses_of_what_it_names() -> None:
    theme = Theme({"style.css": '@import "dark.css";', "dark.css": ""}, {})
    view = AssetView(assets=(("dark.css", "dark.0a1b2c3d.css"),))
    made_of = render(Page(path="style.9e8d7c6b.css", template="style.css", view=view), theme)
    assert made_of.value == b'@import "dark.0a1b2c3d.css"'
