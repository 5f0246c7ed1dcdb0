"""Which pieces must a text have for a pattern to match at all? Asked before the search: most rules need one that no text at hand has."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sitegen.annotate.timex.patterns import Codes

Needs = tuple[frozenset[str], ...]
"""Sets of codes, of each of which a text must have one."""
_NEGATIVE = frozenset({"(?!", "(?<!"})


@dataclass
class _Group:
    """A group that is being read."""

    is_negative: bool = False
    branches: list[list[frozenset[str]]] = field(default_factory=lambda: [[]])

    def needs(self) -> list[frozenset[str]]:
        """Return what every branch needs: all of the only one, else one of what each needs."""
        if self.is_negative or not all(self.branches):
            return []
        if len(self.branches) == 1:
            return self.branches[0]
        return [frozenset().union(*(min(branch, key=len) for branch in self.branches))]


def needs(pattern: str, codes: Codes) -> Needs:
    """Return what an expanded pattern needs."""
    groups = [_Group()]
    for part in pattern.split():
        if part.endswith("=(") or part.startswith("("):
            groups.append(_Group(is_negative=part in _NEGATIVE))
        elif part == "|":
            groups[-1].branches.append([])
        elif part.startswith(")"):
            closed = groups.pop()
            if len(part) == 1:
                groups[-1].branches[-1].extend(closed.needs())
        elif part[-1] not in "?*":
            groups[-1].branches[-1].append(frozenset(codes.having(part.rpartition("=")[2])[1:-1]))
    return tuple(dict.fromkeys(groups[0].needs()))


def has(present: frozenset[str], wanted: Iterable[frozenset[str]]) -> bool:
    """Say whether a text with these pieces has what a pattern needs."""
    return not any(present.isdisjoint(one) for one in wanted)
