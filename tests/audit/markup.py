"""What the Nu HTML checker says of every page and style sheet, by the checker's own program; and what no page may hold."""

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.audit.findings import Finding, Result
from tests.audit.kinds import PageFile

JAR = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
CSS_BYTES = 12_000
_SCRIPT = re.compile(r"<script\b([^>]*)>", re.IGNORECASE)
_DATA = re.compile(r"type=[\"']?application/(?:ld\+)?json", re.IGNORECASE)
_HANDLER = re.compile(r"<[a-z][^>]*\s(on[a-z]+)=[\"']|href=[\"']\s*javascript:", re.IGNORECASE)
_STYLE = re.compile(r"<link\b[^>]*rel=[\"']?stylesheet[^>]*>", re.IGNORECASE)
_INLINE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.IGNORECASE | re.DOTALL)
_HREF = re.compile(r"href=[\"']?([^\"'\s>]+)")
_WITH_SCRIPT = ("search",)
"""Kinds of pages that may run scripts."""
_GUESS = "This document appears to be written in"
"""The checker's guess of a page's language by most of its words, which may be those of articles: each part says its own."""
_MAIL = "edition as e-mail"


def valid(folders: Mapping[str, Path], pages: Sequence[PageFile]) -> Result:
    """Return what the Nu HTML checker finds in all pages and style sheets."""
    sheets = [path for folder in folders.values() for path in sorted(folder.rglob("*.css"))]
    told = [*_vnu(page.path for page in pages), *_vnu(sheets, "--css")]
    counts = {site: sum(p.site == site for p in pages) for site in folders}
    return Result("Nu HTML checker", counts, tuple(_told(m, folders) for m in told if _GUESS not in m["message"]))


def _vnu(paths: Iterable[Path], *options: str) -> list[dict]:
    command = ["java", "-Xss1024k", "-jar", str(JAR), "--format", "json", "--stdout", "--exit-zero-always", *options]
    listed = list(map(str, paths))
    done = [
        subprocess.run([*command, *listed[i : i + 500]], check=True, capture_output=True)
        for i in range(0, len(listed), 500)
    ]
    return [message for one in done for message in json.loads(one.stdout)["messages"]]


def _told(message: dict, folders: Mapping[str, Path]) -> Finding:
    path = Path(unquote(urlsplit(message["url"]).path))
    site = next(name for name, folder in folders.items() if folder in path.parents)
    rule = f"{message.get('subType') or message['type']}: {message['message']}"
    return Finding("vnu", site, path.relative_to(folders[site]).as_posix(), rule, message.get("extract", "")[:200])


def sound(folders: Mapping[str, Path]) -> Result:
    """Return the errors that `sitegen check` finds."""
    found = [_said(site, told) for site, folder in folders.items() for told in _check(folder.parent)]
    return Result("sitegen check", dict.fromkeys(folders, 1), tuple(found))


def _check(site: Path) -> list[dict]:
    """Return the errors of a site, found by its own check."""
    command = [Path(sys.executable).with_name("sitegen"), "check", "--site", site, "--json"]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE)
    return [told for told in json.loads(done.stdout)["diagnostics"] if told["severity"] == "error"]


def _said(site: str, told: dict) -> Finding:
    return Finding("check", site, told["path"].removeprefix("output/"), told["message"])


def still(folders: Mapping[str, Path], pages: Sequence[PageFile]) -> Result:
    """Return pages that run scripts, are of no known kind, or load too much style."""
    counts = {site: sum(p.site == site for p in pages) for site in folders}
    found = [finding for page in pages for finding in _in_page(page, folders[page.site])]
    return Result(f"no script, CSS within {CSS_BYTES:,} bytes", counts, tuple(found))


def _in_page(page: PageFile, folder: Path) -> Iterable[Finding]:
    text = page.path.read_text(encoding="utf-8")
    if page.kind is None:
        yield Finding("kinds", page.site, page.address, "a page of no kind that kinds.py knows")
    if page.kind and page.kind.name not in _WITH_SCRIPT:
        running = [tag[0] for tag in _SCRIPT.finditer(text) if not _DATA.search(tag[1])]
        for tag in (*running, *(handler[0] for handler in _HANDLER.finditer(text))):
            yield Finding("script", page.site, page.address, "a script on a page of content", tag[:200])
    size = _style_bytes(text, page, folder)
    if size > CSS_BYTES and page.kind and page.kind.name != _MAIL:
        yield Finding("css", page.site, page.address, f"{size:,} bytes of CSS")


def _style_bytes(text: str, page: PageFile, folder: Path) -> int:
    """Return the bytes of style that a page has in itself and loads."""
    linked = [_HREF.search(tag[0]) for tag in _STYLE.finditer(text)]
    files = [_target(folder, page, found[1]) for found in linked if found]
    inline = sum(len(style[1].encode()) for style in _INLINE.finditer(text))
    return inline + sum(path.stat().st_size for path in files)


def _target(folder: Path, page: PageFile, href: str) -> Path:
    """Return the file that a page's link to a style sheet leads to, wherever the site begins."""
    path = urlsplit(href).path
    return (
        folder / path.removeprefix("/news").lstrip("/") if path.startswith("/") else (page.path.parent / path).resolve()
    )
