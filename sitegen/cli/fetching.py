"""fetch: from the network into seeds/."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli import options, terminal
from sitegen.model.diagnostic import has_errors
from sitegen.pipeline.workspace import Request

if TYPE_CHECKING:  # the network's libraries are heavy: --help needs none of them
    from sitegen.pipeline.fetching import FetchReport
    from sitegen.pipeline.subscribing import Subscribed

_PAGES = 50
_INTERRUPTED = 130

_opml = click.option(
    "--opml",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Add the feeds of this list to sitegen.toml.",
)
_pages = click.option(
    "--pages",
    default=_PAGES,
    show_default=True,
    type=click.IntRange(min=0),
    help="At most so many new pages of each feed.",
)


@click.command()
@click.argument("urls", nargs=-1, metavar="[URL]...")
@options.site_option
@options.clock_option
@_opml
@_pages
@options.quiet_option
@options.json_option
def fetch(urls: tuple[str, ...], site: Path, **flags: Any) -> None:  # noqa: ANN401 - click's options
    """Bring what is new at the feeds of sitegen.toml, or at each URL, into seeds/.

    An OPML list, by --opml or in place of a URL, is not fetched: its feeds are added to sitegen.toml.
    """
    lists = [url for url in urls if url.lower().endswith(".opml") and Path(url).is_file()]
    addresses = tuple(_address(url) for url in urls if url not in lists)
    paths = [*map(Path, lists), *([flags["opml"]] if flags["opml"] else [])]
    codes = [_subscribe(options.request(site), path, flags) for path in paths]
    if addresses or not paths:
        with terminal.progress(quiet=flags["quiet"] or flags["as_json"]) as shown:
            report = _fetched(options.request(site, clock=flags["clock"], progress=shown), addresses, flags)
        codes.append(_say(report, flags))
    sys.exit(max(codes))


def _address(words: str) -> str:
    if not words.lower().startswith(("http://", "https://")):
        message = f"{words!r} does not begin with http:// or https://, nor is it an OPML file on this disk"
        raise click.BadParameter(message, param_hint="URL")
    return words


def _subscribe(wanted: Request, path: Path, flags: dict[str, Any]) -> int:
    """Add the feeds of a list and say so."""
    from sitegen.pipeline.subscribing import subscribe

    done = subscribe(wanted, path)
    if flags["as_json"]:
        feeds = [feed.url for feed in done.added]
        found = terminal.rows(done.diagnostics)
        terminal.show_json({"config": done.config, "added": feeds, "known": done.known, "diagnostics": found})
    else:
        terminal.show(done.diagnostics)
        if not flags["quiet"]:
            click.echo(_added(done))
    return int(has_errors(done.diagnostics))


def _added(done: "Subscribed") -> str:
    known = f"; {done.known} followed already" if done.known else ""
    return f"{done.config}: {terminal.counted(len(done.added), 'feeds')} added{known}"


def _fetched(wanted: Request, urls: tuple[str, ...], flags: dict[str, Any]) -> "FetchReport":
    from sitegen.pipeline.fetching import fetch as fetch_all

    return fetch_all(wanted, urls, flags["pages"])


def _say(report: "FetchReport", flags: dict[str, Any]) -> int:
    if flags["as_json"]:
        terminal.show_json(_as_json(report))
    else:
        terminal.show(report.diagnostics)
        if not flags["quiet"]:
            for line in _summary(report):
                click.echo(line)
    return _INTERRUPTED if report.interrupted else report.exit_code


def _summary(report: "FetchReport") -> Iterator[str]:
    """Yield what a person wants to know of a run."""
    from sitegen.fetch.session import Outcome

    for name in report.recovered:
        yield f"{name}: finished what an interrupted run had left"
    if report.told:
        counts = (
            terminal.counted(report.feeds(), "feeds"),
            f"{report.feeds(Outcome.SAME):,} not modified",
            terminal.counted(report.new_items, "new items"),
            terminal.counted(report.pages, "new pages"),
            terminal.counted(report.size, "bytes"),
        )
        yield ", ".join(counts)
    elif not report.diagnostics:
        yield "no feeds are configured: write [[feeds]] into sitegen.toml, or give a URL"
    if report.left:
        yield f"{terminal.counted(report.left, 'pages')} left for the next run (--pages)"
    if report.interrupted:
        yield "interrupted; what had come is kept"
    if report.archive:
        yield f"kept in {report.archive}; `sitegen build` makes articles of it"
    elif report.told:
        yield "nothing new"


def _as_json(report: "FetchReport") -> dict[str, object]:
    from sitegen.fetch.session import Outcome

    told = sorted(report.told, key=lambda t: (bool(t.errand.via), t.errand.via, t.errand.url))
    return {
        "exit_code": report.exit_code,
        "interrupted": report.interrupted,
        "feeds": report.feeds(),
        "not_modified": report.feeds(Outcome.SAME),
        "new_items": report.new_items,
        "pages": report.pages,
        "left": report.left,
        "bytes": report.size,
        "archive": report.archive or None,
        "recovered": report.recovered,
        "answers": [
            {"url": t.errand.url, "via": t.errand.via or None, "outcome": t.outcome, "bytes": t.size} for t in told
        ],
        "diagnostics": terminal.rows(report.diagnostics),
    }
