"""What a validator would say of a built site."""

from itertools import count

import pytest

from sitegen.check import check_site, limits, outside_links, read_pages
from sitegen.model.diagnostic import Severity

BASE = "https://example.org/sub/"

PAGE = '<!doctype html><html lang="en"><head><title>{title}</title></head><body><h1>x</h1>{body}</body></html>'
NUMBERS = count()


def page(body: str = "", title: str = "") -> bytes:
    return PAGE.format(title=title or f"Page {next(NUMBERS)}", body=body).encode()


def codes(files: dict[str, bytes]) -> list[tuple[str, str]]:
    return [(d.code, d.path) for d in check_site(files, BASE)]


def told(body: str) -> list[str]:
    """What is said of a site of one page."""
    return [
        f"{d.line}:{d.column} {d.severity} {d.code}: {d.message}" for d in check_site({"index.html": page(body)}, BASE)
    ]


def test_a_sound_site() -> None:
    files = {
        "index.html": page(
            '<a href="x/">x</a> <a href="https://elsewhere.net/none">y</a> <a href="mailto:a@b.c">z</a><p id="top"></p>'
        ),
        "x/index.html": page(
            '<p id="here"></p><a href="../#top">up</a><a href="#here">here</a><a href="/sub/">home</a>'
        ),
    }
    assert codes(files) == []


def test_links_are_followed_to_their_place() -> None:
    body = '<a href="x/">a</a>\n<a href="none/">b</a> <a href="/outside/">c</a> <a href="x/#gone">d</a> <a href="//[">e</a>'
    found = check_site({"index.html": page(body), "x/index.html": page()}, BASE)
    assert [(d.message, d.line) for d in found] == [
        ("leads to no page: none/", 2),
        ("leads out of the site: /outside/", 2),
        ("leads to no place on its page: x/#gone", 2),
        ("is no address: //[", 2),
    ]


@pytest.mark.parametrize(
    "element",
    [
        '<img src="none" alt="">',
        '<blockquote cite="none"></blockquote>',
        '<video poster="none"></video>',
        '<iframe src="none"></iframe>',
        '<link href="none">',
        f'<meta property="og:image" content="{BASE}none">',
    ],
)
def test_whatever_has_an_address_leads_somewhere(element: str) -> None:
    assert codes({"index.html": page(element)}) == [("link-broken", "index.html")]


def test_what_a_page_must_have() -> None:
    bare = b"<!doctype html><html><head></head><body></body></html>"
    assert sorted(codes({"index.html": bare})) == [
        ("page-headings", "index.html"),
        ("page-language", "index.html"),
        ("page-untitled", "index.html"),
    ]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<div><p>a</div>", "ok"),
        ("<ul><li>a<li>b</ul><table><tr><td>a<td>b<tr><td>c</table><dl><dt>a<dd>b</dl>", "ok"),
        ("<p>a<br>b<img src='' alt=''>c<p>d<hr>", "ok"),
        ("<svg><title>t</title><rect/><g><path/></g></svg>", "ok"),
        ("<p><button><div>a</div></button></p>", "ok"),
        ("<script>if (a </b>) '</p>'</script>", "ok"),
        ("<p>a</p><div>", "</body> comes while <div> of line 1 is open"),
        ("<div/>", "</body> comes while <div> of line 1 is open"),
        ("</div>", "</div> ends nothing that is open"),
        ("</br>", "</br> ends nothing that is open"),
        ("<b><i>a</b></i>", "</b> comes while <i> of line 1 is open; </i> ends nothing that is open"),
        ("<p>a<div>b</div></p>", "</p> ends nothing that is open"),
        ("<p><b>a<div>b</div>", "<div> ends the paragraph in which <b> is still open"),
        ("<a href='.'>a <a href='.'>b</a></a>", "the link stands within another link"),
    ],
)
def test_elements_nest(body: str, wanted: str) -> None:
    found = [d.message for d in check_site({"index.html": page(body)}, BASE) if d.code == "html-nesting"]
    assert found == ([] if wanted == "ok" else wanted.split("; "))


def test_a_page_that_breaks_off() -> None:
    torn = page("<section>").removesuffix(b"</body></html>")
    assert [d.message for d in check_site({"index.html": torn}, BASE)] == ["<section> is not closed"]


def test_ids_stand_once_and_are_there_where_they_are_named() -> None:
    assert told("\n<p id=a></p>\n<p id=a></p>") == ["3:1 error id-doubled: the id 'a' stands more than once"]
    assert told("\n<nav aria-labelledby='a b'></nav><p id=b></p>") == [
        "2:1 error id-missing: no element has the id 'a'"
    ]


def test_an_image_has_words_or_says_that_it_needs_none() -> None:
    assert told('<img src="" alt=""><img src="" alt="x">') == []
    assert [t.partition(": ")[0] for t in told('\n<img src="">')] == ["2:1 error image-alt"]


def test_a_link_has_words() -> None:
    assert told('<a href="">x</a><a href=""><img src="" alt="x"></a><a href="" aria-label="x"></a><a id="b"></a>') == []
    assert told('\n <a href=""> <img src="" alt=""></a>') == ["2:2 error link-empty: the link has no words"]


def test_one_main() -> None:
    assert told("<main></main><main hidden></main>") == []
    assert told("<main></main>\n<main></main>") == ["2:1 error page-mains: the page has more than one <main>"]


def test_headings_go_down_one_by_one() -> None:
    assert told("<h2>a</h2><h3>b</h3><h2>c</h2>") == []
    assert told("<h2>a</h2>\n<h4>b</h4>") == [
        "2:1 warning heading-skipped: a heading of level 4 follows one of level 2"
    ]


def test_two_pages_of_one_title() -> None:
    moved = page('<meta http-equiv="refresh" content="0; url=.">', "One")
    files = {
        "index.html": page('<a href="a/">a</a><a href="b/">b</a>'),
        "a/index.html": page(title="One"),
        "b/index.html": page(title="One"),
        "c/index.html": moved,
    }
    assert codes(files) == [("title-doubled", "b/index.html")]


def test_a_page_to_which_no_way_leads() -> None:
    files = {
        "index.html": page('<a href="a/">a</a><img src="c/" alt="c">'),
        "a/index.html": page(),
        "b/index.html": page('<a href="../c/">c</a>'),
        "c/index.html": page('<a href="../b/">b</a>'),
        "404.html": page(),
        "former/index.html": page('<meta http-equiv="refresh" content="0; url=../a/">'),
    }
    assert codes(files) == [("page-orphan", "b/index.html"), ("page-orphan", "c/index.html")]


def test_a_page_that_is_too_large() -> None:
    assert told("<p>" + "word " * 90_000) == []
    assert [t.partition(": ")[0] for t in told("<p>" + "word " * 110_000)] == ["1:1 warning page-large"]
    assert told("<br>" * 4_900) == []
    assert "5,001 elements" in told("<br>" * (5_001 - 5))[0]


def test_an_image_that_is_too_large() -> None:
    files = {"index.html": page('<img src="a.png" alt=""><img src="b.PNG" alt="">'), "a.png": b"x" * 300_000}
    files |= {"b.PNG": b"x" * 300_001, "c.bin": b"x" * 400_000}
    assert codes(files) == [("image-large", "b.PNG")]
    assert limits.image("a.svg", b"x" * 400_000)


def test_links_to_elsewhere_each_once_with_their_places() -> None:
    away = '<a href="https://a.example/1#x">a</a>\n<a href="https://a.example/1">b</a><img src="https://b.example/" alt="">'
    files = {
        "index.html": page(away),
        "x/index.html": page(f'<a href="https://a.example/1">a</a><a href="{BASE}">h</a>'),
    }
    found = outside_links(read_pages(files), BASE)
    assert {url: [(path, link.place.line) for path, link in places] for url, places in found.items()} == {
        "https://a.example/1": [("index.html", 1), ("index.html", 2), ("x/index.html", 1)]
    }


FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>t</title><link>https://example.org/sub/</link><description>d</description>
<atom:link rel="self" href="{address}"/>{items}</channel></rss>"""

ITEM = "<item><title>{guid}</title><guid isPermaLink='false'>{guid}</guid><link>{link}</link><pubDate>{date}</pubDate></item>"


def feed(*items: str, address: str = BASE + "feed.xml") -> dict[str, bytes]:
    home = page('<a href="x/">x</a>')
    data = FEED.format(address=address, items="".join(items)).encode()
    return {"feed.xml": data, "index.html": home, "x/index.html": page()}


def item(guid: str = "a", link: str = BASE + "x/", date: str = "Wed, 12 Mar 2025 00:00:00 +0000") -> str:
    return ITEM.format(guid=guid, link=link, date=date)


def messages(files: dict[str, bytes]) -> list[str]:
    return [d.message for d in check_site(files, BASE)]


def test_feeds() -> None:
    assert messages(feed(item("a"), item("b"))) == []
    assert messages(feed(item("a"), item("a"))) == ["a: its guid a is another entry's too"]
    assert messages(feed(item(""))) == ["an entry without a title: no guid"]
    assert messages(feed(item(link="/x/"))) == ["a: its link is not absolute"]
    assert messages(feed(item(date="12 March 2025"))) == ["a: no publication date by RFC 822"]
    assert messages(feed(item(), address="https://example.org/feed.xml")) == [
        "the link to itself is https://example.org/feed.xml, not https://example.org/sub/feed.xml"
    ]
    assert messages({"feed.xml": b"<rss"})[0].startswith("not XML")


def test_a_feed_without_entries() -> None:
    (found,) = check_site(feed(), BASE)
    assert (found.code, found.severity) == ("feed-empty", Severity.WARNING)


def test_what_feeds_and_sitemaps_name_is_there() -> None:
    assert messages(feed(item(link=BASE + "gone/"))) == [f"leads to no page: {BASE}gone/"]
    sitemap = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{BASE}gone/</loc></url></urlset>'
    opml = f'<opml version="2.0"><body><outline text="x" xmlUrl="{BASE}none.xml"/></body></opml>'
    files = {"index.html": page(), "sitemap.xml": sitemap.encode(), "opml.xml": opml.encode()}
    assert codes(files) == [("link-broken", "opml.xml"), ("link-broken", "sitemap.xml")]
