#!/usr/bin/env python3
"""Measure how well sitegen tells that two texts are the same article.

    bench/quality/duplicates.py [--json] [--copies N] [--articles N] [--show N]

A site of 13,108 newswire articles (the folder that SITEGEN_EVAL names, default: ../shared/data beside the repository); then come
copies of N of them, edited as copies.py has it, and each is looked up as ingest does: candidates by signature, confirmed by text.

R: copies whose original is found. P: pairs found that are the same, of all pairs found, those among the articles of the site
included. Two articles of the site are the same if their bodies are word for word equal. The site also has repeats that are not: a
story sent again half an hour later with a word corrected. `P, repeats set aside` leaves out pairs that two things say are such a
repeat which the finder never sees: sent within two days, and half of the words of the titles the same. --show prints the others.
"""

import argparse
import json
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from copies import HARD, KINDS, copy

from sitegen.clean.candidates import Candidates
from sitegen.clean.duplicates import Wording, is_same

ROOT = Path(__file__).resolve().parents[2]
SEED = 20250312
SHORTEST = 100
"""Words of an article that is copied."""
_WORD = re.compile(r"\w+")
_DAY = re.compile(r"(\d{1,2}-[A-Z]{3}-\d{4} \d\d:\d\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """An article of the site."""

    title: str
    text: str
    sent: datetime | None
    wording: Wording


class Site:
    """The articles, to be looked up."""

    def __init__(self, articles: list[Wire]) -> None:
        self.articles = articles
        self._candidates = Candidates()
        for number, article in enumerate(articles):
            self._candidates.add(number, article.wording.signature)

    def same(self, wording: Wording, sent: datetime | None) -> list[int]:
        near = self._candidates.near(wording.signature)
        return [n for n in near if is_same(wording, self.articles[n].wording, days(sent, self.articles[n].sent))]


def days(one: datetime | None, other: datetime | None) -> int:
    return abs(one - other).days if one and other else 0


def data_folder() -> Path:
    return Path(os.environ.get("SITEGEN_EVAL", ROOT.parent / "shared" / "data"))


def articles(folder: Path) -> Iterator[Wire]:
    path = folder / "scale" / "reuters.jsonl"
    if not path.is_file():
        sys.exit(f"no newswire articles in {folder} (name their folder in SITEGEN_EVAL)")
    for line in path.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        found = _DAY.search(told["date"])
        sent = datetime.strptime(found[1], "%d-%b-%Y %H:%M") if found else None  # noqa: DTZ007 -- all in one zone
        wording = Wording(told["title"], told["text"])
        yield Wire(title=told["title"], text=told["text"], sent=sent, wording=wording)


def is_repeat(one: Wire, other: Wire) -> bool:
    """Say whether time and titles say that one is the other sent again."""
    titles = [set(_WORD.findall(wire.title.lower())) for wire in (one, other)]
    near = one.sent and other.sent and abs(one.sent - other.sent) <= timedelta(days=2)
    return bool(near) and len(titles[0] & titles[1]) * 2 >= min(map(len, titles))


def measure(site: Site, count: int) -> dict[str, object]:
    chance = random.Random(SEED)
    long = [n for n, a in enumerate(site.articles) if len(a.wording) >= SHORTEST]
    chosen = chance.sample(long, min(count, len(long)))
    found: Counter[str] = Counter()
    pairs: list[tuple[int, int]] = []
    began = time.perf_counter()
    for kind, edits in (KINDS | HARD).items():
        for number in chosen:
            original = site.articles[number]
            same = site.same(Wording(*copy(original.title, original.text, edits, chance)), original.sent)
            found[kind] += number in same
            pairs += [(number, other) for other in same] if kind in KINDS else []
    seconds = time.perf_counter() - began
    pairs += [(n, other) for n, a in enumerate(site.articles) for other in site.same(a.wording, a.sent) if other < n]
    return {**told(site, pairs, found, len(chosen)), "ms a look-up": 1000 * seconds / len(chosen) / len(KINDS | HARD)}


def told(site: Site, pairs: Iterable[tuple[int, int]], found: Counter[str], copies: int) -> dict[str, object]:
    """Return the measures and the pairs that are held for false."""
    count: Counter[str] = Counter()
    false: Counter[tuple[int, int]] = Counter()
    for one, other in pairs:
        a, b = site.articles[one], site.articles[other]
        kind = "equal" if a.wording.words == b.wording.words else "repeat" if is_repeat(a, b) else "false"
        count[kind] += 1
        if kind == "false":
            false[min(one, other), max(one, other)] += 1
    right, wrong = count["equal"], count["false"]
    return {
        "R": sum(found[kind] for kind in KINDS) / copies / len(KINDS),
        "P, equal bodies only": right / max(1, sum(count.values())),
        "P, repeats set aside": right / max(1, right + wrong),
        "pairs": dict(count),
        "R by kind": {kind: found[kind] / copies for kind in KINDS},
        "R of hard copies": {kind: found[kind] / copies for kind in HARD},
        "false": sorted(false),
    }


def show(site: Site, pairs: list[tuple[int, int]]) -> None:
    for pair in pairs:
        print("=" * 80)
        for number in pair:
            article = site.articles[number]
            print(f"-- {article.sent} {article.title}\n{article.text[:600]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--copies", type=int, default=1000, metavar="N")
    parser.add_argument("--articles", type=int, default=0, metavar="N", help="a site of the first N only")
    parser.add_argument("--show", type=int, default=0, metavar="N")
    asked = parser.parse_args()
    site = Site(list(articles(data_folder()))[: asked.articles or None])
    measures = measure(site, asked.copies)
    false = measures.pop("false")
    if asked.json:
        print(json.dumps(measures, indent=2))
        return
    for name, value in measures.items():
        print(f"{name:24} {value:.4f}" if isinstance(value, float) else f"{name}: {value}")
    show(site, list(false)[: asked.show])


if __name__ == "__main__":
    main()
