"""What search engines and the host of the site read."""

from xml.etree import ElementTree as ET

from sitegen.render.theme import Theme

from .reading import made
from .sample_pages import ARTICLE, RICH

PAGES = {p.path: p for p in RICH}
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def test_the_sitemap_has_whole_encoded_addresses_and_only_known_dates(theme: Theme) -> None:
    root = ET.fromstring(made(PAGES["sitemap.xml"], theme))
    assert [[(e.tag.removeprefix(SPACE), e.text) for e in url] for url in root] == [
        [("loc", "https://digest.example/news/"), ("lastmod", "2024-11-19")],
        [("loc", "https://digest.example/news/articles/market/")],
        [("loc", "https://digest.example/news/topics/na%C3%AFve/")],
    ]


def test_a_long_sitemap_names_its_parts(theme: Theme) -> None:
    root = ET.fromstring(made(PAGES["long/sitemap.xml"], theme))
    assert root.tag == f"{SPACE}sitemapindex"
    assert [[(e.tag.removeprefix(SPACE), e.text) for e in part] for part in root] == [
        [("loc", "https://digest.example/news/sitemap-1.xml"), ("lastmod", "2024-11-19")],
        [("loc", "https://digest.example/news/sitemap-2.xml")],
    ]


def test_news_are_told_with_publication_language_date_and_title(theme: Theme) -> None:
    first, second = ET.fromstring(made(PAGES["news-sitemap.xml"], theme))
    assert first.findtext(f"{SPACE}loc") == "https://digest.example/news/articles/market/"
    assert first.findtext(f"{NEWS}news/{NEWS}publication/{NEWS}name") == "The Harbour Digest"
    assert first.findtext(f"{NEWS}news/{NEWS}publication/{NEWS}language") == "de"
    assert first.findtext(f"{NEWS}news/{NEWS}publication_date") == "2024-11-19"
    assert first.findtext(f"{NEWS}news/{NEWS}title") == ARTICLE.title
    assert second.findtext(f"{NEWS}news/{NEWS}title") == "Fares & fees"


def test_robots_are_told_of_the_sitemaps(theme: Theme) -> None:
    assert made(PAGES["robots.txt"], theme).splitlines() == [
        "User-agent: *",
        "Disallow:",
        "",
        "Sitemap: https://digest.example/news/sitemap.xml",
        "Sitemap: https://digest.example/news/news-sitemap.xml",
    ]


def test_redirects_are_told_from_the_root_of_the_host(theme: Theme) -> None:
    comment, *lines = made(PAGES["_redirects"], theme).splitlines()
    assert comment.startswith("# ")
    assert lines == [
        "/news/articles/old/ /news/articles/market/ 301",
        "/news/articles/a%20b&c/ /news/articles/na%C3%AFve/ 301",
    ]


def test_headers_are_told_for_all_for_data_and_for_what_lasts(theme: Theme) -> None:
    rules: dict[str, dict[str, str]] = {}
    path = ""
    for line in made(PAGES["_headers"], theme).splitlines():
        if line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            rules[path][name] = value
        elif not line.startswith("#"):
            path = line
            rules[path] = {}
    assert list(rules) == ["/news/*", "/news/api/*", "/news/style.4e5f6a7b.css"]
    assert rules["/news/style.4e5f6a7b.css"] == {"Cache-Control": "public, max-age=31536000, immutable"}
    policy = dict(part.split(" ", 1) for part in rules["/news/*"]["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert rules["/news/*"]["X-Content-Type-Options"] == "nosniff"
