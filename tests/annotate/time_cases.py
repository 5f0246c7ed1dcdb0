"""Reads the cases of tests/cases/timex, events and published: a heading, headers, a text, then lines with "- "."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "cases"
HEADERS = ("published", "speakers")


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    expected: tuple[str, ...]
    published: str | None = None
    speakers: tuple[str, ...] = ()


def cases(stage: str) -> Iterator[Case]:
    for path in sorted((FOLDER / stage).glob("*.md")):
        _, *sections = path.read_text(encoding="utf-8").split("\n## ")
        for section in sections:
            name, _, rest = section.partition("\n")
            yield _case(f"{path.stem}: {name}", rest.strip("\n").split("\n"))


def _case(name: str, lines: list[str]) -> Case:
    told = dict.fromkeys(HEADERS, "")
    while lines and (key := lines[0].partition(": ")[0]) in told:
        told[key] = lines.pop(0).partition(": ")[2].strip()
    first = next(i for i, line in enumerate(lines) if line.startswith("- "))
    return Case(
        name=name,
        text="\n".join(lines[:first]).strip("\n"),
        expected=tuple(line[2:].strip() for line in lines[first:] if line.startswith("- ") and line != "- nothing"),
        published=told["published"] or None,
        speakers=tuple(filter(None, told["speakers"].split(", "))),
    )
