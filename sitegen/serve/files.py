"""Which file of output/ answers a request? Read under the lock of publication, so never half a publication."""

import os
import re
import stat
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from starlette.staticfiles import StaticFiles

SMALL = 16 * 1024 * 1024
"""Bytes; up to here a file is read whole under the lock, what is larger (films) is streamed by Starlette."""
HIDDEN_SEPARATOR = re.compile(rb"%(?:2f|5c|00)", re.IGNORECASE)
MEDIA_TYPES = {
    ".atom": "application/atom+xml; charset=utf-8",
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".htm": "text/html; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".m4a": "audio/mp4",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".ogg": "audio/ogg",
    ".opml": "text/x-opml; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".rss": "application/rss+xml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".wasm": "application/wasm",
    ".webm": "video/webm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
"""Ours, because what Python knows depends on the machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A file, read."""

    name: str
    """Its path in output/."""
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Large:
    """A file too large to be read at once."""

    name: str
    path: str
    status: os.stat_result


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A folder that was asked for like a file."""

    location: str


class OutputFolder:
    """The files of output/ by address; no listings, no dot files, nothing outside."""

    def __init__(self, output: Path, reading: Callable[[], AbstractContextManager[None]]) -> None:
        self._reading = reading
        self._files = StaticFiles(directory=output, check_dir=False)

    def find(self, path: str, raw_path: bytes) -> Whole | Large | Moved | None:
        """Return what stands at the path of an address, as decoded and as sent; None: nothing."""
        parts = _parts(path, raw_path)
        if parts is None:
            return None
        with self._reading():
            if not parts[-1]:
                return self._read("/".join([*parts[:-1], "index.html"]))
            name = "/".join(parts)
            found = self._read(name)
            if found is None and self._status(f"{name}/index.html"):
                return Moved(location=f"/{quote(name)}/")
            return found

    def page(self, name: str) -> Whole | None:
        """Return a page by its path in output/."""
        with self._reading():
            found = self._read(name)
        return found if isinstance(found, Whole) else None

    def _read(self, name: str) -> Whole | Large | None:
        status = self._status(name)
        if status is None:
            return None
        path, result = status
        if result.st_size > SMALL:
            return Large(name=name, path=path, status=result)
        try:
            return Whole(name=name, data=Path(path).read_bytes())
        except OSError:
            return None

    def _status(self, name: str) -> tuple[str, os.stat_result] | None:
        """Return where a regular file stands, links followed as long as they stay in output/."""
        try:
            path, result = self._files.lookup_path(name)
        except (OSError, ValueError):  # a name too long, or of characters that the file system does not take
            return None
        return (path, result) if result is not None and stat.S_ISREG(result.st_mode) else None


def media_type(name: str) -> str:
    """Return the media type of a file by its name."""
    return MEDIA_TYPES.get(PurePosixPath(name).suffix.lower(), "application/octet-stream")


def _parts(path: str, raw_path: bytes) -> list[str] | None:
    """Split the path of an address, the last part empty for a folder; None for what never names a file of a site."""
    if not path.startswith("/") or "\\" in path or "\0" in path or HIDDEN_SEPARATOR.search(raw_path):
        return None
    parts = path[1:].split("/")
    if "" in parts[:-1] or any(part.startswith(".") for part in parts):
        return None
    return parts
