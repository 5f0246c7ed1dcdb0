"""A pile of sources given to `sitegen ingest`: one line for each problem, the good ones in, the second time nothing."""

import io
import random
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bench.webarchive import write_archive
from sitegen.cli.main import main
from sitegen.model.annotations import Annotations
from sitegen.pipeline import work
from sitegen.pipeline.work import Made
from tests.clean import sample_letters
from tests.clean.test_sources import ITEM, rss
from tests.clean.test_sources_archives import PAGE, zipped
from tests.sites import SETTINGS, files_in, write

PIER = "Pier closed for winter\n\nPublished 3 April 2025\n\nThe pier at Gull Island was closed on April 2, 2025.\n"
MILL = "Mill opens again\n\nPublished 5 April 2025\n\nThe mill at Brook Hill opened on April 4, 2025, its owner said.\n"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Annotate nothing."""

    def nothing(articles, made_by):
        return tuple((Made(article=a, annotations=Annotations(made_by=made_by)), ()) for a in articles)

    monkeypatch.setattr(work, "annotate_all", nothing)
    monkeypatch.setattr("sitegen.pipeline.crew._INLINE", 10**9)


def crawl() -> bytes:
    out = io.BytesIO()
    write_archive(out, 6, random.Random(3))
    return out.getvalue()


def ingest(path: Path, site: Path) -> Result:
    result = CliRunner().invoke(main, ["ingest", str(path), "--site", str(site)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def lay_out(root: Path, given: bytes | dict[str, str | bytes], name: str) -> tuple[Path, Path]:
    site = write(root / "site", {"sitegen.toml": SETTINGS})
    files = {f"{name}/{k}": v for k, v in given.items()} if isinstance(given, dict) else {name: given}
    return site, write(root / "given", files) / name


SOUND = {
    "pile": ({"a.txt": PIER, "deep/page.html": PAGE, ".DS_Store": b"\0\1"}, 2),
    "archive.zip": (zipped({"one.txt": MILL.encode(), "two/page.html": PAGE}), 2),
    "crawl.warc.gz": (crawl(), 6),
    "letter.eml": (sample_letters.mail(sample_letters.framed()), 5),
    "feed.xml": (rss(ITEM).encode(), 1),
}


@pytest.mark.parametrize("name", SOUND)
def test_sound_sources_go_in_once(tmp_path: Path, name: str) -> None:
    given, count = SOUND[name]
    site, path = lay_out(tmp_path, given, name)
    first = ingest(path, site)
    assert (first.exit_code, first.stdout) == (0, f"articles: {count} new, 0 annotated again\n")
    assert "error" not in first.stderr
    before = files_in(site / "content")
    again = ingest(path, site)
    assert (again.exit_code, again.stdout) in {(0, "nothing new in seeds/\n"), (0, "")}
    assert again.stderr == first.stderr
    assert files_in(site / "content") == before


BROKEN = {
    "pile": ({"a.txt": PIER, "photo.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "b/empty.txt": ""}, 1, ["b/empty.txt", "photo.png"]),
    "archive.zip": (zipped({"one.txt": MILL.encode(), "two/x.bin": bytes(range(256))}), 1, ["#two/x.bin"]),
    "crawl.warc.gz": (crawl()[:-300], 5, ["breaks off"]),
    "letter.eml": (b"Subject: x\nFrom: a@x.example\nTo: b@x.example\n\n", 0, ["letter.eml"]),
    "feed.xml": (rss(ITEM, ITEM.replace("id-1", "id-2").replace("</item>", "")).encode(), 1, ["feed.xml:"]),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_problem_is_one_line_and_the_rest_goes_in(tmp_path: Path, name: str) -> None:
    given, count, told = BROKEN[name]
    site, path = lay_out(tmp_path, given, name)
    first = ingest(path, site)
    assert first.exit_code == 1
    assert len(list((site / "content").glob("*.md"))) >= count if count else not (site / "content").exists()
    errors = [line for line in first.stderr.splitlines() if ": error: " in line]
    assert len(errors) == len(told)
    assert all(part in line for part, line in zip(told, errors, strict=True))
    again = ingest(path, site)
    assert (again.exit_code, again.stderr) == (1, first.stderr)
    assert "new" not in again.stdout.replace("nothing new", "")


def test_a_folder_that_grew_is_copied_again_and_one_that_was_changed_is_not(tmp_path: Path) -> None:
    site, path = lay_out(tmp_path, {"a.txt": PIER}, "pile")
    ingest(path, site)
    write(path, {"deep/b.txt": MILL})
    assert ingest(path, site).stdout == "articles: 1 new, 0 annotated again\n"
    write(path, {"a.txt": MILL, "c.txt": PIER})
    refused = ingest(path, site)
    assert refused.exit_code == 1
    assert "a.txt" in refused.stderr
    assert not (site / "seeds/pile/c.txt").exists()


def test_what_a_saved_page_is_shown_with_is_no_source(tmp_path: Path) -> None:
    beside = {"main.css": "p { margin: 0 }", "ad.html": PAGE, "logo.png": b"\x89PNG\0", "deep/x.js": "var a = 1"}
    files = {"Bridge.html": PAGE, **{f"Bridge_files/{n}": data for n, data in beside.items()}}
    site, path = lay_out(tmp_path, files, "saved")
    done = ingest(path, site)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "articles: 1 new, 0 annotated again\n", "")


@pytest.mark.parametrize("name", ["main.css", "app.js", "table.csv", "logo.svg"])
def test_a_text_that_nobody_reads_is_refused_by_name(tmp_path: Path, name: str) -> None:
    site, path = lay_out(tmp_path, b"p, q, r\n1, 2, 3\n4, 5, 6\n", name)
    done = ingest(path, site)
    assert done.exit_code == 1
    assert "is no article" in done.stderr
