"""Which persons does an article name, and which mention is whose? Reads the entities of the parse.

A surname alone goes to the person of that surname. Where there are two of them, an honorific decides, else it is the one
who is named in full more often, or first; where the other has just been named, the mention stays open.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from sitegen.annotate.companies import acts_as_company, company_names
from sitegen.annotate.mentions import Mention, surnames, tagged, untagged
from sitegen.annotate.names import Gender, Name, same_person
from sitegen.annotate.reading import Reading

_NAMESAKES = 20
"""People of one surname that are told apart in an article."""


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody who is named in the article; grows while the article is read."""

    number: int
    names: Counter[Name] = field(default_factory=Counter)
    gender: Gender = Gender.UNKNOWN
    mentions: list[Mention] = field(default_factory=list)
    honorific: str = ""
    """Set where only an honorific tells this person from another of the surname."""

    @property
    def name(self) -> Name:
        """Return the longest form; of equally long ones the most frequent, then the first."""
        return max(self.names, key=lambda n: (len(n.words), self.names[n]))

    @property
    def full(self) -> int:
        """Return how often the full name stands in the article."""
        return sum(count for name, count in self.names.items() if name.full)

    def __str__(self) -> str:
        return f"{self.honorific} {self.name}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """All persons of an article, and whose each named token is."""

    all: tuple[Person, ...]
    at: dict[int, int]
    """Number of the person by token."""
    companies: frozenset[str]
    """First words, in small letters, of the names of companies."""
    open: frozenset[int]
    """Tokens of surnames that may be one of several people's."""


def people(r: Reading) -> People:
    """Return the persons that the article names."""
    found = list(tagged(r))
    found += untagged(r, {i for m in found for i in range(m.first, m.end)})
    companies = _companies(r, found)
    found = [m for m in found if m.honorific or str(m.name).casefold() not in companies]
    register = _Register(found)
    found += surnames(r, register.surnames(), {i for m in found for i in range(m.first, m.end)})
    found.sort(key=lambda m: m.first)
    at: dict[int, int] = {}
    unclear: set[int] = set()
    for m in found:
        owner = register.owner(r, m)
        if owner is None:
            unclear.update(range(m.first, m.end))
        else:
            owner.mentions.append(m)
            at.update(dict.fromkeys(range(m.first, m.end), owner.number))
    return People(all=tuple(register.persons), at=at, open=frozenset(unclear), companies=companies)


def _companies(r: Reading, found: Iterable[Mention]) -> frozenset[str]:
    """Return the names, in small letters, that stand for companies, and single words that are no names at all."""
    before_corp = company_names(r)
    full = [m.name for m in found if m.name.full and str(m.name).casefold() not in before_corp]
    single = [m for m in found if not m.name.full and not m.honorific]
    things = {m.name.surname for m in single if acts_as_company(r, m) or m.name.surname in r.small}
    return (before_corp | things) - {n.surname for n in full}


class _Register:
    """Persons by surname and by given name, and who of them was named last."""

    def __init__(self, found: Iterable[Mention]) -> None:
        self.persons: list[Person] = []
        self._by_surname: dict[str, list[Person]] = {}
        self._by_given: dict[str, list[Person]] = {}
        self._by_middle: dict[str, list[Person]] = {}
        self._last: dict[str, tuple[int, int]] = {}
        found = sorted(found, key=lambda m: m.first)
        for m in found:
            if m.name.full:
                self._full(m)
        for m in found:
            if not m.name.full:
                self._single(m)

    def surnames(self) -> set[str]:
        """Return all surnames, and all words that may be one, in small letters."""
        return self._by_surname.keys() | self._by_middle.keys()

    def _same(self, m: Mention) -> list[Person]:
        return self._by_surname.get(m.name.surname, [])[:_NAMESAKES]

    def _new(self, m: Mention) -> Person:
        person = Person(number=len(self.persons), gender=m.gender)
        self.persons.append(person)
        self._by_surname.setdefault(m.name.surname, []).append(person)
        self._by_given.setdefault(m.name.given, []).append(person)
        for word in m.name.words[1:-1]:
            self._by_middle.setdefault(word.casefold(), []).append(person)
        return person

    def _full(self, m: Mention) -> None:
        fitting = [p for p in self._same(m) if _fits(p, m.name)]
        person = fitting[0] if fitting else self._new(m)
        person.names[m.name] += 1
        if person.gender is Gender.UNKNOWN:
            person.gender = m.gender

    def _single(self, m: Mention) -> None:
        """Make a person of a surname that nobody has, or nobody of that gender."""
        same = self._same(m)
        agreeing = [p for p in same if m.gender in {Gender.UNKNOWN, p.gender} or p.gender is Gender.UNKNOWN]
        if agreeing or (
            not same and not m.honorific and (m.name.surname in self._by_given or m.name.surname in self._by_middle)
        ):
            for p in agreeing if len(agreeing) == 1 and m.honorific else ():
                p.gender = m.gender if p.gender is Gender.UNKNOWN else p.gender
            return
        person = self._new(m)
        person.names[m.name] += 1
        person.honorific = m.honorific if same else ""

    def owner(self, r: Reading, m: Mention) -> Person | None:
        """Return whose mention it is; calls come in text order."""
        fitting = self._fitting(m)
        if m.gender is not Gender.UNKNOWN:
            fitting = [p for p in fitting if p.gender in {m.gender, Gender.UNKNOWN}]
        if len(fitting) > 1:
            fitting.sort(key=lambda p: (-p.full, p.number))
            number, paragraph = self._last.get(m.name.surname, (-1, -1))
            just_named = paragraph == r.paragraph[m.first] and number not in {-1, fitting[0].number}
            fitting = [] if just_named else fitting[:1]
        if fitting and m.name.full:
            self._last[m.name.surname] = (fitting[0].number, r.paragraph[m.first])
        return fitting[0] if fitting else None

    def _fitting(self, m: Mention) -> list[Person]:
        same = self._same(m)
        if m.name.full:
            return [p for p in same if _fits(p, m.name)]
        if same:
            plain = [p for p in same if not p.name.suffix or m.name.suffix] or same
            return plain if m.honorific else [p for p in plain if not p.honorific]
        return (
            []
            if m.honorific
            else [*self._by_given.get(m.name.surname, ()), *self._by_middle.get(m.name.surname, ())][:_NAMESAKES]
        )


def _fits(person: Person, name: Name) -> bool:
    return any(same_person(n, name) for n in person.names if n.full)
