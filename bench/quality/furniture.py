#!/usr/bin/env python3
"""Measure what sitegen takes out of pasted pages, line by line.

    bench/quality/furniture.py [--json] [--limit N] [--misses N]

Two sets: the lines of article pages in the folder that SITEGEN_EVAL names (default: ../shared/data beside the repository), and the
pastes of tests/cases/clean/pastes. A line counts as taken out when it is not in the article's body; the headline is left out of the
count. P and R are of furniture lines; `lost` is the share of the article's words that were taken out with them.

The labels of the first set are automatic and not audited. Read against the pages, 1 is the article and 0 is furniture (the set's
own description has it the other way round), 2 is the headline. Standfirsts, captions and embedded posts count as furniture on most
pages and as the article on others; where the reference text of a page was cut short, whole paragraphs of the article are labelled 0.
So P and R on that set have a ceiling well below 1; `by page` is the mean over pages, where one page of 200 mislabelled lines counts once.
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.clean.furniture_context import furniture_lines
from sitegen.clean.plain_text import Judge, Place, read_text

ROOT = Path(__file__).resolve().parents[2]
PASTES = ROOT / "tests" / "cases" / "clean" / "pastes"
ARTICLE, FURNITURE, HEADLINE = "article", "furniture", "headline"
LABELS = {1: ARTICLE, 0: FURNITURE, 2: HEADLINE}
SIGNS = {" ": ARTICLE, "-": FURNITURE, "!": HEADLINE}
_CASE = re.compile(r"^## (?P<name>.*?)$(?P<told>.*?)^````diff\n(?P<source>.*?)^````$", re.MULTILINE | re.DOTALL)
_FIELD = re.compile(r"^(?P<key>[a-z]+):[ ](?P<value>.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paste:
    """A pasted page with a label for each of its lines; an empty line has none."""

    name: str
    lines: tuple[str, ...]
    labels: tuple[str, ...]
    fields: dict[str, str]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def data_folder() -> Path:
    return Path(os.environ.get("SITEGEN_EVAL", ROOT.parent / "shared" / "data"))


def regions(folder: Path) -> list[Paste]:
    """Return the labelled article regions."""
    path = next((folder / "clean").glob("furniture_lines_*.jsonl"), None)
    if path is None:
        sys.exit(f"no labelled lines in {folder} (name their folder in SITEGEN_EVAL)")
    pages = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Paste(name=p["id"], lines=tuple(p["lines"]), labels=tuple(LABELS[y] for y in p["labels"]), fields={})
        for p in pages
        if p["mode"] == "region"
    ]


def pastes(half: str) -> Iterator[Paste]:
    """Yield the pastes of one half of the cases."""
    for path in sorted((PASTES / half).glob("*.md")):
        for m in _CASE.finditer(path.read_text(encoding="utf-8")):
            rows = m["source"].split("\n")[:-1]
            lines = tuple(row[2:] for row in rows)
            labels = tuple(SIGNS[row[0]] if line.strip() else "" for row, line in zip(rows, lines, strict=True))
            fields = {f["key"]: f["value"].strip() for f in _FIELD.finditer(m["told"])}
            yield Paste(name=f"{path.stem}: {m['name']}", lines=lines, labels=labels, fields=fields)


def places(paste: Paste, judge: Judge = furniture_lines) -> tuple[Place, ...]:
    """Return where each line of a paste came to stand."""
    found = [Place.REMOVED] * len(paste.lines)
    reading = read_text(paste.text, judge)
    starts = [p.paragraph.line - 1 for p in reading]
    for p, start, end in zip(reading, starts, [*starts[1:], len(found)], strict=True):
        found[start:end] = [p.place] * (end - start)
    return tuple(found)


@dataclass(slots=True)
class Count:
    right: int = 0
    wrong: int = 0
    missed: int = 0
    words: int = 0
    lost: int = 0

    def add(self, paste: Paste, out: Iterable[bool]) -> None:
        for line, label, is_out in zip(paste.lines, paste.labels, out, strict=True):
            words = len(line.split())
            if label == FURNITURE:
                self.right += is_out
                self.missed += not is_out
            elif label == ARTICLE:
                self.wrong += is_out
                self.words += words
                self.lost += words * is_out

    def figures(self) -> dict[str, float]:
        return {
            "P": round(self.right / max(1, self.right + self.wrong), 4),
            "R": round(self.right / max(1, self.right + self.missed), 4),
            "lost": round(self.lost / max(1, self.words), 4),
        }


def scored(judged: Iterable[tuple[Paste, Iterable[bool]]]) -> dict[str, float]:
    """Return the figures over all lines, and their means over pages."""
    whole, each = Count(), []
    for paste, out in judged:
        marks = tuple(out)
        whole.add(paste, marks)
        one = Count()
        one.add(paste, marks)
        each.append(one.figures())
    means = {f"{k} by page": round(sum(f[k] for f in each) / max(1, len(each)), 4) for k in ("P", "R", "lost")}
    return {**whole.figures(), **means, "pages": len(each)}


def taken(paste: Paste, judge: Judge = furniture_lines) -> list[bool]:
    """Say of each line whether it is no longer in the body."""
    return [place is not Place.BODY for place in places(paste, judge)]


def misses(sources: Iterable[Paste]) -> Iterator[str]:
    """Yield the lines on which sitegen and the labels differ."""
    for paste in sources:
        for line, label, place in zip(paste.lines, paste.labels, places(paste), strict=True):
            if label and label != HEADLINE and (label == FURNITURE) != (place is not Place.BODY):
                yield f"{paste.name[:40]:40} {label:9} {place.value:8} {line[:110]}"
            if label == HEADLINE and place is not Place.TITLE:
                yield f"{paste.name[:40]:40} {label:9} {place.value:8} {line[:110]}"


def titles(sources: Iterable[Paste]) -> float:
    """Return the share of headlines that became the title, of the pastes that have one."""
    found = [
        any(label == HEADLINE and place is Place.TITLE for label, place in zip(p.labels, places(p), strict=True))
        for p in sources
        if HEADLINE in p.labels
    ]
    return round(sum(found) / max(1, len(found)), 4)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--json", action="store_true", help="one JSON object")
    ask.add_argument("--limit", type=int, default=0, help="so many pages only")
    ask.add_argument(
        "--misses", type=int, default=0, help="show so many lines of each set on which labels and sitegen differ"
    )
    ask.add_argument("--pastes", action="store_true", help="the pastes of the repository only")
    given = ask.parse_args()
    sets = {half: list(pastes(half)) for half in ("first", "second")}
    if not given.pastes:
        sets["regions"] = regions(data_folder())
    sets = {name: found[: given.limit or None] for name, found in sets.items()}
    figures = {
        name: {**scored((p, taken(p)) for p in found), "titles": titles(found)} for name, found in sets.items() if found
    }
    if given.json:
        print(json.dumps(figures))
        return
    for name, values in figures.items():
        print(f"{name}: " + ", ".join(f"{k} {v}" for k, v in values.items()))
        for miss in list(misses(sets[name]))[: given.misses]:
            print("  " + miss)


if __name__ == "__main__":
    main()
