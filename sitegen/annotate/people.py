"""Which persons does an article name, and which mention is whose? Reads the entities of the parse.

A surname alone goes to the person of that surname. Where there are two of them, only an honorific or a clear majority
decides; otherwise the mention stays open.
"""

from collections import Counter
from dataclasses import dataclass, field

from sitegen.annotate import cues
from sitegen.annotate.names import Gender, Name, gender, is_particle, parse, same_person
from sitegen.annotate.reading import Reading

_CLEAR = 3
"""A surname of two people goes to the one who is named in full this many times as often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A person's name in the text, in tokens."""

    first: int
    end: int
    name: Name
    gender: Gender
    honorific: bool = False


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody who is named in the article; grows while the article is read."""

    number: int
    names: Counter[Name] = field(default_factory=Counter)
    gender: Gender = Gender.UNKNOWN
    mentions: list[Mention] = field(default_factory=list)

    @property
    def name(self) -> Name:
        """Return the longest form; of equally long ones the most frequent, then the first."""
        return max(self.names, key=lambda n: (len(n.words), self.names[n]))

    @property
    def full(self) -> int:
        """Return how often the full name stands in the article."""
        return sum(count for name, count in self.names.items() if len(name.words) > 1)

    def add(self, mention: Mention) -> None:
        """Take another mention."""
        self.mentions.append(mention)
        if self.gender is Gender.UNKNOWN:
            self.gender = mention.gender


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """All persons of an article, and whose each named token is."""

    all: tuple[Person, ...]
    at: dict[int, int]
    """Number of the person by token."""
    open: frozenset[int]
    """Tokens of surnames that may be one of several people's."""


def people(r: Reading) -> People:
    """Return the persons that the article names."""
    found = [m for m in (_mention(r, a, b) for a, b, label in r.entities if label == "PERSON") if m]
    persons = _with_full_names(found)
    known = {p.name.surname for p in persons}
    found += _untagged(r, known, {i for m in found for i in range(m.first, m.end)})
    found.sort(key=lambda m: m.first)
    index = _Index(persons)
    at: dict[int, int] = {}
    unclear: set[int] = set()
    for m in found:
        if len(m.name.words) > 1 and (full := index.owner(m)):
            full.names[m.name] += 1
    for m in found:
        owner = index.owner(m)
        if owner is None:
            unclear.update(range(m.first, m.end))
            continue
        owner.add(m)
        at.update(dict.fromkeys(range(m.first, m.end), owner.number))
    return People(all=tuple(persons), at=at, open=frozenset(unclear))


def _mention(r: Reading, first: int, end: int) -> Mention | None:
    """Return the name of an entity, cut at line breaks, and with the honorific before it."""
    while first < end and (not r.words[first].strip() or not r.words[first][0].isalnum() or _is_title(r, first)):
        first += 1
    stop = first
    while stop < end and (_is_name_word(r, stop) or r.words[stop] in {"-", "."}):
        stop += 1
    before = r.words[first - 1] if first else ""
    words = r.words[first:stop]
    name = parse(words)
    if not name.words or (len(name.words) == 1 and len(name.words[0]) < 2):
        return None
    honorific = before.casefold() in cues.HONORIFICS or words[0].casefold() in cues.HONORIFICS
    return Mention(first=first, end=stop, name=name, gender=gender((before, *words)), honorific=honorific)


def _is_title(r: Reading, i: int) -> bool:
    return r.lower[i].rstrip(".") in cues.TITLES and r.lower[i] not in cues.HONORIFICS


def _is_name_word(r: Reading, i: int) -> bool:
    word = r.words[i]
    return word[0].isupper() or is_particle(word) or word in {"'s", "’s"} or (not word[0].isalnum() and word[-1:].isupper())


def _with_full_names(found: list[Mention]) -> list[Person]:
    """Return a person for each name of several words, and for surnames that stand with none."""
    persons: list[Person] = []
    by_surname: dict[str, list[Person]] = {}
    for m in found:
        if len(m.name.words) > 1 and not any(_fits(p, m.name) for p in by_surname.get(m.name.surname, [])):
            by_surname.setdefault(m.name.surname, []).append(_new(persons, m))
    given = {p.name.given for p in persons}
    for m in found:
        if len(m.name.words) == 1 and m.name.surname not in by_surname and m.name.surname not in given:
            by_surname[m.name.surname] = [_new(persons, m)]
    return persons


def _new(persons: list[Person], m: Mention) -> Person:
    person = Person(number=len(persons), names=Counter({m.name: 0}))
    persons.append(person)
    return person


def _fits(person: Person, name: Name) -> bool:
    return any(same_person(n, name) for n in person.names if len(n.words) > 1)


def _untagged(r: Reading, known: set[str], taken: set[int]) -> list[Mention]:
    """Return surnames of known persons that the tagger of entities took for something else, or for nothing."""
    out = []
    for i in range(len(r)):
        if i in taken or r.pos[i] != "PROPN" or r.lower[i] not in known or not r.words[i][0].isupper():
            continue
        label = r.entity[i]
        alone = not (label and ((i and r.entity[i - 1] == label) or (i + 1 < len(r) and r.entity[i + 1] == label)))
        in_name = r.dep[i] == "compound" and r.pos[r.head[i]] == "PROPN"
        if alone and not in_name:
            mention = _mention(r, i, i + 1)
            if mention:
                out.append(mention)
    return out


class _Index:
    """Persons by surname and by given name."""

    def __init__(self, persons: list[Person]) -> None:
        self.surname: dict[str, list[Person]] = {}
        self.given: dict[str, list[Person]] = {}
        for p in persons:
            self.surname.setdefault(p.name.surname, []).append(p)
            self.given.setdefault(p.name.given, []).append(p)

    def owner(self, m: Mention) -> Person | None:
        """Return whose mention it is; None where two people share the name and nothing decides."""
        fitting = self._fitting(m)
        if m.honorific and len(fitting) > 1 and m.gender is not Gender.UNKNOWN:
            fitting = [p for p in fitting if _gender_of(p) in {m.gender, Gender.UNKNOWN}]
        if len(fitting) > 1:
            fitting = sorted(fitting, key=lambda p: -p.full)
            return fitting[0] if fitting[0].full >= _CLEAR * max(1, fitting[1].full) else None
        return fitting[0] if fitting else None

    def _fitting(self, m: Mention) -> list[Person]:
        word = m.name.surname
        same = self.surname.get(word, [])
        if len(m.name.words) > 1:
            return [p for p in same if _fits(p, m.name)]
        if same:
            return [p for p in same if not p.name.suffix or m.name.suffix] or same
        return [] if m.honorific else self.given.get(word, [])


def _gender_of(person: Person) -> Gender:
    return person.gender if person.gender is not Gender.UNKNOWN else gender(person.name.words)
