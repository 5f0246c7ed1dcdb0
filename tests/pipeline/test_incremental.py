"""One property above all: after any sequence of edits, an incremental build equals a clean one."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.model.report import Outcome
from tests.sites import FERRY, build, files_in, site, write

Edit = Callable[[Path], None]


def _articles(root: Path) -> list[Path]:
    return sorted((root / "content").glob("*.md"))


def _edit_body(root: Path) -> None:
    for path in _articles(root)[:1]:
        path.write_text(path.read_text() + "\n“We were not told,” said Miriam Vale on May 3, 2025.\n")


def _edit_title(root: Path) -> None:
    for path in _articles(root)[-1:]:
        path.write_text(path.read_text().replace("title: ", "title: New ", 1))


def _draft(root: Path) -> None:
    for path in _articles(root)[:1]:
        text = path.read_text().replace("draft: true\n", "")
        path.write_text(text.replace("---\n", "---\ndraft: true\n", 1))


def _publish_drafts(root: Path) -> None:
    for path in _articles(root):
        path.write_text(path.read_text().replace("draft: true\n", ""))


def _delete_article(root: Path) -> None:
    for path in _articles(root)[-1:]:
        if len(_articles(root)) > 1:
            seeds = [
                root / "seeds" / name for name in ("bridge.txt", "ferry.txt", "third.txt") if name in path.read_text()
            ]
            for seed in seeds:
                seed.unlink(missing_ok=True)
            path.unlink()


def _new_seed(root: Path) -> None:
    write(root, {"seeds/third.txt": FERRY.replace("Ferry", "Bus").replace("14 March", "20 March")})


def _topics(root: Path) -> None:
    write(root, {"content/topics.toml": '[[topic]]\nid = "harbour"\nname = "Harbour"\nkeywords = ["bridge", "jobs"]\n'})


def _no_topics(root: Path) -> None:
    (root / "content/topics.toml").unlink(missing_ok=True)


def _template(root: Path) -> None:
    write(root, {"templates/robots.txt": "User-agent: *\nDisallow: /private/\n"})


def _no_template(root: Path) -> None:
    shutil.rmtree(root / "templates", ignore_errors=True)


def _settings(root: Path) -> None:
    path = root / "sitegen.toml"
    path.write_text(path.read_text().replace("Ellery digest", "Ellery digest, again"))


def _tamper(root: Path) -> None:
    write(root, {"output/index.html": "changed by hand"})


def _delete_output(root: Path) -> None:
    shutil.rmtree(root / "output")


def _stray(root: Path) -> None:
    write(root, {"output/stray/page.html": "nobody claims me"})


def _lose_caches(root: Path) -> None:
    shutil.rmtree(root / ".sitegen")


def _damage_manifest(root: Path) -> None:
    for path in (root / ".sitegen").glob("manifest*"):
        path.write_bytes(path.read_bytes()[:-40])


EDITS: list[Edit] = [
    _edit_body, _edit_title, _draft, _publish_drafts, _delete_article, _new_seed, _topics, _no_topics, _template, _no_template,
    _settings, _tamper, _delete_output, _stray, _lose_caches, _damage_manifest,
]  # fmt: skip


def _clean_build(root: Path) -> dict[str, bytes]:
    """Build a copy that has no output and no caches."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns("output", ".sitegen"))
        assert build(copy).published
        return files_in(copy / "output")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = site(tmp_path_factory.mktemp("site"))
    assert build(root).exit_code == 0
    return root


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.sampled_from(EDITS), min_size=1, max_size=4))
def test_incremental_equals_clean(built: Path, edits: list[Edit]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        shutil.copytree(built, root)
        for edit in edits:
            edit(root)
            assert build(root).published
        assert files_in(root / "output") == _clean_build(root)


@pytest.mark.parametrize("edit", EDITS, ids=lambda e: e.__name__.strip("_"))
def test_each_edit_alone(built: Path, tmp_path: Path, edit: Edit) -> None:
    root = tmp_path / "site"
    shutil.copytree(built, root)
    edit(root)
    assert build(root).published
    assert files_in(root / "output") == _clean_build(root)


def test_a_second_build_does_nothing(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(built, root)
    build(root)
    before = {p: p.stat().st_mtime_ns for p in (root / "output").rglob("*")}
    again = build(root)
    assert again.unchanged
    assert again.count(Outcome.REUSED) == len(again.pages)
    assert {p: p.stat().st_mtime_ns for p in (root / "output").rglob("*")} == before


def test_an_edit_touches_only_what_shows_it(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(built, root)
    build(root)
    path = _articles(root)[0]
    path.write_text(path.read_text().replace("flood", "storm").replace("approved the new", "approved a new"))
    report = build(root)
    written = {p.path for p in report.pages if p.outcome is Outcome.WRITTEN}
    other = _articles(root)[1].stem
    assert f"articles/{path.stem}/index.html" in written
    assert f"articles/{other}/index.html" not in written
    assert "topics/index.html" not in written
