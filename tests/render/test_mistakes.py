"""What the maker of a template is told."""

import pytest

from sitegen.model.machine_pages import AssetView
from sitegen.model.page import Page
from sitegen.render.renderer import render
from sitegen.render.theme import Theme

from .sample_pages import RICH

HOME = next(p for p in RICH if p.template == "home.html")
EXTENDS = '{% extends "default/base.html" %}\n{% block main %}\n'


@pytest.mark.parametrize(
    ("text", "line", "code", "message"),
    [
        ("a\n{% if %}\n", 2, "template-syntax", "Expected an expression, got 'end of statement block'"),
        ("a\n\n{% for x in y %}\n", 3, "template-syntax", "Unexpected end of template"),
        ("{{ 1 | hrefs }}", 1, "template-syntax", "No filter named 'hrefs'"),
        ('a\n{% include "parts/date.html" %}', 2, "template-missing", "there is no template 'parts/date.html'"),
        ('{% extends "bose.html" %}', 1, "template-missing", "there is no template 'bose.html'"),
    ],
)
def test_before_any_page_is_made(texts: dict[str, str], text: str, line: int, code: str, message: str) -> None:
    (found,) = Theme(texts, {"home.html": text}).check()
    assert (found.path, found.line, found.column, found.code) == ("templates/home.html", line, 1, code)
    assert message in found.message
    assert found.source == text.splitlines()[line - 1]


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        (
            EXTENDS + "{{ view.articels }}\n{% endblock %}",
            3,
            "HomeView has no field 'articels'",
            "did you mean 'articles'?",
        ),
        (EXTENDS + "\n{{ nothing }}{% endblock %}", 4, "'nothing' is undefined", ""),
        (EXTENDS + "{{ 1 / 0 }}{% endblock %}", 3, "division by zero", ""),
        (EXTENDS + "{{ 'a' + 1 }}{% endblock %}", 3, 'can only concatenate str (not "int") to str', ""),
        (EXTENDS + "{{ 5 | href }}{% endblock %}", 3, "expected string or bytes-like object, got 'int'", ""),
        (
            '{% from "parts/lists.html" import teaser %}\n{{ teaser(view.articles[0]) }}',
            None,
            "a macro that makes links is imported 'with context'",
            "",
        ),
        ("{% macro again() %}{{ again() }}{% endmacro %}\n{{ again() }}", 1, "maximum recursion depth exceeded", ""),
        ("{% include view.chrome.title %}", 1, "there is no template 'The Harbour Digest'", ""),
    ],
)
def test_while_a_page_is_made(texts: dict[str, str], text: str, line: int | None, message: str, hint: str) -> None:
    result = render(HOME, Theme(texts, {"home.html": text}))
    assert result.value is None
    (found,) = result.diagnostics
    assert found.message.startswith(message)
    assert hint in found.hint
    assert "seen in index.html" in found.hint
    if line:
        assert (found.path, found.line, found.source) == ("templates/home.html", line, text.splitlines()[line - 1])
        assert "default theme" not in found.hint
    else:
        assert found.path == "templates/parts/lists.html"
        assert "this is a file of the default theme" in found.hint


def test_the_innermost_template_is_named(texts: dict[str, str]) -> None:
    own = "{% macro shown(date) -%}\n{{ date.wrods }}\n{%- endmacro %}"
    (found,) = render(HOME, Theme(texts, {"parts/dates.html": own})).diagnostics
    assert (found.path, found.line) == ("templates/parts/dates.html", 2)
    assert found.message == "ShownDate has no field 'wrods'"


@pytest.mark.parametrize("view", [HOME.view, AssetView()])
def test_a_template_that_is_not_there(texts: dict[str, str], view: AssetView) -> None:
    page = Page(path="x", template="style.cs", view=view)
    (found,) = render(page, Theme(texts, {})).diagnostics
    assert found.code == "template-missing"
    assert "did you mean 'style.css'?" in found.hint
