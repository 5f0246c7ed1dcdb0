"""Links from one page to another."""

import pytest

from sitegen.render.addresses import Here, absolute_in_body, web_url

BASE = "https://digest.example/news/"


@pytest.mark.parametrize(
    ("page", "address", "link"),
    [
        ("index.html", "", "./"),
        ("index.html", "articles/x/", "articles/x/"),
        ("articles/x/index.html", "", "../../"),
        ("articles/x/index.html", "articles/x/", "./"),
        ("articles/x/index.html", "articles/x/#quotation-1", "#quotation-1"),
        ("articles/x/index.html", "articles/y/#quotation-1", "../y/#quotation-1"),
        ("articles/x/index.html", "articles/", "../"),
        ("articles/x/index.html", "style.css", "../../style.css"),
        ("articles/index.html", "articles/x/", "x/"),
        ("feed.xml", "feeds/", "feeds/"),
        ("myindex.html", "myindex.html#top", "#top"),
        ("index.html", "topics/мир/", "topics/%D0%BC%D0%B8%D1%80/"),
        ("index.html", "topics/a b/", "topics/a%20b/"),
        ("index.html", "topics/%D0%BC/", "topics/%D0%BC/"),
        ("index.html", "topics/100%/", "topics/100%25/"),
        ("index.html", "https://example.org/ü", "https://example.org/%C3%BC"),
        ("index.html", "javascript:alert(1)", ""),
    ],
)
def test_href(page: str, address: str, link: str) -> None:
    assert Here(path=page, base_url=BASE).href(address) == link


@pytest.mark.parametrize(
    ("address", "url"), [("", BASE), ("feed.xml", BASE + "feed.xml"), ("topics/ü/#é", BASE + "topics/%C3%BC/#%C3%A9")]
)
def test_absolute(address: str, url: str) -> None:
    assert Here(path="x/index.html", base_url=BASE).absolute(address) == url


@pytest.mark.parametrize(("base", "link"), [(BASE, "/news/topics/"), ("https://digest.example/", "/topics/")])
def test_a_page_that_answers_anywhere_has_rooted_links(base: str, link: str) -> None:
    assert Here(path="404.html", base_url=base, anywhere=True).href("topics/") == link


@pytest.mark.parametrize(
    ("written", "on_page", "in_feed"),
    [
        ("articles/y/", "../y/", BASE + "articles/y/"),
        ("/articles/y/#q", "../y/#q", BASE + "articles/y/#q"),
        ("/", "../../", BASE),
        ("../../../etc/", "../../etc/", BASE + "etc/"),
        ("..", "../../", BASE),
        ("a.pdf?x=1&y=2", "../../a.pdf?x=1&y=2", BASE + "a.pdf?x=1&y=2"),
        ("#part", "#part", BASE + "articles/x/#part"),
        ("https://other.example/z", "https://other.example/z", "https://other.example/z"),
        ("//other.example/z", "//other.example/z", "https://other.example/z"),
        ("mailto:a@b.example", "mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_links_of_a_body(written: str, on_page: str, in_feed: str) -> None:
    assert Here(path="articles/x/index.html", base_url=BASE).in_body(written) == on_page
    assert absolute_in_body(written, BASE, "articles/x/") == in_feed


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("https://a.example/b?c=d&e=f#g", "https://a.example/b?c=d&e=f#g"),
        ('http://a.example/"><script>', "http://a.example/%22%3E%3Cscript%3E"),
        ("HTTPS://a.example", "HTTPS://a.example"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        (" //a.example/", ""),
        ("https://", ""),
        (None, ""),
    ],
)
def test_web_url(given: str | None, safe: str) -> None:
    assert web_url(given) == safe
