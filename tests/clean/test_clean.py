"""Cleaning, case by case, and what holds for any bytes whatever."""

import re
import time

import lxml.html
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.clean import clean, clean_html, clean_text
from sitegen.clean.refusal import HINTS
from sitegen.markup import to_html, visible_text
from sitegen.model.article import Article, SourceDocument
from sitegen.model.diagnostic import Severity
from tests.clean.cases import Case, cases

ENDINGS = {"text": "txt", "html": "html", "markdown": "md"}
CASES = tuple(cases())


def cleaned(data: bytes, name: str = "source.txt", url: str | None = None) -> tuple[Article | None, str]:
    checked = clean(SourceDocument(path=name, url=url, data=data))
    assert len(checked.value) <= 1
    errors = [d for d in checked.diagnostics if d.severity is Severity.ERROR]
    assert bool(checked.value) != bool(errors)
    for d in checked.diagnostics:
        assert d.path == name
        assert d.hint
    return (checked.value[0] if checked.value else None), "".join(f"{d.code} at {d.line}" for d in errors)


def told(article: Article) -> dict[str, str]:
    when = article.published
    return {
        "title": article.title,
        "byline": ", ".join(article.byline),
        "publisher": "; ".join(p.name for p in article.publishers),
        "home": "; ".join(p.url or "" for p in article.publishers),
        "address": article.url or "",
        "published": when.value or "",
        "how": when.how.value if when.value else "",
        "evidence": when.evidence,
        "language": article.language,
        "removed": " | ".join(article.removed),
    }


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_case(case: Case) -> None:
    article, error = cleaned(case.source.encode(), f"source.{ENDINGS[case.kind]}", case.fields.get("url"))
    if "error" in case.fields:
        assert error == case.fields["error"]
        return
    assert article, error
    facts = told(article)
    wanted = {k: v for k, v in case.fields.items() if k in facts}
    assert {k: facts[k] for k in wanted} == wanted
    if case.body is not None:
        assert article.body == case.body


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 40
    assert len({c.name for c in CASES}) == len(CASES)


def assert_safe(article: Article) -> None:
    """Hold what every article must hold."""
    assert article.text == visible_text(article.body)
    assert article.title
    assert any(c.isalnum() for c in article.text)
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff\ufffd\ud800-\udfff]", article.title + article.text
    )
    page = lxml.html.document_fromstring(f"<body>{to_html(article.body)}</body>")
    for element in page.iter():
        assert element.tag not in {
            "script",
            "style",
            "img",
            "iframe",
            "object",
            "embed",
            "svg",
            "form",
            "base",
            "meta",
            "link",
        }
        for name, value in element.attrib.items():
            assert name in {"href", "start", "title", "class"}, name
            assert name != "href" or re.match(r"(?:https?://|mailto:)", value), value


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_an_article_or_one_error(data: bytes) -> None:
    article, _ = cleaned(data)
    if article:
        assert_safe(article)


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<i>",
        "<a href='/x'>",
        "<a href='javascript:alert(1)'>",
        "</a>",
        "<ul><li>",
        "</li></ul>",
        "<h2>",
        "</h2>",
        "<br>",
        "<blockquote>",
        "</blockquote>",
        "<table><tr><td>",
        "</td><td>",
        "</td></tr></table>",
        "<pre>",
        "</pre>",
        "<script>x</script>",
        "<img src=x onerror=y>",
        "&lt;b&gt;",
        "*",
        "_",
        "`",
        "**",
        "[x](y)",
        "# ",
        "1. ",
        "- ",
        "> ",
        "\\",
        "  \n",
        "word",
        '"Yes," she said.',
        "“so”",
        "&amp;amp;",
        "<code>",
        "</code>",
        "<article>",
        "</article>",
        "é",
        "\u202e",
        "\x00",
        "---\n",
        "title: x\n",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["source.html", "source.md", "source.txt"]))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_markup_comes_out_safe(source: str, name: str) -> None:
    article, _ = cleaned(source.encode("utf-8", "surrogatepass"), name, "https://news.example/a/b")
    if article:
        assert_safe(article)


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=60).filter(str.strip),
        min_size=2,
        max_size=8,
    )
)
@settings(max_examples=150, deadline=None)
def test_no_word_of_a_plain_text_is_lost(lines: list[str]) -> None:
    article = clean_text("\n\n".join(lines), None).value
    if article:
        out = " ".join((article.title, article.text, *article.removed, *article.byline))
        want = re.findall(r"[a-z]+", visible_text(re.sub(r"\W", " ", " ".join(lines))).lower())
        assert set(want) <= set(re.findall(r"[a-z]+", re.sub(r"\W", " ", out).lower()))


CP1252 = "The café’s owner said\n\nThe “new” rules cost her 300 € a day — naïve, she said.\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (CP1252.encode("cp1252"), "“new” rules cost her 300 € a day — naïve"),
        (b"\xef\xbb\xbf" + CP1252.encode(), "“new” rules"),
        (b"\xff\xfe" + CP1252.encode("utf-16-le"), "“new” rules"),
        (b"\xfe\xff" + CP1252.encode("utf-16-be"), "“new” rules"),
        (CP1252.replace("\n", "\r").encode(), "“new” rules"),
        (
            b"Head of the page\n\nA good word \xff and more caf\xc3\xa9 than na\xc3\xafve, and enough of the rest."
            + b" It goes on and on." * 30,
            "A good word and more café than naïve",
        ),
    ],
)
def test_charsets(data: bytes, words: str) -> None:
    article, error = cleaned(data)
    assert article, error
    assert words in " ".join(article.text.split())


@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1", "utf-8"])
def test_declared_charset_of_a_page(declared: str) -> None:
    page = f"<html><head><meta charset={declared}><title>Café</title></head><body><p>The café’s owner said the naïve plan would cost her dearly.</p></body></html>"
    article, error = cleaned(page.encode("cp1252"), "source.html")
    assert article, error
    assert "café’s owner said the naïve plan" in article.text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "seed-empty"),
        (b" \n\t\r\n", "seed-empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "seed-binary"),
        (bytes(range(256)) * 8, "seed-binary"),
        ("No mark, two bytes a letter".encode("utf-16-le"), "seed-binary"),
        ("見出し\n\n本文です。".encode("shift_jis"), "seed-charset"),
        (b"a" * 20_000_001, "seed-too-large"),
        (b"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss version='2.0'><channel/></rss>", "seed-entities"),
        (b"<html>" + b"<div>" * 5000 + b"x", "seed-too-deep"),
        (b"<p>a<b>" * 20_000, "seed-too-large"),
        (b"<html><body></body></html>", "seed-no-text"),
        (b"Advertisement\n\nShare\n\nRead more\n", "seed-no-text"),
    ],
)
def test_refusals(data: bytes, code: str) -> None:
    article, error = cleaned(data)
    assert article is None
    assert error.split(" at ")[0] == code
    assert HINTS[code]


@pytest.mark.parametrize(
    "source",
    [
        '"' * 1_000_000,
        "“a " * 300_000,
        "word\n" * 30_000,
        "A line that goes on\n" * 20_000,
        "by " * 300_000,
        "1 January 2024 " * 60_000,
        "<p>" * 20_000 + "x" * 200,
        "<b>" * 200 + "word " * 50_000,
        "<p>" + "<a href=x>y</a>" * 10_000,
        "<table>" + "<tr><td>a<td>b" * 8_000,
        "<p " + "a=1 " * 50_000 + ">some words</p>",
        "<script type=application/ld+json>" + "[" * 100_000,
        "---\ntitle: x\n---\n" + "[" * 50_000,
        "---\n" + "a: b\n" * 100_000,
    ],
    ids=lambda s: s[:24],
)
def test_hostile_input_is_fast(source: str) -> None:
    for name in ("source.txt", "source.html", "source.md"):
        began = time.process_time()
        cleaned(source.encode(), name)
        assert time.process_time() - began < 10


def test_the_filters_functions() -> None:
    page = (
        "<title>A headline of this page</title><p>The council met on Monday and talked about the bridge for hours.</p>"
    )
    html = clean_html(page, "https://news.example/story")
    assert html.value
    assert (html.value.title, html.value.url, html.value.seeds) == (
        "A headline of this page",
        "https://news.example/story",
        (),
    )
    text = clean_text("", None)
    assert text.value is None
    assert [d.code for d in text.diagnostics] == ["seed-empty"]
