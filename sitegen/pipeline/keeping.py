"""What a manifest keeps of a report, so that a build in which nothing changed says the same."""

import json
from dataclasses import asdict

from sitegen.model.report import BuildReport, Counts, Outcome, PageReport
from sitegen.store.manifest import Manifest


def kept(report: BuildReport) -> dict[str, str]:
    """Return counts and held files as texts."""
    return {"counts": json.dumps(asdict(report.counts)), "held": json.dumps(report.held)}


def report_from(old: Manifest, seconds: tuple[tuple[str, float], ...]) -> BuildReport:
    """Return the report of a build that had nothing to do."""
    reason = "nothing it depends on changed"
    return BuildReport(
        pages=tuple(PageReport(path=path, outcome=Outcome.REUSED, reason=reason) for path in old.outputs),
        diagnostics=old.diagnostics,
        seconds=seconds,
        counts=Counts(**json.loads(old.extra["counts"])),
        held=tuple((path, why) for path, why in json.loads(old.extra["held"])),
        published=True,
        unchanged=True,
    )
