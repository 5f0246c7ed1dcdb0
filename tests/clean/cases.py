"""Reads the cases of tests/cases/clean: a heading, a fenced source, then what is expected of its article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "cases" / "clean"
_FENCE = re.compile(r"(`{3,})(\w*)")
_SOURCE = re.compile(r"^````(?P<kind>\w+)\n(?P<source>.*?)^````$", re.MULTILINE | re.DOTALL)
_BODY = re.compile(r"^```body\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_FIELD = re.compile(r"^(?P<key>[a-z]+):[ ]?(?P<value>.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    name: str
    kind: str
    source: str
    body: str | None
    fields: dict[str, str] = field(default_factory=dict)


def cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.md")):
        for name, lines in _sections(path.read_text(encoding="utf-8").split("\n")):
            yield _case(f"{path.stem}: {name}", "\n".join(lines) + "\n")


def _sections(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Part a file at its headings; those within a fence are the source's."""
    name, section, fence = "", [], ""
    for line in lines:
        if m := _FENCE.match(line):
            fence = "" if fence == m[1] and not m[2] else fence or m[1]
        if line.startswith("## ") and not fence:
            if name:
                yield name, section
            name, section = line[3:], []
        else:
            section.append(line)
    yield name, section


def _case(name: str, text: str) -> Case:
    source = _SOURCE.search(text)
    assert source, f"{name}: no source"
    before, after = text[: source.start()], text[source.end() :]
    body = _BODY.search(after)
    told = before + (after[: body.start()] + after[body.end() :] if body else after)
    return Case(
        name=name,
        kind=source["kind"],
        source=source["source"].replace("␠", " ").replace("␉", "\t"),
        body=body["body"].rstrip("\n") if body else None,
        fields={m["key"]: m["value"].strip() for m in _FIELD.finditer(told)},
    )
