"""Whose are the words in quotation marks? Looks for a reporting verb beside each passage, then further away.

What counts is where the cue stands (after, before, around the words, in the sentence or paragraph before); the parse
only has to find the subject of one verb, which it does well even where quoted speech confuses it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sitegen.annotate import cues
from sitegen.annotate.clauses import children, has, own_subject, right_after, subject
from sitegen.annotate.passages import Surroundings, is_sentence, is_title, surroundings
from sitegen.annotate.reading import Passage, Reading

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


class Place(StrEnum):
    """Where the cue of a passage in quotation marks was found."""

    AFTER = "cue after"
    BEFORE = "cue before"
    COLON = "colon before"
    LABEL = "name before a colon"
    CONTINUED = "goes on in the paragraph"
    MONOLOGUE = "a paragraph of its own"
    SENTENCE = "sentence before"
    PARAGRAPH = "goes on in the next paragraph"
    DASH = "name after a dash"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Why a passage is somebody's words."""

    passage: int
    place: Place
    verb: int | None
    source: int | None
    """Head token of the source's noun phrase."""
    of: int | None = None
    """The passage that this one goes on from."""


def attributions(r: Reading) -> dict[int, Attribution]:
    """Return for each passage, by number, how it is attributed; others are left out."""
    found: dict[int, Attribution] = {}
    for n in range(len(r.passages)):
        around = surroundings(r, n)
        here = (
            _after(r, around)
            or _before(r, around)
            or _dash(r, around)
            or _going_on(r, n, found)
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
                return Attribution(passage=around.passage, place=Place.AFTER, verb=v, source=who)
            if r.tag[v] in _FINITE and r.dep[v] not in _ASIDE and not _within_name(r, v):
                return None
    return None


def _within_name(r: Reading, v: int) -> bool:
    return r.dep[v] in {"appos", "amod", "compound"}


def _speaker_beside(r: Reading, v: int, around: Surroundings) -> int | None:
    """Return the subject of a verb after a passage, where it stands there too."""
    if (r.dep[v] == "relcl" and r.head[v] >= around.after) or any(m >= around.after for m in children(r, v, "mark")):
        return None
    who = own_subject(r, v)
    if who is None and v == around.after:
        who = right_after(r, v, around.stop)
    if who is None or not around.after <= who < around.stop or r.tag[who] in {"WP", "WDT"}:
        return None
    return who


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
    first = r.sentence[around.before]
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


def _going_on(r: Reading, n: int, found: dict[int, Attribution]) -> Attribution | None:
    """Let the speaker of the passage before go on, in the same paragraph or in the next one."""
    last = n - 1
    while (
        last > 0
        and last not in found
        and r.passages[last].paragraph == r.passages[n].paragraph
        and is_title(r, r.passages[last])
    ):
        last -= 1
    before = found.get(last)
    if before is None or not is_sentence(r, r.passages[n]):
        return None
    place = _how_it_goes_on(r, r.passages[last], r.passages[n])
    if place is None:
        return None
    return Attribution(passage=n, place=place, verb=before.verb, source=before.source, of=last)


def _how_it_goes_on(r: Reading, previous: Passage, passage: Passage) -> Place | None:
    between = range(previous.after, passage.first)
    if previous.paragraph == passage.paragraph:
        return Place.CONTINUED if _after_one_sentence(r, between) else None
    if passage.paragraph != previous.paragraph + 1 or not _fills_paragraph(r, passage):
        return None
    if not previous.quoted.closed and not any(r.words[i][0].isalnum() for i in between):
        return Place.PARAGRAPH
    return Place.MONOLOGUE if _after_one_sentence(r, between) else None


def _fills_paragraph(r: Reading, passage: Passage) -> bool:
    """Say whether a paragraph begins with the passage and has no words after it."""
    first, end = passage.first - 1, passage.after
    while end < len(r) and r.paragraph[end] == passage.paragraph and not r.words[end][0].isalnum():
        end += 1
    ends = end == len(r) or r.paragraph[end] != passage.paragraph or not passage.quoted.closed
    return ends and (first <= 0 or not r.words[first - 1].strip() or r.paragraph[first - 1] != passage.paragraph)


def _after_one_sentence(r: Reading, between: range) -> bool:
    """Say whether at most the rest of one sentence stands between two passages."""
    stops = [i for i in between if r.words[i] in {".", "!", "?"} and r.pos[i] == "PUNCT"]
    words = (i for i in reversed(between) if r.words[i][0].isalnum() or r.words[i] in _STOPS or r.words[i] == ",")
    last = next(words, None)
    return last is None or (len(stops) <= 1 and r.words[last] in _STOPS)


def _sentence_before(r: Reading, around: Surroundings) -> Attribution | None:
    """Find "Smith spoke of the war. '…'": the sentence before has a subject and a cue without words of its own."""
    passage = r.passages[around.passage]
    if not is_sentence(r, passage) or around.before < 1:
        return None
    last = around.before
    own = last >= around.start
    if not own and not (_fills_paragraph(r, passage) and r.words[last] == ":"):
        return None
    if r.words[last] not in {".", ":"}:
        return None
    for v in range(last, r.sentence[last] - 1, -1):
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
