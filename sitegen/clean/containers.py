"""What documents a seed file holds: itself, the members of an archive, the pages of a web archive, the mails of a mailbox; one at a time."""

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BufferedReader, BytesIO, RawIOBase
from typing import IO, cast

from sitegen import fingerprint
from sitegen.clean.archives import BROKEN, BombError, Budget, Member, read_within, tar_members, zip_members
from sitegen.clean.captures import Capture, DamagedError, captures
from sitegen.clean.characters import one_line
from sitegen.clean.cleaners import LARGEST
from sitegen.clean.mailbox import mails
from sitegen.clean.part_names import PartNames
from sitegen.clean.refusal import Refusal
from sitegen.model.article import SourceDocument
from sitegen.model.diagnostic import Diagnostic, Severity

_DEEPEST = 3
"""Archives within archives."""
_LARGEST_INNER = 200_000_000
"""Bytes of an archive within an archive, which must be held in memory."""
_HEAD = 1024
_TAR_MARK = 257
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/")
"""How the zip of an office document or an e-book begins."""


def _gunzipped(stream: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(fileobj=stream))


_PACKED: dict[bytes, tuple[str, Callable[[IO[bytes]], IO[bytes]]]] = {
    b"\x1f\x8b\x08": ("gz", _gunzipped),
    b"BZh": ("bz2", bz2.BZ2File),
    b"\xfd7zXZ\x00": ("xz", lzma.LZMAFile),
}

Found = SourceDocument | Diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A stream within a seed file."""

    path: str
    part: str = ""
    depth: int = 0
    budget: Budget
    parts: PartNames = field(default_factory=PartNames)

    @property
    def name(self) -> str:
        return f"{self.path}#{self.part}" if self.part else self.path

    def within(self, name: str) -> str:
        """Return the name of a part of this part."""
        own = self.parts.name(name)
        return f"{self.part}#{own}" if self.part else own

    def told(self, refusal: Refusal, name: str = "") -> Diagnostic:
        """Return a refusal as what is to be said of a part."""
        return refusal.at(f"{self.name}#{one_line(name)[:300]}" if name else self.name)


def documents(path: str, stream: IO[bytes], size: int) -> Iterator[Found]:
    """Yield the documents of a seed file of this size, and what is to be said of those that are not read."""
    place = _Place(path=path, budget=Budget(packed=size))
    try:
        yield from _opened(place, _buffered(stream))
    except BombError as error:
        yield place.told(Refusal(code="seed-limit", message=str(error)))


def _opened(place: _Place, stream: BufferedReader) -> Iterator[Found]:
    """Yield what a stream holds, by how it begins."""
    head = stream.peek(_HEAD)
    if head.startswith(b"WARC/"):
        yield from _captured(place, stream)
    elif head.startswith(_ZIPS) and not any(mark in head[:200] for mark in _OFFICE):
        yield from _unpacked(place, stream, zip_members)
    elif head[_TAR_MARK : _TAR_MARK + 5] == b"ustar":
        yield from _unpacked(place, stream, tar_members)
    elif packing := next((p for mark, p in _PACKED.items() if head.startswith(mark)), None):
        yield from _inflated(place, stream, packing)
    elif head.startswith(b"From ") and b"\n" in head and b":" in head.partition(b"\n")[2][:100]:
        yield from _mailbox(place, stream)
    else:
        yield from _plain(place, stream)


def _plain(place: _Place, stream: BufferedReader) -> Iterator[Found]:
    data = read_within(stream, LARGEST, place.budget) if place.part else stream.read(LARGEST + 1)
    if data is None or len(data) > LARGEST:
        refusal = Refusal(code="seed-too-large", message=f"the source has more than {LARGEST // 1_000_000} MB")
        yield place.told(refusal)
    else:
        yield SourceDocument(path=place.path, part=place.part, data=data)


def _inflated(
    place: _Place, stream: BufferedReader, packing: tuple[str, Callable[[IO[bytes]], IO[bytes]]]
) -> Iterator[Found]:
    """Yield what a compressed stream holds: an archive, or the one file."""
    ending, opener = packing
    if ending == "gz" and _packs_captures(stream.peek(_BEGIN)):
        yield from _captured(place, stream)
        return
    try:
        inner = _buffered(opener(stream))
        head = inner.peek(_HEAD)
        if head[_TAR_MARK : _TAR_MARK + 5] == b"ustar":
            yield from _unpacked(place, inner, tar_members)
        else:
            name = place.name.rsplit("/", 1)[-1].removesuffix(f".{ending}")
            yield from _member(place, Member(name=name, stream=inner))
    except BROKEN as error:
        yield place.told(_damaged(error, "the file"))


_BEGIN = 65_536


def _buffered(stream: IO[bytes]) -> BufferedReader:
    """Return a stream whose beginning can be looked at before it is read."""
    return stream if isinstance(stream, BufferedReader) else BufferedReader(cast("RawIOBase", stream), _BEGIN)


def _packs_captures(head: bytes) -> bool:
    try:
        return gzip.GzipFile(fileobj=BytesIO(head)).read(5) == b"WARC/"
    except BROKEN:
        return False


def _damaged(error: BaseException, what: str) -> Refusal:
    return Refusal(code="seed-damaged", message=f"{what} is damaged: {one_line(str(error)) or 'it cannot be read'}")


def _unpacked(
    place: _Place, stream: BufferedReader, members: Callable[[IO[bytes], Budget], Iterator[Member]]
) -> Iterator[Found]:
    """Yield what the members of an archive hold."""
    if place.depth >= _DEEPEST:
        yield place.told(Refusal(code="seed-limit", message="archives stand in archives in archives in archives"))
        return
    try:
        seekable = stream if place.depth == 0 or members is tar_members else _held(place, stream)
        if seekable is None:
            yield place.told(Refusal(code="seed-too-large", message="an archive in an archive has more than 200 MB"))
            return
        for member in members(seekable, place.budget):
            yield from _member(place, member)
    except BROKEN as error:
        yield place.told(_damaged(error, "the archive"))


def _held(place: _Place, stream: BufferedReader) -> IO[bytes] | None:
    data = read_within(stream, _LARGEST_INNER, place.budget)
    return None if data is None else BytesIO(data)


def _member(place: _Place, member: Member) -> Iterator[Found]:
    """Yield what a member holds; a damaged one is told and leaves the others alone."""
    if member.refusal or member.stream is None:
        yield place.told(member.refusal or _damaged(EOFError(), "the member"), member.name)
        return
    inner = _Place(path=place.path, part=place.within(member.name), depth=place.depth + 1, budget=place.budget)
    try:
        yield from _opened(inner, _buffered(member.stream))
    except BROKEN as error:
        yield inner.told(_damaged(error, "the member"))


def _captured(place: _Place, stream: BufferedReader) -> Iterator[Found]:
    """Yield the pages of a web archive; what came before a damage is taken."""
    seen: dict[str, str] = {}
    count = 0
    try:
        for capture in captures(stream, LARGEST, place.budget):
            count += 1
            if capture.refusal:
                yield place.told(capture.refusal, capture.url)
            elif not capture.other and (page := _page(place, capture, seen)):
                yield page
    except DamagedError as error:
        message = f"the web archive breaks off after {count:,} pages: {error}"
        yield place.told(Refusal(code="seed-damaged", message=message))
    if not count:
        refusal = Refusal(code="seed-index", message="the web archive has no pages", severity=Severity.NOTE)
        yield place.told(refusal)


def _page(place: _Place, capture: Capture, seen: dict[str, str]) -> SourceDocument | None:
    """Return a captured page; one that was captured twice and did not change counts once."""
    mark = fingerprint.of_bytes(capture.data)
    if seen.get(capture.url) == mark:
        return None
    seen[capture.url] = mark
    return SourceDocument(
        path=place.path,
        part=place.within(capture.url),
        url=capture.address,
        fetched=capture.fetched,
        media_type=capture.media_type,
        data=capture.data,
    )


def _mailbox(place: _Place, stream: BufferedReader) -> Iterator[Found]:
    for number, data in enumerate(mails(stream, LARGEST), 1):
        place.budget.count()
        if data is None:
            yield place.told(Refusal(code="seed-too-large", message="the mail is too large"), str(number))
        else:
            yield SourceDocument(
                path=place.path, part=place.within(str(number)), media_type="message/rfc822", data=data
            )
