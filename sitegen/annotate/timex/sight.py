"""What stands around a match, as far as one must see it to tell a time from another thing."""

from dataclasses import dataclass

from spacy.tokens import Token

from sitegen.annotate.timex.grammar import Found
from sitegen.annotate.timex.units import Units

NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
DESCRIBING = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
SURE_YEARS = range(1900, 2060)
"""Numbers that by themselves are more often years than counts."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A match with what stands around it."""

    found: Found
    units: Units
    first: Token
    last: Token
    before: str
    """The piece before, lower case; empty at the start."""
    following: tuple[str, ...]
    """The two pieces behind."""
    next: Token | None
    """The token behind, over a hyphen."""

    @property
    def after(self) -> str:
        """Return the piece behind, in lower case."""
        return self.following[0] if self.following else ""

    @property
    def words(self) -> tuple[str, ...]:
        """Return the pieces of the match."""
        return self.units.words(self.found.start, self.found.end)

    @property
    def alone(self) -> bool:
        """Say whether the match is one piece."""
        return self.found.end - self.found.start == 1
