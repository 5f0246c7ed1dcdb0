"""init and new: files to begin with, never over another file."""

import json
from datetime import datetime
from pathlib import Path

import click

from sitegen.cli import options
from sitegen.slug import slug
from sitegen.store import tree

_STARTER = Path(__file__).parent / "starter"
_STARTER_THEME = Path(__file__).parent / "starter_theme"
_ARTICLE = """\
---
id: {id}
title: {title}
published: "{day}"
published_from: editor
draft: true
# publishers: [{{name: …, url: …}}]
# topics: […]
---

The text of the article, in Markdown. Remove `draft: true` to publish it; speakers, quotations and timeline are extracted at the next build.
"""
_TOPIC = """
[[topic]]
id = "{id}"
name = "{name}"
description = ""
keywords = []
"""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Also in a folder that has files; none is overwritten.")
def init(folder: Path, force: bool) -> None:
    """Make a new site that builds at once."""
    if not force and (tree.is_file(folder) or not tree.is_empty(folder)):
        message = f"{folder} has files in it; --force adds what is missing and overwrites nothing"
        raise click.BadParameter(message, param_hint="FOLDER")
    for name in sorted(tree.scan(_STARTER)):
        path = folder / (".gitignore" if name == "gitignore" else name)
        if not tree.exists(path):
            tree.write_new(path, tree.read_bytes(_STARTER / name))
            click.echo(path)
    click.echo(f"next: cd {folder} && sitegen build && sitegen serve")


@click.group()
def new() -> None:
    """Make a file to fill in."""


@new.command()
@click.argument("name")
@options.site_option
def article(name: str, site: Path) -> None:
    """Make a draft of an article with this title."""
    today = datetime.now().astimezone().date().isoformat()
    identity = f"{today}-{slug(name)}"
    path = site / "content" / f"{identity}.md"
    title = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    tree.write_new(path, _ARTICLE.format(id=identity, title=title, day=today).encode("utf-8"))
    click.echo(path)


@new.command()
@click.argument("name")
@options.site_option
def topic(name: str, site: Path) -> None:
    """Add a topic of this name to content/topics.toml."""
    path = site / "content" / "topics.toml"
    before = tree.read_bytes(path).decode("utf-8") if tree.is_file(path) else ""
    identity = slug(name)
    if f'id = "{identity}"' in before:
        message = f"{path} has a topic {identity!r} already"
        raise click.BadParameter(message, param_hint="NAME")
    words = name.replace("\\", "\\\\").replace('"', '\\"')
    tree.write_durably(path, (before + _TOPIC.format(id=identity, name=words)).encode("utf-8"))
    click.echo(path)


@new.command()
@options.site_option
def theme(site: Path) -> None:
    """Make a start of a look of one's own in templates/: a block to change, and the values of the stylesheet."""
    made = [path for name in sorted(tree.scan(_STARTER_THEME)) if (path := _theme_file(site, name))]
    for path in made:
        click.echo(path)
    if not made:
        click.echo("templates/ has these files already; they stay as they are", err=True)


def _theme_file(site: Path, name: str) -> Path | None:
    """Write a file of the start; None where there is one."""
    path = site / "templates" / name
    if tree.exists(path):
        return None
    text = tree.read_bytes(_STARTER_THEME / name).decode("utf-8")
    tree.write_new(path, text.replace("{tokens}", _tokens(site)).encode("utf-8"))
    return path


def _tokens(site: Path) -> str:
    """Return the values of the stylesheet in use as lines of sitegen.toml."""
    from sitegen.pipeline.loading import tokens_in_use

    light, dark = ([*map(_line, values.items())] for values in tokens_in_use(options.request(site)))
    return "\n".join(["[tokens]", *light, "", "[tokens.dark]", *dark])


def _line(token: tuple[str, str]) -> str:
    """Return a line of TOML; JSON's texts are TOML's too."""
    name, value = token
    return f"{name} = {json.dumps(value, ensure_ascii=False)}" if "'" in value else f"{name} = '{value}'"
