"""Where do clauses and noun phrases begin and end, and who is the subject of a verb? Reads the dependency parse."""

from collections.abc import Iterator

from sitegen.annotate import cues
from sitegen.annotate.reading import Reading

Range = tuple[int, int]
"""First token and the token after the last."""

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_SHARES_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp", "acomp", "aux"})
_SPEAKING = cues.STATING | cues.JUDGING
_WIDE = 60
"""Tokens on each side of its head beyond which nothing belongs to a noun phrase."""
_CLIMB = 6
"""Steps up the tree after which a subject is no longer looked for."""
_AFTERTHOUGHTS = frozenset({"relcl", "acl", "appos", "advcl", "parataxis", "ccomp"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})
_RELATIVE = frozenset({"WP", "WDT"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAMED = frozenset({"PROPN", "PRON", "NOUN"})
_TIMES = frozenset({"DATE", "TIME"})
_TAKES_HEARER = frozenset({"tell", "ask", "remind", "assure", "inform", "warn", "advise"})
_INVERTED = ("dobj", "attr", "oprd", "npadvmod", "dep", "appos")
_EDGES = frozenset(",;:.-–—―\"“”'‘’`…!?")
_KEPT_AT_END = frozenset("\"”'’)")
_LEADING = frozenset({"that", "and", "but"})


def children(r: Reading, head: int, *deps: str) -> Iterator[int]:
    """Yield the children of a token with one of these relations."""
    return (c for c in r.children[head] if r.dep[c] in deps)


def child(r: Reading, head: int, *deps: str) -> int | None:
    """Return the first child with one of these relations."""
    return next(children(r, head, *deps), None)


def has(r: Reading, head: int, dep: str) -> bool:
    """Say whether a token has such a child."""
    return any(r.dep[c] == dep for c in r.children[head])


def own_subject(r: Reading, verb: int) -> int | None:
    """Return the verb's own subject; of an inverted clause ("…," said Smith) also one that was parsed as object."""
    for c in r.children[verb]:
        if r.dep[c] in _SUBJECTS and r.pos[c] in _NOMINAL and r.words[c][0].isalnum() and _beside(r, c, verb):
            return c
    if verb == 0 or r.words[verb - 1][-1].isalnum() or r.tag[verb] not in _FINITE or r.lemma[verb] in _TAKES_HEARER:
        return None
    for c in r.children[verb]:
        if r.dep[c] in _INVERTED and r.left[c] == verb + 1 and r.pos[c] in _NAMED and r.entity[c] not in _TIMES:
            return c
    return None


def _beside(r: Reading, noun: int, verb: int) -> bool:
    """Say whether both stand in the same quotation marks, or both outside any."""
    return r.passage[noun] in {-1, r.passage[verb]}


def right_after(r: Reading, verb: int, stop: int) -> int | None:
    """Return the head of the noun phrase that follows a verb, whatever the parse made of it."""
    i = verb + 1
    while i < stop and (r.pos[i] in _NOMINAL or r.pos[i] == "ADV" or r.dep[i] == "compound"):
        i += 1
    last = i - 1
    named = last > verb and r.pos[last] in {"NOUN", "PROPN"} and r.entity[last] not in _TIMES
    return last if named and r.lemma[verb] not in _TAKES_HEARER else None


def subject(r: Reading, verb: int) -> int | None:
    """Return who does it, looking up the tree for participles, infinitives and coordinated verbs."""
    at = _reporting_verb_above(r, verb) if r.tag[verb] == "VBG" and r.words[max(0, verb - 1)] == "," else verb
    for _ in range(_CLIMB):
        found = own_subject(r, at)
        if found is not None:
            return _antecedent(r, found, at)
        head, dep = r.head[at], r.dep[at]
        if dep in {"relcl", "acl"}:
            return _author(r, head)
        if dep not in _SHARES_SUBJECT or head == at:
            return None
        if dep == "prep" and r.lemma[head] in cues.QUOTING:
            return child(r, head, "dobj", "nsubjpass")
        by = agent(r, head)
        at = head
        if by is not None and dep == "advcl":
            return by
    return None


def _reporting_verb_above(r: Reading, participle: int) -> int:
    """Return what a participle after a comma goes on from ("Smith said …, adding …"), however deep the parse hung it."""
    at, last = participle, participle
    for _ in range(_CLIMB):
        at = r.head[at]
        if r.pos[at] == "VERB" and own_subject(r, at) is not None and r.passage[at] < 0:
            last = at
            if r.lemma[at] in _SPEAKING:
                return at
        if r.head[at] == at:
            break
    return last if r.dep[participle] == "acl" else participle


def _author(r: Reading, noun: int) -> int:
    """Return who made a statement, where the noun is one ("issued a statement saying …"), else the noun."""
    if r.lemma[noun] not in cues.DOCUMENTS:
        return noun
    if r.dep[noun] in {"dobj", "pobj"}:
        verb = r.head[noun] if r.dep[noun] == "dobj" else r.head[r.head[noun]]
        found = child(r, verb, *_SUBJECTS) if r.pos[verb] == "VERB" else None
        if found is not None and r.dep[found] == "nsubj":
            return _antecedent(r, found, verb)
    owner = child(r, noun, "poss")
    return noun if owner is None else owner


def agent(r: Reading, verb: int) -> int | None:
    """Return the doer of a passive verb."""
    by = child(r, verb, "agent")
    return None if by is None else child(r, by, "pobj")


def _antecedent(r: Reading, found: int, verb: int) -> int:
    """Return what a relative pronoun stands for."""
    if r.tag[found] not in _RELATIVE or r.lower[found] not in {"who", "which", "that"}:
        return found
    at = verb
    for _ in range(_CLIMB):
        if r.dep[at] == "relcl":
            return r.head[at]
        if r.head[at] == at:
            return found
        at = r.head[at]
    return found


def noun_phrase(r: Reading, head: int) -> Range:
    """Return the noun phrase of a token without its relative clauses and appositions."""
    end = r.right[head]
    for c in r.children[head]:
        if (
            c > head
            and (r.dep[c] in _AFTERTHOUGHTS or r.words[c] in {",", "-", "–", "—", "(", ":"})
            and not _hyphened(r, c)
        ):
            end = min(end, r.left[c] if r.left[c] > head else c)
    start = max(r.left[head], head - _WIDE)
    end = min(end, head + _WIDE)
    while start < head and not r.words[start][0].isalnum():
        start += 1
    return start, trim_end(r, start, max(end, head + 1))


def _hyphened(r: Reading, i: int) -> bool:
    """Say whether a token is a hyphen within a word, or a word behind one ("vice-president")."""
    hyphen = i if r.words[i] == "-" else i - 1
    return (
        r.words[hyphen] == "-"
        and 0 < hyphen < len(r) - 1
        and r.ends[hyphen - 1] == r.starts[hyphen]
        and r.ends[hyphen] == r.starts[hyphen + 1]
    )


def trim_end(r: Reading, start: int, end: int) -> int:
    """Return the end without punctuation and blanks before it."""
    while end > start + 1 and not any(map(str.isalnum, r.words[end - 1])) and r.words[end - 1] not in {")", "%"}:
        end -= 1
    return end


def trim(r: Reading, start: int, end: int) -> Range | None:
    """Return the range without conjunctions and punctuation at its edges; whole pairs of quotation marks stay."""
    while start < end and (
        _blank(r, start) or r.lower[start] in _LEADING or r.words[start] in {",", ";", ":", "-", "–", "—", "―", "."}
    ):
        start += 1
    while start < end and (
        _blank(r, end - 1) or r.words[end - 1] in {",", ";", ":", "-", "–", "—", "―", ".", "and", "but", "(", "?", "!"}
    ):
        end -= 1
    if start >= end:
        return None
    return _whole_marks(r, start, end)


def _blank(r: Reading, i: int) -> bool:
    return not r.words[i].strip()


def _whole_marks(r: Reading, start: int, end: int) -> Range | None:
    """Take a passage in quotation marks in whole where its middle would be cut, and drop a mark without its words."""
    first, last = r.passage[start], r.passage[end - 1]
    if last >= 0:
        passage = r.passages[last]
        end = passage.after if end > passage.first else passage.first - 1
    if first >= 0 and start > r.passages[first].first and start >= r.passages[first].end:
        start = r.passages[first].after
    elif first >= 0:
        start = min(start, r.passages[first].first - 1) if r.passages[first].first > 0 else start
    return (start, end) if start < end else None
