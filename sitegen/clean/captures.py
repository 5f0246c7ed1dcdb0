"""The pages and feeds of a web archive (WARC), record by record, never more than one in memory."""

import re
import zlib
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.parser import BytesHeaderParser
from io import BytesIO
from typing import IO

from fastwarc.stream_io import BrotliReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from sitegen.clean.addresses import absolute
from sitegen.clean.archives import Budget
from sitegen.clean.characters import one_line
from sitegen.clean.media_type import PAGES_AND_FEEDS, begins_as
from sitegen.clean.refusal import Refusal

_TYPES = re.compile(
    r"(?:text/html|application/xhtml\+xml|(?:application|text)/(?:rss\+xml|atom\+xml|rdf\+xml|xml|feed\+json|x-rss\+xml))\b",
    re.IGNORECASE,
)
_ANY_TYPES = re.compile(
    r"(?:application/(?:json|ld\+json|octet-stream|unknown|x-unknown-content-type)|(?:text|binary)/(?:plain|octet-stream|json))\b",
    re.IGNORECASE,
)
"""Under which some servers answer with feeds and pages; what begins as neither is something else, as robots.txt is."""
_BEGINNING = 8192
_JSON_FEED = b"jsonfeed.org/version"
_FRAMING = 65_536
"""Bytes of HTTP header and chunk lengths around a body."""
_OK = re.compile(rb"HTTP/\d(?:\.\d)?\s+200\b")
_CHUNK = re.compile(rb"\s*([0-9A-Fa-f]{1,8})[^\n]{0,200}\n")
_WINDOWS = {"gzip": 47, "x-gzip": 47, "deflate": 47}
"""zlib's: gzip or zlib by what the data say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A page as it was answered, or why it is not read; neither where it is of no kind that is read."""

    url: str
    address: str | None = None
    """The same where it may be linked."""
    fetched: str | None = None
    media_type: str | None = None
    data: bytes = b""
    refusal: Refusal | None = None
    other: bool = False
    """A picture, a redirect, an error: nothing that an article could be."""


class DamagedError(Exception):
    """What follows in an archive cannot be read."""


def captures(stream: IO[bytes], largest: int, budget: Budget) -> Iterator[Capture]:
    """Yield the answers of a web archive; raises DamagedError where it breaks."""
    kinds = WarcRecordType.response | WarcRecordType.resource
    try:
        for record in ArchiveIterator(stream, record_types=kinds, parse_http=False, max_header_len=_FRAMING):
            budget.count()
            yield _capture(record, largest, budget)
    except (OSError, ValueError, EOFError) as error:
        raise DamagedError(one_line(str(error)).rstrip(".").lower() or "it cannot be read") from error


def _capture(record: WarcRecord, largest: int, budget: Budget) -> Capture:
    url = one_line(record.headers.get("WARC-Target-URI") or "").strip("<>")
    size = record.content_length
    if size > largest + _FRAMING:
        message = f"the record has {size / 1e6:,.0f} MB"
        return Capture(url=url, refusal=Refusal(code="seed-too-large", message=message))
    block = record.reader.read(size) if size else b""
    if len(block) < size:
        message = "a record is cut off"
        raise DamagedError(message)
    fetched = _moment(record.headers.get("WARC-Date") or "")
    if record.record_type == WarcRecordType.resource:
        declared = record.headers.get("Content-Type") or ""
        return _page(url, fetched, declared, block)
    return _answer(url, fetched, block, (largest, budget))


def _answer(url: str, fetched: str | None, block: bytes, limits: tuple[int, Budget]) -> Capture:
    """Return an HTTP answer's page, unpacked."""
    head, gap, body = block.partition(b"\r\n\r\n")
    if not gap:
        head, gap, body = block.partition(b"\n\n")
    if not gap or not _OK.match(head):
        return Capture(url=url, other=True)
    headers = BytesHeaderParser().parsebytes(head.partition(b"\n")[2])
    declared = str(headers.get("Content-Type", ""))
    if not _may_be_read(declared):
        return Capture(url=url, other=True)
    codings = [
        c for name in ("Transfer-Encoding", "Content-Encoding") for c in str(headers.get(name, "")).lower().split(",")
    ]
    data = _decoded(body, [c.strip() for c in codings], limits)
    if isinstance(data, Refusal):
        return Capture(url=url, refusal=data)
    return _page(url, fetched, declared, data)


def _page(url: str, fetched: str | None, declared: str, data: bytes) -> Capture:
    says_nothing = bool(_ANY_TYPES.match(declared.strip()))
    if not _may_be_read(declared) or (says_nothing and not _begins_as_any(data)):
        return Capture(url=url, other=True)
    address = absolute(url, None)
    return Capture(
        url=url,
        address=address if address.startswith("http") else None,
        fetched=fetched,
        media_type=None if says_nothing else one_line(declared) or None,
        data=data,
    )


def _may_be_read(declared: str) -> bool:
    said = declared.strip()
    return not said or bool(_TYPES.match(said) or _ANY_TYPES.match(said))


def _begins_as_any(data: bytes) -> bool:
    """Say whether bytes begin as a page or a feed."""
    begins = data[:_BEGINNING].removeprefix(BOM_UTF8).lstrip()
    if begins.startswith(b"{"):
        return _JSON_FEED in data.replace(b"\\/", b"/")
    return begins_as(begins.decode("latin-1")) in PAGES_AND_FEEDS


def _moment(words: str) -> str | None:
    """Return the record's moment where it is one."""
    try:
        return datetime.fromisoformat(words.strip()).isoformat()
    except ValueError:
        return None


def _decoded(body: bytes, codings: list[str], limits: tuple[int, Budget]) -> bytes | Refusal:
    """Undo chunks and compression; many archives hold bodies undone already and their headers as they were."""
    largest, budget = limits
    try:
        for coding in codings:
            if coding == "chunked":
                body = _unchunked(body)
            elif coding in _WINDOWS:
                body = _inflated(body, coding, largest)
            elif coding == "br":
                body = BrotliReader(BytesIO(body)).read(largest + 1)
        budget.take(len(body))
    except (zlib.error, OSError, ValueError) as error:
        return Refusal(code="seed-damaged", message=f"the answer is damaged: {one_line(str(error))}")
    if len(body) > largest:
        return Refusal(code="seed-too-large", message=f"the answer unpacks to more than {largest / 1e6:,.0f} MB")
    return body


def _unchunked(body: bytes) -> bytes:
    """Join the chunks of a body."""
    if body.lstrip()[:1] == b"<":
        return body
    parts: list[bytes] = []
    at = 0
    while m := _CHUNK.match(body, at):
        size = int(m[1], 16)
        if not size:
            return b"".join(parts)
        parts.append(body[m.end() : m.end() + size])
        at = m.end() + size
        if at > len(body):
            break
    message = "its chunks do not fit"
    raise ValueError(message)


def _inflated(body: bytes, coding: str, largest: int) -> bytes:
    if body.lstrip()[:1] in {b"<", b"{"}:
        return body
    try:
        return zlib.decompressobj(_WINDOWS[coding]).decompress(body, largest + 1)
    except zlib.error:
        if coding != "deflate":
            raise
        return zlib.decompressobj(-15).decompress(body, largest + 1)
