"""When are two names the same person's? Works on words of names alone."""

from dataclasses import dataclass
from enum import StrEnum

from sitegen.annotate.cues import FEMALE_TITLES, HONORIFICS, MALE_TITLES, NAME_PARTICLES
from sitegen.annotate.given_names import FEMALE, MALE

_EDGES = "\"“”'’‘`,;:()[]<>*\u200b\u00ad"
_INITIALS = 2
"""A given name of at most so many letters is compared as it is ("Al", "Ed")."""
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


class Gender(StrEnum):
    """What "he" or "she" says of somebody."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its parts; a single word is taken for the surname."""

    words: tuple[str, ...]
    suffix: str = ""

    @property
    def full(self) -> bool:
        """Say whether there is a given name, and not only particles, before the surname."""
        return sum(not is_particle(w) for w in self.words) > 1

    @property
    def given(self) -> str:
        """Return the first word in lower case, where there is one before the surname."""
        return self.words[0].casefold() if self.full else ""

    @property
    def surname(self) -> str:
        """Return the last word in lower case."""
        return self.words[-1].casefold() if self.words else ""

    def __str__(self) -> str:
        return " ".join((*self.words, self.suffix) if self.suffix else self.words)


def parse(words: tuple[str, ...]) -> Name:
    """Return the name without honorifics, possessive endings and punctuation."""
    kept = [w.strip(_EDGES) for w in words]
    kept = [w for w in kept if any(map(str.isalpha, w)) and w.casefold() not in HONORIFICS | {"s"}]
    kept = [w.removesuffix("'s").removesuffix("’s") for w in kept]
    suffix = ""
    while len(kept) > 1 and kept[-1].rstrip(".").casefold() in _SUFFIXES:
        suffix = kept.pop()
    return Name(tuple(kept), suffix)


def gender(before: str, words: tuple[str, ...]) -> Gender:
    """Tell from an honorific or a title in or before a name, else from the given name."""
    for word in (w.casefold() for w in (before, *words)):
        if word in MALE_TITLES:
            return Gender.MALE
        if word in FEMALE_TITLES:
            return Gender.FEMALE
    given = parse(words).given
    if given in MALE:
        return Gender.MALE
    return Gender.FEMALE if given in FEMALE else Gender.UNKNOWN


def same_person(full: Name, other: Name) -> bool:
    """Say whether two names of several words can be the same person's."""
    if full.surname != other.surname or (full.suffix or "") != (other.suffix or ""):
        return False
    a, b = full.given.rstrip("."), other.given.rstrip(".")
    if a == b:
        return True
    initials = len(a) == 1 or len(b) == 1
    return (initials and a[:1] == b[:1]) or (min(len(a), len(b)) > _INITIALS and (a.startswith(b) or b.startswith(a)))


def is_particle(word: str) -> bool:
    """Say whether a word belongs to a surname though it is written small ("van", "bin")."""
    return word.casefold() in NAME_PARTICLES
