"""Each way in which a server can misbehave is one line, and the others are fetched all the same."""

import gzip
import socket
import struct
import time

import pytest

from tests.fetch.server import Asked, Script, Server, answer, redirect, rss
from tests.fetch.site import Site, said

GOOD = answer("<p>Good")
HUGE = 10_000_000


def slow(connection: socket.socket, asked: Asked) -> None:
    time.sleep(0.6)
    connection.sendall(GOOD)


def dripping(connection: socket.socket, asked: Asked) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(12):
        connection.sendall(b"x")
        time.sleep(0.05)


def endless(connection: socket.socket, asked: Asked) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        connection.sendall(b"x" * 65_536)


def reset(connection: socket.socket, asked: Asked) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def huge_headers(connection: socket.socket, asked: Asked) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(100_000):
        connection.sendall(b"X-Noise-%d: %s\r\n" % (number, b"n" * 200))


def packed(body: bytes, coding: str = "gzip") -> bytes:
    return answer(body, Content_Encoding=coding)


CHUNKS = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
MISBEHAVIOUR: dict[str, tuple[bytes | Script, str]] = {
    "slow": (slow, "error fetch-timeout: no whole answer within 0.5 s"),
    "dripping": (dripping, "error fetch-timeout: no whole answer within 0.5 s"),
    "endless": (endless, "error fetch-too-large: more than 200,000 bytes"),
    "announced as huge": (answer("x", Content_Length="999999999999999"), "error fetch-too-large: more than 200,000"),
    "gzip bomb": (packed(gzip.compress(b"x" * HUGE)), "error fetch-too-large: more than 200,000"),
    "bomb in a bomb": (packed(gzip.compress(gzip.compress(b"x" * HUGE)), "gzip, gzip"), "error fetch-damaged: "),
    "many small members": (packed(gzip.compress(b"x" * 1000) * 300), "error fetch-too-large: "),
    "brotli": (packed(b"\x1b", "br"), "error fetch-damaged: the answer is packed as 'br'"),
    "damaged gzip": (packed(b"\x1f\x8bnonsense"), "error fetch-damaged: damaged gzip"),
    "cut gzip": (packed(gzip.compress(b"Good morning")[:-6]), "error fetch-damaged: the gzip stops"),
    "content-length too long": (answer("x", Content_Length="50"), "error fetch-damaged: no sound answer: peer closed"),
    "cut chunks": (CHUNKS + b"5\r\nhello\r\nff\r\nx", "error fetch-damaged: no sound answer: peer closed"),
    "nonsense for chunks": (CHUNKS + b"zz\r\nhello\r\n", "error fetch-damaged: no sound answer"),
    "reset": (reset, "error fetch-unreachable: cannot be reached: connection reset"),
    "nothing": (b"", "error fetch-damaged: no sound answer: server disconnected"),
    "not HTTP": (b"SSH-2.0-OpenSSH_9.7\r\n", "error fetch-damaged: no sound answer"),
    "huge headers": (huge_headers, "error fetch-"),
    "empty": (answer("\n"), "error fetch-empty: is empty"),
    "not there": (answer("", "404 Not Found"), "error fetch-gone: is not there (404)"),
    "gone": (answer("", "410 Gone"), "error fetch-gone: is gone for good (410)"),
    "wrong inside": (answer("", "500 Oh No"), "error fetch-status: Oh No (500)"),
    "a picture": (answer(b"\x89PNG", Content_Type="image/png"), "error fetch-kind: is no page and no feed (image/png)"),
    "not modified at once": (answer("", "304 Not Modified"), "error fetch-damaged: says not modified (304)"),
    "to itself": (redirect("/x"), "error fetch-redirect: redirects in a circle"),
    "to a file": (redirect("file:///etc/passwd"), "error fetch-redirect: redirects to what is no address of the web"),
    "to a script": (redirect("javascript:alert(1)"), "error fetch-redirect: redirects to what is no"),
    "with a password": (redirect("http://a:b@127.0.0.1/"), "error fetch-redirect: redirects to what has a name"),
    "to nowhere": (answer("", "302 Found"), "error fetch-redirect: redirects (302) without saying where to"),
    "to nonsense": (redirect("http://[::1"), "error fetch-redirect: redirects to what is no address"),
    "to a strange port": (redirect("http://127.0.0.1:99999/"), "error fetch-redirect: redirects to what is no address"),
}


@pytest.mark.parametrize("name", MISBEHAVIOUR)
def test_it_is_one_line_and_the_other_is_fetched(site: Site, server: Server, name: str) -> None:
    script, wanted = MISBEHAVIOUR[name]
    server.pages = {"/x": script, "/good": GOOD}
    site.feeds, site.timeout = ["/x", "/good"], 0.5 if "timeout" in wanted else 5.0
    begun = time.monotonic()
    report = site.fetch()
    assert time.monotonic() - begun < 15
    [line] = said(report)
    severity, _, words = wanted.partition(": ")
    assert line.startswith(f"{severity}" if not words else f"{severity} /x: {words}"), line
    assert (report.exit_code, site.kept()) == (1, [("/good", b"<p>Good")])


def test_redirects_are_followed_and_their_number_is_bounded(site: Site, server: Server) -> None:
    server.pages = {f"/{n}": redirect(f"/{n + 1}") for n in range(20)} | {"/8": GOOD}
    assert site.fetch("/0").exit_code == 0
    assert site.kept() == [("/8", b"<p>Good")]
    del server.pages["/8"]
    server.pages["/8"] = redirect("/9")
    assert said(site.fetch("/0")) == ["error fetch-redirect /0: redirects more than 8 times"]


def test_a_feed_that_has_moved_for_good_is_said(site: Site, server: Server) -> None:
    server.pages = {"/old": redirect("/mid", "301 Moved"), "/mid": redirect("/new", "308 Moved"), "/new": GOOD}
    report = site.fetch("/old")
    assert said(report) == [f"note fetch-moved /old: has moved for good to {server.url('/new')}"]
    assert report.exit_code == 0
    server.pages["/mid"] = redirect("/new", "307 For Now")
    assert said(site.fetch("/old")) == []


def test_a_length_that_is_too_short_cuts_only_this_answer(site: Site, server: Server) -> None:
    server.pages = {"/x": answer("<p>Long", Content_Length="3"), "/good": GOOD}
    site.fetch("/x", "/good")
    assert site.kept() == [("/x", b"<p>"), ("/good", b"<p>Good")]


def test_a_charset_that_is_none_is_kept_as_it_was_said(site: Site, server: Server) -> None:
    body = rss("/a").encode("utf-8")
    server.pages = {"/feed": answer(body, Content_Type="text/xml; charset=klingon-8"), "/a": GOOD}
    report = site.fetch("/feed")
    assert (report.new_items, report.pages) == (1, 1)


@pytest.mark.parametrize(
    "words", ["http://nothing.invalid/feed", "http://a..b/feed", "http://x:y@127.0.0.1/", "http:///a"]
)
def test_addresses_that_lead_nowhere(site: Site, words: str) -> None:
    report = site.fetch(words)
    assert [(d.severity, d.path) for d in report.diagnostics] == [("error", words)]


def test_without_a_network_each_feed_is_one_line_and_it_is_quick(site: Site, server: Server) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    site.pause = 1.0
    begun = time.monotonic()
    report = site.fetch(*[f"http://127.0.0.1:{port}/{n}" for n in range(20)])
    assert time.monotonic() - begun < 15
    assert [d.code for d in report.diagnostics] == ["fetch-unreachable"] * 20
    assert report.diagnostics[0].message == "cannot be reached: connection refused"
