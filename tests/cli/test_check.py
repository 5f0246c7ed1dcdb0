"""`sitegen check`: what it says, for people and for machines, and its exit codes."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli.main import main
from tests.fetch.server import Server, answer, redirect, serving
from tests.sites import NOW, SETTINGS, article_of, build, site


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))  # else the site is one of another day
    made = site(tmp_path / "site")
    assert build(made).exit_code == 0
    return made


def run(*words: str | Path) -> Result:
    result = CliRunner().invoke(main, ["check", *map(str, words)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def rows(result: Result) -> list[tuple[str, str, str, int]]:
    return [(d["severity"], d["code"], d["path"], d["line"]) for d in json.loads(result.stdout)["diagnostics"]]


def test_a_sound_site(root: Path) -> None:
    assert (run("--site", root).exit_code, run("--site", root).stdout) == (0, "0 errors, 0 warnings\n")
    assert json.loads(run("--site", root, "--json").stdout) == {
        "exit_code": 0,
        "errors": 0,
        "warnings": 0,
        "notes": 0,
        "diagnostics": [],
    }
    assert run("--site", root, "--quiet").output == ""


def test_a_warning_counts_with_strict_and_wrong_use_is_two(root: Path) -> None:
    path = article_of(root, "ferry")
    path.write_text(path.read_text().replace("summary: ", "summary: '' # ", 1))
    build(root)
    assert rows(run("--site", root, "--json")) == [
        ("warning", "summary-missing", f"content/{path.name}", line_of(path, "summary"))
    ]
    assert run("--site", root).exit_code == 0
    assert run("--site", root, "--strict").exit_code == 1
    assert json.loads(run("--site", root, "--strict", "--json").stdout)["exit_code"] == 1
    assert run("--site", root, "--nonsense").exit_code == 2
    assert run("--site", root / "nowhere").exit_code == 2


def line_of(path: Path, key: str) -> int:
    return [line.partition(":")[0] for line in path.read_text().splitlines()].index(key) + 1


def test_a_quotation_that_is_not_in_the_body_is_told_with_its_place(root: Path) -> None:
    path = article_of(root, "bridge")
    path.write_text(path.read_text().replace("We will not wait for the next flood,", "We will wait for the flood,", 1))
    result = run("--site", root)
    (row,) = (line for line in path.read_text().splitlines() if "We will wait for the flood" in line)
    line = path.read_text().splitlines().index(row) + 1
    assert result.exit_code == 1
    assert f"content/{path.name}:{line}:{row.index('text:') + 7}: error: " in result.stderr
    assert ("error", "quotation-not-in-body", f"content/{path.name}", line) in rows(run("--site", root, "--json"))


def test_links_to_elsewhere_are_asked_for_only_when_told_to(root: Path, server: Server) -> None:
    server.pages["/there"] = answer("")
    server.pages["/old"] = redirect("/there", "301 Moved Permanently")
    (root / "sitegen.toml").write_text(SETTINGS + "[fetch]\npause = 0\nallow_private = true\n")
    path = article_of(root, "bridge")
    links = " ".join(f"[{name}]({server.url('/' + name)})" for name in ("there", "old", "gone"))
    path.write_text(f"{path.read_text()}\nSee {links} and [again]({server.url('/gone')}).\n")
    build(root)
    assert run("--site", root).exit_code == 0
    assert server.log == []
    result = run("--site", root, "--external", "--json")
    page = f"output/articles/{path.stem}/index.html"
    assert [row[:3] for row in rows(result)] == [("note", "outside-moved", page), ("error", "outside-gone", page)]
    assert result.exit_code == 1
    assert sorted({log["path"] for log in server.log}) == ["/gone", "/old", "/there"]
    assert "0 warnings, 1 notes" in run("--site", root, "--external").stdout


def test_a_link_into_a_private_network_is_one_that_readers_cannot_follow(root: Path, server: Server) -> None:
    path = article_of(root, "bridge")
    path.write_text(f"{path.read_text()}\nSee [this]({server.url('/x')}).\n")
    build(root)
    assert [row[1] for row in rows(run("--site", root, "--external", "--json"))] == ["outside-private"]
    assert server.log == []
