"""Items of feeds, and lists of feeds, as sloppy as they come."""

import time

import pytest

from sitegen.fetch import feeds, opml

ITEM = "<item><title>One</title><link>{}</link></item>"


def links(body: str | bytes, kind: str = "") -> tuple[str, ...] | None:
    data = body.encode("utf-8") if isinstance(body, str) else body
    found = feeds.read(data, "https://quay.test/news/feed", kind)
    return found.links if found else None


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<rss>" + ITEM.format(" a ") + ITEM.format("/b#top") + "</rss>", ("news/a", "b")),
        ("<rss>" + ITEM.format("a?x=1&y=2&amp;z=3"), ("news/a?x=1&y=2&z=3",)),
        ("<rss>" + ITEM.format("<![CDATA[a?x=1&y=2]]>"), ("news/a?x=1&y=2",)),
        ("<rss><a b>" + ITEM.format("a?x=1&amp;y=2&#38;z=3&w"), ("news/a?x=1&y=2&z=3&w",)),
        ("<rss><item><guid>https://quay.test/c</guid></item></rss>", ("c",)),
        ('<rss><item><guid isPermaLink="false">https://quay.test/c</guid></item></rss>', ()),
        ("<rss>" + ITEM.format("javascript:alert(1)") + ITEM.format("http://[x") + ITEM.format("/a") * 2, ("a",)),
        ("\n<?xml version='1.0'?><rss><item><x:y>&nbsp;</x:y><link>/a</link></item><item><link>/b", ("a", "b")),
        ('<feed><entry><link rel="self" href="/s"/><link rel="alternate" href="/a"/></entry></feed>', ("a",)),
        ('<r:RDF xmlns:r="x" xmlns="y"><item r:about="z"><link>/a</link></item></r:RDF>', ("a",)),
    ],
)
def test_links(body: str, wanted: tuple[str, ...]) -> None:
    assert links(body) == tuple(f"https://quay.test/{path}" for path in wanted)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("<rss>é{}</rss>".encode("latin-1"), "text/xml"),
        ("<rss>é{}</rss>".encode("latin-1"), "text/xml; charset=iso-8859-1"),
        ("<rss>é{}</rss>".encode("latin-1"), "text/xml; charset=klingon"),
        ("\ufeff<rss>é{}</rss>".encode(), "text/xml; charset=us-ascii"),
    ],
)
def test_charsets(data: bytes, kind: str) -> None:
    assert links(data.replace(b"{}", ITEM.format("/a").encode()), kind) == ("https://quay.test/a",)


def test_utf_16() -> None:
    assert links(('<?xml version="1.0" encoding="utf-16"?><rss>' + ITEM.format("/a")).encode("utf-16")) is not None


@pytest.mark.parametrize("body", ["", "<html><rss></rss></html>", "{", "{}", '{"version": 3}', "[" * 100_000, "rss"])
def test_what_is_no_feed(body: str) -> None:
    assert links(body) is None


def test_files_of_ours_are_not_read() -> None:
    body = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>' + ITEM.format("/&x;") + "</rss>"
    assert links(body) == ("https://quay.test/",)


@pytest.mark.parametrize(
    "piece", ["<item>", "<item/>", "<", "&", "<![CDATA[", "<!--", "a='b' ", "&lt;", "&a;", "[", "{"]
)
def test_hostile_feeds_are_read_in_no_time(piece: str) -> None:
    begun = time.perf_counter()
    for head in ("<rss>", "<rss ", "<!DOCTYPE rss ", '{"version":"https://jsonfeed.org/version/1","items":'):
        links(head + piece * (300_000 // len(piece)))
        opml.read("list", (head.replace("rss", "opml") + piece * (300_000 // len(piece))).encode())
    assert time.perf_counter() - begun < 10


def test_a_list_of_feeds() -> None:
    data = b"""<?xml version="1.0"?><opml version="2.0"><body>
    <outline text="Harbours"><outline title="The Quay  Post" xmlUrl="https://quay.test/f?a=1&b=2"/>
    <outline text="Same" xmlurl=" feed://quay.test/x "/></outline><outline text="No feed" htmlUrl="https://quay.test/"/></body></opml>"""
    found = opml.read("list.opml", data)
    assert [(f.url, f.name) for f in found.value] == [
        ("https://quay.test/f?a=1&b=2", "The Quay Post"),
        ("http://quay.test/x", "Same"),
    ]
    assert found.diagnostics == ()


@pytest.mark.parametrize(
    "data", [b"", b"nonsense", b"<rss/>", b"<opml/>", b"<opml>" + b"<outline>" * 100_000, b"\0" * 99]
)
def test_lists_that_are_none(data: bytes) -> None:
    assert [(d.code, d.path) for d in opml.read("list.opml", data).diagnostics] == [("opml-unusable", "list.opml")]
