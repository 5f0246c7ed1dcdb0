"""From the web to the site: feeds of three kinds and the pages that they name, fetched, built; again, and nothing happens."""

from datetime import timedelta
from pathlib import Path

import pytest

from sitegen.content.codec import decode
from sitegen.model.article import Article, Entry
from tests.fetch.server import Server, answer, serving, with_etag
from tests.fetch.site import NOW, Site
from tests.sites import build, files_in

PAGES = {
    "/bridge": (
        "Council approves harbour bridge",
        "2025-03-12T08:00:00+00:00",
        "The council of Port Ellery approved the new harbour bridge on Tuesday after a debate of six hours.",
        "Mayor Ada Thornbury told the hall that the town would not wait for the next flood, which may come any winter.",
        "Work is to begin in June and to last three years, the harbour office said in a paper handed out at the door.",
    ),
    "/boats": (
        "Ferry company wants electric boats",
        "2025-03-13T09:30:00+00:00",
        "The Ellery Ferry Company wants to buy two electric boats for the crossing to Gull Island, its director said.",
        "Each boat is to carry 220 passengers. The yard in Brook Hill, where the present fleet was built, made an offer.",
        "Two shareholders voted against the plan, saying that nobody could know the price of power in ten years.",
    ),
    "/mill": (
        "Old mill becomes a library",
        "2025-03-14T10:15:00+00:00",
        "The mill at Brook Hill, empty since the flood, becomes a library with forty thousand books, the county said.",
        "Its wheel will turn again and give light to the reading room, an idea of the pupils of the school next door.",
        "The opening is planned for the autumn, and the first hundred readers need not pay for their cards.",
    ),
}
TEASERS = {
    "/bridge": "The council of Port Ellery approved the new harbour bridge on Tuesday …",
    "/boats": "/boats",
    "/mill": "What the county plans for the empty mill, which stood in the water for two winters and in which owls live.",
}


def page(path: str) -> str:
    title, published, *paragraphs = PAGES[path]
    return (
        f"<!doctype html><html lang=en><head><title>{title} | The Ellery Post</title>"
        f'<meta property="og:type" content="article"><meta property="og:site_name" content="The Ellery Post">'
        f'<meta property="og:title" content="{title}"><meta property="article:published_time" content="{published}"></head>'
        f"<body><nav><a href=/>Home</a></nav><article><h1>{title}</h1>{''.join(f'<p>{p}</p>' for p in paragraphs)}</article></body></html>"
    )


def rss(server: Server) -> str:
    return (
        "<rss version='2.0'><channel><title>The Ellery Post</title><item><title>Council approves harbour bridge</title>"
        f"<link>{server.url('/bridge')}</link><guid>{server.url('/bridge')}</guid><pubDate>Wed, 12 Mar 2025 08:00:00 GMT</pubDate>"
        f"<description>{TEASERS['/bridge']}</description></item></channel></rss>"
    )


def atom(server: Server) -> str:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Ellery Post</title><id>urn:feed</id><updated>2025-03-15T00:00:00Z</updated>'
        f'<entry><id>urn:boats</id><title>Electric boats</title><link href="{server.url("/boats")}"/><updated>2025-03-14T00:00:00Z</updated>'
        f"<summary>{TEASERS['/boats']}</summary></entry></feed>"
    )


def json_feed(server: Server) -> str:
    return (
        '{"version": "https://jsonfeed.org/version/1.1", "title": "The Ellery Post", "items": [{"id": "m-1", "title": "A mill for readers", '
        f'"url": "{server.url("/mill")}", "content_text": "{TEASERS["/mill"]}"}}]}}'
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory):
    """A site that was fetched and built twice, and what the second time did."""
    root = tmp_path_factory.mktemp("followed")
    with serving() as server:
        server.pages = {path: with_etag(page(path)) for path in PAGES}
        server.pages |= {
            "/rss": with_etag(rss(server), Content_Type="text/xml"),
            "/atom": with_etag(atom(server), Content_Type="application/octet-stream"),
            "/feed.json": with_etag(json_feed(server), Content_Type="application/json"),
            "/robots.txt": answer("User-agent: *\nAllow: /\n", Content_Type="text/plain"),
        }
        site = Site(root=root, server=server, feeds=["/rss", "/atom", "/feed.json"])
        first = site.fetch()
        assert (first.exit_code, first.pages, first.new_items) == (0, 3, 3)
        report = build(root, now=NOW)
        server.forget()
        again = site.fetch(after=timedelta(hours=1))
        asked = list(server.paths)
        yield root, report, again, asked


def entries(root: Path) -> list[Entry]:
    return [decode(p.name, p.read_text("utf-8")).value for p in sorted((root / "content").glob("*.md"))]


def articles(root: Path) -> dict[str, Article]:
    return {"/" + (e.article.url or "").rpartition("/")[2]: e.article for e in entries(root)}


def test_each_page_is_one_article_with_its_whole_text(built) -> None:
    root, report, _, _ = built
    assert [f"{d.code} {d.path}: {d.message}" for d in report.diagnostics] == []
    assert [e.corrections for e in entries(root)] == [(), (), ()]
    found = articles(root)
    assert sorted(found) == sorted(PAGES)
    for path, (_, published, *paragraphs) in PAGES.items():
        article = found[path]
        assert article.body.strip() == "\n\n".join(paragraphs)
        assert [p.name for p in article.publishers] == ["The Ellery Post"]
        assert (article.published.value or "")[:10] == published[:10]
        assert len(article.seeds) == 2


def test_titles_are_those_of_the_pages(built) -> None:
    assert {path: a.title for path, a in articles(built[0]).items()} == {path: told[0] for path, told in PAGES.items()}


def test_the_second_time_nothing_is_fetched_and_nothing_is_built(built) -> None:
    root, _, again, asked = built
    assert sorted(asked) == ["/atom", "/feed.json", "/rss"]
    assert (again.size, again.archive, again.pages) == (0, "", 0)
    before, content = files_in(root / "output"), files_in(root / "content")
    report = build(root, now=NOW)
    assert (report.ingested, report.unchanged, report.diagnostics) == ((), True, ())
    assert (files_in(root / "output"), files_in(root / "content")) == (before, content)
