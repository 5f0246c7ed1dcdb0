"""How is an answer kept? Answers in, records of a web archive out (WARC 1.1, each record a gzip member of its own), and back.

HTTP headers stand as received. The body is as received but for its transfer coding: where there was one, the header that named it is
called X-Archive-Orig-Transfer-Encoding, and Content-Length says what is there. The address is the one after redirects; X-Asked-URI is the one asked for
where it differs, and X-Via-URI the feed that named it.
"""

import gzip
import zlib
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import BinaryIO
from uuid import NAMESPACE_URL, uuid5

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from sitegen import __version__, fingerprint
from sitegen.fetch import feeds
from sitegen.fetch.answer import Answer
from sitegen.fetch.following import Found
from sitegen.fetch.notes import Kept

ASKED = "X-Asked-URI"
VIA = "X-Via-URI"

_CODING = b"transfer-encoding"
_LENGTH = b"content-length"
_PIECE = 1 << 16


def info(name: str, moment: datetime) -> bytes:
    """Return the first record of an archive: who made it."""
    fields = f"software: sitegen/{__version__}\r\nformat: WARC File Format 1.1\r\nrobots: obey\r\n"
    made = _record(WarcRecordType.warcinfo, name, moment)
    made.headers["WARC-Filename"] = name
    made.headers["Content-Type"] = "application/warc-fields"
    return _member(made, fields.encode("ascii"))


def response(found: Found, via: str) -> bytes:
    """Return an answer as a record."""
    answer = found.answer
    made = _record(WarcRecordType.response, f"{found.asked} {fingerprint.of_bytes(answer.raw)}", answer.moment)
    made.headers["WARC-Target-URI"] = answer.url
    if found.asked != answer.url:
        made.headers[ASKED] = found.asked
    if via:
        made.headers[VIA] = via
    made.headers["Content-Type"] = "application/http; msgtype=response"
    return _member(made, _http(answer))


def _record(kind: WarcRecordType, name: str, moment: datetime) -> WarcRecord:
    made = WarcRecord()
    identity = uuid5(NAMESPACE_URL, f"{moment.isoformat()} {name}")
    made.init_headers(kind, f"uuid:{identity}".encode("ascii"))
    made.record_date = moment
    return made


def _member(made: WarcRecord, block: bytes) -> bytes:
    made.set_bytes_content(block)
    out = BytesIO()
    made.write(out, checksum_data=True)
    return gzip.compress(out.getvalue(), mtime=0)


def _http(answer: Answer) -> bytes:
    """Return the answer as bytes."""
    chunked = any(name.lower() == _CODING for name, _ in answer.headers)
    lines = [f"{answer.version} {answer.status} {answer.reason}".rstrip().encode("latin-1", "replace")]
    for name, value in answer.headers:
        if name.lower() == _CODING:
            lines.append(b"X-Archive-Orig-" + name + b": " + value)
        elif name.lower() != _LENGTH:
            lines.append(name + b": " + value)
        elif not chunked:
            lines.append(name + b": " + str(len(answer.raw)).encode("ascii"))
    if chunked:
        lines.append(b"Content-Length: " + str(len(answer.raw)).encode("ascii"))
    return b"\r\n".join(lines) + b"\r\n\r\n" + answer.raw


def kept(found: Found, items: feeds.FeedItems | None) -> Kept:
    """Return what is to be noted of an answer."""
    answer = found.answer
    return Kept(
        asked=found.asked,
        url=answer.url,
        etag=answer.header("etag"),
        modified=answer.header("last-modified"),
        digest=fingerprint.of_bytes(answer.body),
        items=items.ids if items else (),
        content=items.content if items else "",
        links=items.links if items else (),
        stamps=items.stamps if items else (),
    )


def contents(stream: BinaryIO) -> Iterator[Kept]:
    """Yield what is to be noted of each answer in an archive, up to where it is damaged."""
    records = ArchiveIterator(
        stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="content", strict_mode=False
    )
    try:
        yield from (_kept(record) for record in records if record.http_headers is not None)
    except (OSError, EOFError, ValueError):
        return


def _kept(record: WarcRecord) -> Kept:
    url = record.headers.get("WARC-Target-URI") or ""
    http = record.http_headers
    body = record.reader.read()
    items = feeds.read(body, url, http.get("Content-Type") or "")
    return Kept(
        asked=record.headers.get(ASKED) or url,
        url=url,
        etag=http.get("ETag") or "",
        modified=http.get("Last-Modified") or "",
        digest=fingerprint.of_bytes(body),
        items=items.ids if items else (),
        content=items.content if items else "",
        links=items.links if items else (),
        stamps=items.stamps if items else (),
    )


def whole_length(stream: BinaryIO) -> int:
    """Return how many bytes of an archive are whole records: what was written before its writer was killed."""
    good = read = 0
    engine = zlib.decompressobj(zlib.MAX_WBITS | 16)
    while data := stream.read(_PIECE):
        read += len(data)
        try:
            while data:
                engine.decompress(data)
                data = engine.unused_data
                if engine.eof:
                    good = read - len(data)
                    engine = zlib.decompressobj(zlib.MAX_WBITS | 16)
        except zlib.error:
            break
    return good
