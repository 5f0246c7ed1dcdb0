"""Feeds first, then the pages that they name; a second run downloads nothing."""

from datetime import timedelta
from pathlib import Path

import pytest

from sitegen.fetch.session import Outcome
from tests.fetch.server import Server, answer, redirect, rss, with_etag
from tests.fetch.site import Site, said

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><id>x</id>
<entry><id>urn:1</id><title>One</title><link rel="enclosure" href="/song"/><link href="one#top"/></entry></feed>"""
JSON = '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": "/two"}, {"id": 2}, 3]}'


def test_the_second_run_downloads_nothing_and_writes_nothing(site: Site, server: Server) -> None:
    site.feeds = ["/feed"]
    server.pages = {"/feed": with_etag(rss("/a", "/b")), "/a": with_etag("<p>A"), "/b": answer("<p>B")}
    first = site.fetch()
    assert (first.exit_code, first.new_items, first.pages, len(site.archives)) == (0, 2, 2, 1)
    assert server.paths == ["/feed", "/a", "/b"]
    assert [url for url, _ in site.kept()] == ["/feed", "/a", "/b"]
    server.forget()
    second = site.fetch()
    assert [(asked["path"], "if-none-match" in asked) for asked in server.log] == [("/feed", True)]
    assert (second.exit_code, second.size, second.archive, len(site.archives)) == (0, 0, "", 1)
    assert second.feeds(Outcome.SAME) == 1


def test_lost_notes_are_read_again_from_the_archives(site: Site, server: Server) -> None:
    site.feeds = ["/feed"]
    server.pages = {"/feed": with_etag(rss("/a")), "/a": answer("<p>A")}
    site.fetch()
    (site.root / ".sitegen" / "fetch.json").write_bytes(b"sitegen fetch-1 damaged\n{}")
    server.forget()
    assert site.fetch().archive == ""
    assert server.paths == ["/feed"]
    assert server.log[-1]["if-none-match"]


def test_what_was_in_a_deleted_archive_is_fetched_again(site: Site, server: Server) -> None:
    site.feeds = ["/feed"]
    server.pages = {"/feed": with_etag(rss("/a")), "/a": answer("<p>A")}
    site.fetch()
    (site.root / "seeds" / "fetched" / site.archives[0]).unlink()
    assert site.fetch().pages == 1
    assert len(site.kept()) == 2


def test_a_server_that_ignores_etags_is_recognised_by_its_bytes(site: Site, server: Server) -> None:
    site.feeds = ["/feed"]
    server.pages = {"/feed": answer(rss("/a"), ETag='"1"'), "/a": answer("<p>A")}
    site.fetch()
    server.pages["/feed"] = answer(rss("/a"), ETag='"2"')
    report = site.fetch()
    assert (report.feeds(Outcome.SAME), report.archive) == (1, "")
    server.forget()
    site.fetch()
    assert server.log[-1]["if-none-match"] == '"2"'


def test_a_feed_of_which_only_the_hour_has_changed_is_not_kept_again(site: Site, server: Server) -> None:
    site.feeds = ["/feed"]
    server.pages = {"/feed": answer(rss(head="<lastBuildDate>12:00</lastBuildDate>"))}
    site.fetch()
    server.pages = {"/feed": answer(rss(head="<lastBuildDate>13:00</lastBuildDate>"))}
    assert site.fetch().archive == ""


def test_a_new_item_and_an_edited_one_are_kept(site: Site, server: Server) -> None:
    site.feeds = ["/feed"]
    server.pages = {"/feed": answer(rss("/a")), "/a": answer("<p>A"), "/b": answer("<p>B")}
    site.fetch()
    server.pages["/feed"] = answer(rss("/b", "/a"))
    second = site.fetch()
    assert (second.new_items, second.pages) == (1, 1)
    server.pages["/feed"] = answer(rss("/b", "/a", texts={"/a": "corrected"}))
    third = site.fetch()
    assert (third.new_items, third.pages, bool(third.archive)) == (0, 0, True)


def test_pages_beyond_the_limit_come_at_the_next_run_though_the_feed_is_the_same(site: Site, server: Server) -> None:
    site.feeds = ["/feed"]
    server.pages = {"/feed": with_etag(rss("/a", "/b", "/c"))} | {f"/{x}": answer(x) for x in "abc"}
    assert [(r.pages, r.left) for r in (site.fetch(most=2), site.fetch(most=2), site.fetch(most=2))] == [
        (2, 1),
        (1, 0),
        (0, 0),
    ]


def test_a_feed_without_pages_and_one_without_links(site: Site, server: Server) -> None:
    site.feeds, site.more = ["/feed"], "pages = false\n"
    server.pages = {"/feed": answer(rss("/a"))}
    assert (site.fetch().new_items, server.paths) == (1, ["/feed"])


@pytest.mark.parametrize(
    ("feed", "kind", "page"), [(ATOM, "application/atom+xml", "/one"), (JSON, "text/plain", "/two")]
)
def test_other_kinds_of_feeds(site: Site, server: Server, feed: str, kind: str, page: str) -> None:
    server.pages = {"/x/feed": answer(feed, Content_Type=kind), "/x/one": answer("1"), "/two": answer("2")}
    site.fetch("/x/feed")
    assert server.paths[1].endswith(page)
    assert len(server.paths) == 2


def test_a_single_page_is_asked_for_again_and_kept_when_it_changes(site: Site, server: Server) -> None:
    server.pages = {"/page": with_etag("<p>One")}
    assert site.fetch("/page").archive
    assert not site.fetch("/page").archive
    server.pages = {"/page": with_etag("<p>Two")}
    assert site.fetch("/page").archive
    assert [body for _, body in site.kept()] == [b"<p>One", b"<p>Two"]


def dated(*dates: str) -> bytes:
    items = "".join(f"<item><link>/{n}</link><pubDate>{date}</pubDate></item>" for n, date in enumerate(dates))
    return answer(f"<rss><channel>{items}</channel></rss>")


def test_a_page_is_asked_for_again_when_its_item_has_a_new_date(site: Site, server: Server) -> None:
    site.feeds = ["/feed"]
    server.pages = {"/feed": dated("Mon", "Mon", "Mon"), "/0": answer("0"), "/1": with_etag("1"), "/2": answer("2")}
    site.fetch()
    server.forget()
    server.pages |= {"/feed": dated("Mon", "Tue", "Mon"), "/1": with_etag("1, corrected")}
    assert site.fetch().pages == 1
    assert server.paths == ["/feed", "/1"]
    assert "if-none-match" in server.log[-1]
    assert ("/1", b"1, corrected") in site.kept()
    server.forget()
    site.fetch()
    assert server.paths == ["/feed"]


def test_a_feed_that_dates_all_items_anew_does_not_ask_for_all_pages(site: Site, server: Server) -> None:
    site.feeds = ["/feed"]
    server.pages = {"/feed": dated("Mon", "Mon", "Mon"), **{f"/{n}": answer(str(n)) for n in range(3)}}
    site.fetch()
    server.forget()
    server.pages["/feed"] = dated("Tue", "Tue", "Tue")
    site.fetch()
    assert server.paths == ["/feed"]


def test_a_page_that_two_feeds_name_is_fetched_once(site: Site, server: Server) -> None:
    site.feeds = ["/one", "/two"]
    server.pages = {"/one": answer(rss("/a")), "/two": answer(rss("/a", "/r")), "/a": answer("A"), "/r": redirect("/a")}
    report = site.fetch()
    assert sorted(url for url, _ in site.kept()) == ["/a", "/one", "/two"]
    assert report.exit_code == 0
    server.forget()
    site.fetch()
    assert sorted(server.paths) == ["/one", "/two"]


def test_missing_pages_are_one_line_and_not_asked_for_again_on_that_day(site: Site, server: Server) -> None:
    site.feeds = ["/feed"]
    server.pages = {"/feed": with_etag(rss("/a", "/b", "/c")), "/b": answer("B")}
    report = site.fetch()
    assert report.exit_code == 0
    [line] = said(report)
    assert line.startswith("warning fetch-gone /feed: 2 of its pages were not fetched: is not there (404)")
    server.forget()
    site.fetch()
    assert server.paths == ["/feed"]
    site.fetch(after=timedelta(days=2))
    assert sorted(server.paths) == ["/a", "/c", "/feed", "/feed"]


def test_a_broken_feed_says_so_and_is_kept(site: Site, server: Server) -> None:
    server.pages = {"/feed": answer("<html>Please log in", Content_Type="application/rss+xml")}
    report = site.fetch("/feed")
    assert said(report) == ["warning fetch-no-feed /feed: no feed can be read in it; it is kept as it is"]
    assert (report.exit_code, len(site.kept())) == (0, 1)


def test_a_wrong_configuration_fetches_nothing(site: Site, server: Server) -> None:
    site.feeds, site.more = ["/feed"], "pages = 3\n"
    assert site.fetch().exit_code == 1
    assert server.log == []


def test_an_archive_that_a_killed_run_left_is_finished(site: Site, server: Server) -> None:
    server.pages = {"/a": with_etag("<p>A"), "/b": answer("<p>B")}
    site.fetch("/a", "/b")
    folder = site.root / "seeds" / "fetched"
    whole = folder / site.archives[0]
    hidden = folder / f".{whole.name}.sitegen-new"
    hidden.write_bytes(whole.read_bytes()[:-5])
    whole.unlink()
    (folder / ".empty.warc.gz.sitegen-new").write_bytes(b"\x1f\x8b")
    server.forget()
    report = site.fetch("/a")
    assert report.recovered == (f"seeds/fetched/{whole.name}",)
    assert site.archives == [whole.name]
    assert [url for url, _ in site.kept()] == ["/a"]
    assert server.log[-1]["if-none-match"]


def test_the_disk_refuses(site: Site, server: Server, tmp_path: Path) -> None:
    server.pages = {"/a": answer("<p>A")}
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "fetched").write_text("in the way")
    report = site.fetch("/a")
    assert report.exit_code == 1
    assert [d.code for d in report.diagnostics] == ["not-a-folder"]
