"""clean, annotate, topics and stories as filters: JSON Lines on stdin, JSON Lines on stdout."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

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


@click.command()
@_jsonl
@click.option(
    "--topics",
    "path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE",
    help="Topics in the form of content/topics.toml.",
)
def topics(jsonl: bool, path: Path) -> None:
    """Score topics: lines with id and text in, every topic of FILE with its score out, best first (with --jsonl)."""
    from sitegen.cli import terminal
    from sitegen.pipeline.topic_filter import read_topics, topic_lines

    checked = read_topics(str(path), path.read_text(encoding="utf-8", errors="replace"))
    terminal.show(checked.diagnostics)
    if not checked.value:
        message = f"{path} has no topics that can be used; each is a table [[topic]] with a name and a description"
        raise click.BadParameter(message, param_hint="--topics")
    _run(partial(topic_lines, topics=checked.value), jsonl=jsonl)


@click.command()
@_jsonl
def stories(jsonl: bool) -> None:
    """Find stories: lines with id, title, text and published in, the story that each tells out (with --jsonl)."""
    from sitegen.pipeline.story_filter import story_lines

    _run(story_lines, jsonl=jsonl)


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
