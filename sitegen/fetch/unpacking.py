"""What are the bytes under a content encoding? Pieces of a body in, its unpacked bytes out, never more than the limit."""

import zlib

from sitegen.fetch.failure import FetchError

ACCEPTED = "gzip"
"""What we ask for. Others are refused: what we have does not unpack them within a limit."""

_PLAIN = {"", "identity"}
_GZIP = {"gzip", "x-gzip"}
_FORMAT = zlib.MAX_WBITS | 16


def too_large(most: int) -> FetchError:
    """Return the error for a body over the limit."""
    hint = "max_bytes under [fetch] in sitegen.toml is the limit"
    return FetchError(code="fetch-too-large", message=f"more than {most:,} bytes", hint=hint)


class Unpacking:
    """Unpacks a body piece by piece and stops at the limit, before a bomb has gone off."""

    def __init__(self, encoding: str, most: int) -> None:
        encoding = encoding.strip().lower()
        if encoding not in _PLAIN | _GZIP:
            message = f"the answer is packed as {encoding[:40]!r}, which was not asked for"
            raise FetchError(code="fetch-damaged", message=message)
        self._most = most
        self._engine = zlib.decompressobj(_FORMAT) if encoding in _GZIP else None
        self._pieces: list[bytes] = []
        self._packed = self._size = 0

    def add(self, data: bytes) -> None:
        """Take the next piece."""
        self._packed += len(data)
        if self._packed > self._most:
            raise too_large(self._most)
        if self._engine is None:
            self._take(data)
            return
        try:
            self._unpack(self._engine, data)
        except zlib.error as error:
            raise FetchError(code="fetch-damaged", message=f"damaged gzip: {error}") from error

    def _unpack(self, engine: "zlib._Decompress", data: bytes) -> None:
        while data:
            if engine.eof:  # another member
                self._engine = engine = zlib.decompressobj(_FORMAT)
            self._take(engine.decompress(data, self._most - self._size + 1))
            data = engine.unused_data

    def _take(self, data: bytes) -> None:
        self._size += len(data)
        if self._size > self._most:
            raise too_large(self._most)
        self._pieces.append(data)

    def whole(self) -> bytes:
        """Return all of it; an error where the end is missing."""
        if self._engine is not None and self._packed and not self._engine.eof:
            raise FetchError(code="fetch-damaged", message="the gzip stops before its end")
        return b"".join(self._pieces)
