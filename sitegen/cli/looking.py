"""check, list, explain: a look at a site that changes nothing."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli import options, terminal
from sitegen.model.diagnostic import Severity, has_errors

if TYPE_CHECKING:
    from sitegen.pipeline.survey import Survey
    from sitegen.pipeline.workspace import Request


@click.command()
@options.site_option
@options.output_option
@options.json_option
@options.quiet_option
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
@click.option("--external", is_flag=True, help="Also ask for what the site links to elsewhere (uses the network).")
def check(site: Path, output: Path | None, **flags: bool) -> None:
    """Check what was written and what was published: words, links, anchors, feeds, pages."""
    from sitegen.pipeline.checking import Reach
    from sitegen.pipeline.checking import check as check_site

    with terminal.progress(quiet=flags["quiet"]) as shown:
        wanted = options.request(site, output, progress=shown)
        found = check_site(wanted, Reach.NETWORK if flags["external"] else Reach.SITE)
    counts = {f"{severity}s": sum(d.severity is severity for d in found) for severity in Severity}
    failed = bool(counts["errors"] or (flags["strict"] and counts["warnings"]))
    if flags["as_json"]:
        terminal.show_json({"exit_code": int(failed), **counts, "diagnostics": terminal.rows(found)})
    else:
        terminal.show(d for d in found if not flags["quiet"] or d.severity is not Severity.NOTE)
        if not flags["quiet"]:
            notes = f", {counts['notes']} notes" if counts["notes"] else ""
            click.echo(f"{counts['errors']} errors, {counts['warnings']} warnings{notes}")
    sys.exit(int(failed))


@click.command(name="list")
@click.argument("what", type=click.Choice(["drafts", "future", "speakers", "topics", "stories"]))
@options.site_option
@options.clock_option
@options.json_option
def list_(what: str, site: Path, clock: str | None, as_json: bool) -> None:
    """List drafts, articles held for the future, speakers, topics or stories."""
    from sitegen.cli.tables import TABLES
    from sitegen.pipeline.survey import survey

    wanted = options.request(site, clock=clock)
    found = survey(wanted)
    if what == "topics":
        _show_topics(wanted, found, as_json)
    else:
        table = [row for row in TABLES[what](found) if row]
        if as_json:
            terminal.show_json(table)
        else:
            for row in table:
                click.echo("\t".join(map(str, row.values())))
    terminal.show(found.diagnostics)
    sys.exit(int(has_errors(found.diagnostics)))


def _show_topics(wanted: "Request", found: "Survey", as_json: bool) -> None:
    from dataclasses import asdict

    from sitegen.cli.topic_table import topic_table

    table = list(topic_table(wanted, found))
    if as_json:
        terminal.show_json([asdict(row) for row in table])
    else:
        for row in table:
            click.echo(str(row))


@click.command()
@click.argument("page")
@options.site_option
@options.output_option
@options.json_option
def explain(page: str, site: Path, output: Path | None, as_json: bool) -> None:
    """Say why a PAGE of the output (a path or an address) was made, from what, and what changed since."""
    from dataclasses import asdict

    from sitegen.pipeline.explaining import explain as explain_page

    found = explain_page(options.request(site, output), page)
    if found is None:
        click.echo(f"{page}: no such page was published by the last build", err=True)
        sys.exit(1)
    if as_json:
        terminal.show_json(asdict(found))
        return
    click.echo(f"{found.path} is made by {found.template}")
    click.echo(f"last time: {found.reason}")
    for source in found.sources:
        click.echo(f"from {source}")
    click.echo(f"view {found.view}, templates {found.templates}, engine {found.engine}")
    if found.touched:
        click.echo("the file is not as it was published; the next build makes it again")
    for name in found.changed:
        click.echo(f"changed since: {name}")
    if not (found.changed or found.touched):
        click.echo("nothing has changed since")
