"""The language of a site on disk: its words, and what a change of them makes again."""

from pathlib import Path

from sitegen.model.report import Outcome
from tests.sites import SETTINGS, build, files_in, site

OWN = 'msgid "Topics"\nmsgstr "Sachgebiete"\n'


def in_language(root: Path, language: str) -> Path:
    return site(root, **{"sitegen.toml": f'{SETTINGS}language = "{language}"\n'})


def home(root: Path) -> str:
    return files_in(root / "output")["index.html"].decode()


def test_an_edit_of_a_translation_makes_the_pages_again_and_nothing_else_does(tmp_path: Path) -> None:
    root = in_language(tmp_path / "site", "de")
    assert build(root).exit_code == 0
    assert '<html lang="de" dir="ltr">' in home(root)
    assert ">Themen<" in home(root)
    own = root / "templates/words/de.po"
    own.parent.mkdir(parents=True)
    own.write_text(OWN, "utf-8")
    report = build(root)
    assert (report.exit_code, report.diagnostics) == (0, ())
    assert ">Sachgebiete<" in home(root)
    assert report.count(Outcome.REUSED) > 0
    (own.parent / "fr.po").write_text(OWN, "utf-8")
    assert {p.outcome for p in build(root).pages} == {Outcome.REUSED}
    own.unlink()
    build(root)
    assert ">Themen<" in home(root)


def test_a_catalogue_that_cannot_be_read_publishes_nothing_and_the_last_good_site_stays(tmp_path: Path) -> None:
    root = in_language(tmp_path / "site", "de")
    build(root)
    before = files_in(root / "output")
    (root / "templates/words").mkdir(parents=True)
    (root / "templates/words/de.po").write_text("Themen\n", "utf-8")
    report = build(root)
    assert (report.exit_code, [d.code for d in report.diagnostics]) == (1, ["words-syntax"])
    assert files_in(root / "output") == before


def test_without_words_for_a_language_the_site_speaks_english_throughout_and_a_warning_says_so(tmp_path: Path) -> None:
    root = in_language(tmp_path / "site", "fr")
    report = build(root)
    assert (report.exit_code, [d.code for d in report.diagnostics]) == (0, ["words-missing"])
    assert '<html lang="en" dir="ltr">' in home(root)
    assert "12 March 2025" in home(root)
    assert "mars" not in home(root)
