"""What holds for every page of the default theme, with everything in it and with nothing."""

import re
from collections import Counter
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from rcssmin import cssmin

from sitegen.model.feeds import MailView
from sitegen.model.machine_pages import AssetView, NotFoundView, RedirectView
from sitegen.model.page import Page
from sitegen.model.search_pages import SearchView
from sitegen.render.theme import Theme

from .reading import elements, made, tree, words
from .sample_bare import EMPTY
from .sample_pages import RICH

ALL = (*RICH, *EMPTY)
HTML = [p for p in ALL if p.path.endswith(".html") and not isinstance(p.view, MailView)]
WITH_FRAME = [p for p in HTML if not isinstance(p.view, RedirectView)]


def _named(pages: list[Page]) -> list[object]:
    return [pytest.param(p, id=f"{p.template}-{'rich' if p in RICH else 'bare'}") for p in pages]


def test_every_template_of_a_page_has_a_sample(texts: dict[str, str], theme: Theme) -> None:
    pages = {n for n in texts if "/" not in n and n not in {"base.html", *theme.assets}}
    for samples in (RICH, EMPTY):
        assert pages <= {p.template for p in samples}


@pytest.mark.parametrize("page", _named(list(ALL)))
def test_is_made_without_a_none(page: Page, theme: Theme) -> None:
    assert not re.search(r"\bNone\b", made(page, theme))


@pytest.mark.parametrize("page", _named(HTML))
def test_is_html_that_needs_no_mending(page: Page, theme: Theme) -> None:
    root = tree(made(page, theme))
    ids = Counter(e.get("id") for e in root.iter() if e.get("id"))
    assert [i for i, n in ids.items() if n > 1] == []
    assert root.get("lang") == "en"
    assert root.get("dir") == "ltr"
    assert words(next(elements(root, "title")))


@pytest.mark.parametrize("page", _named(HTML))
def test_loads_nothing_but_stylesheet_and_icon(page: Page, theme: Theme) -> None:
    root = tree(made(page, theme))
    scripts = {e.get("src") or e.get("type") for e in elements(root, "script")}
    assert scripts <= {"application/ld+json", "../search.7c8d9e0f.js" if isinstance(page.view, SearchView) else ""}
    loaded = {
        e.get("href", "").rsplit("/", 1)[-1] for e in elements(root, "link") if e.get("rel") in {"icon", "stylesheet"}
    }
    own = {"search.5b6c7d8e.css"} if isinstance(page.view, SearchView) else set()
    assert loaded == {"icon.0a1b2c3d.svg", "style.4e5f6a7b.css", *own}
    assert not [e for e in root.iter() if (e.get("src") and e.tag != "script") or e.get("style")]


@pytest.mark.parametrize("page", _named(HTML))
def test_headings_go_down_by_one(page: Page, theme: Theme) -> None:
    root = tree(made(page, theme))
    main = next(elements(root, "main"))
    levels = [int(e.tag[1]) for e in elements(root, "h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    inside = [int(e.tag[1]) for e in elements(main, "h1", "h2", "h3", "h4")]
    assert all(b <= a + 1 for a, b in pairwise(inside))


@pytest.mark.parametrize("page", _named(WITH_FRAME))
def test_landmarks_are_labelled_and_the_content_can_be_skipped_to(page: Page, theme: Theme) -> None:
    root = tree(made(page, theme))
    ids = {e.get("id") for e in root.iter()}
    first_link = next(elements(root, "a"))
    assert (first_link.get("class"), first_link.get("href")) == ("skip", "#main")
    assert next(elements(root, "main")).get("id") == "main"
    for landmark in elements(root, "nav", "aside", "section"):
        if landmark.get("class") == "voice":
            continue
        assert landmark.get("aria-label") or landmark.get("aria-labelledby") in ids, ET.tostring(landmark)[:80]


@pytest.mark.parametrize("page", _named(WITH_FRAME))
def test_says_what_it_is(page: Page, theme: Theme) -> None:
    root = tree(made(page, theme))
    links = {e.get("rel"): e.get("href") for e in elements(root, "link")}
    graph = {e.get("property"): e.get("content") for e in elements(root, "meta") if e.get("property")}
    if not isinstance(page.view, NotFoundView):
        assert (
            links["canonical"]
            == graph["og:url"]
            == "https://digest.example/news/" + page.path.removesuffix("index.html")
        )
    assert graph["og:title"]
    assert graph["og:site_name"] == "The Harbour Digest"


def test_names_its_picture_or_that_of_the_site(theme: Theme) -> None:
    def said(page: Page) -> dict[str, str]:
        metas = elements(tree(made(page, theme)), "meta")
        return {e.get("property") or e.get("name") or "": e.get("content", "") for e in metas}

    article, home, bare = said(RICH[0]), said(RICH[1]), said(EMPTY[0])
    assert article["og:image"] == "https://digest.example/news/articles/market/share.png"
    assert article["og:image:alt"] == (
        "“We will open the new hall before the first snow” (Ingrid Vasaro, Mayor of Port Elling)"
    )
    assert (article["og:image:width"], article["og:image:height"]) == ("1200", "630")
    assert (home["og:image"], home["og:image:alt"]) == (
        "https://digest.example/news/share.png",
        "The Harbour Digest",
    )
    assert {article["twitter:card"], home["twitter:card"]} == {"summary_large_image"}
    assert "og:image" not in bare
    assert bare["twitter:card"] == "summary"


def test_says_the_colour_behind_it_in_light_and_dark(theme: Theme) -> None:
    def colours(page: Page) -> list[tuple[str | None, str | None]]:
        metas = elements(tree(made(page, theme)), "meta")
        return [(e.get("content"), e.get("media")) for e in metas if e.get("name") == "theme-color"]

    light, dark = "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"
    assert colours(RICH[0]) == [("#ffffff", light), ("#000000", dark)]
    assert colours(EMPTY[0]) == [("#fdfcf9", light), ("#171614", dark)]


def test_names_the_feeds_in_every_form(theme: Theme) -> None:
    root = tree(made(RICH[0], theme))
    feeds = [(e.get("type"), e.get("title"), e.get("href")) for e in elements(root, "link") if e.get("type")]
    assert feeds[-6:] == [
        ("application/rss+xml", "All articles (RSS)", "../../feed.xml"),
        ("application/atom+xml", "All articles (Atom)", "../../atom.xml"),
        ("application/feed+json", "All articles (JSON)", "../../feed.json"),
        ("application/rss+xml", "Fish market (RSS)", "../../topics/fish-market/feed.xml"),
        ("application/atom+xml", "Fish market (Atom)", "../../topics/fish-market/atom.xml"),
        ("application/feed+json", "Fish market (JSON)", "../../topics/fish-market/feed.json"),
    ]


def test_names_the_place_in_the_navigation(theme: Theme) -> None:
    def current(page: Page) -> list[tuple[str, str | None]]:
        links = elements(tree(made(page, theme)), "a")
        return [(words(e), e.get("aria-current")) for e in links if e.get("aria-current")]

    pages = {p.path: p for p in RICH}
    assert current(pages["index.html"]) == [("Home", "page")]
    assert current(pages["topics/index.html"]) == [("Topics", "page")]
    assert current(pages["topics/fish-market/index.html"]) == [("Topics", "true")]
    assert current(pages["articles/market/index.html"]) == []
    assert current(pages["404.html"]) == []


@pytest.mark.parametrize("page", _named([p for p in ALL if isinstance(p.view, AssetView)]))
def test_an_asset_is_copied(page: Page, theme: Theme, texts: dict[str, str]) -> None:
    assert made(page, theme) == (
        cssmin(texts[page.template]) if page.template.endswith(".css") else texts[page.template]
    )


def test_the_stylesheet_is_small_and_self_contained(theme: Theme) -> None:
    css = made(Page(path="style.css", template="style.css", view=AssetView(assets=())), theme)
    assert len(css.encode()) <= 12_000
    assert "url(" not in css
    assert "@import" not in css
    assert not re.search(r"(margin|padding|border|text-align)\S*-?(left|right)", css)
    for token in ("#fdfcf9", "#f4f1ea", "#1c1b19", "#171614", "prefers-color-scheme:dark", "@media print"):
        assert token in css


@pytest.mark.parametrize("name", ["base.html", "article.html", "parts/quotations.html", "redirect.html"])
def test_no_template_has_a_script(name: str, texts: dict[str, str]) -> None:
    assert not re.search(r"<script(?! type=\"application/ld\+json\")", texts[name])
