#!/usr/bin/env python3
"""Learn how much each fact about a report speaks for it, and write the table sitegen/annotate/weights.py.

    bench/quality/learn_confidence.py [--write] [--parses FILE]

Annotated articles and their scorer are those of the folder that SITEGEN_EVAL names (default: ../shared/data beside the repository).
Everything that may be a statement is compared with the annotation; a logistic regression with a penalty on large weights says what
each fact is worth. Prints what the weights of four fifths of the articles find in the rest, and how often each confidence was right
there. --write puts the weights of all articles into the table; --parses keeps the parses in a file for the next time.
"""

import argparse
import importlib.util
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Protocol

import numpy as np
from spacy.tokens import Doc, DocBin

from sitegen.annotate.attribution import source_span
from sitegen.annotate.confidence import IMPOSSIBLE, Evidence, confidence
from sitegen.annotate.language import load
from sitegen.annotate.quotations import Draft, candidates, drafts
from sitegen.annotate.reading import Reading, read

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "sitegen" / "annotate" / "weights.py"
FOLDS = 5
PENALTY = 2.0
STEPS = 25
SMALLEST = 0.15
"""A smaller weight is not worth its line."""
ENOUGH = {"pair": 40, "cue": 12, "any": 20}
"""Cases from which a fact gets a weight: a pair of facts, a reporting word, any other."""
ATTRS = ["ORTH", "TAG", "POS", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE", "SENT_START", "SPACY"]
HEAD = '''"""How much does each fact about a report speak for it? Learned by bench/quality/learn_confidence.py on annotated news articles.

The facts are named in confidence.py; the unit is the natural logarithm of the odds.
"""

'''

Weights = tuple[float, dict[str, float]]


class Words(Protocol):
    """The words of a text, numbered by the scorer."""

    def span(self, start: int, end: int) -> range: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Something that may be a statement, and whether it is one; None where the annotation leaves it open."""

    article: int
    facts: Evidence
    right: bool | None


def data_folder() -> Path:
    return Path(os.environ.get("SITEGEN_EVAL", ROOT.parent / "shared" / "data"))


def scorer(folder: Path) -> ModuleType:
    found = importlib.util.spec_from_file_location("quotes_score", folder / "quotes" / "score.py")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def parsed(texts: Iterable[str], kept: Path | None) -> list[Doc]:
    nlp = load()
    if kept and kept.is_file():
        return list(DocBin().from_disk(kept).get_docs(nlp.vocab))
    docs = list(nlp.pipe(texts, batch_size=16))
    if kept:
        DocBin(attrs=ATTRS, docs=docs).to_disk(kept)
    return docs


def overlap(a: range, b: range) -> int:
    return max(0, min(a.stop, b.stop) - max(a.start, b.start))


def is_right(gold: dict, words: Words, r: Reading, found: Draft) -> bool | None:
    """Say whether the annotation has these words as somebody's, and whether the source found is that somebody."""
    source = source_span(r, found)
    matched = left_open = False
    for piece in found.pieces:
        have = words.span(piece.start, piece.end)
        for q in gold["quotes"]:
            want = words.span(q["start"], q["end"])
            common = overlap(have, want)
            if not q["speech"]:
                left_open |= 2 * common >= len(have) > 0
            elif common and 4 * common >= len(have) + len(want):
                matched = True
                if q["speaker"] is None:
                    return True
                if source and overlap(
                    words.span(source.start, source.end), words.span(q["speaker_start"], q["speaker_end"])
                ):
                    return True
    return False if matched or not left_open else None


def fitted(cases: Iterable[Case]) -> Weights:
    """Return the weights under which the cases are likeliest, by Newton's method."""
    told = [c for c in cases if c.right is not None and not IMPOSSIBLE & set(c.facts)]
    seen = Counter(fact for c in told for fact in set(c.facts))
    names = sorted(fact for fact, count in seen.items() if count >= enough(fact))
    column = {fact: i for i, fact in enumerate(names, 1)}
    x = np.zeros((len(told), len(names) + 1))
    x[:, 0] = 1
    for row, c in enumerate(told):
        x[row, [column[f] for f in set(c.facts) if f in column]] = 1
    y = np.array([c.right for c in told], float)
    penalty = np.array([1e-6] + [PENALTY] * len(names))
    w = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (p - y) + penalty * w
        w -= np.linalg.solve((x * (p * (1 - p) + 1e-9)[:, None]).T @ x + np.diag(penalty), slope)
    kept = {name: round(float(v), 1) for name, v in zip(names, w[1:], strict=True) if abs(v) >= SMALLEST}
    return round(float(w[0]), 1), kept


def enough(fact: str) -> int:
    return ENOUGH["pair" if " / " in fact else "cue" if fact.startswith("cue") else "any"]


def answer(gold: dict, r: Reading, found: Iterable[Draft]) -> dict:
    """Return the statements in the form that the scorer reads; names of speakers are left to the whole of annotate."""
    quotes = []
    for d in found:
        source = source_span(r, d)
        who = {} if source is None else {"speaker_start": source.start, "speaker_end": source.end}
        who |= {} if source is None else {"speaker": source.of(r.text)}
        quotes += [{"start": p.start, "end": p.end, **who} for p in d.pieces]
    return {"id": gold["id"], "quotes": quotes}


def table(weights: Weights) -> str:
    bias, worth = weights
    rows = sorted(worth.items(), key=lambda item: (item[0].split(":")[0], -item[1], item[0]))
    lines = "".join(f"    {json.dumps(name)}: {value},\n" for name, value in rows)
    return f"{HEAD}BIAS = {bias}\n\nWEIGHTS = {{\n{lines}}}\n"


def figures(found: dict) -> Iterator[str]:
    for kind in ("direct", "all"):
        yield f"{kind}: " + " ".join(f"{k} {v}" for k, v in found[kind]["e2e"].items())
    yield "found: " + ", ".join(f"{kind} {v['found']}" for kind, v in found["recall_by_kind"].items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Annotated articles, each with its words as the scorer counts them and with its reading."""

    gold: list[dict]
    words: list[Words]
    readings: list[Reading]

    def is_right(self, article: int, found: Draft) -> bool | None:
        return is_right(self.gold[article], self.words[article], self.readings[article], found)

    def cases(self) -> list[Case]:
        return [
            Case(article=i, facts=d.evidence, right=self.is_right(i, d))
            for i, r in enumerate(self.readings)
            for d in candidates(r)
        ]


def crossed(corpus: Corpus, cases: list[Case]) -> tuple[list[dict], dict[int, list[bool]]]:
    """Return what the weights of the other parts find in each part, and how often each tenth of confidence was right."""
    answers = [{} for _ in corpus.gold]
    calibration: dict[int, list[bool]] = {}
    for fold in range(FOLDS):
        bias, weights = fitted(c for c in cases if c.article % FOLDS != fold)
        for i in range(fold, len(corpus.gold), FOLDS):
            found = drafts(corpus.readings[i], partial(confidence, bias=bias, weights=weights))
            answers[i] = answer(corpus.gold[i], corpus.readings[i], found)
            for d in found:
                if (right := corpus.is_right(i, d)) is not None:
                    calibration.setdefault(int(d.confidence * 10), []).append(right)
    return answers, calibration


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--write", action="store_true", help="write the table of weights")
    ask.add_argument("--parses", type=Path, help="a file that keeps the parses")
    given = ask.parse_args()
    folder = data_folder()
    path = next((folder / "quotes").glob("polnear_*.jsonl"), None)
    if path is None:
        sys.exit(f"no annotated articles in {folder} (name their folder in SITEGEN_EVAL)")
    score = scorer(folder)
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    readings = [read(doc) for doc in parsed((g["text"] for g in gold), given.parses)]
    corpus = Corpus(gold=gold, words=[score.Doc(g["text"]) for g in gold], readings=readings)
    cases = corpus.cases()
    print(
        f"{len(cases)} cases, {sum(c.right is True for c in cases)} right, {sum(c.right is None for c in cases)} open"
    )
    answers, calibration = crossed(corpus, cases)
    print(f"weights of the other {FOLDS - 1} of {FOLDS} parts, sources by their words:")
    print("\n".join(figures(score.score(gold, answers))))
    for tenth, marks in sorted(calibration.items()):
        print(f"confidence {tenth / 10:.1f} and above: {len(marks):5} of which right {sum(marks) / len(marks):.3f}")
    learned = fitted(cases)
    print(f"{len(learned[1])} weights" + ("" if given.write else " (not written)"))
    if given.write:
        TABLE.write_text(table(learned), encoding="utf-8")


if __name__ == "__main__":
    main()
