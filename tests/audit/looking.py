"""What a reader's browser shows of pages: axe-core in every light and width, nothing to scroll sideways, nothing from another host."""

import json
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlsplit

from tests.audit.findings import Finding, Result
from tests.audit.kinds import PageFile
from tests.audit.sites import address_of
from tests.browser import Browser, Tab

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
LIGHTS = (("light", 1280), ("dark", 1280), ("light", 360))
NARROWEST = 320
_RUN_AXE = """axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })
  .then((found) => JSON.stringify(found.violations))"""
"""All rules that are on by themselves, and the size of what one touches (WCAG 2.2), which is off until asked for."""
_WIDTH = "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"
_TOO_WIDE = """[...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1
  || e.getBoundingClientRect().left < -1 && !e.matches(".skip")).slice(0, 3).map((e) => e.outerHTML.slice(0, 160)).join(" | ")"""
_WORKERS = 2
_ICON = "/favicon.ico"
"""Asked for by a browser that is shown an e-mail, which names no icon."""


@dataclass(frozen=True)
class Seen:
    """What was seen of one page."""

    page: PageFile
    axe: tuple[Finding, ...]
    narrow: tuple[Finding, ...]
    hosts: tuple[Finding, ...]


def looks(pages: Sequence[PageFile], port: int) -> tuple[Result, ...]:
    """Return what browsers, side by side, see of these pages."""
    shares = [pages[i::_WORKERS] for i in range(_WORKERS)]
    with ProcessPoolExecutor(_WORKERS) as pool:
        seen = [one for share in pool.map(partial(_look, port=port), shares) for one in share]
    counts = {page.site: sum(p.site == page.site for p in pages) for page in pages}
    return tuple(
        Result(check, counts, tuple(sorted(f for one in seen for f in getattr(one, part))))
        for check, part in (
            ("axe-core: light, dark, 360 px", "axe"),
            (f"no sideways scrolling at {NARROWEST} px", "narrow"),
            ("nothing from another host", "hosts"),
        )
    )


def mapped(port: int) -> str:
    """Return the option that leads a browser to the server."""
    return f"--host-resolver-rules=MAP *.localhost:80 127.0.0.1:{port}"


def _look(pages: Iterable[PageFile], port: int) -> list[Seen]:
    with Browser(mapped(port)) as browser:
        return [_seen(browser, page) for page in pages]


def _seen(browser: Browser, page: PageFile) -> Seen:
    tab = browser.tab()
    try:
        tab.go(address_of(page.site, page.address))
        axe = [finding for light in LIGHTS for finding in _axe(tab, page, light)]
        return Seen(page, tuple(axe), tuple(_narrow(tab, page)), tuple(_hosts(tab, page)))
    finally:
        tab.close()


@cache
def _axe_script() -> str:
    return AXE.read_text(encoding="utf-8")


def _axe(tab: Tab, page: PageFile, look: tuple[str, int]) -> Iterable[Finding]:
    light, width = look
    tab.resize(width)
    tab.prefer(prefers_color_scheme=light)
    if not tab.value("Boolean(window.axe)"):
        tab.value(_axe_script() + ";0")
    for violation in json.loads(tab.value(_RUN_AXE)):
        for node in violation["nodes"]:
            why = " ".join(node["failureSummary"].split())
            rule = f"{violation['id']} ({light}, {width} px): {violation['help']}"
            yield Finding("axe", page.site, page.address, rule, f"{node['html'][:200]}\n    {why[:300]}")


def _narrow(tab: Tab, page: PageFile) -> Iterable[Finding]:
    tab.resize(NARROWEST)
    width = tab.value(_WIDTH)
    if width > NARROWEST:
        yield Finding("width", page.site, page.address, f"{width} px wide at {NARROWEST} px", tab.value(_TOO_WIDE))


def _hosts(tab: Tab, page: PageFile) -> Iterable[Finding]:
    home = urlsplit(address_of(page.site, "")).netloc
    for asked in tab.requests:
        parts = urlsplit(asked)
        if parts.scheme not in {"data", "blob"} and parts.netloc != home:
            yield Finding("hosts", page.site, page.address, f"asks for {asked}")
    for error in tab.errors:
        if not error.endswith(_ICON):
            yield Finding("hosts", page.site, page.address, "the browser complains", error)
