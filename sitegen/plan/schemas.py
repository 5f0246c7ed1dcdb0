"""What does a document of data look like to a validator? JSON Schema (2020-12), from the types of the documents themselves, so that neither can be wrong about the other."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from sitegen.model.data import (
    VERSION,
    Address,
    ArticleData,
    DigestData,
    IndexData,
    SpeakerData,
    StoryData,
    TimelineData,
    TopicData,
)

KINDS: Mapping[str, type] = {
    "index": IndexData,
    "article": ArticleData,
    "speaker": SpeakerData,
    "topic": TopicData,
    "story": StoryData,
    "timeline": TimelineData,
    "digest": DigestData,
}
"""By the name of their schema."""

_SCALARS: Mapping[Any, str] = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}
_ENVELOPE = {
    "version": {
        "const": VERSION,
        "description": "Of this form; it is raised when a field goes or means something else",
    },
    "schema": {"type": "string", "format": "uri", "description": "URL of this schema"},
}


@cache
def schema_text(kind: str) -> str:
    """Return the schema of a kind of document."""
    return json.dumps(schema(KINDS[kind]), indent=2, ensure_ascii=False) + "\n"


def schema(document: type) -> dict[str, object]:
    """Return the schema of a type of document; unknown fields are allowed, for a later sitegen may add some."""
    whole = _object(document)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{document.__name__}, version {VERSION}",
        **whole,
        "properties": {**_ENVELOPE, **whole["properties"]},
        "required": [*_ENVELOPE, *whole["required"]],
        "$defs": {part.__name__: _object(part) for part in sorted(_parts(document), key=lambda p: p.__name__)},
    }


def _object(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind, include_extras=True)
    return {
        "description": (kind.__doc__ or "").strip(),
        "type": "object",
        "properties": {f.name: _shape(hints[f.name]) for f in fields(kind)},
        "required": [f.name for f in fields(kind)],
    }


def _shape(hint: Any) -> dict[str, Any]:  # noqa: ANN401 - a type, or a form such as tuple[str, ...]
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return {**_shape(inner[0]), "description": inner[1]}
    if origin is tuple:
        return {"type": "array", "items": _shape(inner[0])}
    if origin is UnionType:
        return {"anyOf": [_shape(each) for each in inner]}
    if hint is Address:
        return {"type": "string", "format": "uri"}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"type": "string", "enum": [str(member) for member in hint]}
    return {"type": _SCALARS[hint]} if hint in _SCALARS else {"$ref": f"#/$defs/{hint.__name__}"}


def _parts(document: type) -> set[type]:
    """Return the types of which a document is made."""
    found: set[type] = set()
    waiting = list(_inside(document))
    while waiting:
        part = waiting.pop()
        if part not in found:
            found.add(part)
            waiting += _inside(part)
    return found


def _inside(kind: type) -> Iterator[type]:
    """Yield the dataclasses that a type's fields name."""
    waiting = [hint for name, hint in get_type_hints(kind).items()]
    while waiting:
        hint = waiting.pop()
        if isinstance(hint, type) and is_dataclass(hint) and hint is not Address:
            yield hint
        waiting += get_args(hint)
