"""Made-up people, places and organisations; people change their office in the course of time."""

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from tests.audit.phrases import vocabulary

TITLED = 2


@dataclass(frozen=True)
class Character:
    """Somebody who is quoted again and again."""

    name: str
    organisation: str
    roles: tuple[str, str]
    promoted: date
    """The day from which it is the second of the roles."""
    titled: bool = False
    """Some articles put a title before the name: people.toml has both names."""

    def role(self, day: date) -> str:
        return self.roles[day >= self.promoted]


def cast(language: str, size: int, last: date) -> tuple[Character, ...]:
    """Return so many people, no two of one name; the first are quoted most."""
    words, chance = vocabulary(language), Random(f"cast {language}")
    names = sorted(f"{first} {family}" for first in words["first"] for family in words["last"])
    chance.shuffle(names)
    made = [_character(name, words, chance, last) for name in names[:size]]
    return (*(replace(character, titled=True) for character in made[:TITLED]), *made[TITLED:])


def _character(name: str, words: dict, chance: Random, last: date) -> Character:
    first, second = chance.choice(words["roles"])
    promoted = date.fromordinal(last.toordinal() - chance.randint(0, 400))
    return Character(name, chance.choice(words["organisations"]), (first, second), promoted)


def titled(person: Character, language: str) -> Character:
    """Return somebody by name and title."""
    return replace(person, name=f"{vocabulary(language)['title'][0]} {person.name}")


def places(language: str) -> tuple[str, ...]:
    """Return names of places, each for one story: a name that few articles share is what tells stories apart."""
    words, chance = vocabulary(language), Random(f"places {language}")
    found = sorted(f"{start}{words['separator']}{end}" for start in words["starts"] for end in words["ends"])
    chance.shuffle(found)
    return tuple(found)
