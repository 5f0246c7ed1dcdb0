"""The members of zip and tar archives as streams, within limits; nothing is ever written, so no name can lead out of anywhere."""

import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from lzma import LZMAError
from typing import IO

from sitegen.clean.refusal import Refusal

MOST_MEMBERS = 200_000
LARGEST_TOTAL = 8_000_000_000
"""Bytes of all that an archive holds, unpacked, whatever archives stand in it."""
_RATIO = 200
_RATIO_FROM = 50_000_000
"""Up to here nothing is said of how well an archive is packed; text packs to a fifth, the same page again and again to a hundredth."""
_BLOCK = 1 << 20

BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, LZMAError, EOFError, OSError, NotImplementedError, ValueError, RuntimeError,
    struct.error, LookupError, OverflowError, AttributeError,
)  # fmt: skip
"""What the libraries raise at damaged archives."""


@dataclass(slots=True)
class Budget:
    """How much may still be unpacked from one source."""

    packed: int
    """Bytes of the source."""
    total: int = 0
    members: int = 0
    told: list[str] = field(default_factory=list)

    def take(self, size: int) -> None:
        """Count unpacked bytes; too many are a bomb."""
        self.total += size
        if self.total > LARGEST_TOTAL or (self.total > _RATIO_FROM and self.total > _RATIO * max(1, self.packed)):
            message = f"it unpacks to more than {self.total // 1_000_000:,} MB"
            raise BombError(message)

    def count(self) -> None:
        """Count a member."""
        self.members += 1
        if self.members > MOST_MEMBERS:
            message = f"it has more than {MOST_MEMBERS:,} members"
            raise BombError(message)


class BombError(Exception):
    """An archive holds more than any collection of articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file in an archive, or why it is not read."""

    name: str
    stream: IO[bytes] | None = None
    refusal: Refusal | None = None


def zip_members(stream: IO[bytes], budget: Budget) -> Iterator[Member]:
    """Yield the files of a zip archive, in its order."""
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            budget.count()
            if info.is_dir() or _is_hidden(info.filename):
                continue
            if info.flag_bits & 1:
                yield _refused(info.filename, "seed-encrypted", "it is encrypted")
            elif (info.external_attr >> 28) == _SYMLINK:
                yield _refused(info.filename, "seed-unsafe", "it is a link, not a file")
            else:
                yield from _zip_member(archive, info)


_SYMLINK = 0o12


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[Member]:
    try:
        stream = archive.open(info)
    except BROKEN as error:
        yield _refused(info.filename, "seed-damaged", f"it is damaged: {error}")
        return
    with stream:
        yield Member(name=info.filename, stream=stream)


def tar_members(stream: IO[bytes], budget: Budget) -> Iterator[Member]:
    """Yield the files of a tar archive, in its order."""
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for info in archive:
            budget.count()
            setattr(archive, "members", [])  # noqa: B010 -- else it keeps every header; the attribute has no type
            if info.isdir() or _is_hidden(info.name):
                continue
            if not info.isreg():
                yield _refused(info.name, "seed-unsafe", "it is a link or a device, not a file")
            elif found := archive.extractfile(info):
                yield Member(name=info.name, stream=found)


def _is_hidden(name: str) -> bool:
    """Say whether a member is hidden, or the shadow that a Mac packs beside a file."""
    parts = name.replace("\\", "/").split("/")
    return any(p.startswith("._") or p == "__MACOSX" for p in parts) or (
        parts[-1].startswith(".") and parts[-1] not in {".", ".."}
    )


def _refused(name: str, code: str, message: str) -> Member:
    return Member(name=name, refusal=Refusal(code=code, message=message))


def read_within(stream: IO[bytes], most: int, budget: Budget) -> bytes | None:
    """Return the bytes of a stream; None where they are more than the most."""
    blocks: list[bytes] = []
    size = 0
    while block := stream.read(min(_BLOCK, most + 1 - size)):
        size += len(block)
        budget.take(len(block))
        blocks.append(block)
        if size > most:
            return None
    return b"".join(blocks)
