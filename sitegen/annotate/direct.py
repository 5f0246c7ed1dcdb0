"""Whose are the words in quotation marks? Looks for a reporting verb beside each passage, then further away.

What counts is where the cue stands (after, before, around the words, in the sentence or paragraph before); the parse
only has to find the subject of one verb, which it does well even where quoted speech confuses it.
"""

from collections.abc import Iterator

from sitegen.annotate import cues
from sitegen.annotate.clauses import children, has, own_subject, right_after, subject
from sitegen.annotate.continuation import fills_paragraph, going_on
from sitegen.annotate.passages import REACH, Attribution, Place, Surroundings, is_sentence, is_title, surroundings
from sitegen.annotate.reading import Reading

_NEAR = 14
"""Tokens between a passage that ends a sentence and the cue of a sentence of its own."""
_STOPS = frozenset(".!?;")
_NO_CUE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ"})
_ALWAYS = frozenset({"said", "says", "tweeted", "wrote", "added", "adds"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_JOINS = frozenset({"and", "but", "or", "while", "as", "when", "yet", "because", "so", "though", "although", "then"})
_DASHES = frozenset({"-", "–", "—", "―", "--"})
_ASIDE = frozenset({"advcl", "relcl", "acl", "prep", "npadvmod", "parataxis"})
_MAX_LABEL = 12
"""Tokens before a colon that can be a speaker's name alone."""


def attributions(r: Reading) -> dict[int, Attribution]:
    """Return for each passage, by number, how it is attributed; others are left out."""
    found: dict[int, Attribution] = {}
    for n in range(len(r.passages)):
        around = surroundings(r, n)
        here = (
            _after(r, around)
            or _before(r, around)
            or _dash(r, around)
            or going_on(r, n, found)
            or _sentence_before(r, around)
        )
        if here:
            found[n] = here
    return found


def _is_cue(r: Reading, i: int) -> bool:
    if r.lower[i] in _ALWAYS:
        return True
    if r.lemma[i] in cues.WITH_PARTICLE:
        return i + 1 < len(r) and r.lower[i + 1] in cues.WITH_PARTICLE[r.lemma[i]]
    return r.lemma[i] in cues.SAYING and r.tag[i] not in _NO_CUE


def _after(r: Reading, around: Surroundings) -> Attribution | None:
    start, end = around.after, around.stop
    if start >= end or not around.closed or r.words[start] in _STOPS or r.lower[start] in _JOINS:
        return None
    if is_title(r, r.passages[around.passage]):
        return None
    for v in range(start, end):
        if r.words[v] in _STOPS and r.dep[v] == "punct":
            return None
        if _is_cue(r, v) or (around.comma and r.tag[v] in _FINITE and r.pos[v] == "VERB"):
            who = _speaker_beside(r, v, around)
            if who is not None and _fits(r, v, around):
                return Attribution(passage=around.passage, place=Place.AFTER, verb=_repeated(r, v) or v, source=who)
            if r.tag[v] in _FINITE and r.dep[v] not in _ASIDE and not _within_name(r, v):
                return None
    return None


def _within_name(r: Reading, v: int) -> bool:
    return r.dep[v] in {"appos", "amod", "compound"}


def _speaker_beside(r: Reading, v: int, around: Surroundings) -> int | None:
    """Return the subject of a verb after a passage, where it stands there too."""
    if (r.dep[v] == "relcl" and r.head[v] >= around.after) or any(m >= around.after for m in children(r, v, "mark")):
        return None
    saying = _repeated(r, v)
    who = own_subject(r, v) if saying is None else subject(r, saying)
    if who is None and v == around.after:
        who = right_after(r, v, around.stop)
    if who is None or not around.after <= who < around.stop or r.tag[who] in {"WP", "WDT"}:
        return None
    return who


def _repeated(r: Reading, v: int) -> int | None:
    """Return the verb of somebody whose words another repeats ("the Herald quoted Holm as saying")."""
    if r.lemma[v] not in cues.QUOTING:
        return None
    return next((c for p in children(r, v, "prep") if r.lower[p] == "as" for c in children(r, p, "pcomp")), None)


def _fits(r: Reading, v: int, around: Surroundings) -> bool:
    """Say whether the clause of the verb belongs to the passage before it and is no sentence of its own."""
    first = around.after
    if around.comma:
        return True
    if around.ends == ".":
        return not r.words[first][0].isupper() and v - first <= _NEAR
    if around.ends in "?!":
        return v - first <= _NEAR and not _reports_more(r, v, around.stop)
    return around.ends in "—–-…" or (
        is_sentence(r, r.passages[around.passage]) and v - first <= _NEAR and not _reports_more(r, v, around.stop)
    )


def _reports_more(r: Reading, v: int, stop: int) -> bool:
    """Say whether the verb has words of its own to report, so that it is no cue of what stands before."""
    if any(r.words[i] in {":", "that"} for i in range(v + 1, min(v + 3, stop))):
        return True
    return any(c > v and r.dep[c] in {"ccomp", "xcomp"} and r.left[c] > v and c < stop for c in r.children[v])


def _before(r: Reading, around: Surroundings) -> Attribution | None:
    opening, start = around.before, around.start
    if opening < start or r.words[opening] in _STOPS or r.words[opening] == "=":
        return None
    passage = r.passages[around.passage]
    colon = r.words[opening] == ":"
    direct = colon or r.words[opening] == ","
    if (is_title(r, passage) and not colon) or not (direct or is_sentence(r, passage) or _is_cue(r, opening)):
        return None
    for v in range(opening, max(start, r.sentence[opening]) - 1, -1):
        if not _is_cue(r, v):
            continue
        if not colon and (_reports_between(r, v, opening) or has(r, v, "neg")):
            return None
        who = subject(r, v)
        who = right_after(r, v, opening) if who is None else who
        return Attribution(passage=around.passage, place=Place.COLON if colon else Place.BEFORE, verb=v, source=who)
    return _colon(r, around) if colon else None


def _reports_between(r: Reading, v: int, opening: int) -> bool:
    """Say whether a clause that is no aside stands between the verb and the passage."""
    asides = [(r.left[c], r.right[c]) for c in r.children[v] if c > v and r.dep[c] in _ASIDE]
    comma = r.words[opening] == ","
    for i in range(v + 1, opening):
        if r.tag[i] in {"VBD", "VBZ", "VBP", "MD"} and not (comma and any(a <= i < b for a, b in asides)):
            return True
    return False


def _colon(r: Reading, around: Surroundings) -> Attribution | None:
    """Find the name that stands alone before a colon, or the subject of the sentence that ends in it."""
    first = max(r.sentence[around.before], around.before - REACH)
    last = around.before - 1
    if r.entity[last] in {"PERSON", "ORG"} and _after_break(r, last, first):
        return Attribution(passage=around.passage, place=Place.LABEL, verb=None, source=last)
    for i in range(first, around.before):
        if (
            r.dep[i] in {"nsubj", "nsubjpass"}
            and r.pos[i] in {"PROPN", "PRON", "NOUN"}
            and r.tag[i] not in {"WP", "WDT"}
        ):
            return Attribution(passage=around.passage, place=Place.COLON, verb=r.head[i], source=i)
    if around.before - first <= _MAX_LABEL and not any(r.tag[i] in _FINITE for i in range(first, around.before)):
        for last in _people(r, first, around.before):
            return Attribution(passage=around.passage, place=Place.LABEL, verb=None, source=last)
    return None


def _after_break(r: Reading, last: int, first: int) -> bool:
    """Say whether a name that ends here begins a line or comes after a dash."""
    while last > first and r.entity[last - 1] in {"PERSON", "ORG"}:
        last -= 1
    return last == first or r.words[last - 1] in _DASHES or not r.words[last - 1].strip() or r.lower[last - 1] == "from"


def _people(r: Reading, first: int, end: int) -> Iterator[int]:
    """Yield the last token of each person's name within the tokens."""
    for i in range(first, end):
        if r.entity[i] == "PERSON" and (i + 1 == end or r.entity[i + 1] != "PERSON"):
            yield i


def _dash(r: Reading, around: Surroundings) -> Attribution | None:
    """Find "…" – Name."""
    i = r.passages[around.passage].after
    if i + 1 < around.stop and r.words[i] in _DASHES and r.entity[i + 1] == "PERSON":
        last = next(_people(r, i + 1, around.stop))
        return Attribution(passage=around.passage, place=Place.DASH, verb=None, source=last)
    return None


def _sentence_before(r: Reading, around: Surroundings) -> Attribution | None:
    """Find "Smith spoke of the war. '…'": the sentence before has a subject and a cue without words of its own."""
    passage = r.passages[around.passage]
    if not is_sentence(r, passage) or around.before < 1:
        return None
    last = around.before
    own = last >= around.start
    if not own and not (fills_paragraph(r, passage) and r.words[last] == ":"):
        return None
    if r.words[last] not in {".", ":"}:
        return None
    for v in range(last, max(r.sentence[last], last - REACH) - 1, -1):
        if (
            _is_cue(r, v)
            and r.tag[v] in _FINITE
            and r.passage[v] < 0
            and (r.words[last] == ":" or not _reports_more(r, v, last))
        ):
            who = subject(r, v)
            if who is None:
                return None
            return Attribution(passage=around.passage, place=Place.SENTENCE, verb=v, source=who)
    return _colon(r, around) if r.words[last] == ":" else None
