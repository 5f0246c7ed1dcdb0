"""What is kept is a web archive as others write them."""

import gzip
import socket
from io import BytesIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from sitegen.fetch import archive
from tests.fetch.server import Asked, Server, answer, redirect, rss
from tests.fetch.site import Site


def records(site: Site, decode: str = "none") -> list[tuple[WarcRecord, bytes]]:
    data = (site.root / "seeds" / "fetched" / site.archives[0]).read_bytes()
    return [(r, r.reader.read()) for r in ArchiveIterator(BytesIO(data), auto_decode=decode, verify_digests=True)]


def test_each_answer_is_a_record_as_it_came(site: Site, server: Server) -> None:
    packed = gzip.compress("<p>Café".encode("latin-1"))
    server.pages = {
        "/feed": answer(rss("/old")),
        "/old": redirect("/new", "301 Moved"),
        "/new": answer(
            packed, Content_Type="text/html; charset=latin-1", Content_Encoding="gzip", X_Odd="caf\xe9", ETag='"1"'
        ),
    }
    site.fetch("/feed")
    assert site.archives == ["20250601T120000Z.warc.gz"]
    (info, said), _, (page, raw) = records(site)
    assert info.record_type == WarcRecordType.warcinfo
    assert said.startswith(b"software: sitegen/")
    assert page.headers["WARC-Target-URI"] == server.url("/new")
    assert page.headers["X-Asked-URI"] == server.url("/old")
    assert page.headers["X-Via-URI"] == server.url("/feed")
    assert page.record_date.isoformat().startswith("2025-06-01T12:00:0")
    assert page.headers["Content-Type"] == "application/http; msgtype=response"
    assert page.http_headers.status_line == "HTTP/1.1 200 OK"
    assert page.http_headers.get_bytes(b"X-Odd") == b"caf\xe9"
    assert raw == packed
    assert records(site, "content")[2][1] == b"<p>Caf\xe9"


def test_a_transfer_coding_is_removed_and_said(site: Site, server: Server) -> None:
    def chunked(connection: socket.socket, asked: Asked) -> None:
        connection.sendall(b"HTTP/1.1 200 Sure\r\nTransfer-Encoding: chunked\r\nContent-Length: 99\r\n\r\n")
        connection.sendall(b"3\r\n<p>\r\n4\r\nGood\r\n0\r\n\r\n")

    server.pages = {"/a": chunked}
    site.fetch("/a")
    _, (page, raw) = records(site, "all")
    assert raw == b"<p>Good"
    assert page.http_headers.to_tuples() == (
        ("X-Archive-Orig-Transfer-Encoding", "chunked"),
        ("Content-Length", "7"),
    )


def test_each_record_is_a_member_of_its_own(site: Site, server: Server) -> None:
    server.pages = {"/a": answer("<p>A"), "/b": answer("<p>B")}
    site.fetch("/a", "/b")
    data = (site.root / "seeds" / "fetched" / site.archives[0]).read_bytes()
    assert data.count(b"\x1f\x8b\x08") == 3
    assert archive.whole_length(BytesIO(data)) == len(data)
    last = data.rindex(b"\x1f\x8b\x08")
    assert archive.whole_length(BytesIO(data[:-1])) == last
    assert archive.whole_length(BytesIO(data[: last + 1])) == last
    assert [kept.asked for kept in archive.contents(BytesIO(data[: last + 40]))] == [server.url("/a")]


def test_two_runs_in_one_second_are_two_archives(site: Site, server: Server) -> None:
    server.pages = {"/a": answer("<p>A"), "/b": answer("<p>B")}
    site.fetch("/a")
    site.runs = 0
    site.fetch("/b")
    assert site.archives == ["20250601T120000Z-2.warc.gz", "20250601T120000Z.warc.gz"]


def test_a_damaged_archive_among_the_seeds_is_read_as_far_as_it_goes(site: Site, server: Server) -> None:
    server.pages = {"/a": answer("<p>A")}
    folder = site.root / "seeds" / "fetched"
    folder.mkdir(parents=True)
    (folder / "mine.warc.gz").write_bytes(b"no archive at all")
    assert site.fetch("/a").exit_code == 0
