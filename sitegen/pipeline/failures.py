"""Diagnostics as JSON, for the memo and the manifest."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from sitegen.model.diagnostic import Diagnostic, Severity


def rows(diagnostics: Iterable[Diagnostic]) -> tuple[dict[str, object], ...]:
    """Return diagnostics as JSON objects."""
    return tuple(asdict(d) for d in diagnostics)


def from_rows(found: Iterable[dict[str, object]]) -> tuple[Diagnostic, ...]:
    """Return what rows() wrote."""
    return tuple(Diagnostic(**{**row, "severity": Severity(str(row["severity"]))}) for row in found)  # type: ignore[arg-type]  # the rows are our own


def dumps(diagnostics: Iterable[Diagnostic]) -> str:
    """Return diagnostics as text."""
    return json.dumps(rows(diagnostics), ensure_ascii=True)


def loads(text: str) -> tuple[Diagnostic, ...]:
    """Return what dumps() wrote."""
    return from_rows(json.loads(text))
