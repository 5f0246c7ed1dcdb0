"""What does a line of JSON Lines give? A line in, an object with an id and the texts that are asked for, or why not."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

Row = dict[str, object]
Answers = Iterator[tuple[Row, bool]]
"""For each line its answer, and whether it could be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A line that cannot be taken."""

    id: object
    error: str

    def answer(self) -> Row:
        """Return what is said in its place."""
        return {"id": self.id, "error": self.error}


def row(line: bytes, texts: tuple[str, ...]) -> Row | Unreadable:
    """Return a line as an object that has one of these texts."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Unreadable(id=None, error=f"not JSON: {error}")
    if not isinstance(found, dict) or "id" not in found:
        return Unreadable(id=None, error='not an object with an "id"')
    if not any(isinstance(found.get(name), str) for name in texts):
        return Unreadable(id=found["id"], error=f"no text in {' or '.join(map(repr, texts))}")
    return found


def text(found: Row, name: str) -> str:
    """Return a text of a row; empty where there is none."""
    value = found.get(name)
    return value if isinstance(value, str) else ""
