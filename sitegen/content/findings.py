"""Where in a file is what wrong? Offsets of its text in, diagnostics with line, column and source line out."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from difflib import get_close_matches

from sitegen.model.diagnostic import Diagnostic, Severity
from sitegen.model.text import Span

BREAK = re.compile(r"\r\n|\n|\r")
"""The line breaks of YAML 1.2."""

_LONGEST_SHOWN_LINE = 300
"""Code points of a source line that fit on a few lines of a terminal."""


class Findings:
    """What is wrong with one file, gathered while it is read."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._found: list[Diagnostic] = []
        self._starts: list[int] | None = None

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return what was found, in the order of the file."""
        return tuple(sorted(self._found, key=lambda d: (d.line, d.column)))

    def line(self, offset: int) -> int:
        """Return the 1-based line in which an offset stands."""
        if self._starts is None and "\r" not in self.text:
            return self.text.count("\n", 0, offset) + 1
        return bisect_right(self._lines(), offset)

    def _lines(self) -> list[int]:
        """Return where each line starts."""
        if self._starts is None:
            self._starts = [0, *(m.end() for m in BREAK.finditer(self.text))]
        return self._starts

    def error(self, code: str, at: Span, message: str, hint: str = "") -> None:
        """Note what must be put right."""
        self._found.append(self._diagnostic(Severity.ERROR, at, (code, message, hint)))

    def warning(self, code: str, at: Span, message: str, hint: str = "") -> None:
        """Note what should be looked at."""
        self._found.append(self._diagnostic(Severity.WARNING, at, (code, message, hint)))

    def _diagnostic(self, severity: Severity, at: Span, words: tuple[str, str, str]) -> Diagnostic:
        code, message, hint = words
        start = min(max(at.start, 0), len(self.text))
        line = bisect_right(self._lines(), start)
        first = self._lines()[line - 1]
        source = BREAK.split(self.text[first : first + _LONGEST_SHOWN_LINE], maxsplit=1)[0]
        column = start - first + 1
        width = max(1, min(at.end - start, len(source) - column + 1))
        return Diagnostic(
            severity=severity,
            code=code,
            path=self.path,
            line=line,
            column=column,
            message=message,
            hint=hint,
            source=source if column <= len(source) + 1 else "",
            width=width,
        )


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint at the known word that is most like this one, or nothing."""
    close = get_close_matches(word.casefold()[:80], sorted(known), n=1, cutoff=0.6)
    return f"did you mean {close[0]}?" if close else ""
