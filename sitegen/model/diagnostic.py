"""One way to be wrong: a diagnostic is a value, shown elsewhere."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Severity(StrEnum):
    """How bad it is."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """What is wrong, where, and what helps."""

    severity: Severity
    code: str
    """Kebab case, documented in docs/diagnostics.md."""
    path: str
    line: int = 1
    """1-based."""
    column: int = 1
    """1-based, in code points."""
    message: str
    hint: str = ""
    source: str = ""
    """The source line, shown under the message with carets."""
    width: int = 1
    """Code points under carets."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.severity}: {self.message}"


class RefusedError(Exception):
    """The world outside refused: a disk, a scheduler. Carries the one diagnostic that says so; caught once, in the pipeline."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked(Generic[T]):
    """A stage's value with all that it had to say about it; value None where there is none to be had."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()


def has_errors(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Say whether one of them is an error."""
    return any(d.severity is Severity.ERROR for d in diagnostics)
