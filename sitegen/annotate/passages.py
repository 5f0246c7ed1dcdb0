"""What stands around a passage in quotation marks, whether its words can be a statement, and how it came to its speaker."""

from dataclasses import dataclass
from enum import StrEnum

from sitegen.annotate import cues
from sitegen.annotate.reading import Passage, Reading

REACH = 60
"""Tokens beside a passage within which its cue stands."""
_MIN_SENTENCE = 5
"""Words from which a passage without a cue reads as a statement, not as a name or a scare quote."""
_MAX_TITLE = 12
_LONG = 4
"""Letters from which also titles write a word with a capital."""
_NAMES_FOLLOW = frozenset({"ADP", "NOUN", "PROPN", "PART", "DET", "ADJ"})
_MARKS = "\"“”'’‘`"
_DASHES = frozenset({"-", "–", "—", "―", "--"})


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The words of the same paragraph on both sides of a passage, as far as no other passage takes them."""

    passage: int
    start: int
    """First token before the passage."""
    before: int
    """Last token before the opening mark that is a word or punctuation."""
    after: int
    """First word after the closing mark and a comma or dash."""
    stop: int
    """The token after the last one behind the passage."""
    ends: str
    """The last character of the quoted words, nested marks aside."""
    comma: bool
    """Whether the quoted words end as a clause does that a cue follows."""
    closed: bool


def surroundings(r: Reading, n: int) -> Surroundings:
    """Return what stands around a passage."""
    passage = r.passages[n]
    start, stop = _bounds(r, n)
    after = passage.after
    while after < stop and (not r.words[after].strip() or r.words[after] in _DASHES or r.words[after] == ","):
        after += 1
    before = passage.first - 1
    while (
        before > max(0, passage.first - REACH)
        and r.words[before] not in {",", ":", "=", "."}
        and not r.words[before][0].isalnum()
    ):
        before -= 1
    inner = passage.quoted.inner
    ends = r.text[max(inner.start, inner.end - 6) : inner.end].rstrip(_MARKS + " \n")[-1:]
    comma = ends == "," or any(r.words[i] == "," for i in range(passage.after, after))
    return Surroundings(
        passage=n,
        start=start,
        before=before,
        after=after,
        stop=stop,
        ends=ends or "-",
        comma=comma,
        closed=passage.quoted.closed,
    )


def _bounds(r: Reading, n: int) -> tuple[int, int]:
    passage = r.passages[n]
    start, stop = passage.first, passage.after
    low, high = max(0, start - REACH), min(len(r), stop + REACH)
    while start > low and r.passage[start - 1] in {-1, n} and r.paragraph[start - 1] == passage.paragraph:
        start -= 1
    while stop < high and r.passage[stop] == -1 and r.paragraph[stop] == passage.paragraph:
        stop += 1
    return start, stop


def words(r: Reading, passage: Passage) -> list[str]:
    """Return the words in the marks, without punctuation."""
    return [w for w in r.words[passage.first : passage.end] if w[0].isalnum()]


def is_sentence(r: Reading, passage: Passage) -> bool:
    """Say whether the words in the marks can stand alone."""
    within = words(r, passage)
    return len(within) >= _MIN_SENTENCE and not within[0][0].islower()


def is_title(r: Reading, passage: Passage) -> bool:
    """Say whether the words are the name of a work or a broadcast (on "Meet the Press")."""
    within = words(r, passage)
    small = [w for w in within if len(w) >= _LONG and not w[0].isupper()]
    if not 0 < len(within) <= _MAX_TITLE or small or not within[0][0].isupper():
        return False
    before = passage.first - 1
    while (
        before > 0
        and not r.words[before][0].isalnum()
        and r.words[before].strip()
        and r.words[before] not in {",", ":", ".", "?", "!"}
    ):
        before -= 1
    if r.words[before] == "," and before > 0 and r.paragraph[before] == passage.paragraph:
        return r.lemma[before - 1] in cues.WORKS
    return r.pos[before] in _NAMES_FOLLOW and r.words[before].strip() != "" and r.paragraph[before] == passage.paragraph
