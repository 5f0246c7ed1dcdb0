"""The mails of a mailbox file (mbox), one at a time: each begins with a line "From …" after an empty line."""

from collections.abc import Iterator
from typing import IO

_LONGEST_LINE = 1 << 20


def mails(stream: IO[bytes], largest: int) -> Iterator[bytes | None]:
    """Yield the bytes of each mail; None for one that is too large."""
    lines: list[bytes] = []
    size, begun, blank = 0, False, True
    while line := stream.readline(_LONGEST_LINE):
        if blank and line.startswith(b"From "):
            if begun:
                yield b"".join(lines) if size <= largest else None
            lines, size, begun = [], 0, True
        elif begun:
            size += len(line)
            if size <= largest:
                lines.append(line[1:] if line.startswith(b">From ") else line)
        blank = not line.strip()
    if begun:
        yield b"".join(lines) if size <= largest else None
