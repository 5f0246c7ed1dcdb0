"""Whom the source of a statement means: a named person, an institution, a state, a group, or nobody in particular."""

from dataclasses import dataclass

from sitegen.annotate import cues
from sitegen.annotate.clauses import child, children, noun_phrase
from sitegen.annotate.mentions import is_fold
from sitegen.annotate.nationalities import NATIONALITIES
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
_NAMED = frozenset({"PROPN", "NOUN", "PRON", "NUM"})
_MAX_NAME = 8
_MAX_TOGETHER = 3
_MAX_UNTAGGED = 3
_SOON = 80
"""Tokens after a name in which a pronoun tells a person from an organisation."""
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
    if any(r.dep[c] == "conj" and c > source and r.pos[c] in _NAMED for c in r.children[source]):
        return _of_two_roles(r, known, source) or _together(r, known, source)
    named = _person_at(r, known, source)
    if named is not None:
        return named
    if any(i in known.open for i in range(*noun_phrase(r, source))):
        return None
    return _institution(r, known, source) or _nominal(r, source) or _untagged(r, known, source)


def _person_at(r: Reading, known: People, source: int) -> Identity | None:
    """Find the person whose name is the head, or an apposition to it ("his spokeswoman, Hope Hicks")."""
    for i in (source, *children(r, source, "appos")):
        if i in known.at:
            number = known.at[i]
            first, end = _name_range(r, known, i)
            return Identity(person=number, first=first, end=end)
    return None


def _of_two_roles(r: Reading, known: People, source: int) -> Identity | None:
    """Find the one person behind two roles ("contender and former surgeon Ben Holm")."""
    name = next(c for c in r.children[source] if r.dep[c] == "conj" and c > source)
    first, end = _name_range(r, known, name)
    both = r.lemma[source] in cues.ROLES and r.lower[first - 1] in cues.ROLES
    one = r.tag[source] == "NN" and child(r, source, "det") is None and r.pos[first - 1] == "NOUN"
    return Identity(person=known.at[name], first=first, end=end) if both and one and name in known.at else None


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


def _institution(r: Reading, known: People, source: int) -> Identity | None:
    """Find an organisation, state or party whose name ends in the head."""
    label = r.entity[source]
    if label not in _NAMING or r.pos[source] not in {"PROPN", "NOUN", "ADJ"}:
        return None
    if label == "GPE" and r.lemma[source].removesuffix("s") in cues.ROLES:
        return None
    first, end = _whole_name(r, source, label)
    while first < end and r.lower[first] in {"the", "a", "an"}:
        first += 1
    words = [w for w in r.words[first:end] if w.strip()]
    if not words or len(words) > _MAX_NAME or words[0].casefold() in cues.COMPANY_WORDS:
        return None
    name = r.span(first, _with_place(r, end)).of(r.text).removesuffix("’s").removesuffix("'s").strip(" <>,")
    kind = SpeakerKind.GROUP if words[-1].casefold() in _PARTIES else _KINDS[label]
    if name.casefold() in known.companies:
        kind = SpeakerKind.ORGANISATION
    return Identity(name=" ".join(name.split()), kind=kind, first=first, end=end)


def _whole_name(r: Reading, source: int, label: str) -> tuple[int, int]:
    """Return the tokens of a name around its head, also those that the tagger of entities left out before it."""
    first, end = source, source + 1
    while first > 0 and source - first < _MAX_NAME and _belongs(r, first - 1, source, label):
        first -= 1
    while first < source and not r.words[first].strip():
        first += 1
    while end < min(len(r), r.right[source]) and r.entity[end] == label:
        end += 1
    return first, end


def _with_place(r: Reading, end: int) -> int:
    """Return the end of a name with the place it names itself after ("the Reserve Bank of New Zealand")."""
    if end + 1 >= len(r) or r.lower[end] != "of" or r.lower[end - 1] not in cues.ORGANISATION_WORDS:
        return end
    stop = end + 1
    while stop < len(r) and r.entity[stop] in {"GPE", "LOC"} and r.tag[stop] == "NNP":
        stop += 1
    return stop if stop > end + 1 else end


def _belongs(r: Reading, i: int, source: int, label: str) -> bool:
    if r.sentence[i] != r.sentence[source]:
        return False
    return r.entity[i] == label or is_fold(r, i) or (r.tag[i] == "NNP" and r.dep[i] == "compound" and not r.entity[i])


def _nominal(r: Reading, source: int) -> Identity | None:
    """Find a source without a name that still says whose voice it is ("a Kremlin spokesperson", "Russian officials")."""
    first, end = noun_phrase(r, source)
    inner = range(first, end)
    if r.lower[first] in _LOOSE or end - first > _MAX_NAME or r.lemma[source] not in cues.ROLES:
        return None
    whose = [i for i in inner if r.entity[i] in _NAMING and i != source]
    if not whose or any(r.lower[i] in _LOOSE for i in inner):
        return None
    while first < source and (r.pos[first] in {"DET", "NUM"} or not r.words[first][0].isalnum()):
        first += 1
    name = " ".join(r.span(first, end).of(r.text).split())
    return Identity(name=name, kind=SpeakerKind.GROUP, first=first, end=end)


def _untagged(r: Reading, known: People, source: int) -> Identity | None:
    """Find a name that the tagger of entities missed; not in a headline, where everything looks like a name."""
    headline = r.paragraph[source] == 0 and r.lower[source] not in known.companies
    if r.tag[source] != "NNP" or r.entity[source] not in {"", "PERSON"} or headline:
        return None
    first = source
    while first > 0 and source - first < _MAX_UNTAGGED and r.tag[first - 1] == "NNP" and r.head[first - 1] == source:
        first -= 1
    words = r.words[first : source + 1]
    if (
        r.left[source] < first
        or source - first >= _MAX_UNTAGGED
        or not all(w[0].isupper() and w[-1].isalnum() for w in words)
    ):
        return None
    last = words[-1].casefold()
    alone = len(words) == 1 and (last in cues.COMPANY_WORDS or last.removesuffix("s") in cues.ROLES | NATIONALITIES)
    kind = SpeakerKind.PERSON if _is_personal(r, known, source) else SpeakerKind.ORGANISATION
    return None if alone else Identity(name=" ".join(words), kind=kind, first=first, end=source + 1)


def _is_personal(r: Reading, known: People, source: int) -> bool:
    """Say whether "he" or "she" soon follows, so that the name is rather a person's."""
    if r.lower[source] in cues.ORGANISATION_WORDS | known.companies:
        return False
    return any(gender_of(w) for w in r.lower[source : source + _SOON])


def office_holder(r: Reading, holders: dict[str, set[int]], source: int) -> Identity | None:
    """Return the one person of whom the article says that they hold the office ("the mayor")."""
    article = child(r, source, "det")
    if article is None or r.lower[article] != "the":
        return None
    found = holders.get(r.lemma[source], set())
    return Identity(person=next(iter(found)), first=source, end=source + 1) if len(found) == 1 else None
