"""The search index is published with the pages: never older, never with more than they show."""

import shutil
from pathlib import Path

import pytest

from sitegen.model.report import Outcome
from tests.indexed import records, unpacked
from tests.sites import FERRY, article_of, build, files_in, site, write


def index_of(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in files_in(root / "output").items() if path.startswith("pagefind/")}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = site(tmp_path_factory.mktemp("site"))
    assert build(root).exit_code == 0
    return root


@pytest.fixture
def built(whole: Path, tmp_path: Path) -> Path:
    shutil.copytree(whole, tmp_path / "site")
    build(tmp_path / "site")
    return tmp_path / "site"


def test_a_record_leads_to_a_page_and_its_statements_to_places_on_it(whole: Path) -> None:
    found = records(index_of(whole))
    assert len(found) == 2
    for address, record in found.items():
        page = (whole / "output" / address.strip("/") / "index.html").read_text("utf-8")
        said = [a["id"].split("|") for a in record["anchors"] if a["id"].startswith("said|")]
        assert said
        for _, anchor, manner, slug in said:
            assert f'id="{anchor}"' in page
            assert manner in {"direct", "indirect", "mixed"}
            assert not slug or (whole / "output" / "speakers" / slug / "index.html").exists()


def test_a_removed_article_leaves_no_trace(built: Path) -> None:
    assert any(b"Miriam" in data for data in unpacked(index_of(built)).values())
    article_of(built, "ferry").unlink()
    (built / "seeds" / "ferry.txt").unlink()
    assert build(built).published
    assert not [path for path, data in unpacked(index_of(built)).items() if b"iriam" in data or b"miriam" in data]
    assert len(records(index_of(built))) == 1


def test_no_word_of_a_body_that_is_not_republished(built: Path) -> None:
    hidden = "Zanzibar quagmires were mentioned in passing."
    path = article_of(built, "bridge")
    path.write_text(path.read_text() + f"\n{hidden}\n")
    assert build(built).published
    assert any(b"quagmires" in data for data in unpacked(index_of(built)).values())
    path.write_text(path.read_text().replace("---\n", "---\nbody: none\n", 1))
    assert build(built).published
    told = b"".join(unpacked(index_of(built)).values()).lower()
    assert not [word for word in (b"zanzibar", b"quagmire", b"passing") if word in told]
    assert b"flood" in told  # a quotation may be shown


def test_a_part_whose_articles_did_not_change_is_reused(built: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in (built / "output" / "pagefind").rglob("*")}
    write(built, {"templates/robots.txt": "User-agent: *\n"})
    report = build(built)
    index = {p.outcome for p in report.pages if p.path.startswith("pagefind/")}
    assert index == {Outcome.REUSED}
    assert {p: p.stat().st_mtime_ns for p in (built / "output" / "pagefind").rglob("*")} == before


def test_an_edit_of_one_article_writes_no_record_of_another(built: Path) -> None:
    path = article_of(built, "bridge")
    path.write_text(path.read_text().replace("flood", "storm"))
    report = build(built)
    written = [p.path for p in report.pages if "/fragment/" in p.path and p.outcome is Outcome.WRITTEN]
    removed = [p.path for p in report.pages if "/fragment/" in p.path and p.outcome is Outcome.REMOVED]
    assert (len(written), len(removed)) == (1, 1)


def test_a_file_of_the_index_deleted_by_hand_comes_back(built: Path) -> None:
    before = index_of(built)
    victim = next(path for path in before if "/fragment/" in path)
    (built / "output" / victim).unlink()
    assert build(built).published
    assert index_of(built) == before


def test_a_site_turns_its_search_off(built: Path) -> None:
    write(built, {"sitegen.toml": (built / "sitegen.toml").read_text() + "search = false\n"})
    assert build(built).published
    assert index_of(built) == {}
    assert not (built / "output" / "search").exists()
    assert "search/" not in (built / "output" / "index.html").read_text("utf-8")


def test_without_its_program_nothing_is_published_and_the_last_site_stays(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_in(built / "output")
    write(built, {"seeds/third.txt": FERRY.replace("Ferry", "Bus").replace("14 March", "20 March")})
    monkeypatch.setattr("sitegen.indexer.get_executable", lambda: None)
    report = build(built)
    assert report.exit_code == 1
    assert [d.code for d in report.diagnostics if d.severity == "error"] == ["search-no-indexer"]
    assert files_in(built / "output") == before
