"""Is a value of a TOML table what its key asks for? A table in, typed values out; what does not fit is noted and left out."""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from sitegen.content.findings import Findings, did_you_mean
from sitegen.content.toml_text import key_span, section, sections
from sitegen.model.text import Span

E = TypeVar("E", bound=StrEnum)

_SHOWN = 40
"""Code points of a value shown in a message."""


class TomlTable:
    """One table of a file; a key that is not there, or does not fit, is its default."""

    def __init__(self, values: Mapping[str, object], findings: Findings, within: Span, header: str = "") -> None:
        self.values = values
        self.findings = findings
        self.within = within
        self._header = header

    def table(self, name: str) -> "TomlTable":
        """Return a table within this one; an empty one where there is none."""
        value = self.values.get(name, {})
        if not isinstance(value, dict):
            self.mistyped(name, f"a table [{self._full(name)}]")
            value = {}
        full = self._full(name)
        return TomlTable(value, self.findings, section(self.findings.text, full), full)

    def tables(self, name: str) -> "Iterator[TomlTable]":
        """Yield the tables of a list of tables; of one written in a line, positions are the list's."""
        value, full = self.values.get(name, []), self._full(name)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.mistyped(name, f"a list of tables [[{full}]]")
            return
        found = sections(self.findings.text, full)
        for number, item in enumerate(value):
            within = found[number] if number < len(found) else self.at(name)
            yield TomlTable(item, self.findings, within, full)

    def _full(self, name: str) -> str:
        return f"{self._header}.{name}" if self._header else name

    def note_unknown(self, known: Collection[str]) -> None:
        """Note the keys that nobody reads."""
        for name in self.values:
            if name not in known:
                hint = did_you_mean(name, known) or f"known here: {', '.join(known)}"
                self.findings.warning(
                    "key-unknown", self.at(name), f"the key {name[:_SHOWN]} is not known and not read", hint
                )

    def text(self, name: str, default: str = "") -> str:
        """Return a text."""
        value = self.values.get(name, default)
        if isinstance(value, str):
            return value
        self.mistyped(name, "a text in quotation marks")
        return default

    def required(self, name: str) -> str | None:
        """Return a text that must be there and hold something."""
        if name not in self.values:
            self.findings.error("key-missing", self.at(name), f"the key {name} is missing")
            return None
        value = self.text(name).strip()
        if not value and isinstance(self.values[name], str):
            self.mistyped(name, "a text that is not empty")
        return value or None

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self.values.get(name, [])
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self.mistyped(name, "a list of texts", f'write {name} = ["…", "…"]')
        return ()

    def number(self, name: str, default: float, bounds: tuple[float, float]) -> float:
        """Return a number within bounds."""
        value = self.values.get(name, default)
        low, high = bounds
        if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high:
            return float(value)
        self.mistyped(name, f"a number from {low:g} to {high:g}")
        return default

    def whole(self, name: str, default: int, least: int) -> int:
        """Return a whole number."""
        value = self.values.get(name, default)
        if isinstance(value, int) and not isinstance(value, bool) and value >= least:
            return value
        self.mistyped(name, f"a whole number from {least}")
        return default

    def flag(self, name: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self.values.get(name, default)
        if isinstance(value, bool):
            return value
        self.mistyped(name, "true or false")
        return default

    def choice(self, name: str, default: E) -> E:
        """Return a member of the enumeration of the default."""
        value = self.values.get(name, str(default))
        known = [str(member) for member in type(default)]
        if isinstance(value, str) and value in known:
            return type(default)(value)
        hint = did_you_mean(value, known) if isinstance(value, str) else ""
        self.mistyped(name, f"one of {', '.join(known)}", hint)
        return default

    def mistyped(self, name: str, wanted: str, hint: str = "") -> None:
        """Note a value that does not fit."""
        shown = repr(self.values.get(name))[:_SHOWN]
        self.findings.error("value-type", self.at(name), f"{name}: {wanted} is wanted here, not {shown}", hint)

    def at(self, name: str) -> Span:
        """Return where a key stands."""
        return key_span(self.findings.text, self.within, name)
