"""Themes: whose file wins, what a template reaches, what is wrong in it."""

import pickle
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from sitegen.model.machine_pages import AssetView
from sitegen.model.page import Page
from sitegen.render.folders import template_folders
from sitegen.render.renderer import render
from sitegen.render.theme import Theme

from .reading import made
from .sample_pages import RICH

HOME = next(p for p in RICH if p.template == "home.html")


def test_the_default_theme_has_no_mistakes(theme: Theme) -> None:
    assert theme.check() == ()


def test_assets_are_what_is_no_template(texts: dict[str, str]) -> None:
    theme = Theme(texts, {"extra.css": "", ".hidden.css": "", "base.html~": "{{", "README.md": "{{", "fonts/a.css": ""})
    assert theme.assets == ("extra.css", "fonts/a.css", "icon.svg", "search.css", "search.js", "style.css")
    assert theme.check() == ()


def test_a_file_of_the_site_wins_and_can_build_on_the_default(texts: dict[str, str]) -> None:
    own = '{% extends "default/base.html" %}{% block footer %}<footer>Ours</footer>{% endblock %}'
    html = made(HOME, Theme(texts, {"base.html": own}))
    assert "<footer>Ours</footer>" in html
    assert "colophon" not in html
    assert "More articles" in html


def test_a_part_can_be_replaced_alone(texts: dict[str, str]) -> None:
    own = '{% macro shown(date) %}<b class="mine">{{ date.words }}</b>{% endmacro %}'
    assert '<b class="mine">19 November 2024</b>' in made(HOME, Theme(texts, {"parts/dates.html": own}))


def test_another_theme_lies_between_the_default_one_and_the_site(texts: dict[str, str]) -> None:
    layers = {**texts, "themes/thin/parts/dates.html": "{% macro shown(date) %}<i>{{ date.words }}</i>{% endmacro %}"}
    layers["themes/thin/archive.html"] = '{% extends "default/archive.html" %}'
    assert "<i>19 November 2024</i>" in made(HOME, Theme(layers, {}, "thin"))
    assert "<i>19 November 2024</i>" not in made(HOME, Theme(layers, {}))
    own = {
        "parts/dates.html": '{% from "theme/parts/dates.html" import shown as thin %}{% macro shown(date) %}<b>{{ thin(date) }}</b>{% endmacro %}'
    }
    assert "<b><i>19 November 2024</i></b>" in made(HOME, Theme(layers, own, "thin"))
    assert Theme(layers, own, "thin").check() == ()
    assert "<b><time" in made(HOME, Theme(texts, own))


def test_the_files_of_a_theme_that_is_not_chosen_are_no_files_of_the_site(texts: dict[str, str]) -> None:
    layers = {**texts, "themes/thin/broken.html": "{{", "themes/thin/extra.css": "body {}"}
    assert Theme(layers, {}).assets == Theme(texts, {}).assets
    assert Theme(layers, {}).check() == ()
    thin = Theme(layers, {}, "thin")
    assert "extra.css" in thin.assets
    (found,) = thin.check()
    assert (found.path, found.hint) == ("templates/themes/thin/broken.html", "this is a file of the thin theme")
    assert pickle.loads(pickle.dumps(thin)).assets == thin.assets


def test_a_style_sheet_can_be_replaced(texts: dict[str, str]) -> None:
    page = Page(path="style.css", template="style.css", view=AssetView())
    assert render(page, Theme(texts, {"style.css": "body {} /* ours */"})).value == b"body{}"


def test_a_closure_changes_with_what_the_template_reaches_and_with_nothing_else(texts: dict[str, str]) -> None:
    plain = Theme(texts, {})
    dates = Theme(texts, {"parts/dates.html": texts["parts/dates.html"] + " "})
    robots = Theme(texts, {"robots.txt": texts["robots.txt"] + " "})
    assert plain.closure("home.html") == Theme(texts, {}).closure("home.html")
    assert plain.closure("home.html") != dates.closure("home.html")
    assert plain.closure("sitemap.xml") == dates.closure("sitemap.xml")
    assert plain.closure("home.html") == robots.closure("home.html")
    assert plain.closure("rss") == robots.closure("rss")
    assert plain.closure("style.css") != Theme(texts, {"style.css": "x"}).closure("style.css")


def test_a_reference_that_is_only_known_when_rendering_reaches_everything() -> None:
    def closure(other: str) -> str:
        return Theme({"a.html": "{% include view.x %}", "b.html": other}, {}).closure("a.html")

    assert closure("1") != closure("2")


def test_a_template_that_comes_into_being_changes_the_closure() -> None:
    text = '{% include "b.html" ignore missing %}'
    assert Theme({"a.html": text}, {}).closure("a.html") != Theme({"a.html": text, "b.html": "x"}, {}).closure("a.html")


def test_a_theme_travels_to_other_processes(texts: dict[str, str]) -> None:
    theme = Theme(texts, {"icon.svg": "<svg/>"})
    made(HOME, theme)
    again = pickle.loads(pickle.dumps(theme))
    assert again.closure("icon.svg") == theme.closure("icon.svg")
    assert made(HOME, again) == made(HOME, theme)


def test_templates_have_nothing_that_varies() -> None:
    for text in ("{{ lipsum() }}", "{{ [1, 2] | random }}"):
        page = Page(path="index.html", template="home.html", view=HOME.view)
        assert render(page, Theme({"home.html": text}, {})).value is None


def test_the_default_theme_is_found_beside_the_package_or_in_it() -> None:
    in_wheel, in_checkout = template_folders()
    assert (in_wheel.name, in_wheel.parent.name) == ("templates", "sitegen")
    assert in_wheel.parent.parent == in_checkout.parent
    assert any((f / "base.html").is_file() for f in template_folders())


def test_the_wheel_carries_the_theme_in_the_package(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    with ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "site")
    ask = "from sitegen.render.folders import template_folders; print(template_folders()[0])"
    found = subprocess.run(
        [sys.executable, "-c", ask], cwd=tmp_path / "site", check=True, capture_output=True, text=True
    )
    folder = Path(found.stdout.strip())
    assert folder == tmp_path / "site" / "sitegen" / "templates"
    assert (folder / "parts" / "quotations.html").is_file()
    assert (folder / "themes" / "dense" / "style.css").is_file()
