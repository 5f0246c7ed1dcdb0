"""A style sheet that changed: other pages, another address, nothing left of the old one; in a preview one file alone."""

import re
from pathlib import Path

from sitegen.model.report import BuildReport, Outcome
from tests.sites import build, files_in, site

STYLE = re.compile(r'rel="stylesheet" href="(?:\.\./)*(style\.[0-9a-f]{8}\.css)"')


def written(report: BuildReport) -> set[str]:
    return {p.path for p in report.pages if p.outcome in {Outcome.WRITTEN, Outcome.REMOVED}}


def named(output: Path) -> set[str]:
    """Return the style sheets that the pages name."""
    return {n for p in output.rglob("*.html") for n in STYLE.findall(p.read_text())}


def test_every_page_names_the_style_sheet_that_is_there(tmp_path: Path) -> None:
    root = site(tmp_path, **{"templates/style.css": "a{b:c}"})
    build(root)
    (old,) = named(root / "output")
    assert (root / "output" / old).read_text() == "a{b:c}"

    (root / "templates/style.css").write_text("a{b:d}")
    report = build(root)
    (new,) = named(root / "output")
    assert new != old
    assert {f for f in files_in(root / "output") if f.startswith("style.")} == {new}
    assert {p for p in written(report) if not p.endswith(".html")} == {old, new, "_headers"}


def test_in_a_preview_an_edit_of_a_style_sheet_changes_no_page(tmp_path: Path) -> None:
    root = site(tmp_path, **{"templates/style.css": "a{b:c}"})
    build(root, preview=True)
    assert 'rel="stylesheet" href="style.css"' in (root / "output/index.html").read_text()
    (root / "templates/style.css").write_text("a{b:d}")
    assert written(build(root, preview=True)) == {"style.css"}


def test_a_build_after_a_preview_is_a_build(tmp_path: Path) -> None:
    root = site(tmp_path / "a")
    build(root)
    before = files_in(root / "output")
    build(root, preview=True)
    build(root)
    assert files_in(root / "output") == before
