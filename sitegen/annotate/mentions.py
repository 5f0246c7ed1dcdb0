"""Where does an article name persons? Reads the entities of the parse, and finds names that the tagger missed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.annotate import cues
from sitegen.annotate.given_names import FEMALE, MALE
from sitegen.annotate.names import Gender, Name, gender, is_particle, parse
from sitegen.annotate.nationalities import NATIONALITIES
from sitegen.annotate.reading import Reading

_MAX_WORDS = 4
_GIVEN = MALE | FEMALE
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")
_COUNTRIES = frozenset({"U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "H.K."})
_NO_NAMES = frozenset({"dlr", "dlrs", "mln", "bln", "pct", "stg", "cts", "tonnes"})
"""Units that newswires write like names."""
_NAMEABLE = frozenset({"", "ORG", "GPE", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "NORP"})
_LEADING = (cues.ROLES | NATIONALITIES) - _GIVEN - cues.HONORIFICS
"""Words that are no part of the name behind them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A person's name in the text, in tokens."""

    first: int
    end: int
    name: Name
    gender: Gender
    honorific: str = ""


def tagged(r: Reading) -> Iterator[Mention]:
    """Yield the names that the tagger of entities took for a person's."""
    for first, end, label in r.entities:
        if label == "PERSON" and (found := _mention(r, first, end)):
            yield found


def _mention(r: Reading, first: int, end: int) -> Mention | None:
    """Return the name of an entity, cut at line breaks, and with the honorific before it."""
    while first < end and (not r.words[first][0].isalnum() or _leads(r, first, end)):
        first += 1
    first = _with_initials(r, first)
    stop = first
    while stop < end and (_is_name_word(r, stop) or (stop > first and _joins(r, stop))):
        stop += 1
    while stop < len(r) and r.words[stop - 1] == "-" and stop > first + 1 and r.words[stop].isalpha():
        stop += 1
    while stop > first and not r.words[stop - 1].strip():
        stop -= 1
    if stop == first:
        return None
    name = parse(tuple(r.span(first, stop).of(r.text).split()))
    if not name.words or len("".join(name.words)) < len("Xi") or len(name.words) > _MAX_WORDS + 1:
        return None
    if (name.full and name.surname in cues.ORGANISATION_WORDS | _NO_NAMES) or any(map(str.isdigit, str(name))):
        return None
    if name.surname.endswith("s") and name.surname.removesuffix("s") in cues.ROLES | NATIONALITIES:
        return None
    before = r.words[first - 2 if first > 1 and is_fold(r, first - 1) else first - 1] if first else ""
    honorific = next((w for w in (before, r.words[first]) if w.casefold() in cues.HONORIFICS), "")
    return Mention(first=first, end=stop, name=name, gender=gender(before, r.words[first:stop]), honorific=honorific)


def _leads(r: Reading, i: int, end: int) -> bool:
    """Say whether a word before a name is a title, a role or a nationality."""
    if _is_title(r, i) or r.tag[i] == "JJ":
        return not (i + 1 == end and i > 0 and r.lower[i - 1] in cues.HONORIFICS)
    return i + 1 < end and r.lower[i].rstrip(".") in _LEADING and r.words[i + 1][0].isupper()


def _with_initials(r: Reading, first: int) -> int:
    """Return where a name begins with the initials before it ("A.W. Clausen")."""
    while first > 0 and _is_initials(r, first - 1) and r.paragraph[first - 1] == r.paragraph[first]:
        first -= 1
    return first


def _is_initials(r: Reading, i: int) -> bool:
    return _INITIALS.fullmatch(r.words[i]) is not None and r.words[i] not in _COUNTRIES


def _joins(r: Reading, i: int) -> bool:
    """Say whether a token within a name is a hyphen, what follows one ("Tse-tung"), a full stop or a fold."""
    return r.words[i] in {"-", "."} or is_fold(r, i) or r.words[i - 1] == "-"


def is_fold(r: Reading, i: int) -> bool:
    """Say whether the token is only where a long line was folded."""
    return not r.words[i].strip() and 0 < i < len(r) - 1 and r.paragraph[i - 1] == r.paragraph[i + 1]


def _is_title(r: Reading, i: int) -> bool:
    return r.lower[i].rstrip(".") in cues.TITLES and r.lower[i] not in cues.HONORIFICS


def _is_name_word(r: Reading, i: int) -> bool:
    word = r.words[i]
    return word[0].isupper() or is_particle(word) or (not word[0].isalnum() and word[-1:].isupper())


def untagged(r: Reading, taken: set[int]) -> Iterator[Mention]:
    """Yield names that the tagger missed, told by an honorific or a given name before them."""
    end = 0
    for i in range(len(r) - 1):
        if i < end or i in taken or not _may_begin(r, i):
            continue
        end = i + 1
        while end - i <= _MAX_WORDS and _goes_on(r, end) and end not in taken:
            end += 1
        honorific = r.lower[i] in cues.HONORIFICS
        while end > i + 1 and not r.words[end - 1].strip():
            end -= 1
        found = _mention(r, i + honorific, end) if end > i + 1 and r.dep[end - 1] != "compound" else None
        if found:
            yield found


def _may_begin(r: Reading, i: int) -> bool:
    """Say whether a token is an honorific, or a given name, an initial or the word after a title."""
    if not r.words[i][0].isupper() or r.pos[i] not in {"PROPN", "NOUN"}:
        return False
    if r.lower[i] in cues.HONORIFICS:
        return True
    before = i - 2 if i > 1 and is_fold(r, i - 1) else i - 1
    if i and _is_role(r, before):
        return r.pos[i] == "PROPN" and not _is_title(r, i) and _is_named_after_role(r, i, before) and _goes_on(r, i + 1)
    begins = r.lower[i] in _GIVEN or _is_initials(r, i)
    return begins and not (i and r.pos[before] == "PROPN" and not _is_title(r, before))


def _is_named_after_role(r: Reading, i: int, role: int) -> bool:
    """Say whether a name behind a role can be a person's, whatever kind of name the tagger took it for."""
    if not r.entity[i]:
        return True
    end = i
    while end < len(r) and r.entity[end] == r.entity[i] and end - i <= _MAX_WORDS:
        end += 1
    words = [w for w in r.lower[i:end] if w.strip()]
    titled = r.lower[role].rstrip(".") in cues.TITLES and r.words[role][0].isupper()
    return (
        titled
        and r.entity[i] in _NAMEABLE
        and r.entity[role] != r.entity[i]
        and len(words) in {2, 3}
        and all(w[0].isalpha() for w in words)
        and not cues.ORGANISATION_WORDS & set(words)
        and not {"of", "and", "the"} & set(words)
        and all(r.words[k][0].isupper() for k in range(i, end) if r.words[k].strip())
    )


def _is_role(r: Reading, i: int) -> bool:
    return r.lower[i].rstrip(".") in cues.ROLES and r.lower[i] not in cues.HONORIFICS


def _goes_on(r: Reading, i: int) -> bool:
    return i < len(r) and (is_fold(r, i) or (r.pos[i] == "PROPN" and r.words[i][0].isupper()))


def surnames(r: Reading, known: set[str], taken: set[int]) -> Iterator[Mention]:
    """Yield surnames of known persons that the tagger took for something else, or for nothing."""
    for i in range(len(r)):
        if i in taken or r.pos[i] != "PROPN" or r.lower[i] not in known or not r.words[i][0].isupper():
            continue
        if not _within_other_name(r, i) and (found := _mention(r, i, i + 1)):
            yield found


def _within_other_name(r: Reading, i: int) -> bool:
    """Say whether the token is a part of a longer name ("the Clinton Foundation", "Birgit Falk" of Falk)."""
    label = r.entity[i] if r.entity[i] != "WORK_OF_ART" or r.dep[i] != "nsubj" else ""
    sides = [j for j in (i - 1, i + 1) if 0 <= j < len(r) and r.pos[j] not in {"ADP", "PUNCT", "SPACE", "PART"}]
    if label and any(r.entity[j] == label for j in sides):
        return True
    before = i - 1
    after_name = i > 0 and r.pos[before] == "PROPN" and r.head[before] == i and r.words[before][0].isupper()
    if after_name and not (_is_title(r, before) or r.lower[before] in cues.HONORIFICS or is_particle(r.words[before])):
        return True
    return r.dep[i] == "compound" and r.pos[r.head[i]] == "PROPN"
