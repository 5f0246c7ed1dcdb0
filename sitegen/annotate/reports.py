"""Which clauses of a text report what somebody said? Looks for the frames of reporting words in the dependency parse.

Every frame is one function from a verb or noun to the reports it makes; which of them are believed is decided later.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sitegen.annotate import cues
from sitegen.annotate.clauses import Range, agent, child, children, has, subject, trim
from sitegen.annotate.reading import Reading

_MAX_WORDS = 400
_MIN_WORDS = 4
"""Fewer words than these are a mention, not a statement."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "VBN", "VBG"})
_JOINS = frozenset({"and", "but", "while", "with"})
_NEAR = 3
_GOES_ON = ("prep", "oprd", "xcomp", "dobj", "dative", "ccomp", "acomp", "attr", "agent")

_SPEAKING = cues.STATING | cues.ISSUING_SPEECH


class Frame(StrEnum):
    """How the words of a report hang on its cue."""

    CLAUSE = "clause"
    BEFORE = "clause before the cue"
    PARENTHESIS = "parenthesis"
    COLON = "colon"
    INFINITIVE = "infinitive"
    OBJECT = "object"
    ABOUT = "preposition"
    NOUN = "noun"
    ACCORDING = "according to"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A reporting word with what it reports, in tokens."""

    frame: Frame
    cue: Range
    verb: int
    """The token whose subject is the source."""
    word: str
    """Lemma of the reporting word."""
    pieces: tuple[Range, ...]
    source: int | None
    """Head of the source's noun phrase."""


def reports(r: Reading) -> Iterator[Report]:
    """Yield every report that stands outside quotation marks, in text order of cues."""
    for i in range(len(r)):
        if r.passage[i] >= 0:
            continue
        if r.lower[i] == "according":
            yield from _according(r, i)
        elif r.pos[i] in {"VERB", "AUX"}:
            yield from _of_verb(r, i)
        elif r.pos[i] == "NOUN" and r.lemma[i] in cues.SAYING_NOUNS:
            yield from _of_noun(r, i)


def _of_verb(r: Reading, v: int) -> Iterator[Report]:
    lemma = r.lemma[v]
    if lemma in cues.STATING:
        found = (
            tuple(_clauses(r, v)) or tuple(_through_document(r, v)) or tuple(_parenthesis(r, v)) or tuple(_colon(r, v))
        )
        yield from found
        if found:
            return
    if lemma in cues.COMMITTING:
        yield from _infinitive(r, v)
    if lemma in cues.TURNING_TO:
        yield from _about(r, v)
    if lemma in cues.JUDGING:
        yield from _object(r, v)


def _report(r: Reading, frame: Frame, v: int, *ranges: Range) -> Iterator[Report]:
    if any(b - a > _MAX_WORDS for a, b in ranges):
        return
    pieces = tuple(p for p in (trim(r, a, _next_report(r, a, b)) for a, b in ranges) if p)
    if sum(map(str.isalnum, (w[0] for a, b in pieces for w in r.words[a:b] if w))) < _MIN_WORDS:
        return
    passive = has(r, v, "auxpass") or (r.tag[v] == "VBN" and r.dep[v] in {"acl", "advcl"} and not has(r, v, "aux"))
    source = agent(r, v) if passive else subject(r, v)
    if passive and source is None:
        return
    yield Report(frame=frame, cue=_cue(r, v), verb=v, word=r.lemma[v], pieces=pieces, source=source)


def _next_report(r: Reading, start: int, end: int) -> int:
    """Return where the words of a report end because a participle reports more (", saying …", ", expressing hope …")."""
    for i in range(start + 1, end):
        if r.tag[i] == "VBG" and r.words[i - 1] == "," and r.passage[i] < 0 and r.lemma[i] in _SPEAKING:
            return i - 1
    return end


def _cue(r: Reading, v: int) -> Range:
    """Return the verb with its particle."""
    particle = child(r, v, "prt")
    return (v, v + 2) if particle == v + 1 else (v, v + 1)


def _clauses(r: Reading, v: int) -> Iterator[Report]:
    for c in children(r, v, "ccomp", "acl", "advcl"):
        if r.tag[c] not in _FINITE and not has(r, c, "nsubj"):
            continue
        if r.dep[c] != "ccomp" and not any(r.lower[m] == "that" for m in children(r, c, "mark")):
            continue
        if r.left[c] > v:
            yield from _report(r, Frame.CLAUSE, v, (r.left[c], r.right[c]))
        elif r.right[c] <= v:
            start = _whole_sentence(r, r.left[c])
            yield from _report(r, Frame.BEFORE, v, (start, _before_subject(r, v, r.right[c])))


def _through_document(r: Reading, v: int) -> Iterator[Report]:
    """Find the clause that the parse hung on what it was said in ("wrote in a letter that …", "said in May that …")."""
    for p in children(r, v, "prep"):
        noun = child(r, p, "pobj")
        if p < v or noun is None:
            continue
        for c in children(r, noun, "acl", "relcl", "ccomp"):
            that = next((m for m in children(r, c, "mark") if r.lower[m] == "that"), None)
            if that is not None and r.left[c] == that > noun and r.pos[c] in {"VERB", "AUX"}:
                yield from _report(r, Frame.CLAUSE, v, (that, r.right[c]))
                return


def _whole_sentence(r: Reading, start: int) -> int:
    """Return the start of a sentence of which the parse took only the last part ("It rained, and it was cold, Smith said")."""
    first, joined = r.sentence[start], start - (r.lower[start] not in _JOINS)
    if joined - 1 <= first or r.lower[joined] not in _JOINS or r.words[joined - 1] != "," or start - first > _MAX_WORDS:
        return start
    before = range(first, joined)
    own = any(r.lemma[i] in _SPEAKING and r.pos[i] == "VERB" for i in before) or any(r.passage[i] >= 0 for i in before)
    return start if own or not any(r.tag[i] in {"VBD", "VBZ", "VBP", "MD"} for i in before) else first


def _before_subject(r: Reading, v: int, end: int) -> int:
    found = child(r, v, "nsubj", "nsubjpass")
    return min(end, r.left[found]) if found is not None and found < v else end


def _parenthesis(r: Reading, v: int) -> Iterator[Report]:
    """Find "Russia, he said, appreciates …": the cue stands between commas inside what it reports."""
    own = child(r, v, "nsubj")
    head = r.head[v]
    if own is None or r.dep[v] not in {"parataxis", "ccomp", "advcl", "dep"} or has(r, v, "mark"):
        return
    start, end = min(r.left[v], r.left[own]), r.right[v]
    outer_start, outer_end = r.left[head], r.right[head]
    before, after = (outer_start, start), (end, outer_end)
    commas = (start > 0 and r.words[start - 1] in {",", "—", "–", "-"}) or r.words[start] == ","
    if commas and (before[0] < before[1] or after[0] < after[1]):
        ranges = [x for x in (before, after) if x[0] < x[1]]
        yield from _report(r, Frame.PARENTHESIS, v, *ranges)


def _colon(r: Reading, v: int) -> Iterator[Report]:
    end = v + 1
    if end < len(r) and r.words[end] == ":" and r.sentence_end[v] > end + 1:
        yield from _report(r, Frame.COLON, v, (end + 1, r.sentence_end[v]))


def _infinitive(r: Reading, v: int) -> Iterator[Report]:
    for c in children(r, v, "xcomp", "ccomp", "advcl"):
        if c > v and r.tag[c] == "VB" and any(r.lower[x] == "to" for x in children(r, c, "aux")):
            objects = [r.left[x] for x in children(r, v, "dobj", "dative") if v < x < c]
            start = min([r.left[c], *objects])
            yield from _report(r, Frame.INFINITIVE, v, (start, r.right[c]))
            return


def _object(r: Reading, v: int) -> Iterator[Report]:
    c = next((x for x in children(r, v, "dobj", "ccomp", "oprd") if x > v), None)
    withheld = c is not None and r.lemma[c] in cues.NOT_SPOKEN_OF.get(r.lemma[v], ())
    if c is not None and not withheld and not (r.lemma[c] in cues.SAYING_NOUNS and r.lemma[v] in cues.ISSUING_SPEECH):
        end = max(r.right[x] for x in children(r, v, *_GOES_ON) if x >= c)
        yield from _report(r, Frame.OBJECT, v, (r.left[c], end))


def _about(r: Reading, v: int) -> Iterator[Report]:
    words = cues.TURNING_TO[r.lemma[v]]
    for p in children(r, v, "prep", "prt", "agent"):
        inner = child(r, p, "pobj", "pcomp")
        if p > v and r.lower[p] in words and inner is not None:
            end = max(r.right[x] for x in children(r, v, *_GOES_ON) if x >= p)
            yield from _report(r, Frame.ABOUT, v, (p + 1, max(end, r.right[inner])))
            return


def _of_noun(r: Reading, n: int) -> Iterator[Report]:
    c = child(r, n, "acl", "ccomp")
    if c is None or c < n or (r.tag[c] == "VBG" and r.lemma[c] not in cues.STATING):
        return
    if not (has(r, c, "mark") or has(r, c, "aux")):
        return
    if r.right[c] - r.left[c] > _MAX_WORDS:
        return
    pieces = trim(r, r.left[c], _next_report(r, r.left[c], r.right[c]))
    if pieces and pieces[1] - pieces[0] >= _MIN_WORDS:
        yield Report(
            frame=Frame.NOUN, cue=_noun_cue(r, n), verb=n, word=r.lemma[n], pieces=(pieces,), source=_noun_source(r, n)
        )


def _noun_cue(r: Reading, n: int) -> Range:
    """Return the noun with the verb that brings it about, where they stand together ("expressing hope")."""
    verb = r.head[n]
    near = r.dep[n] == "dobj" and r.lemma[verb] in cues.ISSUING and verb < n <= verb + _NEAR
    return (verb if near else n, n + 1)


def _noun_source(r: Reading, n: int) -> int | None:
    owner = child(r, n, "poss")
    if owner is not None:
        return owner
    for p in children(r, n, "prep", "agent"):
        if r.lower[p] in {"by", "from", "of"}:
            return child(r, p, "pobj")
    if r.dep[n] == "dobj" and r.lemma[r.head[n]] in cues.ISSUING:
        return subject(r, r.head[n])
    return None


def _according(r: Reading, i: int) -> Iterator[Report]:
    to = i + 1
    if to >= len(r) or r.lower[to] != "to":
        return
    source = child(r, to, "pobj") or child(r, i, "pobj")
    if source is None:
        return
    end = max(r.right[i], r.right[to])
    first, last = r.sentence[i], r.sentence_end[i]
    pieces = tuple(p for p in (trim(r, first, i), trim(r, end, last)) if p and p[1] - p[0] > 1)
    if not pieces and first > 0:
        pieces = _sentence_before(r, first)
    if pieces and all(b - a <= _MAX_WORDS for a, b in pieces):
        yield Report(frame=Frame.ACCORDING, cue=(i, i + 2), verb=i, word="according", pieces=pieces, source=source)


def _sentence_before(r: Reading, first: int) -> tuple[Range, ...]:
    """Return the last sentence before a token: what an "According to …" that stands alone speaks of."""
    last = first - 1
    while last > max(0, first - _MAX_WORDS) and not r.words[last][0].isalnum():
        last -= 1
    found = trim(r, r.sentence[last], r.sentence_end[last])
    return (found,) if found else ()
