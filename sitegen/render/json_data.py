"""How is a document of data written? As JSON in UTF-8, a field for each field of the value, in its order; addresses as absolute URLs.

A statement or an event stands in the documents of its article, speaker, topic and story, and in the timeline: its text is made once and put into each, which takes half
the time of an encoder that knows nothing of that.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields
from functools import cache, lru_cache
from json.encoder import encode_basestring
from typing import Any, cast

from sitegen.model.data import VERSION, Address, ArticleListed, DataEvent, DataQuotation, Named
from sitegen.model.data_pages import DataView
from sitegen.render.addresses import Here
from sitegen.render.characters import fit

_SHARED = frozenset({ArticleListed, DataEvent, DataQuotation, Named})
_CONSTANTS: Mapping[Any, str] = {None: "null", True: "true", False: "false"}


def data(view: DataView) -> bytes:
    """Return the document."""
    head = f'{{"version":{VERSION},"schema":{_text(view.schema, view.base_url)},'
    return (head + _text(view.document, view.base_url).removeprefix("{") + "\n").encode("utf-8")


def _text(value: Any, base_url: str) -> str:  # noqa: ANN401 - any value of a document
    kind = type(value)
    if kind in _SHARED:
        return _shared(value, base_url)
    write = _WRITERS.get(kind)
    if write:
        return write(value, base_url)
    return _string(value, base_url) if isinstance(value, str) else _object(value, base_url)


@lru_cache(maxsize=1 << 16)
def _shared(value: object, base_url: str) -> str:
    return _object(value, base_url)


def _object(value: object, base_url: str) -> str:
    inner = (f'"{name}":{_text(getattr(value, name), base_url)}' for name in _names(cast("Hashable", type(value))))
    return f"{{{','.join(inner)}}}"


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a dataclass
    return tuple(f.name for f in fields(kind))


def _string(value: str, _: str) -> str:
    """Return a string; its "<" is written so that no program that puts the document into a page finds a tag in it."""
    return encode_basestring(fit(value)).replace("<", "\\u003c")


def _array(value: tuple[object, ...], base_url: str) -> str:
    return f"[{','.join([_text(each, base_url) for each in value])}]"


def _number(value: float, _: str) -> str:
    return repr(value)


def _constant(value: object, _: str) -> str:
    return _CONSTANTS[value]


def _address(value: Address, base_url: str) -> str:
    return encode_basestring(_absolute(value.path, base_url))


@lru_cache(maxsize=1 << 16)
def _absolute(path: str, base_url: str) -> str:
    return Here(path="", base_url=base_url).absolute(path)


_WRITERS: Mapping[Any, Callable[[Any, str], str]] = {
    str: _string,
    tuple: _array,
    int: _number,
    float: _number,
    bool: _constant,
    type(None): _constant,
    Address: _address,
}
"""By the exact type of a value; members of an enum of text are text."""
