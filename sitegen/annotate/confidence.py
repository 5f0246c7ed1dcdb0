"""How sure is it that some words are a statement and that the source found made it? A weight for each fact of the case.

The weights are learned (a logistic regression on annotated news), so that the sum, squashed, is a probability.
"""

import math
from collections.abc import Mapping
from enum import StrEnum

from sitegen.annotate import cues
from sitegen.annotate.clauses import Range, children, own_subject
from sitegen.annotate.reading import Reading
from sitegen.annotate.weights import BIAS, WEIGHTS
from sitegen.model.annotations import Manner

Evidence = tuple[str, ...]
"""Names of the facts that hold, as in the table of weights."""

_RELATIVE = frozenset({"WP", "WDT"})
_LENGTHS = ((4, "under 5"), (7, "5 to 7"), (12, "8 to 12"), (25, "13 to 25"), (10**9, "over 25"))


def confidence(facts: Evidence, bias: float = BIAS, weights: Mapping[str, float] = WEIGHTS) -> float:
    """Return the probability that a statement with these facts is right, 0 to 1."""
    if any(f in IMPOSSIBLE for f in facts):
        return 0.0
    total = bias + sum(weights.get(f, 0.0) for f in facts)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


IMPOSSIBLE = frozenset({"negated", "possible", "under a condition", "withheld"})
"""Facts under which nothing was said, whatever else holds."""


def evidence(
    r: Reading, how: StrEnum, verb: int | None, source: int | None, words: tuple[tuple[Range, ...], Manner]
) -> Evidence:
    """Return the facts about a report: how it hangs on its cue, the cue, the source and the words."""
    pieces, manner = words
    facts = [f"how: {how}", f"manner: {manner}", *_of_source(r, source), *_of_words(r, pieces, manner, how)]
    if verb is not None:
        facts += _of_cue(r, verb, how)
        own = own_subject(r, verb) if r.pos[verb] in {"VERB", "AUX"} else source
        if source is not None and own != source and not _is_quoted_as(r, verb):
            facts.append("source: inherited" if own is None or r.tag[own] not in _RELATIVE else "source: who")
    return tuple(facts)


def _of_cue(r: Reading, v: int, how: StrEnum) -> list[str]:
    facts = [f"cue: {r.lemma[v]}", f"cue: {r.lemma[v]} / {how}", f"form: {r.tag[v]}"]
    facts.append(f"stands: {'quoted as' if _is_quoted_as(r, v) else r.dep[v]} / {how}")
    words = {r.lower[c] for c in children(r, v, "neg", "aux", "advmod", "mark", "det", "preconj", "nsubj")}
    if words & cues.NEGATIONS or _nobody(r, v):
        facts.append("negated")
    if words & cues.HYPOTHETICAL:
        facts.append("modal")
    if words & cues.CONDITIONS:
        facts.append("under a condition")
    if words & cues.POSSIBILITY:
        facts.append("possible")
    head = r.head[v]
    if r.dep[v] in {"xcomp", "pcomp"} and (
        r.lower[head] == "without"
        or r.lemma[head] in cues.WITHHOLDING
        or any(r.dep[c] == "neg" for c in r.children[head])
    ):
        facts.append("withheld")
    return facts


def _is_quoted_as(r: Reading, v: int) -> bool:
    """Say whether the verb goes on from "was quoted as"."""
    return r.dep[v] == "pcomp" and r.lower[r.head[v]] == "as" and r.lemma[r.head[r.head[v]]] in cues.QUOTING


def _nobody(r: Reading, v: int) -> bool:
    """Say whether the subject denies itself ("no minister said", "neither Holm nor Reed said")."""
    own = own_subject(r, v) if r.pos[v] in {"VERB", "AUX"} else None
    return own is not None and any(r.lower[c] in cues.DENYING for c in children(r, own, "det", "preconj", "cc", "neg"))


def _of_source(r: Reading, source: int | None) -> list[str]:
    if source is None:
        return ["source: none"]
    if r.lower[source] in cues.GENERIC_SOURCES:
        return ["source: a thing"]
    kind = r.entity[source] if r.pos[source] == "PROPN" else r.pos[source]
    facts = [f"source: {kind or 'PROPN'}", f"role: {r.dep[source]}"]
    if r.pos[source] == "PRON":
        facts.append(f"source: {r.lower[source]}")
    if r.passage[source] >= 0:
        facts.append("source: quoted")
    return facts


def _of_words(r: Reading, pieces: tuple[Range, ...], manner: Manner, how: StrEnum) -> list[str]:
    count = sum(r.words[i][0].isalnum() for a, b in pieces for i in range(a, b))
    length = next(name for limit, name in _LENGTHS if count <= limit)
    facts = [f"words: {manner} {length}"]
    first = pieces[0][0]
    if manner is not Manner.DIRECT:
        facts.append(f"starts: {r.pos[first]} / {how}")
        facts.append(f"words: {how} {length}")
    end = r.sentence_end[pieces[-1][1] - 1]
    if any(r.words[i] == "?" for i in range(max(pieces[-1][1] - 1, end - 3), end)) and manner is Manner.INDIRECT:
        facts.append("question")
    if r.paragraph[first] == 0:
        facts.append("first paragraph")
    if len(pieces) > 1:
        facts.append(f"pieces / {how}")
    return facts
