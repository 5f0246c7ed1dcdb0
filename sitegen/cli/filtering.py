"""clean and annotate as filters: JSON Lines on stdin, JSON Lines on stdout."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator

import click

Filter = Callable[[Iterable[bytes]], Iterator[tuple[dict[str, object], bool]]]

_jsonl = click.option("--jsonl", is_flag=True, required=False, help="Read and write JSON Lines.")


@click.command()
@_jsonl
def clean(jsonl: bool) -> None:
    """Clean pages: lines with id and html or text in, clean articles out (with --jsonl)."""
    from sitegen.pipeline.filters import clean_lines

    _run(clean_lines, jsonl=jsonl)


@click.command()
@_jsonl
def annotate(jsonl: bool) -> None:
    """Annotate texts: lines with id and text in, speakers, quotations, times, timeline out (with --jsonl)."""
    from sitegen.pipeline.filters import annotate_lines

    _run(annotate_lines, jsonl=jsonl)


def _run(stage: Filter, *, jsonl: bool) -> None:
    """Answer line by line; a line that cannot be read is answered too, and the exit code says so."""
    if not jsonl:
        message = "this command is a filter: give --jsonl (nothing was cleaned away or deleted)"
        raise click.UsageError(message)
    lines = (line for line in sys.stdin.buffer if line.strip())
    good = True
    for answer, read in stage(lines):
        sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
        sys.stdout.buffer.flush()
        good = good and read
    sys.exit(0 if good else 1)
