"""sitegen topics --jsonl: the contract of the filter."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli.main import main

TOML = """
[[topic]]
id = "sea"
name = "Sea and ports"
description = "Ships, ferries, harbours, cargo and sailors."

[[topic]]
id = "health"
name = "Health"
description = "Hospitals, doctors, medicine, disease and vaccines."
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "mine.toml"
    made.write_text(TOML, encoding="utf-8")
    return made


def run(*words: str | Path, given: str = "") -> Result:
    return CliRunner().invoke(main, ["topics", *map(str, words)], input=given.encode())


def test_every_topic_best_first_and_in_the_order_of_the_lines(path: Path) -> None:
    rows = [
        {"id": "a", "text": "Doctors at the hospital ran out of medicine.", "published": None},
        {"id": 2, "text": "The ferry stayed in the harbour with the cargo ships.", "published": "2025-03-12"},
    ]
    done = run("--jsonl", "--topics", path, given="\n".join(map(json.dumps, rows)))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 0
    assert [a["id"] for a in answers] == ["a", 2]
    assert [[t["id"] for t in a["topics"]] for a in answers] == [["health", "sea"], ["sea", "health"]]
    assert {*answers[0]["topics"][0]} == {"id", "name", "score"}
    assert answers[0]["topics"][0]["name"] == "Health"


def test_a_line_that_cannot_be_read_is_answered_in_its_place(path: Path) -> None:
    done = run(
        "--jsonl", "--topics", path, given='{"id": 1, "text": "A ship."}\nnonsense\n{"id": 3}\n{"id": 4, "text": ""}'
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 1
    assert [a["id"] for a in answers] == [1, None, 3, 4]
    assert ["error" in a for a in answers] == [False, True, True, False]


def test_nothing_in_nothing_out(path: Path) -> None:
    done = run("--jsonl", "--topics", path)
    assert (done.exit_code, done.stdout) == (0, "")


@pytest.mark.parametrize("words", ["", "[[topic]]\n", "[[topic]\n", "\xff"])
def test_a_file_without_topics_is_wrong_use(path: Path, words: str) -> None:
    path.write_text(words, encoding="latin-1")
    done = run("--jsonl", "--topics", path, given='{"id": 1, "text": "A ship."}')
    assert (done.exit_code, done.stdout) == (2, "")


def test_without_jsonl_or_topics_it_is_wrong_use(path: Path) -> None:
    assert run("--topics", path).exit_code == 2
    assert run("--jsonl").exit_code == 2
