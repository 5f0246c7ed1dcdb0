"""What a validator would say of a built site."""

from sitegen.check import check_site

BASE = "https://example.org/sub/"

PAGE = '<!doctype html><html lang="en"><head><title>{title}</title></head><body><h1>x</h1>{body}</body></html>'


def page(body: str = "", title: str = "A page") -> bytes:
    return PAGE.format(title=title, body=body).encode()


def codes(files: dict[str, bytes]) -> list[tuple[str, str]]:
    return [(d.code, d.path) for d in check_site(files, BASE)]


def test_a_sound_site() -> None:
    files = {
        "index.html": page(
            '<a href="x/">x</a> <a href="https://elsewhere.net/none">y</a> <a href="mailto:a@b.c">z</a>'
        ),
        "x/index.html": page(
            '<p id="here"></p><a href="../#top">up</a><a href="#here">here</a><a href="/sub/">home</a>'
        ),
    }
    files["index.html"] += b'<p id="top"></p>'
    assert codes(files) == []


def test_links_are_followed_to_their_place() -> None:
    body = '<a href="x/">a</a>\n<a href="none/">b</a> <a href="/outside/">c</a> <a href="x/#gone">d</a>'
    found = check_site({"index.html": page(body), "x/index.html": page()}, BASE)
    assert [(d.message, d.line) for d in found] == [
        ("leads to no page: none/", 2),
        ("leads out of the site: /outside/", 2),
        ("leads to no place on its page: x/#gone", 2),
    ]


def test_what_a_page_must_have() -> None:
    bare = b"<!doctype html><html><head></head><body><p id=a></p><p id=a></p></body></html>"
    wanted = ["id-doubled", "page-headings", "page-language", "page-untitled"]
    assert sorted(code for code, _ in codes({"index.html": bare})) == wanted


def test_two_articles_of_one_title() -> None:
    files = {"articles/a/index.html": page(), "articles/b/index.html": page(), "x/index.html": page(title="Other")}
    assert codes(files) == [("title-doubled", "articles/b/index.html")]


FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>t</title><link>https://example.org/sub/</link><description>d</description>
<atom:link rel="self" href="{address}"/>{items}</channel></rss>"""

ITEM = "<item><title>{guid}</title><guid isPermaLink='false'>{guid}</guid><link>{link}</link><pubDate>{date}</pubDate></item>"


def feed(*items: str, address: str = BASE + "feed.xml") -> dict[str, bytes]:
    return {"feed.xml": FEED.format(address=address, items="".join(items)).encode()}


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
    assert messages(feed(address="https://example.org/feed.xml")) == [
        "the link to itself is https://example.org/feed.xml, not https://example.org/sub/feed.xml"
    ]
    assert messages({"feed.xml": b"<rss"})[0].startswith("not XML")
