"""Made-up sentences in which it is marked who says what and what happened when; the tables of words/*.toml in, words with spans out."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sitegen.model.text import Span

FOLDER = Path(__file__).parent / "words"
_TAG = re.compile(r"<(/?)(\w+)>")


@dataclass(frozen=True)
class Phrase:
    """A sentence; its spans by tag, counted from where it stands in its article."""

    text: str
    spans: Mapping[str, tuple[Span, ...]]

    def span(self, tag: str) -> Span | None:
        return next(iter(self.spans.get(tag, ())), None)


@cache
def vocabulary(language: str) -> dict[str, Any]:
    """Return the words of a language: texts of words between spaces as lists."""
    table = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return {
        key: value.split() if isinstance(value, str) and key != "separator" else value for key, value in table.items()
    }


def phrase(pattern: str, slots: Mapping[str, str], start: int = 0) -> Phrase:
    """Return a sentence of this pattern that stands at this place of its article."""
    plain, spans, begun = "", {}, {}
    rest = pattern.format_map(slots)
    while tag := _TAG.search(rest):
        plain, rest = plain + rest[: tag.start()], rest[tag.end() :]
        if tag[1]:
            spans.setdefault(tag[2], []).append(Span(start + begun.pop(tag[2]), start + len(plain)))
        else:
            begun[tag[2]] = len(plain)
    assert not begun, pattern
    return Phrase(plain + rest, {name: tuple(found) for name, found in spans.items()})
