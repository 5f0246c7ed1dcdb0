"""Undocumented means failing: every command, option, key, view field and diagnostic code stands in the manual."""

import ast
import importlib.util
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_args

import click
import pytest

from sitegen.cli.main import main
from sitegen.content.codes import CODES
from sitegen.content.editor_keys import EDITOR_KEYS
from sitegen.content.machine_keys import EVENT_FIELDS, MACHINE_KEYS, QUOTATION_FIELDS, SPEAKER_FIELDS
from sitegen.model.config import Config
from sitegen.model.page import View

ROOT = Path(__file__).resolve().parents[1]
KEBAB = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")


def manual(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def commands(group: click.Group, words: str) -> Iterator[tuple[str, click.Command]]:
    with click.Context(group) as context:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command
            if isinstance(command, click.Group):
                yield from commands(command, f"{words} {name}")
            else:
                yield f"{words} {name}", command


@pytest.mark.parametrize(("words", "command"), list(commands(main, "sitegen")))
def test_every_command_and_option(words: str, command: click.Command) -> None:
    text = manual("commands.md")
    assert f"`{words}" in text
    for parameter in command.params:
        for name in parameter.opts if isinstance(parameter, click.Option) else ():
            assert f"`{name}" in text, name


@pytest.mark.parametrize("key", [f.name for f in fields(Config)])
def test_every_key_of_the_configuration(key: str) -> None:
    assert f"| `{key}` |" in manual("configuration.md")


def test_the_views_are_documented_field_by_field() -> None:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    assert manual("views.md") == generate.views(), "run docs/generate.py"
    assert {f"{view.__module__.replace('.', '/')}.py" for view in get_args(View)} <= set(generate.SOURCES)


def codes_in(tree: ast.AST) -> Iterator[str]:
    """Yield the codes of a module: what is given as `code`, and what names one by how our codes begin."""
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword) and node.arg == "code" and isinstance(node.value, ast.Constant):
            yield str(node.value.value)
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node.value.startswith(("seed-", "template-"))
        ):
            yield node.value


def codes() -> set[str]:
    found = set(CODES)
    for path in (ROOT / "sitegen").rglob("*.py"):
        found |= {c for c in codes_in(ast.parse(path.read_text(encoding="utf-8"))) if KEBAB.fullmatch(c)}
    return found


def test_every_diagnostic_code() -> None:
    text = manual("diagnostics.md")
    assert [code for code in sorted(codes()) if f"| `{code}` |" not in text] == []


def test_every_key_of_the_front_matter() -> None:
    text = manual("content.md")
    keys = {*EDITOR_KEYS, *MACHINE_KEYS, *SPEAKER_FIELDS, *QUOTATION_FIELDS, *EVENT_FIELDS}
    assert [key for key in sorted(keys) if f"`{key}`" not in text] == []
