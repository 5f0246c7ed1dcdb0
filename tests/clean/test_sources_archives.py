"""Archives and web archives: their documents one by one, bombs and damage in one line, nothing written anywhere."""

import bz2
import gzip
import io
import lzma
import random
import tarfile
import zipfile
import zlib
from collections.abc import Callable

import pytest

from sitegen.clean import archives
from sitegen.clean.archives import BombError, Budget
from sitegen.clean.cleaners import clean
from sitegen.clean.containers import documents
from sitegen.markup import visible_text
from sitegen.model.article import SourceDocument
from sitegen.model.diagnostic import Diagnostic, Severity
from tests.clean import sample_letters as letters
from tests.clean.test_sources import ITEM, rss

PAGE = b"<html><head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1><p>The harbour bridge of Port Ellery was opened on Monday by the mayor.</p></article></body></html>"
TEXT = b"Ferry stops\n\nThe ferry of Port Ellery stops at the end of the month, its owner said.\n"


def found(data: bytes, name: str = "many.zip") -> tuple[list[SourceDocument], list[Diagnostic]]:
    every = list(documents(name, io.BytesIO(data), len(data)))
    return [d for d in every if isinstance(d, SourceDocument)], [d for d in every if isinstance(d, Diagnostic)]


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files: dict[str, bytes], *special: tarfile.TarInfo) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for info in special:
            archive.addfile(info)
    return out.getvalue()


PACKERS: dict[str, Callable[[dict[str, bytes]], bytes]] = {
    "a.zip": zipped,
    "a.tar": tarred,
    "a.tar.gz": lambda files: gzip.compress(tarred(files)),
    "a.tar.bz2": lambda files: bz2.compress(tarred(files)),
    "a.tar.xz": lambda files: lzma.compress(tarred(files)),
    "no-ending": lambda files: gzip.compress(tarred(files)),
}


@pytest.mark.parametrize("name", PACKERS)
def test_every_member_of_an_archive_is_a_document(name: str) -> None:
    made = PACKERS[name]({"deep/page.html": PAGE, "ferry.txt": TEXT, "__MACOSX/._page.html": b"x", ".hidden": b"x"})
    sources, told = found(made, name)
    assert [s.name for s in sources] == [f"{name}#deep/page.html", f"{name}#ferry.txt"]
    assert not told
    titles = [a.title for s in sources for a in clean(s).value]
    assert titles[0] == "Bridge opens"


def test_a_single_packed_file_is_a_document() -> None:
    ((source,), told) = found(gzip.compress(PAGE), "page.html.gz")
    assert (source.name, source.data, told) == ("page.html.gz#page.html", PAGE, [])


def test_archives_in_archives_are_read_but_not_for_ever() -> None:
    inner = zipped({"page.html": PAGE})
    ((source,), told) = found(zipped({"inner.zip": inner}))
    assert (source.name, told) == ("many.zip#inner.zip#page.html", [])
    for _ in range(5):
        inner = zipped({"inner.zip": inner})
    sources, told = found(inner)
    assert (sources, [d.code for d in told]) == ([], ["seed-limit"])


def test_names_that_lead_elsewhere_lead_nowhere() -> None:
    link = tarfile.TarInfo("link")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    pipe = tarfile.TarInfo("pipe")
    pipe.type = tarfile.FIFOTYPE
    sources, told = found(tarred({"../../etc/page.html": PAGE, "/abs.html": PAGE}, link, pipe))
    assert [s.part for s in sources] == ["../../etc/page.html", "/abs.html"]
    assert [(d.code, d.severity) for d in told] == [("seed-unsafe", Severity.ERROR)] * 2


def test_an_encrypted_member_is_refused_alone() -> None:
    data = bytearray(zipped({"secret.html": PAGE, "ferry.txt": TEXT}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    sources, told = found(bytes(data))
    assert [s.part for s in sources] == ["ferry.txt"]
    assert [(d.code, d.path) for d in told] == [("seed-encrypted", "many.zip#secret.html")]


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_RATIO_FROM", 1_000_000)
    sources, told = found(zipped({"a.txt": TEXT, "b.txt": b" " * 10_000_000, "c.txt": TEXT}))
    assert [s.part for s in sources] == ["a.txt"]
    assert [d.code for d in told] == ["seed-limit"]
    with pytest.raises(BombError):
        Budget(packed=1).take(archives.LARGEST_TOTAL + 1)
    monkeypatch.setattr(archives, "MOST_MEMBERS", 2)
    assert [d.code for d in found(zipped({f"{n}.txt": TEXT for n in range(4)}))[1]] == ["seed-limit"]


def test_a_member_that_is_too_large_is_refused_alone() -> None:
    sources, told = found(zipped({"big.txt": bytes(21_000_000), "ferry.txt": TEXT}))
    assert [s.part for s in sources] == ["ferry.txt"]
    assert [(d.code, d.path) for d in told] == [("seed-too-large", "many.zip#big.txt")]


def test_damaged_archives_give_what_can_be_read() -> None:
    whole = tarred({"page.html": PAGE, "noise.txt": random.Random(1).randbytes(300_000), "ferry.txt": TEXT})
    sources, told = found(gzip.compress(whole)[:-100_000], "a.tar.gz")
    assert {d.code for d in told} == {"seed-damaged"}
    assert [s.part for s in sources] == ["page.html"]
    assert [d.code for d in found(b"PK\x03\x04" + bytes(100))[1]] == ["seed-damaged"]
    assert [d.code for d in found(b"\x1f\x8b\x08\x00rubbish")[1]] == ["seed-damaged"]


def test_a_mailbox_gives_its_mails() -> None:
    mails = [letters.mail(text=p, Subject=h) for h, p in zip(letters.HEADLINES, letters.PROSE, strict=True)]
    box = b"\n".join(
        b"From news@x.example Tue Mar 11 07:00:00 2025\n" + m.replace(b"\nFrom ", b"\n>From ") for m in mails
    )
    sources, told = found(box, "mails.mbox")
    assert [s.name for s in sources] == [f"mails.mbox#{n}" for n in range(1, 6)]
    assert not told
    assert [clean(s).value[0].title for s in sources] == list(letters.HEADLINES)


def record(  # noqa: PLR0913 - what an answer has
    url: str, body: bytes, *, status: str = "200 OK", kind: str = "text/html", more: str = "", length: int | None = None
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-03-12T03:04:05Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http) if length is None else length}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


A, B = "https://courier.example/a", "https://courier.example/b"
CHUNKED = b"5\r\n" + PAGE[:5] + b"\r\n" + f"{len(PAGE) - 5:x}".encode() + b";x=y\r\n" + PAGE[5:] + b"\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    "pack", [bytes, gzip.compress, lambda data: b"".join(map(gzip.compress, (data[:500], data[500:])))]
)
def test_the_pages_of_a_web_archive(pack: Callable[[bytes], bytes]) -> None:
    made = (
        record(A, PAGE, kind="text/html; charset=utf-8")
        + record(f"{A}.jpg", b"\xff\xd8", kind="image/jpeg")
        + record(f"{A}/old", b"moved", status="301 Moved")
        + record(f"{A}/no", PAGE, status="404 Not Found")
        + record(B, CHUNKED, more="Transfer-Encoding: chunked\r\n")
        + record(A, PAGE)
        + record(A, PAGE.replace(b"Monday", b"Tuesday"))
    )
    sources, told = found(pack(made), "crawl.warc.gz")
    assert [s.name for s in sources] == [f"crawl.warc.gz#{A}", f"crawl.warc.gz#{B}", f"crawl.warc.gz#{A}~2"]
    assert [s.data for s in sources[:2]] == [PAGE, PAGE]
    assert (sources[0].url, sources[0].fetched, sources[0].media_type) == (
        A,
        "2025-03-12T03:04:05+00:00",
        "text/html; charset=utf-8",
    )
    assert not told


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)[2:-4]),
        ("gzip", PAGE),
    ],
)
def test_bodies_are_unpacked(coding: str, body: bytes) -> None:
    ((source,), told) = found(record(A, body, more=f"Content-Encoding: {coding}\r\n"), "x.warc")
    assert (source.data, told) == (PAGE, [])


JSON = b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1", "items": [{"id": "1", "content_text": "The bridge was opened."}]}'


@pytest.mark.parametrize(
    "kind", ["application/json", "text/plain; charset=utf-8", "application/octet-stream", "binary/octet-stream"]
)
@pytest.mark.parametrize(
    ("body", "is_taken"),
    [
        (PAGE, True),
        (b"\xef\xbb\xbf \n" + rss(ITEM).encode(), True),
        (JSON, True),
        (b"User-agent: *\nDisallow: /private\n", False),
        (b'{"stocks": [1, 2, 3]}', False),
        (b"\x00\x01\x02\x03", False),
    ],
    ids=["page", "feed", "json feed", "robots.txt", "other json", "binary"],
)
def test_under_a_type_that_says_nothing_the_beginning_counts(kind: str, body: bytes, is_taken: bool) -> None:  # noqa: FBT001
    sources, told = found(record(A, body, kind=kind), "x.warc")
    assert (len(sources), told) == (int(is_taken), [])
    assert all(clean(source).value for source in sources)


def test_the_header_names_the_charset() -> None:
    page = "<title>Łódź</title><p>Most został zamknięty we wtorek po długiej debacie.</p>".encode("iso-8859-2")
    ((source,), _) = found(record(A, page, kind="text/html; charset=ISO-8859-2"), "x.warc")
    assert clean(source).value[0].title == "Łódź"


DAMAGED = {
    "cut off": record(A, PAGE) + record(B, PAGE)[:-150],
    "length too short": record(A, PAGE) + record(B, PAGE, length=20),
    "garbage between": record(A, PAGE) + b"garbage\r\n\r\n" + record(B, PAGE),
    "gzip cut off": gzip.compress(record(A, PAGE)) + gzip.compress(record(B, PAGE))[:-60],
}


@pytest.mark.parametrize("what", DAMAGED)
def test_what_comes_before_a_damage_is_taken(what: str) -> None:
    sources, told = found(DAMAGED[what], "x.warc")
    assert [s.url for s in sources] == [A]
    assert [(d.code, d.severity) for d in told] == [("seed-damaged", Severity.ERROR)]


def test_a_bad_record_is_refused_alone() -> None:
    made = (
        record(A, b"no gzip", more="Content-Encoding: gzip\r\n")
        + record(A, zlib.compress(b"A" * 50_000_000), more="Content-Encoding: deflate\r\n")
        + record(A, b"zz\r\nno chunks\r\n", more="Transfer-Encoding: chunked\r\n")
        + record(A, bytes(21_000_000))
        + record(B, PAGE)
    )
    sources, told = found(made, "x.warc")
    assert [s.url for s in sources] == [B]
    assert [d.code for d in told] == ["seed-damaged", "seed-too-large", "seed-damaged", "seed-too-large"]


def test_pages_of_a_web_archive_that_are_no_articles_are_notes() -> None:
    links = b"".join(
        b'<h3><a href="/%d">The council of the town has said something about number %d</a></h3>' % (n, n)
        for n in range(30)
    )
    index = b"<html><title>News</title><body><h1>News</h1>" + links + b"</body></html>"
    made = (
        record("https://courier.example/", PAGE)
        + record("https://courier.example/news", index)
        + record(A, b"<html></html>")
        + record(B, PAGE)
    )
    results = [clean(s) for s in found(made, "x.warc")[0]]
    assert [len(r.value) for r in results] == [0, 0, 0, 1]
    assert {(d.code, d.severity) for r in results for d in r.diagnostics} == {("seed-index", Severity.NOTE)}


WHOLE = {
    "a.zip": zipped({"p.html": PAGE, "q.txt": TEXT}),
    "a.tar": tarred({"p.html": PAGE}),
    "a.tar.gz": gzip.compress(tarred({"p.html": PAGE})),
    "a.warc": record(A, PAGE) + record(B, CHUNKED, more="Transfer-Encoding: chunked\r\n"),
    "a.warc.gz": gzip.compress(record(A, PAGE)),
    "m.eml": letters.mail(letters.columns()),
    "m.mbox": b"From x\n" + letters.mail(text=letters.plain()),
    "f.xml": b"<rss version='2.0'><channel><title>x</title><item><title>y</title><description>z</description></item></channel></rss>",
    "l.opml": b"<opml version='2.0'><body><outline xmlUrl='https://x.example/'/></body></opml>",
    "s.md": b"---\ntitle: x\ndate: 2025-01-01\n---\n\n# head\n\ntext **of** it.\n",
}
SPLINTERS = (b"\0", b"<", b"&", b'"', b"\n\n", b"<![CDATA[", b"--b", b"=?utf-8?B?", b"<!--", b"]]>", b"\xff\xfe")


def damaged(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.choice((1, 2, 5, 30))):
        at, what = chance.randrange(max(1, len(broken))), chance.random()
        if what < 0.4 and broken:
            broken[at] = chance.randrange(256)
        elif what < 0.7:
            del broken[at : at + chance.randrange(1, 30)]
        else:
            broken[at:at] = chance.choice(SPLINTERS)
    return bytes(broken)


@pytest.mark.parametrize("name", WHOLE)
def test_whatever_is_damaged_gives_articles_or_says_why_not(name: str) -> None:
    chance = random.Random(name)
    for _ in range(40):
        sources, told = found(damaged(WHOLE[name], chance), name)
        assert sources or told
        for checked in map(clean, sources):
            assert checked.value or checked.diagnostics
            assert all(a.title and a.text == visible_text(a.body) for a in checked.value)
