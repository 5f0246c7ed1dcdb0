"""Does the audit see at all? It is shown pages with known mistakes, and each must be found."""

from collections.abc import Iterable
from pathlib import Path

from tests.audit.findings import Finding, Result

FOLDER = Path(__file__).parent / "control"
MISTAKES = (
    ("axe", "color-contrast (light, 1280 px)"),
    ("axe", "color-contrast (dark, 1280 px)"),
    ("axe", "color-contrast (light, 360 px)"),
    ("axe", "image-alt (light, 1280 px)"),
    ("width", "px wide at 320 px"),
    ("hosts", "asks for http://elsewhere.localhost"),
    ("script", "a script on a page of content"),
    ("kinds", "a page of no kind"),
    ("vnu", "error: The “font” element is obsolete"),
)
"""Checks, with the rule that each must name on the pages of the control."""


def unseen(results: Iterable[Result]) -> tuple[Finding, ...]:
    """Return the mistakes that were not found."""
    found = [(f.check, f.rule) for result in results for f in result.findings]
    return tuple(
        Finding("control", "control", "", f"the audit does not see this: {check}: {rule}")
        for check, rule in MISTAKES
        if not any(check == c and rule in r for c, r in found)
    )
