#!/usr/bin/env python3
"""Time whole commands on a site of N articles that are already in content/: cold, nothing changed, one body changed.

    bench/speed.py [-n 1000] [--runs 3] [--peers FOLDER --peer hugo]

FOLDER holds peers set up to write the same pages, with `step.sh PEER N cold|edit|same` as one measured step; runs alternate, and the figure is
the ratio of medians, for machines are noisy. Without it the figures stand alone.
"""

import argparse
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sitegen.content import codec
from sitegen.model.annotations import (
    Annotations,
    Aspect,
    Manner,
    Quotation,
    Speaker,
    TimeExpression,
    TimelineEvent,
    TimexType,
)
from sitegen.model.article import Article, Entry, Publisher
from sitegen.model.text import Span
from sitegen.model.when import How, When

NOUNS = "council bridge harbour budget ferry school railway court reservoir market hospital tariff treaty census museum grid".split()
VERBS = "approved delayed published rejected welcomed questioned expanded reviewed suspended announced".split()
FIRST = "Ada Boris Carla Farid Greta Ines Jonas Katya Luis Mira Omar Petra Rosa Sven Tara Vera".split()
LAST = "Thornbury Okoro Vale Brandt Castro Dahl Engel Horvat Larsen Moreau Novak Rossi Sato Weber".split()


def entry(number: int, chance: random.Random) -> Entry:
    """Return an article of about 600 words with quotations and events that stand in it."""
    day = f"{2020 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}"
    name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    paragraphs, quotations, events, at = [], [], [], 0
    for part in range(8):
        words = " ".join(
            f"The {chance.choice(NOUNS)} {chance.choice(VERBS)} the {chance.choice(NOUNS)} {chance.randint(1, 10**6)}."
            for _ in range(9)
        )
        told = f"We {chance.choice(VERBS)} it {number}-{part}"
        text = f"{words} “{told},” said {name}. The {chance.choice(NOUNS)} opened on {day} {number}-{part}."
        start = at + text.index(told)
        quotations.append(
            Quotation(content=(Span(start, start + len(told) + 1),), manner=Manner.DIRECT, speaker="it", confidence=0.9)
        )
        what = Span(at + text.rindex("The "), at + len(text) - 1)
        when = at + text.rindex(day)
        events.append(
            TimelineEvent(
                when=TimeExpression(span=Span(when, when + 10), type=TimexType.DATE, value=day),
                what=what,
                aspect=Aspect.PAST,
            )
        )
        paragraphs.append(text)
        at += len(text) + 2
    body = "\n\n".join(paragraphs)
    article = Article(
        id=f"{day}-article-{number:05}",
        title=f"{chance.choice(NOUNS).title()} {chance.choice(VERBS)} as {chance.choice(NOUNS)} waits, {number}",
        publishers=(Publisher(name="The Ellery Post"),),
        published=When(value=day, how=How.PAGE),
        body=body,
        text=body,
    )
    found = Annotations(
        speakers=(Speaker(key="it", name=name, role="mayor"),),
        quotations=tuple(quotations),
        timeline=tuple(events),
        summary=body.split(". ")[0] + ".",
        made_by="bench",
    )
    return Entry(article=article, annotations=found, path=f"content/{article.id}.md")


def corpus(site: Path, count: int) -> None:
    """Write the site."""
    chance = random.Random(20250101)
    (site / "content").mkdir(parents=True)
    (site / "sitegen.toml").write_text('title = "Bench"\nbase_url = "http://localhost:8000/"\n')
    for number in range(count):
        made = entry(number, chance)
        (site / made.path).write_text(codec.encode(made), encoding="utf-8")


def timed(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def build(site: Path) -> None:
    program = Path(sys.executable).with_name("sitegen")
    subprocess.run([program, "build", "--site", site, "-q"], check=True)


def forget(site: Path) -> None:
    for name in ("output", ".sitegen"):
        shutil.rmtree(site / name, ignore_errors=True)


def touch(site: Path) -> None:
    middle = sorted((site / "content").glob("*.md"))[len(list((site / "content").glob("*.md"))) // 2]
    text = middle.read_text(encoding="utf-8")
    middle.write_text(text.replace("\ntitle: ", f"\n# edited {time.time_ns()}\ntitle: ", 1), encoding="utf-8")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("-n", type=int, default=1000)
    ask.add_argument("--runs", type=int, default=3)
    ask.add_argument("--peers", type=Path)
    ask.add_argument("--peer", default="hugo")
    given = ask.parse_args()
    prepare: dict[str, Callable[[Path], None]] = {"cold": forget, "edit": touch, "same": lambda _site: None}
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        corpus(site, given.n)
        build(site)
        for step, prepared in prepare.items():
            ours, theirs = [], []
            for _ in range(given.runs):
                prepared(site)
                ours.append(timed(lambda: build(site)))
                if given.peers:
                    command = [str(given.peers / "step.sh"), given.peer, str(given.n), step]
                    theirs.append(
                        timed(lambda command=command: subprocess.run(command, check=True, capture_output=True))
                    )  # type: ignore[misc]  # a bound default
            line = f"{step}: {statistics.median(ours):.2f} s"
            if theirs:
                line += f", {given.peer} {statistics.median(theirs):.2f} s, ratio {statistics.median(ours) / statistics.median(theirs):.2f}"
            print(line)


if __name__ == "__main__":
    main()
