#!/usr/bin/env python3
"""Time what makes the timeline alone, the parse excluded: time expressions, events, the inferred publication date.

    bench/speed_annotate.py [-n 100] [--runs 3] [--words 600] [--texts FILE.jsonl]

The articles are made here, or taken from a file of JSON objects with a "text": those of about that many words. Prints articles of that many words per second of one core (processor time, for machines are busy), each article parsed beforehand.
"""

import argparse
import json
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from spacy.tokens import Doc

from sitegen.annotate.attribution import statements
from sitegen.annotate.events import timeline
from sitegen.annotate.language import load
from sitegen.annotate.published import infer_published
from sitegen.annotate.reading import read
from sitegen.annotate.summary import summary
from sitegen.annotate.timex import time_expressions

PUBLISHED = "2024-11-19"
PEOPLE = ("Eva Keller", "Otto Lang", "Ada Thornbury", "Peter Brandt", "Carla Moreau", "Sven Dahl")
PLACES = ("harbour", "mill", "bridge", "ferry", "school", "railway", "hospital", "market")
VERBS = ("approved", "closed", "opened", "sold", "praised", "rejected", "inspected", "repaired")
TELLING = (
    "{who} {did} the {what} on Monday and thanked the crews who had worked there without a break.",
    "The council, which {did} the {what} in July, will vote on the plans for the {other} next week.",
    "“We have waited for the {what} long enough,” {who} said, “and the {other} will not be next.”",
    "He said that the {what} must be finished by the end of 2026, two years after the {other}.",
    "The {what} was built before 1990 and has stood beside the {other} since the spring of 2003.",
    "Workers {did} the {what} from May 3 to May 9, when the owners of the {other} called them back.",
    "According to the report, the {what} lost {figure} crowns last year, against {figure} in 2022.",
    "The town marked 100 days of the siege at the {what}, and the visit of the queen will follow soon.",
)
PLAIN = (
    "The owners of the {what} did not answer letters about the state of the {other} and its roof.",
    "{who}, who has led the {what} for years, lives beside the {other} with two dogs and a parrot.",
    "People in the streets around the {what} spoke of noise, of dust, and of the smell of the {other}.",
    "A committee of experts looks into the accounts of the {what} and into those of the {other}.",
    "Nobody knows how the {what} could be paid for without the money that the {other} brings in.",
)


def article(chance: random.Random, words: int) -> str:
    """Return an article in which every third sentence tells of a time, about as in newswire."""
    told: list[str] = []
    while sum(len(sentence.split()) for sentence in told) < words:
        what, other = chance.sample(PLACES, 2)
        pattern = chance.choice(TELLING if len(told) % 3 == 2 else PLAIN)
        figure = chance.randint(2, 900)
        told.append(
            pattern.format(who=chance.choice(PEOPLE), what=what, other=other, did=chance.choice(VERBS), figure=figure)
        )
    return "\n\n".join(" ".join(told[at : at + 4]) for at in range(0, len(told), 4))


def articles_of(path: Path, words: int) -> Iterator[str]:
    """Yield the texts of a file that have about so many words, a fifth more or less."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            if 0.8 * words <= len(text.split()) <= 1.2 * words:
                yield text


def rate(docs: Sequence[Doc], work: Callable[[Doc], object], runs: int) -> float:
    """Return articles per second: the median of several runs over all of them."""
    seconds = []
    for _ in range(runs):
        began = time.process_time()
        for doc in docs:
            work(doc)
        seconds.append(time.process_time() - began)
    return len(docs) / statistics.median(seconds)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("-n", type=int, default=100)
    ask.add_argument("--runs", type=int, default=3)
    ask.add_argument("--words", type=int, default=600)
    ask.add_argument("--texts", type=Path)
    given = ask.parse_args()
    chance = random.Random(20250101)
    made = (article(chance, given.words) for _ in range(given.n))
    docs = list(load().pipe(islice(articles_of(given.texts, given.words), given.n) if given.texts else made))
    readings = {id(doc): read(doc) for doc in docs}
    heard = {id(doc): statements(doc, readings[id(doc)]).speakers for doc in docs}
    found = {id(doc): time_expressions(doc, PUBLISHED) for doc in docs}

    def events(doc: Doc) -> object:
        return timeline(doc, found[id(doc)], heard[id(doc)], PUBLISHED, readings[id(doc)])

    def both(doc: Doc) -> object:
        return timeline(doc, time_expressions(doc, PUBLISHED), heard[id(doc)], PUBLISHED, readings[id(doc)])

    steps: dict[str, Callable[[Doc], object]] = {
        "reading of the parse": read,
        "statements": lambda doc: statements(doc, readings[id(doc)]),
        "time expressions": lambda doc: time_expressions(doc, PUBLISHED),
        "events": events,
        "publication date": infer_published,
        "summary": summary,
        "time expressions and events": both,
    }
    expressions = sum(map(len, found.values())) / len(docs)
    print(f"{len(docs)} articles of {given.words} words, {expressions:.0f} time expressions in each")
    for name, work in steps.items():
        print(f"{name}: {rate(docs, work, given.runs):.0f} articles per second")


if __name__ == "__main__":
    main()
