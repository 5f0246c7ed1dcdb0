"""How we behave towards servers: robots.txt, pauses, waits, our name."""

import threading
from datetime import timedelta
from itertools import pairwise

from sitegen.store.lock import fetching, lock
from tests.fetch.server import Server, answer, redirect, rss, serving
from tests.fetch.site import Site, said

PAGE = answer("<p>Page")


def robots(*lines: str) -> bytes:
    return answer("\n".join(lines), Content_Type="text/plain")


def test_robots_txt_is_asked_first_and_once_a_day(site: Site, server: Server) -> None:
    server.pages = {"/robots.txt": robots("User-agent: *", "Disallow: /no"), "/yes": PAGE, "/no": PAGE}
    report = site.fetch("/yes", "/no")
    assert said(report) == ["error fetch-robots /no: robots.txt of 127.0.0.1 does not allow it"]
    assert [asked["path"] for asked in server.log] == ["/robots.txt", "/yes"]
    server.forget()
    site.fetch("/yes", "/no")
    assert [asked["path"] for asked in server.log] == ["/yes"]
    site.fetch("/yes", after=timedelta(days=2))
    assert [asked["path"] for asked in server.log] == ["/yes", "/robots.txt", "/yes"]


def test_rules_for_us_by_name_count_more(site: Site, server: Server) -> None:
    lines = ("User-agent: *", "Allow: /", "User-agent: sitegen", "Disallow: /")
    server.pages = {"/robots.txt": robots(*lines), "/a": PAGE}
    assert [d.code for d in site.fetch("/a").diagnostics] == ["fetch-robots"]


def test_pages_that_robots_txt_forbids_are_one_warning(site: Site, server: Server) -> None:
    server.pages = {"/robots.txt": robots("User-agent: *", "Disallow: /p/"), "/feed": answer(rss("/p/1", "/p/2"))}
    report = site.fetch("/feed")
    [line] = said(report)
    assert line.startswith("warning fetch-robots /feed: 2 of its pages were not fetched: robots.txt of 127.0.0.1")
    assert report.exit_code == 0


def test_no_robots_txt_allows_all_and_one_that_fails_nothing(site: Site, server: Server) -> None:
    server.pages = {"/robots.txt": answer("", "403 No"), "/a": PAGE}
    assert site.fetch("/a").exit_code == 0
    server.pages["/robots.txt"] = answer("", "503 Later")
    report = site.fetch("/a", after=timedelta(days=2))
    assert said(report) == ["error fetch-status /a: robots.txt is answered with 503"]
    assert server.paths == ["/a"]


def test_each_step_of_a_redirect_is_checked(site: Site, server: Server) -> None:
    with serving() as other:
        other.pages = {"/robots.txt": robots("User-agent: *", "Disallow: /"), "/b": PAGE}
        server.pages = {"/a": redirect(other.url("/b"))}
        report = site.fetch("/a")
        assert [d.code for d in report.diagnostics] == ["fetch-robots"]
        assert other.paths == []


def test_a_host_is_asked_one_at_a_time_with_a_pause(site: Site, server: Server) -> None:
    server.pages = {f"/{n}": PAGE for n in range(4)}
    site.pause = 0.1
    site.fetch(*server.pages)
    assert server.most_at_once == 1
    assert min(later - earlier for earlier, later in pairwise(server.times)) >= 0.09


def test_a_crawl_delay_is_honoured(site: Site, server: Server) -> None:
    server.pages = {"/robots.txt": robots("User-agent: *", "Crawl-delay: 0.2"), "/a": PAGE, "/b": PAGE}
    site.fetch("/a", "/b")
    assert server.times[2] - server.times[1] >= 0.19


def test_too_many_requests_leave_the_host_alone_until_it_says(site: Site, server: Server) -> None:
    server.pages = {"/a": answer("", "429 Slow Down", Retry_After="7200"), "/b": PAGE}
    report = site.fetch("/a", "/b")
    assert server.paths == ["/a"]
    first, second = said(report)
    assert first.startswith("error fetch-status /a: is asked too often (429)")
    assert second.startswith("warning fetch-wait /b:")
    waiting = site.fetch("/a", "/b")
    assert (server.paths, waiting.exit_code) == (["/a"], 0)
    assert len(waiting.diagnostics) == 2
    server.pages["/a"] = PAGE
    assert site.fetch("/a", "/b", after=timedelta(hours=2)).exit_code == 0


def test_a_date_to_come_back_at(site: Site, server: Server) -> None:
    server.pages = {"/a": answer("", "503 Down", Retry_After="Sun, 01 Jun 2025 14:00:00 GMT")}
    [line] = said(site.fetch("/a"))
    assert line.endswith("is left alone until 2025-06-01 14:00 UTC")


def test_we_say_who_we_are_and_take_no_cookies(site: Site, server: Server) -> None:
    server.pages = {"/a": answer("<p>A", Set_Cookie="who=you"), "/b": PAGE}
    site.fetch("/a", "/b")
    asked = server.log[-1]
    assert asked["user-agent"].startswith("sitegen/")
    assert asked["host"] == f"127.0.0.1:{server.port}"
    assert "cookie" not in asked


def test_two_fetches_of_one_site_wait_for_each_other_and_builds_do_not(site: Site, server: Server) -> None:
    said_waiting = []
    with fetching(site.root), lock(site.root, lambda: said_waiting.append("build")):
        pass
    assert said_waiting == []
    with fetching(site.root):
        begun = threading.Event()

        def other() -> None:
            with fetching(site.root, begun.set):
                said_waiting.append("fetch")

        thread = threading.Thread(target=other)
        thread.start()
        assert begun.wait(10)
        assert said_waiting == []
    thread.join(10)
    assert said_waiting == ["fetch"]
