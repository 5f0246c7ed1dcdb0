"""What is sent for a file? The page with the preview's script in it, 304, 206, 404, or a page that stands in for none."""

import hashlib
import re
from html import escape
from importlib.resources import files
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from sitegen.serve.bulletin import Bulletin
from sitegen.serve.files import Large, Moved, OutputFolder, Whole, media_type

SCRIPT = files("sitegen.serve").joinpath("reload.js").read_bytes()
SCRIPT_ADDRESS = "/.sitegen/reload.js"
EVERYTHING = "*"
"""The page that stands in for a site that is not there yet: whatever is published concerns it."""
HTML = media_type("index.html")
RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
STAND_IN = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<style>body{{font:17px/1.5 system-ui,sans-serif;max-width:66ch;margin:3rem auto;padding:0 1rem}}
pre{{white-space:pre-wrap;overflow-wrap:anywhere}}</style></head>
<body><h1>{title}</h1><p>{text}</p><pre>{wrong}</pre></body></html>
"""


class Answers:
    """Answers requests for files of output/."""

    def __init__(self, folder: OutputFolder, bulletin: Bulletin) -> None:
        self._folder, self._bulletin = folder, bulletin

    async def __call__(self, request: Request) -> Response:
        """Answer a request for a file of the site."""
        # Taken before the file is read: too low only loads the page once more, too high would hide a change from it.
        version = self._bulletin.version
        found = await run_in_threadpool(self._folder.find, request.scope["path"], request.scope["raw_path"])
        match found:
            case None:
                return await run_in_threadpool(self._missing, version)
            case Moved():
                return _moved(found.location, request.scope["query_string"])
            case Large():
                return FileResponse(found.path, media_type=media_type(found.name), stat_result=found.status)
            case Whole():
                return _answer(found.name, with_script(found, version), request.headers)

    def _missing(self, version: int) -> Response:
        """Answer with the site's own page for it, or with ours."""
        if page := self._folder.page("404.html"):
            return Response(with_script(page, version), 404, media_type=HTML)
        if self._folder.page("index.html"):
            page = _stand_in("404.html", "Page not found", "There is nothing at this address.")
            return Response(with_script(page, version), 404, media_type=HTML)
        wrong = self._bulletin.wrong
        text = "It could not be built. This page is loaded again as soon as it can." if wrong else "It is being built."
        page = _stand_in(EVERYTHING, "The site is not there yet", text, "\n".join(map(str, wrong)))
        return Response(with_script(page, version), 503, media_type=HTML)


def with_script(file: Whole, version: int) -> bytes:
    """Return a page with the preview's script at the end of its body; any other file as it is."""
    if media_type(file.name) != HTML and file.name != EVERYTHING:
        return file.data
    address = f"{SCRIPT_ADDRESS}?{hashlib.blake2b(SCRIPT, digest_size=6).hexdigest()}"
    tag = f'<script src="{address}" data-version="{version}" data-page="{escape(file.name)}" defer></script>'
    end = file.data.lower().rfind(b"</body")
    end = len(file.data) if end < 0 else end
    return file.data[:end] + tag.encode() + file.data[end:]


def _answer(name: str, data: bytes, asked: Headers) -> Response:
    """Answer with the bytes, a part of them, or the word that the browser has them already."""
    tag = f'"{hashlib.blake2b(data, digest_size=12).hexdigest()}"'
    headers = {"etag": tag, "accept-ranges": "bytes"}
    if _has(asked.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    match = RANGE.fullmatch(asked.get("range", "").replace(" ", ""))
    part = _part(match, len(data)) if match and asked.get("if-range", tag) == tag else None
    if part is None:
        return Response(data, headers=headers, media_type=media_type(name))
    if not part:
        return Response(status_code=416, headers={"content-range": f"bytes */{len(data)}"})
    headers["content-range"] = f"bytes {part.start}-{part.stop - 1}/{len(data)}"
    return Response(data[part.start : part.stop], 206, headers, media_type(name))


def _has(known: str, tag: str) -> bool:
    """Say whether an If-None-Match names the tag (RFC 9110, 13.1.2: weak comparison)."""
    return known.strip() == "*" or tag in [one.strip().removeprefix("W/") for one in known.split(",")]


def _part(match: re.Match[str], size: int) -> range | None:
    """Return the bytes of a single range, none where there are no such bytes; None for what is not a range."""
    first, last = match.groups()
    if not first:
        return range(max(size - int(last), 0), size) if last else None
    if last and int(last) < int(first):
        return None
    return range(int(first), min(int(last) + 1, size) if last else size)


def _moved(location: str, query: bytes) -> Response:
    # Temporary: what is a folder now may be a file after the next build.
    return Response(status_code=307, headers={"location": location + (f"?{quote(query, '=&%+')}" if query else "")})


def _stand_in(name: str, title: str, text: str, wrong: str = "") -> Whole:
    return Whole(name=name, data=STAND_IN.format(title=title, text=text, wrong=escape(wrong)).encode())
