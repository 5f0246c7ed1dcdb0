"""`sitegen new theme`: a start that builds, changes nothing by itself and overwrites nothing."""

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli.main import main
from tests.sites import SETTINGS, build, files_in, site


def run(root: Path) -> Result:
    return CliRunner().invoke(main, ["new", "theme", "--site", str(root)])


@pytest.mark.parametrize("theme", ["default", "dense"])
def test_a_start_builds_and_changes_no_words_of_any_page(tmp_path: Path, theme: str) -> None:
    root = site(tmp_path / "site", **{"sitegen.toml": f'theme = "{theme}"\n{SETTINGS}'})
    build(root)
    before = {path: data.split() for path, data in files_in(root / "output").items()}
    made = run(root)
    assert made.exit_code == 0
    assert made.stdout.split() == [str(root / "templates" / name) for name in ("README.md", "base.html")]
    report = build(root)
    assert (report.exit_code, report.diagnostics) == (0, ())
    assert {path: data.split() for path, data in files_in(root / "output").items()} == before


def test_its_tokens_are_those_in_use_and_can_be_pasted(tmp_path: Path) -> None:
    root = site(tmp_path / "site", **{"sitegen.toml": SETTINGS + '[tokens]\nlink = "#003366"\n'})
    assert run(root).exit_code == 0
    text = (root / "templates" / "README.md").read_text()
    lines = text.partition("```toml\n")[2].partition("```")[0]
    tokens = tomllib.loads(lines)["tokens"]
    assert (tokens["link"], tokens["ground"], tokens["dark"]["ground"]) == ("#003366", "#fdfcf9", "#171614")
    (root / "sitegen.toml").write_text(SETTINGS + lines)
    before = build(root)
    assert (before.exit_code, before.diagnostics) == (0, ())


def test_what_is_there_stays(tmp_path: Path) -> None:
    root = site(tmp_path / "site", **{"templates/base.html": "mine"})
    assert run(root).stdout.split() == [str(root / "templates" / "README.md")]
    assert (root / "templates" / "base.html").read_text() == "mine"
    again = run(root)
    assert (again.exit_code, again.stdout) == (0, "")
    assert "stay as they are" in again.stderr
