"""What the commands share: where the site is, what time it is, how much is said."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from sitegen.pipeline.workspace import Progress, Request, Silent

F = TypeVar("F", bound=Callable[..., Any])

site_option = click.option(
    "--site", type=click.Path(path_type=Path), default=Path(), show_default="here", help="The folder of the site."
)
output_option = click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=None, help="Where to build.  [default: SITE/output]"
)
clock_option = click.option(
    "--clock", default=None, metavar="TIME", help="Build as at this time (ISO 8601) instead of now."
)
base_url_option = click.option("--base-url", default=None, metavar="URL", help="Instead of base_url in sitegen.toml.")
drafts_option = click.option("--drafts", is_flag=True, help="Show drafts too.")
scheduler_option = click.option(
    "--scheduler", default=None, metavar="WHERE", help="processes, inline, or tcp://HOST:PORT of a Dask scheduler."
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")
verbose_option = click.option("-v", "--verbose", is_flag=True, help="Say what became of each page.")
json_option = click.option("--json", "as_json", is_flag=True, help="Answer as JSON on stdout.")


def moment(clock: str | None) -> datetime:
    """Return the time of the build: --clock, else SOURCE_DATE_EPOCH, else now."""
    if clock is not None:
        return _clock(clock)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)


def _clock(words: str) -> datetime:
    try:
        given = datetime.fromisoformat(words)
    except ValueError as error:
        message = f"{words!r} is no ISO 8601 time, such as 2024-11-20 or 2024-11-20T08:00:00+05:30"
        raise click.BadParameter(message, param_hint="--clock") from error
    return given if given.tzinfo else given.replace(tzinfo=UTC)


def base_url(words: str | None) -> str | None:
    """Return an absolute http(s) URL as given."""
    if words is not None and not words.startswith(("http://", "https://")):
        message = f"{words!r} does not begin with http:// or https://"
        raise click.BadParameter(message, param_hint="--base-url")
    return words


def request(site: Path, output: Path | None = None, *, clock: str | None = None, **more: Any) -> Request:  # noqa: ANN401 - the fields of Request
    """Return what a command is asked to do; the site must be there."""
    if not site.is_dir():
        message = f"{site} is not a folder; `sitegen init {site}` makes a site"
        raise click.BadParameter(message, param_hint="--site")
    more.setdefault("progress", Silent())
    if "base_url" in more:
        more["base_url"] = base_url(more["base_url"])
    return Request(site=site, output=output or site / "output", now=moment(clock), **more)


def progress_of(made: Progress) -> dict[str, Progress]:
    """Return the keyword under which a request takes its progress."""
    return {"progress": made}
