#!/usr/bin/env python3
"""Photograph every kind of page of the sample sites of `make audit`: docs/screenshots.py SITES, where SITES is its folder (.audit).

Writes docs/screenshots/*.png, with few colours to stay small, and docs/screenshots.md. Needs Chromium, and pdftoppm for the printed pages.
"""

import io
import shutil
import subprocess
import sys
import tempfile
from base64 import b64decode
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.audit import kinds, sites
from tests.audit.looking import mapped
from tests.audit.server import host, serving
from tests.browser import Browser, Tab

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "screenshots"
WIDE, PHONE = 1280, 360
COLOURS = 128
"""Of a picture: those that are most of it."""
DOTS = 88
"""Of a printed page, per inch."""


@dataclass(frozen=True)
class View:
    """One picture: a page of a site, and how it is looked at."""

    site: str
    kind: str
    width: int = WIDE
    light: str = "light"
    height: int = 1500
    """CSS pixels of the page that are shown at most."""
    query: str = ""
    """Words to search for."""
    paper: bool = False

    @property
    def name(self) -> str:
        """Return what the picture's file is called."""
        parts = [self.kind, {"one": "", "thousand": ""}.get(self.site, self.site.removeprefix("twelve-"))]
        parts += ["results" * bool(self.query), "print" * self.paper, "phone" * (self.width == PHONE)]
        parts += [self.light * (self.light != "light")]
        return "-".join(part.replace(", ", " ").replace(" ", "-") for part in parts if part)


def _looks(site: str, kind: str, **more: int) -> tuple[View, ...]:
    """Return a page wide, on a phone and in the dark."""
    return (
        View(site, kind, **more),
        View(site, kind, width=PHONE, height=1400),
        View(site, kind, light="dark", height=1000),
    )


SECTIONS = {
    "Home": _looks("thousand", "home"),
    "An article": (*_looks("one", "article", height=2400), View("one", "article", paper=True)),
    "A topic": (*_looks("thousand", "topic"), View("thousand", "topic, older", height=900)),
    "A speaker within a topic": (View("thousand", "speaker in a topic", height=1100),),
    "A speaker": (*_looks("thousand", "speaker"), View("thousand", "speaker", paper=True)),
    "A story": (*_looks("thousand", "story", height=2000), View("thousand", "story", paper=True)),
    "The timeline": (*_looks("thousand", "timeline"), View("thousand", "timeline, a year", height=1000)),
    "An edition": (*_looks("thousand", "edition"), View("thousand", "edition", paper=True)),
    "An edition as e-mail": (
        View("thousand", "edition as e-mail", width=640, height=1300),
        View("thousand", "edition as e-mail", width=PHONE, height=1300),
    ),
    "A publisher": (View("thousand", "publisher", height=1000),),
    "What there is": (
        View("thousand", "topics", height=900),
        View("thousand", "speakers", height=1000),
        View("thousand", "stories", height=1000),
        View("thousand", "editions", height=900),
        View("thousand", "publishers", height=700),
        View("thousand", "articles, older", height=1000),
    ),
    "Subscribing": (View("thousand", "feeds", height=1300), View("thousand", "feeds", width=PHONE, height=1200)),
    "Search": (
        View("thousand", "search", height=700),
        View("thousand", "search", query="harbour wall", height=1300),
        View("thousand", "search", query="harbour wall", width=PHONE, height=1200),
        View("thousand", "A to Z", height=1000),
    ),
    "Not found": (View("thousand", "not found", height=700),),
    "From right to left": (
        View("twelve-ar", "home"),
        View("twelve-ar", "article", height=2000),
        View("twelve-ar", "article", width=PHONE, height=1400),
        View("twelve-ar", "speaker", height=1200),
        View("twelve-ar", "timeline", light="dark", height=1200),
    ),
}


def photograph(folders: dict[str, Path]) -> None:
    """Make all pictures."""
    pages = {
        name: {p.kind.name: p for p in kinds.samples(kinds.pages(name, folder), 1) if p.kind}
        for name, folder in folders.items()
    }
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    with serving({n: host(f, sites.path_of(n)) for n, f in folders.items()}) as port, Browser(mapped(port)) as browser:
        for view in (view for views in SECTIONS.values() for view in views):
            _save(_picture(browser.tab(), view, pages[view.site][view.kind].address), view)


def _picture(tab: Tab, view: View, address: str) -> Image.Image:
    tab.resize(view.width, 900)
    tab.call("Emulation.setScrollbarsHidden", hidden=True)
    tab.prefer(prefers_color_scheme=view.light)
    tab.go(sites.address_of(view.site, address))
    if view.kind == "search":
        tab.until("!document.querySelector('form.search').hidden && !document.querySelector('#said').textContent")
    if view.query:
        tab.type(view.query, "#q")
        tab.until("document.querySelectorAll('#found > li').length")
    data = _paper(tab) if view.paper else _screen(tab, view)
    tab.close()
    return data


def _screen(tab: Tab, view: View) -> Image.Image:
    tall = tab.value("document.documentElement.scrollHeight")
    tab.resize(view.width, min(tall, view.height))
    return Image.open(io.BytesIO(tab.screenshot(whole=False)))


def _paper(tab: Tab) -> Image.Image:
    """Return the first two printed pages side by side."""
    data = b64decode(tab.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"])
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "it.pdf").write_bytes(data)
        command = ["pdftoppm", "-r", str(DOTS), "-l", "2", "-png", "it.pdf", "page"]
        subprocess.run(command, cwd=folder, check=True)  # noqa: S603 - our own words
        sheets = [Image.open(path).convert("RGB") for path in sorted(Path(folder).glob("page*.png"))]
    both = Image.new("RGB", (sum(s.width for s in sheets) + 12 * (len(sheets) - 1), sheets[0].height), "#888")
    for place, sheet in enumerate(sheets):
        both.paste(sheet, (place * (sheet.width + 12), 0))
    return both


def _save(picture: Image.Image, view: View) -> None:
    plain = picture.convert("RGB")
    counted = sorted(plain.getcolors(plain.width * plain.height), reverse=True)[:COLOURS]
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for _, colour in counted for part in colour])
    few = plain.quantize(palette=palette, dither=Image.Dither.NONE)
    few.save(FOLDER / f"{view.name}.png", optimize=True)


def _document(sections: dict[str, Iterable[View]]) -> str:
    lines = [
        "# What it looks like",
        "",
        "Every kind of page of the default theme: wide, on a phone (360 px), in the dark, on paper, and from right to left. Made by `docs/screenshots.py`",
        "from the repository's own article and from made-up sites of 12 and 1,000 articles (`make audit` looks at the same).",
    ]
    for title, views in sections.items():
        lines += ["", f"## {title}", ""]
        lines += [f"![{title}: {v.name}](screenshots/{v.name}.png)" for v in views]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    given = Path(sys.argv[1]).resolve()
    photograph({name: given / name / "output" for name in ("one", "thousand", "twelve-ar")})
    (ROOT / "docs" / "screenshots.md").write_text(_document(SECTIONS), encoding="utf-8")
