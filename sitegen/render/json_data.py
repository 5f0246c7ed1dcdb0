"""How is a document of data written? As JSON in UTF-8, a field for each field of the value, in its order; addresses as absolute URLs."""

import json
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import Any

from sitegen.model.data import VERSION, Address
from sitegen.model.data_pages import DataView
from sitegen.render.addresses import Here
from sitegen.render.characters import fit

Plain = Callable[[Any], object]


def data(view: DataView) -> bytes:
    """Return the document."""
    plain = _plain(view.base_url)
    whole = {"version": VERSION, "schema": view.schema, **_fields_of(view.document)}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"), check_circular=False, default=plain)
    return (fit(text) + "\n").encode("utf-8")


@cache
def _plain(base_url: str) -> Plain:
    """Return what makes JSON of a value that JSON does not know."""
    absolute = cache(Here(path="", base_url=base_url).absolute)

    def plain(value: Any) -> object:  # noqa: ANN401 - any value of a document
        return absolute(value.path) if isinstance(value, Address) else _fields_of(value)

    return plain


def _fields_of(value: object) -> dict[str, object]:
    return {name: getattr(value, name) for name in _names(type(value))}


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a dataclass
    return tuple(f.name for f in fields(kind))
