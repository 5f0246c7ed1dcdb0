"""What a person at a terminal sees: diagnostics with their source line, progress, the summary of a build."""

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict

import click

from sitegen.model.diagnostic import Diagnostic, Severity
from sitegen.model.report import BuildReport, Outcome
from sitegen.pipeline.workspace import Progress, Silent

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_LONGEST_SOURCE = 160
_SHOWN_HELD = 20


def show(diagnostics: Iterable[Diagnostic]) -> None:
    """Write diagnostics to stderr, the first line of each `path:line:column: severity: message`."""
    for told in dict.fromkeys(diagnostics):
        place = f"{told.path}:{told.line}:{told.column}:"
        severity = click.style(f"{told.severity}:", fg=_COLOURS[told.severity], bold=True)
        click.echo(f"{click.style(place, bold=True)} {severity} {_one_line(told.message)}", err=True)
        for line in _context(told):
            click.echo(f"    {line}", err=True)
        if told.hint:
            first, *more = told.hint.split("\n")
            click.echo(f"  hint: {_one_line(first)}", err=True)
            for line in more:
                click.echo(f"  {_one_line(line)}", err=True)


def _one_line(words: str) -> str:
    """Return words as one line in which nothing steers a terminal."""
    return "".join(c if c.isprintable() else " " for c in words)


def _context(told: Diagnostic) -> Iterator[str]:
    """Yield the source line and carets under what is meant; of a long line the part around it."""
    if not told.source:
        return
    start = max(0, told.column - 1 - _LONGEST_SOURCE // 2) if len(told.source) > _LONGEST_SOURCE else 0
    shown = _one_line(told.source[start : start + _LONGEST_SOURCE])
    yield shown
    at = told.column - 1 - start
    if at < len(shown):
        yield " " * at + "^" * max(1, min(told.width, len(shown) - at))


def show_json(value: object) -> None:
    """Write a value to stdout for a machine."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def rows(diagnostics: Iterable[Diagnostic]) -> list[dict[str, object]]:
    """Return diagnostics for a machine."""
    return [asdict(d) for d in diagnostics]


@contextmanager
def progress(*, quiet: bool) -> Iterator[Progress]:
    """Give a progress bar on stderr; silent where nobody watches."""
    if quiet or not sys.stderr.isatty():
        yield Silent()
        return
    from sitegen.cli.bar import bar

    with bar() as made:
        yield made


def summary(report: BuildReport, *, verbose: bool) -> Iterator[str]:
    """Yield the lines that a build ends with."""
    counts = report.counts
    if report.published:
        yield ", ".join(counted(number, name) for name, number in asdict(counts).items())
        yield "pages: " + ", ".join(f"{report.count(o)} {o}" for o in Outcome)
    yield from ingested(report)
    if report.unchanged:
        yield "nothing changed"
    elif not report.published:
        yield "nothing was published; the last good site stays"
    if verbose:
        yield from (f"{page.outcome} {page.path}: {page.reason}" for page in report.pages)
    if report.seconds:
        yield "time: " + ", ".join(f"{stage} {seconds:.2f} s" for stage, seconds in report.seconds)


def counted(number: int, plural: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {plural.removesuffix('s') if number == 1 else plural}"


def ingested(report: BuildReport) -> Iterator[str]:
    """Yield what became of seeds, and what was left as an editor wrote it."""
    if report.ingested or report.revised:
        yield f"articles: {len(report.ingested)} new, {len(report.revised)} annotated again"
    for path, key in report.kept:
        yield f"{path}: kept {key} as the editor left it"
    reasons = dict.fromkeys(why for _, why in report.held)
    for reason in reasons:
        paths = [path for path, why in report.held if why == reason]
        more = f" and {len(paths) - _SHOWN_HELD} more" if len(paths) > _SHOWN_HELD else ""
        yield f"{len(paths)} held ({reason}): {', '.join(paths[:_SHOWN_HELD])}{more}"


def show_report_json(report: BuildReport) -> None:
    """Write a build's report to stdout for a machine."""
    show_json(
        {
            "exit_code": report.exit_code,
            "published": report.published,
            "unchanged": report.unchanged,
            "counts": asdict(report.counts),
            "pages": [asdict(page) for page in report.pages],
            "ingested": report.ingested,
            "revised": report.revised,
            "kept": report.kept,
            "held": report.held,
            "seconds": dict(report.seconds),
            "diagnostics": rows(report.diagnostics),
        }
    )


def say_rebuilt(report: BuildReport) -> None:
    """Say on stderr what a rebuild during the preview did; nothing where nothing changed."""
    if report.unchanged:
        return
    show(report.diagnostics)
    seconds = sum(s for _, s in report.seconds)
    written = report.count(Outcome.WRITTEN)
    done = f"{written} pages written" if report.published else "not published: mend the errors above"
    click.echo(f"{done} ({seconds:.2f} s)", err=True)


def say_address(address: str) -> None:
    """Say where the preview is."""
    click.echo(f"the preview is at {address} (Ctrl-C ends it)", err=True)
