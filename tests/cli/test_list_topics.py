"""sitegen list topics: what each topic takes in, and how well that fits."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli.main import main
from tests.sites import write

TOPICS = """
[[topic]]
id = "sea"
name = "Sea and ports"
description = "Ships, ferries, harbours, cargo and sailors."
keywords = ["lighthouse"]
parent = "nature"

[[topic]]
id = "nature"
name = "Nature"

[[topic]]
id = "health"
name = "Health"
description = "Hospitals, doctors, medicine, disease and vaccines."
"""
FERRY = "The ferry stays in the harbour, and cargo ships wait off the port until the sailors have their pilots back."


def article(title: str, body: str, more: str = "") -> str:
    return f'---\ntitle: {title}\npublished: "2025-01-0{1 + len(title) % 8}"\n{more}---\n\n{body}\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "sitegen.toml": 'title = "Digest"\nbase_url = "https://example.org/"\n',
        "content/topics.toml": TOPICS,
        "content/ferry.md": article("Ferry stays in the harbour", FERRY, "id: ferry\n"),
        "content/tower.md": article("The lighthouse is sold", "The council agreed on the price.", "id: tower\n"),
        "content/chosen.md": article("Budget", "The council agreed.", "id: chosen\ntopics: [nature]\n"),
    }
    write(tmp_path, files)
    return tmp_path


def listed(site: Path, *more: str) -> str:
    done = CliRunner().invoke(main, ["list", "topics", "--site", str(site), "--clock", "2025-02-01", *more])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_each_topic_with_what_it_takes_in(site: Path) -> None:
    rows = {row["slug"]: row for row in json.loads(listed(site, "--json"))}
    assert {slug: (row["articles"], row["parent"]) for slug, row in rows.items()} == {
        "sea": (2, "nature"),
        "nature": (3, ""),
        "health": (0, ""),
    }
    fits = {fit["title"]: fit["score"] for fit in rows["sea"]["fits"]}
    assert fits["Ferry stays in the harbour"] >= 0.5
    assert fits["The lighthouse is sold"] is None


def test_as_lines_for_people(site: Path) -> None:
    lines = listed(site).splitlines()
    assert "sea\tSea and ports\t2\tnature" in lines
    assert "\t-\tThe lighthouse is sold" in lines
    assert "health\tHealth\t0" in lines
