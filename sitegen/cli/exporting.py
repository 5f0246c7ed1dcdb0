"""export: the digest as data, for other programs."""

import sys
from pathlib import Path
from typing import Any

import click

from sitegen.cli import options, terminal
from sitegen.model.diagnostic import has_errors

_FORMS = ("json", "csv", "timelinejs", "opml", "ics")


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(_FORMS))
@options.site_option
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="A file.  [default: stdout]")
@click.option(
    "--what",
    type=click.Choice(["quotations", "events"]),
    default="quotations",
    show_default=True,
    help="The rows of the table (csv).",
)
@click.option("--topic", default="", metavar="SLUG", help="Only this topic (csv, timelinejs, ics).")
@options.base_url_option
@options.clock_option
@options.drafts_option
def export(form: str, site: Path, output: Path | None, what: str, **flags: Any) -> None:  # noqa: ANN401 - click's options
    """Write the digest as data: json (everything), csv, timelinejs, opml (all feeds) or ics (what is scheduled)."""
    from sitegen.pipeline.exporting import Wanted, What
    from sitegen.pipeline.exporting import export as export_site

    topic = flags.pop("topic")
    if topic and form in {"json", "opml"}:
        message = f"{form} is of the whole site"
        raise click.BadParameter(message, param_hint="--topic")
    wanted = Wanted(form=form, what=What(what), topic=topic)
    made = export_site(options.request(site, **flags), wanted)
    terminal.show(made.diagnostics)
    if made.value is not None:
        _write(made.value, output)
    sys.exit(int(has_errors(made.diagnostics)))


def _write(data: bytes, output: Path | None) -> None:
    """Write to a file, whole or not at all, or to stdout."""
    from sitegen.store import tree

    if output is None:
        sys.stdout.buffer.write(data)
    else:
        tree.write_file(output, data)
