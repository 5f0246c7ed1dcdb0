#!/usr/bin/env python3
"""Write what follows from the types of the data: the schemas in sitegen/schemas/ and the fields in docs/data.md (a test says when it is due)."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sitegen.plan.schemas import KINDS, schema, schema_text

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = ROOT / "sitegen" / "schemas"
MANUAL = ROOT / "docs" / "data.md"
MARK = "<!-- Below this line: docs/generate_data.py -->\n"


def files() -> dict[Path, str]:
    """Return every generated file with its text."""
    kept = MANUAL.read_text(encoding="utf-8").partition(MARK)[0]
    schemas = {SCHEMAS / f"{kind}.json": schema_text(kind) for kind in KINDS}
    return {**schemas, MANUAL: kept + MARK + "".join(sections())}


def sections() -> Iterator[str]:
    """Yield the Markdown of every document, then of the parts that they are made of."""
    parts: dict[str, Mapping[str, Any]] = {}
    yield "\n## Fields of the documents\n\nEvery document also has `version` and `schema`, the URL of its schema.\n"
    for kind, document in KINDS.items():
        found = schema(document)
        parts |= found.pop("$defs")  # type: ignore[operator,arg-type] # a mapping by construction
        yield from section(f"`{kind}`", found)
    yield "\n## Their parts\n"
    for name in sorted(parts):
        yield from section(name, parts[name])


def section(name: str, shape: Mapping[str, Any]) -> Iterator[str]:
    """Yield the Markdown of one type."""
    yield f"\n### {name}\n\n{shape['description']}\n\n| field | type | meaning |\n|---|---|---|\n"
    for field, kind in shape["properties"].items():
        if field not in {"version", "schema"}:
            yield f"| `{field}` | {words(kind)} | {kind.get('description', '')} |\n"


def words(kind: Mapping[str, Any]) -> str:
    """Return a type in words."""
    if "anyOf" in kind:
        return " or ".join(words(each) for each in kind["anyOf"])
    if kind.get("type") == "array":
        return f"list of {words(kind['items'])}"
    if "$ref" in kind:
        return str(kind["$ref"].rsplit("/", 1)[-1])
    if "enum" in kind:
        return ", ".join(f"`{each}`" for each in kind["enum"])
    return "URL" if kind.get("format") == "uri" else str(kind["type"])


if __name__ == "__main__":
    SCHEMAS.mkdir(exist_ok=True)
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")
