"""Whether something stands at an address: HEAD, then GET, politely, on a real server."""

import socket
from datetime import UTC, datetime

import pytest

from sitegen.fetch.looking import Verdict, look
from sitegen.model.config import FetchSetting
from tests.fetch.server import Asked, Server, answer, redirect

SETTING = FetchSetting(pause=0.0, timeout=5.0, allow_private=True)


def seen(server: Server, *paths: str, setting: FetchSetting = SETTING) -> list[tuple[str, str]]:
    urls = [path if "://" in path else server.url(path) for path in paths]
    found = look(urls, setting, lambda: datetime.now(UTC), lambda: None)
    assert [s.url for s in found] == urls
    return [(str(s.verdict), s.words.replace(server.url(""), "")) for s in found]


def asked(server: Server) -> list[str]:
    return [f"{log['method']} {log['path']}" for log in server.log]


def test_what_is_there_is_asked_for_with_head_and_its_body_is_not_read(server: Server) -> None:
    server.pages["/a"] = answer("")
    assert seen(server, "/a") == [("there", "")]
    assert asked(server) == ["HEAD /a"]


def test_a_server_that_does_not_know_head_is_asked_with_get(server: Server) -> None:
    def script(connection: socket.socket, log: Asked) -> None:
        connection.sendall(answer("", "200 OK") if log["method"] == "GET" else answer("", "405 Method Not Allowed"))

    server.pages["/a"] = script
    assert seen(server, "/a") == [("there", "")]
    assert asked(server) == ["HEAD /a", "GET /a"]


def test_a_large_body_is_not_downloaded(server: Server) -> None:
    def script(connection: socket.socket, log: Asked) -> None:
        if log["method"] == "HEAD":
            connection.sendall(answer("", "501 Not Implemented"))
        else:
            connection.sendall(answer("x" * 100, Content_Length="999999999999", Content_Type="video/mp4"))

    server.pages["/film"] = script
    assert seen(server, "/film") == [("there", "")]


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        ("404 Not Found", "gone"),
        ("410 Gone", "gone"),
        ("403 Forbidden", "refused"),
        ("429 Too Many Requests", "refused"),
        ("500 Internal Server Error", "failed"),
    ],
)
def test_what_a_status_means(server: Server, status: str, verdict: str) -> None:
    server.pages["/a"] = answer("", status)
    assert seen(server, "/a") == [(verdict, status)]


def test_redirects_are_followed_and_those_for_good_are_told(server: Server) -> None:
    server.pages["/new"] = answer("")
    server.pages["/for-good"] = redirect("/new", "301 Moved Permanently")
    server.pages["/for-now"] = redirect("/for-good")
    server.pages["/to-nothing"] = redirect("/none", "301 Moved Permanently")
    server.pages["/circle"] = redirect("/circle")
    assert seen(server, "/for-good", "/for-now", "/to-nothing") == [
        ("moved", "/new"),
        ("there", ""),
        ("gone", "404 Not Found"),
    ]
    assert seen(server, "/circle")[0] == ("failed", "redirects in a circle, over /circle")


def test_private_addresses_are_refused_also_behind_a_redirect(server: Server) -> None:
    public = FetchSetting(pause=0.0, timeout=5.0)
    (found,) = seen(server, "/a", setting=public)
    assert found[0] == "private"
    assert server.log == []


def test_what_is_no_address_and_who_does_not_answer(server: Server) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    words = seen(server, "http://user:secret@127.0.0.1/", f"http://127.0.0.1:{port}/")
    assert [verdict for verdict, _ in words] == ["gone", "failed"]
    assert "refused" in words[1][1]


def test_a_server_that_is_silent(server: Server) -> None:
    server.pages["/a"] = lambda connection, log: connection.recv(1) and None
    (found,) = seen(server, "/a", setting=FetchSetting(pause=0.0, timeout=0.3, allow_private=True))
    assert found == ("failed", "no whole answer within 0.3 s")


def test_one_host_is_asked_one_by_one_with_a_pause(server: Server) -> None:
    for path in ("/a", "/b", "/c"):
        server.pages[path] = answer("")
    setting = FetchSetting(pause=0.15, timeout=5.0, allow_private=True)
    assert {verdict for verdict, _ in seen(server, "/a", "/b", "/c", setting=setting)} == {Verdict.THERE}
    assert server.most_at_once == 1
    assert server.times[-1] - server.times[0] >= 0.3


def test_every_address_is_counted(server: Server) -> None:
    counted: list[int] = []
    look([server.url("/a"), server.url("/b")], SETTING, lambda: datetime.now(UTC), lambda: counted.append(1))
    assert len(counted) == 2
