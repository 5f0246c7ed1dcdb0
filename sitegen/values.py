"""Frozen values <-> JSON, for what is remembered between runs: dataclasses as lists of their fields, the rest as JSON has it.

The types are read from the dataclasses themselves; a value that is not of its type is a bug of ours, not bad input.
"""

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

Read = Callable[[Any], Any]


def dumps(value: object) -> str:
    """Return a value as JSON."""
    return json.dumps(_plain(value), ensure_ascii=True, separators=(",", ":"), check_circular=False)


def loads(kind: type[T], text: str) -> T:
    """Return the value of this type that dumps() wrote."""
    read: Callable[[Any], T] = _reader(cast("Hashable", kind))
    return read(json.loads(text))


def _plain(value: object) -> object:
    if value is None or isinstance(value, str | int | float):
        return value  # an enum member of text is its text
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, datetime):
        return value.isoformat()
    return [_plain(getattr(value, name)) for name in _names(cast("Hashable", type(value)))]


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a dataclass
    return tuple(f.name for f in fields(kind))


@cache
def _reader(kind: Any) -> Read:  # noqa: ANN401 - a type, or a form such as tuple[int, ...]
    """Return what makes a value of this type from plain JSON."""
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        (inner,) = (a for a in get_args(kind) if a is not type(None))
        return _optional(_reader(inner))
    if origin is tuple:
        return _tuple(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is datetime:
        return datetime.fromisoformat
    return _dataclass(kind) if is_dataclass(kind) else _same


def _same(value: object) -> object:
    return value


def _optional(read: Read) -> Read:
    return lambda value: None if value is None else read(value)


def _tuple(kinds: tuple[Any, ...]) -> Read:
    if kinds[1:] == (...,):
        each = _reader(kinds[0])
        return tuple if each is _same else lambda values: tuple([each(v) for v in values])
    readers = [_reader(kind) for kind in kinds]
    return lambda values: tuple([read(v) for read, v in zip(readers, values, strict=True)])


def _dataclass(kind: Any) -> Read:  # noqa: ANN401 - a dataclass
    hints = get_type_hints(kind)
    names = _names(kind)
    readers = [_reader(hints[name]) for name in names]
    return lambda values: kind(**{n: read(v) for n, read, v in zip(names, readers, values, strict=True)})
