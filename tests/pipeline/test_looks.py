"""The look of a site on disk: its theme, its tokens, and what a change of either makes again."""

from pathlib import Path

import pytest

from sitegen.check import check_site
from sitegen.model.config import ThemeName
from sitegen.model.report import Outcome
from sitegen.pipeline.inputs import theme_folder
from tests.browser import Browser, served
from tests.sites import SETTINGS, article_of, build, files_in, site, write

BASE = "https://example.org/sub/"
FOOTER = '{% extends "default/base.html" %}{% block footer %}{{ super() }}<p class="ours">Ours</p> {% endblock %}'
SMALL_TARGETS = """[...document.querySelectorAll("nav a, aside li > a, h1 a, h2 a, h3 a")].filter(a => {
  const box = a.getBoundingClientRect();
  return box.width > 0 && box.height + 8 < 24;
}).map(a => a.outerHTML)"""
"""Links that stand for themselves and are lower than 24 pixels with the space around them (WCAG 2.2, 2.5.8)."""

TOKENS = SETTINGS + '[tokens]\nlink = "#003366"\n'


def styles(root: Path) -> list[bytes]:
    return [data for path, data in files_in(root / "output").items() if path.startswith("style.")]


def test_every_theme_that_can_be_chosen_is_there_and_no_other() -> None:
    folders = {p.name for p in (theme_folder() / "themes").iterdir()}
    assert folders == {str(name) for name in ThemeName} - {"default"}


def test_the_same_site_in_the_dense_theme_is_as_sound(tmp_path: Path) -> None:
    root = site(tmp_path / "site")
    build(root)
    default = files_in(root / "output")
    (root / "sitegen.toml").write_text('theme = "dense"\n' + SETTINGS)
    report = build(root)
    assert (report.exit_code, report.diagnostics) == (0, ())
    dense = files_in(root / "output")
    assert check_site(dense, BASE) == ()
    assert {p for p in dense if not p.startswith("style.")} == {p for p in default if not p.startswith("style.")}
    assert b'class="cluster"' in dense["index.html"]
    assert b'class="cluster"' not in default["index.html"]
    assert dense["feed.xml"] == default["feed.xml"]


def test_one_block_overridden_changes_that_block_on_every_page_and_nothing_else(tmp_path: Path) -> None:
    root = site(tmp_path / "site")
    build(root)
    default = files_in(root / "output")
    write(root, {"templates/base.html": FOOTER})
    assert build(root).exit_code == 0
    own = files_in(root / "output")
    assert check_site(own, BASE) == ()
    with_footer = {p for p in default if b'<footer class="colophon">' in default[p]}
    assert {p for p in own if b'<p class="ours">Ours</p>' in own[p]} == with_footer != set()
    for path, data in own.items():
        assert data.replace(b'<p class="ours">Ours</p>', b"").split() == default[path].split(), path


def test_a_site_overrides_a_block_of_the_dense_theme_too(tmp_path: Path) -> None:
    own = '{% extends "default/home.html" %}{% block nameplate %}<h1>Ours</h1>{% endblock %}'
    root = site(tmp_path / "site", **{"sitegen.toml": 'theme = "dense"\n' + SETTINGS, "templates/home.html": own})
    assert build(root).exit_code == 0
    home = files_in(root / "output")["index.html"]
    assert b"<h1>Ours</h1>" in home
    assert b'class="cluster"' in home


@pytest.mark.browser
def test_the_dense_theme_fits_the_narrowest_phone_and_shows_what_it_has_on_a_wide_screen(tmp_path: Path) -> None:
    root = site(tmp_path / "site", **{"sitegen.toml": 'theme = "dense"\n' + SETTINGS})
    build(root)
    pages = ["", f"articles/{article_of(root, 'bridge').stem}/", "speakers/ada-thornbury/", "timeline/", "feeds/"]
    with served(root / "output", "/sub/") as address, Browser() as browser:
        phone = browser.tab(width=320, javascript=True)
        for page in pages:
            phone.go(address + page)
            assert phone.value("document.documentElement.scrollWidth <= innerWidth"), page
            assert phone.value(SMALL_TARGETS) == [], page
        wide = browser.tab(width=1280).go(address)
        assert wide.value("document.querySelector('aside').offsetTop <= document.querySelector('main').offsetTop + 50")


def test_tokens_are_a_part_of_the_published_stylesheet_and_an_edit_of_them_is_seen(tmp_path: Path) -> None:
    root = site(tmp_path / "site")
    assert build(root).exit_code == 0
    (plain,) = styles(root)
    (root / "sitegen.toml").write_text(TOKENS)
    report = build(root)
    assert (report.exit_code, report.diagnostics) == (0, ())
    assert styles(root) == [plain.replace(b"--link:#1a4f8a", b"--link:#003366")]
    assert report.count(Outcome.REUSED) > 0
    (root / "sitegen.toml").write_text(SETTINGS)
    build(root)
    assert styles(root) == [plain]


def test_a_slip_in_a_token_publishes_nothing_and_the_last_good_site_stays(tmp_path: Path) -> None:
    root = site(tmp_path / "site")
    build(root)
    before = files_in(root / "output")
    (root / "sitegen.toml").write_text(TOKENS.replace("link", "lnik"))
    report = build(root)
    assert report.exit_code == 1
    assert [(d.code, d.line, d.hint) for d in report.diagnostics] == [("token-unknown", 4, "did you mean link?")]
    assert files_in(root / "output") == before


def test_tokens_hold_for_a_stylesheet_of_the_site_as_well(tmp_path: Path) -> None:
    root = site(tmp_path / "site", **{"sitegen.toml": TOKENS, "templates/style.css": ":root { --link: red }\n"})
    build(root)
    assert styles(root) == [b":root{--link:#003366}"]
