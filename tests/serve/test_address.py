"""Where the preview listens and what it may be called."""

import errno
import socket

import pytest

from sitegen.serve import address


def test_a_taken_port_gives_way_to_the_next_free_one():
    with address.listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with address.listen("127.0.0.1", port) as second:
            assert port < second.getsockname()[1] <= port + address.NEIGHBOURS


def test_when_all_are_taken_it_is_said(monkeypatch):
    def taken(*_arguments, **_options):
        raise OSError(errno.EADDRINUSE, "Address already in use")

    monkeypatch.setattr(socket, "create_server", taken)
    with pytest.raises(OSError) as caught:  # noqa: PT011 - the number is asserted below
        address.listen("127.0.0.1", 8000)
    assert caught.value.errno == errno.EADDRINUSE
    assert address.refusal("127.0.0.1", 8000, caught.value).message == "ports 8000 to 8020 of 127.0.0.1 are all in use"


@pytest.mark.parametrize(("host", "port"), [("a" * 70 + ".example", 0), ("127.0.0.1", 70_000)])
def test_what_is_no_address_is_refused_in_one_line(host, port):
    with pytest.raises(OSError) as caught:  # noqa: PT011 - any of the system's words will do
        address.listen(host, port)
    assert address.refusal(host, port, caught.value).message.startswith(f"cannot listen on {host}, port {port}: ")


def test_the_address_is_one_for_a_browser_on_this_machine():
    with address.listen("127.0.0.1", 0) as listener:
        assert address.address_of(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}/"
    with address.listen("0.0.0.0", 0) as listener:
        assert address.address_of(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}/"


@pytest.mark.parametrize(
    ("host", "called", "known"),
    [
        ("127.0.0.1", "127.0.0.1:8000", True),
        ("127.0.0.1", "localhost", True),
        ("127.0.0.1", "[::1]:8000", True),
        ("127.0.0.1", "192.168.1.2:8000", False),
        ("desk.local", "desk.local:8000", True),
        ("desk.local", "DESK.local", True),
        ("::1", "[::1]", True),
        ("0.0.0.0", "192.168.1.2:8000", True),
        ("0.0.0.0", "[fe80::1]:8000", True),
        ("0.0.0.0", "evil.example", False),
        ("127.0.0.1", "localhost:8000:9", False),
        ("127.0.0.1", "localhost:", False),
        ("127.0.0.1", "", False),
    ],
)
def test_names_by_which_a_browser_may_call_us(host, called, known):
    assert address.known_by(host)(called) is known
