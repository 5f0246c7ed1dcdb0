"""Whom the source of a statement means: a named person, an institution, a state, a group, or nobody in particular."""

from dataclasses import dataclass

from sitegen.annotate import cues
from sitegen.annotate.clauses import child, children, noun_phrase
from sitegen.annotate.people import People
from sitegen.annotate.pronouns import Pronouns, gender_of
from sitegen.annotate.reading import Reading
from sitegen.model.annotations import SpeakerKind

_KINDS = {
    "ORG": SpeakerKind.ORGANISATION,
    "GPE": SpeakerKind.STATE,
    "NORP": SpeakerKind.GROUP,
    "FAC": SpeakerKind.ORGANISATION,
}
_NAMING = frozenset({"ORG", "GPE", "NORP", "FAC"})
_MAX_NAME = 8
_MAX_TOGETHER = 3
_LOOSE = frozenset(
    {
        "his",
        "her",
        "their",
        "its",
        "my",
        "our",
        "this",
        "that",
        "these",
        "those",
        "some",
        "many",
        "other",
        "several",
        "another",
    }
)
_PARTIES = frozenset({"republican", "republicans", "democrat", "democrats", "gop"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who a source is: a person by number, or a name of something else."""

    person: int | None = None
    name: str = ""
    kind: SpeakerKind = SpeakerKind.PERSON
    first: int = 0
    end: int = 0


def identify(r: Reading, known: People, pronouns: Pronouns, source: int) -> Identity | None:
    """Return whom the head of a source's noun phrase means; None where nobody is meant for certain."""
    if gender_of(r.lower[source]):
        number = pronouns.person(source)
        return None if number is None else Identity(person=number, first=source, end=source + 1)
    if r.pos[source] == "PRON" or r.passage[source] >= 0:
        return None
    if any(r.dep[c] == "conj" and c > source for c in r.children[source]):
        return _together(r, known, source)
    named = _person_at(r, known, source)
    if named is not None:
        return named
    if any(i in known.open for i in range(*noun_phrase(r, source))):
        return None
    return _institution(r, source) or _nominal(r, source)


def _person_at(r: Reading, known: People, source: int) -> Identity | None:
    """Find the person whose name is the head, or an apposition to it ("his spokeswoman, Hope Hicks")."""
    for i in (source, *children(r, source, "appos")):
        if i in known.at:
            number = known.at[i]
            first, end = _name_range(r, known, i)
            return Identity(person=number, first=first, end=end)
    return None


def _together(r: Reading, known: People, source: int) -> Identity | None:
    """Find named people who speak as one ("Cummings and Conyers")."""
    heads = [source]
    while (after := next((c for c in children(r, heads[-1], "conj") if c > heads[-1]), None)) is not None:
        heads.append(after)
    first, end = (
        (_name_range(r, known, heads[0])[0], _name_range(r, known, heads[-1])[1]) if heads[0] in known.at else (0, 0)
    )
    if len(heads) > _MAX_TOGETHER or not all(i in known.at for i in heads) or end - first > _MAX_NAME:
        return None
    name = " ".join(r.span(first, end).of(r.text).split())
    return Identity(name=name, kind=SpeakerKind.GROUP, first=first, end=end)


def _name_range(r: Reading, known: People, i: int) -> tuple[int, int]:
    if i not in known.at:
        return i, i + 1
    first = end = i
    while first > 0 and known.at.get(first - 1) == known.at[i]:
        first -= 1
    while end < len(r) and known.at.get(end) == known.at[i]:
        end += 1
    return first, end


def _institution(r: Reading, source: int) -> Identity | None:
    """Find an organisation, state or party whose name ends in the head."""
    label = r.entity[source]
    if label not in _NAMING or r.pos[source] not in {"PROPN", "NOUN", "ADJ"}:
        return None
    first, end = source, source + 1
    while first > 0 and r.entity[first - 1] == label and r.sentence[first - 1] == r.sentence[source]:
        first -= 1
    while end < len(r) and r.entity[end] == label and end < r.right[source]:
        end += 1
    words = list(r.words[first:end])
    if words and words[0].casefold() == "the":
        words, first = words[1:], first + 1
    if not words or len(words) > _MAX_NAME:
        return None
    name = r.span(first, end).of(r.text).removesuffix("’s").removesuffix("'s").strip()
    kind = SpeakerKind.GROUP if words[-1].casefold() in _PARTIES else _KINDS[label]
    return Identity(name=" ".join(name.split()), kind=kind, first=first, end=end)


def _nominal(r: Reading, source: int) -> Identity | None:
    """Find a source without a name that still says whose voice it is ("a Kremlin spokesperson", "Russian officials")."""
    first, end = noun_phrase(r, source)
    inner = range(first, end)
    if r.lower[first] in _LOOSE or end - first > _MAX_NAME or r.lemma[source] not in cues.ROLES:
        return None
    whose = [i for i in inner if r.entity[i] in _NAMING and i != source]
    if not whose or any(r.lower[i] in _LOOSE for i in inner):
        return None
    while first < source and (r.pos[first] in {"DET", "NUM"}):
        first += 1
    name = " ".join(r.span(first, end).of(r.text).split())
    return Identity(name=name, kind=SpeakerKind.GROUP, first=first, end=end)


def office_holder(r: Reading, holders: dict[str, set[int]], source: int) -> Identity | None:
    """Return the one person of whom the article says that they hold the office ("the mayor")."""
    article = child(r, source, "det")
    if article is None or r.lower[article] != "the":
        return None
    found = holders.get(r.lemma[source], set())
    return Identity(person=next(iter(found)), first=source, end=source + 1) if len(found) == 1 else None
