"""The look of a site on disk: its theme, its tokens, and what a change of either makes again."""

from pathlib import Path

from sitegen.model.config import ThemeName
from sitegen.model.report import Outcome
from sitegen.pipeline.inputs import theme_folder
from tests.sites import SETTINGS, build, files_in, site

TOKENS = SETTINGS + '[tokens]\nlink = "#003366"\n'


def styles(root: Path) -> list[bytes]:
    return [data for path, data in files_in(root / "output").items() if path.endswith(".css")]


def test_every_theme_that_can_be_chosen_is_there_and_no_other() -> None:
    folders = {p.name for p in (theme_folder() / "themes").iterdir()}
    assert folders == {str(name) for name in ThemeName} - {"default"}


def test_tokens_are_a_part_of_the_published_stylesheet_and_an_edit_of_them_is_seen(tmp_path: Path) -> None:
    root = site(tmp_path / "site")
    assert build(root).exit_code == 0
    (plain,) = styles(root)
    (root / "sitegen.toml").write_text(TOKENS)
    report = build(root)
    assert (report.exit_code, report.diagnostics) == (0, ())
    assert styles(root) == [plain.replace(b"--link:#1a4f8a", b"--link:#003366")]
    assert report.count(Outcome.REUSED) > 0
    (root / "sitegen.toml").write_text(SETTINGS)
    build(root)
    assert styles(root) == [plain]


def test_a_slip_in_a_token_publishes_nothing_and_the_last_good_site_stays(tmp_path: Path) -> None:
    root = site(tmp_path / "site")
    build(root)
    before = files_in(root / "output")
    (root / "sitegen.toml").write_text(TOKENS.replace("link", "lnik"))
    report = build(root)
    assert report.exit_code == 1
    assert [(d.code, d.line, d.hint) for d in report.diagnostics] == [("token-unknown", 4, "did you mean link?")]
    assert files_in(root / "output") == before


def test_tokens_hold_for_a_stylesheet_of_the_site_as_well(tmp_path: Path) -> None:
    root = site(tmp_path / "site", **{"sitegen.toml": TOKENS, "templates/style.css": ":root { --link: red }\n"})
    build(root)
    assert styles(root) == [b":root{--link:#003366}"]
