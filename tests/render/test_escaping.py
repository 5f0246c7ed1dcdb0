"""Whatever words come in, none of them becomes markup."""

import json
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar

import pytest

from sitegen.model.feeds import FeedView
from sitegen.model.machine_pages import AssetView
from sitegen.model.page import Page
from sitegen.model.shown import Chrome, Head
from sitegen.model.text import Mark
from sitegen.render.theme import Theme

from .reading import elements, made, tree
from .sample_pages import RICH

V = TypeVar("V")
HOSTILE = "</script></title><img src=x onerror=alert(1)>\"'><svg/onload=alert(2)>{{ 7*7 }}\x00\u202e\ud800]]>&amp;"
FIXED = {"assets", "base_url", "language", "sections", "address", "path", "datetime"}
"""What plan makes: never words of a source."""


def _hostile(value: V) -> V:
    """Return the value with the hostile words after every text in it."""
    if isinstance(value, Enum | Mark):
        return value
    if isinstance(value, str):
        return value + HOSTILE
    if isinstance(value, tuple):
        return tuple(map(_hostile, value))
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _hostile(getattr(value, f.name)) for f in fields(value) if f.name not in FIXED}
        return replace(value, **changed)
    return value


@pytest.mark.parametrize("page", [p for p in RICH if p.path.endswith(".html")], ids=lambda p: p.template)
def test_hostile_words_in_every_field(page: Page, theme: Theme) -> None:
    html = made(replace(page, view=_hostile(page.view)), theme)
    root = tree(html)
    assert not list(elements(root, "img", "iframe"))
    assert not [e for e in root.iter() if any(str(a).lower().startswith("on") for a in e.attrib)]
    scripts = {e.get("src") or e.get("type") for e in elements(root, "script")}
    assert scripts <= {"application/ld+json", "../search.7c8d9e0f.js"}
    assert "{{ 7*7 }}" in html
    assert not set(html) & set("\x00\u202e\ud800")
    for script in elements(root, "script"):
        assert script.get("src") or json.loads(script.text or "")


def test_hostile_addresses_stay_within_their_attribute(theme: Theme) -> None:
    page = next(p for p in RICH if p.template == "home.html")
    head, chrome = _head_of(page)
    bad = replace(head, address='x"><script>alert(1)</script>', description="</script><!--\u2028")
    html = made(replace(page, view=replace(page.view, head=bad, chrome=chrome)), theme)
    assert "<script>" not in html
    assert "\\u003c/script\\u003e\\u003c!--" in html
    assert len(list(elements(tree(html), "script"))) == 1


def _head_of(page: Page) -> tuple[Head, Chrome]:
    view = page.view
    assert not isinstance(view, FeedView | AssetView)
    return view.head, view.chrome


@pytest.mark.parametrize("name", ["sitemap.xml", "robots.txt"])
def test_files_for_machines_take_no_markup_either(name: str, theme: Theme) -> None:
    page = next(p for p in RICH if p.path == name)
    text = made(replace(page, view=_hostile(page.view)), theme)
    assert "<img" not in text
