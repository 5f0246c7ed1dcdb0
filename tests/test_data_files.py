"""The schemas and the manual's tables of the data follow from its types."""

import importlib.util
import json
from pathlib import Path

from jsonschema import Draft202012Validator

from sitegen.content.cards import card
from sitegen.model.article import Correction, Entry
from sitegen.model.data import VERSION
from sitegen.model.site import Story, Topic
from sitegen.plan.api import data_view
from sitegen.plan.data import article_data, digest_data, index_data, speaker_data, story_data, timeline_data, topic_data
from sitegen.plan.facts import Facts
from sitegen.plan.parts import Desk, desk
from sitegen.plan.schemas import KINDS, schema
from sitegen.render.json_data import data
from sitegen.render.tables import EVENT_COLUMNS, QUOTATION_COLUMNS
from sitegen.words import ENGLISH
from tests.plan.sites import TODAY, told
from tests.samples import entry

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


def test_the_version_is_in_every_schema_and_in_the_manual() -> None:
    for kind in KINDS:
        shipped = json.loads((ROOT / "sitegen" / "schemas" / f"{kind}.json").read_text(encoding="utf-8"))
        assert shipped["properties"]["version"]["const"] == VERSION
        assert {"version", "schema"} <= set(shipped["required"])
    assert f"`version` is {VERSION}." in (ROOT / "docs" / "data.md").read_text(encoding="utf-8")


def test_every_kind_of_document_is_by_the_schema_that_is_shipped() -> None:
    """With everything in it: a story of two articles, a statement and an event of both, a topic, a correction."""
    at, entries = everything()
    facts = Facts(at)
    site = at.site
    made = [
        index_data(facts),
        timeline_data(facts),
        digest_data(facts, entries),
        *(article_data(facts, entry) for entry in entries),
        *(speaker_data(facts, person) for person in site.people),
        *(topic_data(facts, topic) for topic in site.topics),
        *(story_data(facts, story) for story in site.stories),
    ]
    assert {type(document) for document in made} == set(KINDS.values())
    for document in made:
        written = json.loads(data(data_view(at, document)))
        kind = next(name for name, type_ in KINDS.items() if type_ is type(document))
        assert (written["version"], written["schema"]) == (VERSION, f"{at.config.base_url}api/schema/{kind}.json")
        shipped = json.loads((ROOT / "sitegen" / "schemas" / f"{kind}.json").read_text(encoding="utf-8"))
        Draft202012Validator(shipped).validate(written)


def test_a_document_with_a_field_less_or_of_another_type_is_refused() -> None:
    at, _ = everything()
    written = json.loads(data(data_view(at, index_data(Facts(at)))))
    validator = Draft202012Validator(schema(KINDS["index"]))
    assert list(validator.iter_errors({**written, "title": None})) != []
    assert list(validator.iter_errors({name: value for name, value in written.items() if name != "stories"})) != []
    assert list(validator.iter_errors({**written, "version": VERSION + 1})) != []


def everything() -> tuple[Desk, list[Entry]]:
    """A site of two articles that tell one story."""
    entries = [
        entry("2025-01-01-bridge", corrections=(Correction(date="2025-01-02", text="The toll is two crowns."),)),
        entry("2025-01-01-ferry"),
    ]
    cards = tuple(card(e) for e in entries)
    ids = tuple(c.id for c in cards)
    story = Story(slug="the-bridge", title="The bridge", articles=ids)
    topic = Topic(slug="bridges", name="Bridges", articles=ids)
    return desk(told(cards, stories=(story,), topics=(topic,)), TODAY, ENGLISH), entries
