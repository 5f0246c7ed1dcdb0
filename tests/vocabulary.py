"""What the vocabulary of schema.org allows: a table of its types and properties, as published, and how a graph is held against it.

tests/render/schema_org.json has of each type those above it, of each property the types it is of and what its value is; of all that our graphs use, and no more.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

TABLE = json.loads((Path(__file__).parent / "render" / "schema_org.json").read_text(encoding="utf-8"))
TYPES: dict[str, list[str]] = TABLE["types"]
PROPERTIES: dict[str, dict[str, list[str]]] = TABLE["properties"]
INPUTS = {"query-input"}
"""Says how a property of an action is filled in; a convention of schema.org beside its vocabulary."""
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?")

Node = dict[str, Any]


def kinds(kind: str) -> set[str]:
    """Return a type with all those above it."""
    return {kind, *TYPES[kind]}


def nodes(value: object) -> Iterator[Node]:
    """Yield every thing of a graph, those within others too."""
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from nodes(inner)


def problems(text: str) -> list[str]:
    """Return what a validator of the vocabulary would say to a graph."""
    graph = json.loads(text)
    if graph.get("@context") != "https://schema.org" or set(graph) != {"@context", "@graph"}:
        return ["the graph is not one in the vocabulary of schema.org"]
    things = list(nodes(graph["@graph"]))
    known = {thing["@id"]: thing["@type"] for thing in things if "@id" in thing}
    return [told for thing in things for told in _of_thing(thing, known)]


def _of_thing(thing: Node, known: dict[str, str]) -> Iterator[str]:
    kind = thing["@type"]
    if kind not in TYPES:
        yield f"{kind} is no type that we use"
        return
    for name, value in thing.items():
        if name in {"@type", "@id"} | INPUTS:
            continue
        if name not in PROPERTIES:
            yield f"{name} of {kind} is no property that we use"
        elif not kinds(kind) & set(PROPERTIES[name]["of"]):
            yield f"{name} is no property of {kind}"
        else:
            yield from (f"{name} of {kind}: {told}" for v in _each(value) if (told := _of_value(v, name, known)))


def _each(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _of_value(value: object, name: str, known: dict[str, str]) -> str:
    """Return what is wrong with a value of a property, or nothing."""
    wanted = set(PROPERTIES[name]["is"])
    if isinstance(value, dict):
        kind = value.get("@type") or known.get(value.get("@id", ""))
        if kind is None:
            return f"{value} refers to nothing in the graph"
        return "" if kind in TYPES and kinds(kind) & wanted else f"{kind} is none of {sorted(wanted)}"
    if isinstance(value, int):
        return "" if wanted & {"Integer", "Number"} else "is no number"
    text = str(value)
    fits = {
        "Text": bool(text.strip()),
        "URL": urlsplit(text).scheme in {"http", "https"} and bool(urlsplit(text).netloc),
        "Date": bool(DATE.fullmatch(text)),
        "DateTime": bool(DATE_TIME.fullmatch(text)),
    }
    return "" if any(fits.get(kind) for kind in wanted) else f"{text!r} is none of {sorted(wanted)}"
