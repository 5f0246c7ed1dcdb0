"""What an editor changes stays: through ingest with another extractor, byte for byte."""

from pathlib import Path

import pytest

from sitegen.pipeline import inputs
from tests.sites import article_of, build, ingest, site


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = site(tmp_path)
    assert build(root).exit_code == 0
    return root


def _another_extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "extractor", lambda _records: "another")


def test_an_editors_work_stays_whole(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = article_of(root, "bridge")
    text = path.read_text()
    quotation = next(line for line in text.splitlines() if "next flood" in line and line.startswith("  - {"))
    edited = (
        text.replace("role: Mayor", "role: Mayor of Port Ellery", 1)
        .replace("approved the new harbour bridge on", "approved a new harbour bridge on")
        .replace(quotation + "\n", "")
        .replace("\nsummary: ", "\n# reworded by the desk\nsummary: In short, ")
        .replace("timeline:\n", "timeline:\n  # checked against the minutes\n")
    )
    edited = edited.replace(
        'text: "The council of Port Ellery approved the', 'text: "The council of Port Ellery approved a'
    )
    path.write_text(edited)
    assert build(root).exit_code == 0
    after_build = path.read_text()
    _another_extractor(monkeypatch)
    report = ingest(root)
    after = path.read_text()
    for kept in (
        "role: Mayor of Port Ellery",
        "# reworded by the desk\nsummary: In short, ",
        "  # checked against the minutes\n",
    ):
        assert kept in after_build
        assert kept in after
    assert quotation not in after
    assert "approved a new harbour bridge on" in after
    assert {key for p, key in report.kept if p == f"content/{path.name}"} == {
        "speakers",
        "quotations",
        "summary",
        "timeline",
    }
    assert build(root).exit_code == 0


def test_what_nobody_touched_is_made_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = article_of(root, "ferry")
    _another_extractor(monkeypatch)
    report = ingest(root)
    assert f"content/{path.name}" in report.revised
    assert report.kept == ()
    assert "by: another" in path.read_text()


def test_an_editors_quotation_that_is_not_in_the_body_is_an_error_with_its_place(root: Path) -> None:
    path = article_of(root, "bridge")
    path.write_text(
        path.read_text().replace('We will not wait for the next flood,"', 'We will never wait for a flood,"')
    )
    report = build(root)
    (found,) = [d for d in report.diagnostics if d.severity == "error"]
    lines = path.read_text().splitlines()
    assert "We will never wait" in lines[found.line - 1]
    assert lines[found.line - 1][found.column - 1 :].startswith(('"We will never', "We will never", "{speaker"))
    assert (found.path, report.exit_code, report.published) == (f"content/{path.name}", 1, False)


def test_a_body_that_changed_is_annotated_again(root: Path) -> None:
    path = article_of(root, "ferry")
    path.write_text(path.read_text().replace("Nobody has asked us", "Nobody ever asked us"))
    assert build(root).exit_code == 0
    assert 'text: "Nobody ever asked us,"' in path.read_text()


def test_an_article_written_by_hand_is_annotated(root: Path) -> None:
    path = root / "content/by-hand.md"
    path.write_text(
        '---\ntitle: By hand\npublished: "2025-05-01"\n---\n\n“It is done,” said Ada Thornbury on May 1, 2025.\n'
    )
    assert build(root).exit_code == 0
    text = path.read_text()
    assert "ada-thornbury" in text
    assert text.startswith("---\ntitle: By hand\n")
    assert (root / "output/articles/by-hand/index.html").is_file()


def test_a_seed_is_ingested_once(root: Path) -> None:
    path = article_of(root, "bridge")
    path.rename(root / "content/renamed.md")
    assert build(root).ingested == ()
    assert len(list((root / "content").glob("*.md"))) == 2
