#!/usr/bin/env python3
"""Learn how much each fact about a line of a pasted page speaks for furniture, and write sitegen/clean/furniture_weights.py.

    bench/quality/learn_furniture.py [--write]

Learned from three things: labelled lines of article pages (the folder that SITEGEN_EVAL names, see furniture.py for what the labels
are worth), the first half of the pastes of tests/cases/clean/pastes, and clean articles, of which every line is the article. A
logistic regression with a penalty on large weights. Prints what the weights find on pages of publishers they have not seen: pages
are of one publisher where their names say so or where they share lines; whole publishers are left out in turn (five parts).
The second half of the pastes is never learned from. --write puts the weights of everything into the table.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

import numpy as np
from furniture import ARTICLE, FURNITURE, HEADLINE, ROOT, Paste, data_folder, pastes, regions, scored, taken
from scipy import sparse

from sitegen.clean.furniture_context import furniture_lines
from sitegen.clean.furniture_facts import page_facts
from sitegen.clean.line_facts import LineFacts

TABLE = ROOT / "sitegen" / "clean" / "furniture_weights.py"
FOLDS = 5
PENALTY = 20.0
STEPS = 25
ENOUGH = 40
"""Lines from which a fact gets a weight."""
SMALLEST = 0.05
"""A smaller weight is not worth its place."""
SHARED, COMMON = 4, 25
"""Pages that share so many lines are of one publisher; lines that more pages have say nothing."""
CLEAN_SHARE = 3
"""One in so many clean articles is learned from."""
WIDTH = 150
HEAD = '''"""How much does each fact about a line and its neighbours speak for furniture? Learned by bench/quality/learn_furniture.py.

The facts are named in line_facts.py and furniture_facts.py; a row holds the values of one fact, "value / shape of the line" where the
shape matters. The unit is the natural logarithm of the odds.
"""

'''

Weights = tuple[float, dict[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A paste, and the labels and facts of its lines but the empty ones."""

    paste: Paste
    labels: tuple[str, ...]
    facts: list[tuple[LineFacts, tuple[str, ...]]]


def page(paste: Paste) -> Page:
    told = [(line.strip(), label) for line, label in zip(paste.lines, paste.labels, strict=True) if line.strip()]
    lines, labels = tuple(line for line, _ in told), tuple(label for _, label in told)
    return Page(paste=paste, labels=labels, facts=page_facts(lines))


def clean_articles() -> list[Paste]:
    """Return articles that have no furniture: every line is the article's."""
    path = next((data_folder() / "quotes").glob("polnear_*.jsonl"), None)
    rows = path.read_text(encoding="utf-8").splitlines()[::CLEAN_SHARE] if path else []
    found = []
    for row in map(json.loads, rows):
        lines = tuple(line for line in row["text"].split("\n") if line.strip())
        found.append(Paste(name=row["id"], lines=lines, labels=(ARTICLE,) * len(lines), fields={}))
    return found


def publishers(pages: Sequence[Paste]) -> list[int]:
    """Return for each page the number of its publisher."""
    parent = list(range(len(pages)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    where: dict[str, set[int]] = defaultdict(set)
    for i, p in enumerate(pages):
        for line in set(p.lines):
            if len(line) >= 12:
                where[line].add(i)
        name = p.name.split(":")[-1].split("/")[-1].split("_")[0]
        where[f"\n{name}"].add(i)
    shared = Counter(
        pair for found in where.values() if len(found) <= COMMON for pair in combinations(sorted(found), 2)
    )
    named = {pair for key, found in where.items() if key[0] == "\n" for pair in combinations(sorted(found), 2)}
    for a, b in [pair for pair, count in shared.items() if count >= SHARED or pair in named]:
        parent[root(a)] = root(b)
    return [root(i) for i in range(len(pages))]


def parts(pages: Sequence[Paste]) -> list[int]:
    """Share the publishers out over parts of about one size."""
    group = publishers(pages)
    sizes: Counter[int] = Counter()
    for g, p in zip(group, pages, strict=True):
        sizes[g] += len(p.lines)
    load, part = [0] * FOLDS, {}
    for g, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        part[g] = load.index(min(load))
        load[part[g]] += size
    return [part[g] for g in group]


def fitted(pages: Iterable[Page]) -> Weights:
    """Return the weights under which the labels are likeliest, by Newton's method."""
    told = [
        (own.facts + around, label == FURNITURE)
        for p in pages
        for (own, around), label in zip(p.facts, p.labels, strict=True)
        if label != HEADLINE
    ]
    seen = Counter(fact for facts, _ in told for fact in set(facts))
    names = sorted(fact for fact, count in seen.items() if count >= ENOUGH)
    column = {fact: i for i, fact in enumerate(names, 1)}
    entries = [(row, column[f]) for row, (facts, _) in enumerate(told) for f in set(facts) if f in column]
    entries += [(row, 0) for row in range(len(told))]
    rows, columns = zip(*entries, strict=True)
    x = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(told), len(names) + 1))
    y = np.array([furniture for _, furniture in told], float)
    w = newton(x, y)
    kept = {name: round(float(v), 1) for name, v in zip(names, w[1:], strict=True) if abs(v) >= SMALLEST}
    return round(float(w[0]), 1), kept


def newton(x: sparse.csr_matrix, y: np.ndarray) -> np.ndarray:
    w = np.zeros(x.shape[1])
    penalty = np.array([1e-3] + [PENALTY] * (len(w) - 1))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (p - y) + penalty * w
        bend = (x.multiply((p * (1 - p) + 1e-9)[:, None]).T @ x).toarray() + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        w -= step
        if np.abs(step).max() < 1e-3:
            break
    return w


def judged(pages: Iterable[Page], weights: Weights) -> list[tuple[Paste, list[bool]]]:
    """Return what is taken out of pages under these weights, with all the rest that reads a paste."""
    bias, worth = weights
    judge = partial(furniture_lines, bias=bias, weights=worth)
    return [(p.paste, taken(p.paste, judge)) for p in pages]


def table(weights: Weights) -> str:
    """Write the weights as Python: a row for each fact, its values by weight."""
    bias, worth = weights
    families: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for name, value in worth.items():
        family, _, rest = name.partition(": ")
        if value:
            families[family].append((rest, value))
    rows = []
    for family, values in families.items():
        entries = [f"{json.dumps(name)}: {w}" for name, w in sorted(values, key=lambda item: (-item[1], item[0]))]
        rows.append(f"    {json.dumps(family)}: {{\n" + wrapped(entries) + "    },\n")
    body = "".join(rows)
    return f"{HEAD}BIAS = {bias}\n\nWEIGHTS: dict[str, dict[str, float]] = {{\n{body}}}  # fmt: skip\n"


def wrapped(entries: Sequence[str]) -> str:
    lines, line = [], "       "
    for entry in entries:
        if len(line) + len(entry) > WIDTH and line.strip():
            lines.append(line)
            line = "       "
        line += f" {entry},"
    return "\n".join([*lines, line]) + "\n"


def show(name: str, found: dict[str, float]) -> None:
    print(f"{name}: " + ", ".join(f"{k} {v}" for k, v in found.items()))


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--write", action="store_true", help="write the table of weights")
    given = ask.parse_args()
    labelled = regions(data_folder())
    part = parts(labelled)
    pages = [page(p) for p in labelled]
    first = [page(p) for p in pastes("first")]
    clean = [page(p) for p in clean_articles()]
    out: list[tuple[Paste, list[bool]]] = []
    out_first: list[tuple[Paste, list[bool]]] = []
    lost: list[tuple[Paste, list[bool]]] = []
    for k in range(FOLDS):
        rest = [p for p, q in zip(pages, part, strict=True) if q != k]
        more = [p for i, p in enumerate(first) if i % FOLDS != k] + [p for i, p in enumerate(clean) if i % FOLDS != k]
        weights = fitted(rest + more)
        out += judged([p for p, q in zip(pages, part, strict=True) if q == k], weights)
        out_first += judged(first[k::FOLDS], weights)
        lost += judged(clean[k::FOLDS], weights)
    show("regions, publishers not seen", scored(out))
    show("first half of the pastes, not seen", scored(out_first))
    show("clean articles, not seen", scored(lost))
    learned = fitted(pages + first + clean)
    show("second half of the pastes", scored(judged([page(p) for p in pastes("second")], learned)))
    print(f"{sum(map(bool, learned[1].values()))} weights" + ("" if given.write else " (not written)"))
    if given.write:
        TABLE.write_text(table(learned), encoding="utf-8")


if __name__ == "__main__":
    main()
