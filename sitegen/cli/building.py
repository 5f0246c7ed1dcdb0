"""ingest, build, serve."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from sitegen.cli import options, terminal
from sitegen.model.diagnostic import Severity
from sitegen.model.report import BuildReport
from sitegen.pipeline.build import build as build_site
from sitegen.pipeline.build import ingest as ingest_site
from sitegen.pipeline.workspace import Request
from sitegen.store.batch import copy_new


def _exit_code(report: BuildReport, *, strict: bool) -> int:
    warned = any(d.severity is Severity.WARNING for d in report.diagnostics)
    return 1 if strict and warned else report.exit_code


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@options.site_option
@options.scheduler_option
@options.quiet_option
def ingest(paths: tuple[Path, ...], site: Path, scheduler: str | None, quiet: bool) -> None:
    """Make articles of new sources in seeds/; a PATH from outside is copied there first.

    Annotates again what an earlier version of the extractor annotated. What an editor wrote stays.
    """
    with terminal.progress(quiet=quiet) as shown:
        wanted = options.request(site, scheduler=scheduler, progress=shown)
        for path in paths:
            copy_new(path, wanted.seeds)
        report = ingest_site(wanted)
    terminal.show(report.diagnostics)
    if not quiet:
        for line in (*terminal.ingested(report), _nothing(report)):
            if line:
                click.echo(line)
    sys.exit(report.exit_code)


def _nothing(report: BuildReport) -> str:
    done = report.ingested or report.revised or report.kept or report.diagnostics
    return "" if done else "nothing new in seeds/"


@click.command()
@options.site_option
@options.output_option
@options.base_url_option
@options.clock_option
@options.drafts_option
@options.scheduler_option
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
@options.quiet_option
@options.verbose_option
@options.json_option
def build(site: Path, output: Path | None, **flags: Any) -> None:  # noqa: ANN401 - click's options
    """Ingest what is new, then make output/ anew where something changed."""
    quiet = flags["quiet"] or flags["as_json"]
    with terminal.progress(quiet=quiet) as shown:
        wanted = options.request(
            site,
            output,
            clock=flags["clock"],
            base_url=flags["base_url"],
            drafts=flags["drafts"],
            scheduler=flags["scheduler"],
            progress=shown,
        )
        report = build_site(wanted)
    _say(report, wanted, flags)
    sys.exit(_exit_code(report, strict=flags["strict"]))


def _say(report: BuildReport, wanted: Request, flags: dict[str, Any]) -> None:
    if flags["as_json"]:
        terminal.show_report_json(report)
        return
    terminal.show(report.diagnostics)
    if not flags["quiet"]:
        for line in terminal.summary(report, verbose=flags["verbose"]):
            click.echo(line)
        if report.published:
            click.echo(f"the site is at {wanted.output / 'index.html'}")


@click.command()
@options.site_option
@options.output_option
@options.drafts_option
@options.scheduler_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", default=8000, show_default=True, help="The port, or the next free one.")
@click.option("--poll", is_flag=True, help="Look for changes again and again (network file systems).")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
def serve(site: Path, output: Path | None, **flags: Any) -> None:  # noqa: ANN401 - click's options
    """Preview the site; rebuild and reload when something is saved."""
    from sitegen.serve.server import Preview
    from sitegen.serve.server import serve as serve_site
    from sitegen.store.lock import shared

    wanted = options.request(site, output, drafts=flags["drafts"], scheduler=flags["scheduler"], preview=True)
    names = ("seeds", "content", "templates", "sitegen.toml", "pyproject.toml")
    preview = Preview(
        site=site,
        output=wanted.output,
        watched=tuple(site / name for name in names),
        host=flags["host"],
        port=flags["port"],
        poll=flags["poll"],
        open_browser=flags["open_browser"],
        reading=lambda: shared(site),
    )

    def build_again() -> BuildReport:
        return build_site(replace(wanted, now=options.moment(None)))

    sys.exit(serve_site(preview, build_again, terminal.say_rebuilt, terminal.say_address))
