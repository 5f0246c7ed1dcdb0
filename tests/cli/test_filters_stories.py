"""sitegen stories --jsonl: the contract of the filter."""

import json

from click.testing import CliRunner, Result

from sitegen.cli.main import main

ROWS = (
    {
        "id": 7,
        "title": "New swing bridge in Port Ellery opened by mayor",
        "text": "",
        "published": "2025-03-12T10:00:00Z",
    },
    {"id": "b", "title": "Orchard growers fear late frost", "text": "", "published": "2025-03-12"},
    {"id": "c", "title": "Port Ellery mayor opens new swing bridge", "text": "", "published": "2025-03-12T08:00:00Z"},
)


def run(given: str, *words: str) -> Result:
    return CliRunner().invoke(main, ["stories", *(words or ("--jsonl",))], input=given.encode())


def lines(*rows: object) -> str:
    return "\n".join(map(json.dumps, rows))


def answers(done: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_story_has_the_id_of_its_oldest_article() -> None:
    done = run(lines(*ROWS))
    assert done.exit_code == 0
    assert answers(done) == [{"id": 7, "story": "c"}, {"id": "b", "story": "b"}, {"id": "c", "story": "c"}]


def test_the_order_of_the_lines_does_not_matter() -> None:
    forward, backward = answers(run(lines(*ROWS))), answers(run(lines(*reversed(ROWS))))
    assert forward == backward[::-1]


def test_a_line_that_cannot_be_read_is_answered_in_its_place() -> None:
    done = run(lines(ROWS[0]) + "\n[1]\n" + lines({"id": "x"}, ROWS[1] | {"published": 5}))
    assert done.exit_code == 1
    assert [("error" in a, a["id"]) for a in answers(done)] == [(False, 7), (True, None), (True, "x"), (False, "b")]


def test_the_same_id_twice_is_answered_twice() -> None:
    assert answers(run(lines(ROWS[1], ROWS[1]))) == [{"id": "b", "story": "b"}] * 2


def test_without_jsonl_it_is_wrong_use() -> None:
    assert run("", "--").exit_code == 2
