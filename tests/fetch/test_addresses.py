"""Nothing is fetched from addresses that are not of the public network, under whatever name."""

import asyncio
import socket

import pytest

from sitegen.fetch.addresses import is_public, resolve
from sitegen.fetch.failure import FetchError
from tests.fetch.server import Server, answer, redirect
from tests.fetch.site import Site

INNER = """
127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 240.0.0.1 255.255.255.255 192.0.2.1 198.18.0.1
:: ::1 fe80::1 fe80::1%eth0 fc00::1 ff02::1 2001:db8::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 2002:7f00:1:: nonsense
""".split()


@pytest.mark.parametrize("address", INNER)
def test_inner_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_outer_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "::1"])
def test_names_of_inner_addresses(host: str) -> None:
    with pytest.raises(FetchError) as caught:
        asyncio.run(resolve(host, 80, allow_private=False))
    assert caught.value.code in {"fetch-private", "fetch-unreachable"}


def test_a_private_address_is_refused_by_default(site: Site, server: Server) -> None:
    site.private = False
    report = site.fetch("/feed")
    assert [d.code for d in report.diagnostics] == ["fetch-private"]
    assert "allow_private" in report.diagnostics[0].hint
    assert server.log == []


def lookup(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Answer each question for an address with the next of the answers."""
    asked: list[str] = []
    left = list(answers)

    def getaddrinfo(host: str, port: int, *more: object, **others: object) -> list[object]:
        asked.append(host)
        found = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return asked


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    lookup(monkeypatch, ["93.184.216.34", "10.0.0.1"])
    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        asyncio.run(resolve("news.test", 80, allow_private=False))


def test_the_address_that_was_checked_is_connected_to(
    site: Site, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = lookup(monkeypatch, ["127.0.0.1"], ["127.0.0.1"], ["203.0.113.1"])
    server.pages = {"/a": answer("<p>A")}
    report = site.fetch(f"http://news.test:{server.port}/a")
    assert report.exit_code == 0
    assert asked == ["news.test", "news.test"]
    assert [a["host"] for a in server.log] == [f"news.test:{server.port}"] * 2


def test_the_next_address_is_tried_where_one_takes_no_connection(
    site: Site, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    lookup(monkeypatch, ["127.0.0.2", "127.0.0.1"])
    server.pages = {"/a": answer("<p>A")}
    assert site.fetch(f"http://news.test:{server.port}/a").exit_code == 0


def test_a_redirect_to_a_private_address_is_refused(
    site: Site, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.fetch.addresses.is_public", lambda address: address != "127.0.0.2")
    site.private = False
    server.pages = {"/a": redirect(f"http://127.0.0.2:{server.port}/secret"), "/secret": answer("secret")}
    report = site.fetch("/a")
    assert [d.code for d in report.diagnostics] == ["fetch-private"]
    assert server.paths == ["/a"]
