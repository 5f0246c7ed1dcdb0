"""What the parts of a source are called: in one line, not too long, no two alike, the same in every run."""

from collections import Counter

from sitegen import fingerprint
from sitegen.clean.characters import one_line

_LONGEST = 300
"""Code points; a longer name ends in its fingerprint."""


def part_name(words: str) -> str:
    """Return the name of a part."""
    name = one_line(words)
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}~{fingerprint.of_text(name)[:12]}"


class PartNames:
    """Gives the parts of one source names that differ."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def name(self, words: str) -> str:
        """Return the part's name; the second of a name is numbered."""
        name = part_name(words)
        self._seen[name] += 1
        return name if self._seen[name] == 1 else f"{name}~{self._seen[name]}"
