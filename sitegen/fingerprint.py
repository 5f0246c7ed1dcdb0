"""The only hashing: of values and of bytes. 128 bits of BLAKE2b, as hex; the same on every machine and in every run."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from hashlib import blake2b
from typing import Any

_SIZE = 16


def of_bytes(data: bytes) -> str:
    """Return the fingerprint of bytes."""
    return blake2b(data, digest_size=_SIZE).hexdigest()


def of_text(text: str) -> str:
    """Return the fingerprint of a text; lone surrogates are taken as they are."""
    return of_bytes(text.encode("utf-8", "surrogatepass"))


def combined(parts: Iterable[str]) -> str:
    """Return the fingerprint of a sequence of fingerprints or other texts."""
    return of_text("".join(f"{len(part)}:{part}" for part in parts))


def of_value(value: object) -> str:
    """Return the fingerprint of a frozen value: dataclasses, tuples, mappings with text keys, plain scalars."""
    return of_text(_canonical(value, None))


class Shared:
    """Fingerprints of values that have parts in common, each part written once; keeps the values alive that it has seen."""

    def __init__(self) -> None:
        self._seen: dict[int, tuple[object, str]] = {}

    def of_value(self, value: object) -> str:
        """Return what of_value would."""
        return of_text(_canonical(value, self))

    def written(self, value: object) -> str:
        """Return a dataclass's canonical form."""
        known = self._seen.get(id(value))
        if known is None:
            known = self._seen[id(value)] = value, _dataclass(value, self)
        return known[1]


def _dataclass(value: object, shared: Shared | None) -> str:
    kind: Any = type(value)
    inner = "".join([_canonical(getattr(value, name), shared) for name in _compared(kind)])
    return f"{kind.__name__}<{inner}>"


@cache
def _compared(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a dataclass
    return tuple(f.name for f in fields(kind) if f.compare)


def _canonical(value: object, shared: Shared | None) -> str:
    """Write a value so that different values are written differently; a mapping's order does not matter."""
    if isinstance(value, str):  # first: an enum member of text counts as its text
        return f"s{len(value)}:{value}"
    if value is None or isinstance(value, bool | int | float):
        return f"{type(value).__name__[0]}{value!r};"
    if isinstance(value, tuple | list):
        return "(" + "".join([_canonical(item, shared) for item in value]) + ")"
    if is_dataclass(value):
        return shared.written(value) if shared else _dataclass(value, None)
    if isinstance(value, Mapping):
        return "{" + "".join([_canonical(k, shared) + _canonical(value[k], shared) for k in sorted(value)]) + "}"
    if isinstance(value, date):
        return f"d{value.isoformat()};"
    message = f"no fingerprint for a {type(value).__name__}"
    raise TypeError(message)
