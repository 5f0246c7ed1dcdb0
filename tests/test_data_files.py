"""The schemas and the manual's tables of the data follow from its types."""

import importlib.util
from pathlib import Path

from jsonschema import Draft202012Validator

from sitegen.plan.schemas import KINDS, schema
from sitegen.render.tables import EVENT_COLUMNS, QUOTATION_COLUMNS

ROOT = Path(__file__).resolve().parents[1]


def test_the_files_are_as_their_types_say() -> None:
    spec = importlib.util.spec_from_file_location("generate_data", ROOT / "docs" / "generate_data.py")
    assert spec
    assert spec.loader
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    differing = [p.name for p, text in generate.files().items() if p.read_text(encoding="utf-8") != text]
    assert differing == [], "run docs/generate_data.py"


def test_the_schemas_are_schemas() -> None:
    for kind in KINDS.values():
        Draft202012Validator.check_schema(schema(kind))


def test_every_column_of_the_tables_is_in_the_manual() -> None:
    text = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    assert [c for c in (*QUOTATION_COLUMNS, *EVENT_COLUMNS) if f"`{c}`" not in text] == []
