"""Ingesting seeds of many documents: in order, batch by batch, killed and run again without doing anything twice; annotating is left out."""

import io
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from bench.webarchive import write_archive
from sitegen.model.annotations import Annotations
from sitegen.model.article import Article
from sitegen.pipeline import work
from sitegen.pipeline.build import ingest as ingest_site
from sitegen.pipeline.crew import Crew
from sitegen.pipeline.findings import dead
from sitegen.pipeline.settling import Settler
from sitegen.pipeline.work import Made
from sitegen.store import streams
from sitegen.store.batch import copy_new
from tests.clean.test_sources import ITEM, rss
from tests.pipeline.doubling import doubled
from tests.sites import SETTINGS, ingest, request, write

PAGES = 160


def archive(number: int, seed: int = 1) -> bytes:
    out = io.BytesIO()
    write_archive(out, number, random.Random(seed))
    return out.getvalue()


@pytest.fixture
def annotated(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Annotate nothing, and note the seeds of what would be."""
    done: list[str] = []

    def nothing(articles: Sequence[Article], made_by: str) -> tuple[tuple[Made, tuple[()]], ...]:
        done.extend(a.seeds[0] for a in articles)
        return tuple((Made(article=a, annotations=Annotations(made_by=made_by)), ()) for a in articles)

    monkeypatch.setattr(work, "annotate_all", nothing)
    monkeypatch.setattr("sitegen.pipeline.crew._INLINE", 10**9)
    return done


def names(root: Path) -> list[str]:
    return sorted(p.name for p in (root / "content").glob("*.md"))


def seeds(root: Path) -> list[str]:
    lines = (line for p in (root / "content").glob("*.md") for line in p.read_text("utf-8").split("\n"))
    return sorted(line for line in lines if line.startswith("seeds:"))


class KilledError(BaseException):
    """As by kill -9: nothing catches it."""


def test_a_killed_ingest_is_taken_up_where_it_was(
    tmp_path: Path, annotated: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path, {"sitegen.toml": SETTINGS, "seeds/crawl.warc.gz": archive(PAGES)})
    settle, calls = Settler.settle, iter(range(100))

    def killed(self: Settler, made: Iterator[Made]) -> object:
        if next(calls) == 5:
            raise KilledError
        return settle(self, made)

    with monkeypatch.context() as patch:
        patch.setattr(Settler, "settle", killed)
        with pytest.raises(KilledError):
            ingest(root)
    there = {p: p.stat().st_mtime_ns for p in (root / "content").glob("*.md")}
    assert 50 < len(there) < 110
    annotated.clear()
    report = ingest(root)
    assert len(report.ingested) == PAGES - len(there) == len(annotated)
    assert all(p.stat().st_mtime_ns == when for p, when in there.items())
    assert len(names(root)) == len(set(seeds(root))) == PAGES
    assert [(d.code, d.message) for d in report.diagnostics] == [
        ("seed-pages", "8 of 168 pages are no articles and were left out")
    ]
    annotated.clear()
    assert ingest(root).diagnostics == report.diagnostics
    assert not annotated


def test_the_memo_may_vanish(tmp_path: Path, annotated: list[str]) -> None:
    files = {"sitegen.toml": SETTINGS, "seeds/crawl.warc.gz": archive(20), "seeds/feed.xml": rss(ITEM)}
    root = write(tmp_path, files)
    before = ingest(root)
    assert len(before.ingested) == 21
    made = names(root)
    annotated.clear()
    for path in sorted((root / ".sitegen").rglob("*"), reverse=True):
        path.unlink()
    after = ingest(root)
    assert (after.ingested, annotated, names(root)) == ((), [], made)
    assert after.diagnostics == before.diagnostics


def test_an_article_that_was_deleted_comes_back(tmp_path: Path, annotated: list[str]) -> None:
    root = write(tmp_path, {"sitegen.toml": SETTINGS, "seeds/crawl.warc.gz": archive(20)})
    ingest(root)
    made = names(root)
    (root / "content" / made[3]).unlink()
    annotated.clear()
    assert ingest(root).ingested == (f"content/{made[3]}",)
    assert len(annotated) == 1
    assert names(root) == made


def test_what_is_added_to_a_seed_is_found(tmp_path: Path, annotated: list[str]) -> None:
    whole = archive(30)
    root = write(tmp_path, {"sitegen.toml": SETTINGS, "seeds/crawl.warc.gz": whole[: len(archive(20))]})
    assert len(ingest(root).ingested) == 20
    annotated.clear()
    write(root, {"seeds/crawl.warc.gz": whole})
    assert len(ingest(root).ingested) == 10
    assert len(annotated) == 10


def test_a_changed_item_is_a_revision_and_the_others_stay(tmp_path: Path, annotated: list[str]) -> None:
    other = ITEM.replace("id-1", "id-2").replace("/bridge<", "/pier<").replace("council", "harbour master")
    root = write(tmp_path, {"sitegen.toml": SETTINGS, "seeds/feed.xml": rss(ITEM, other)})
    assert len(ingest(root).ingested) == 2
    annotated.clear()
    write(root, {"seeds/feed.xml": rss(ITEM, other.replace("begins in June", "begins in July"))})
    report = ingest(root)
    assert annotated == ["feed.xml#id-2"]
    assert not report.ingested
    assert len(names(root)) == 2


LONG = 100
"""Items of a feed: more than are annotated where it is read."""


def long_feed() -> str:
    items = (
        ITEM.replace("id-1", f"id-{n}").replace("/bridge<", f"/{n}<").replace("<title>", f"<title>Number {n}: ")
        for n in range(LONG)
    )
    return rss(*(item.replace("council", f"council of {'abcdefghij'[i % 10] * 3} {i}") for i, item in enumerate(items)))


def test_the_items_of_one_feed_are_shared_out_and_settled_in_order(
    tmp_path: Path, annotated: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(
        tmp_path,
        {"sitegen.toml": SETTINGS, "seeds/a.txt": "Pier\n\nThe pier is closed.\n", "seeds/feed.xml": long_feed()},
    )
    settle, calls = Settler.settle, iter(range(100))

    def killed(self: Settler, made: Iterator[Made]) -> object:
        if next(calls) == 4:
            raise KilledError
        return settle(self, made)

    with monkeypatch.context() as patch:
        patch.setattr(Settler, "settle", killed)
        with pytest.raises(KilledError):
            ingest(root)
    there = len(names(root))
    assert 16 < there < LONG
    annotated.clear()
    report = ingest(root)
    assert len(report.ingested) == len(annotated) == LONG + 1 - there
    assert annotated == sorted(annotated, key=lambda name: int(name.rpartition("-")[2]))
    assert len(names(root)) == LONG + 1
    annotated.clear()
    assert ingest(root).ingested == ()
    assert annotated == []


def test_an_item_on_which_a_worker_died_is_told_also_the_next_time(
    tmp_path: Path, annotated: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path, {"sitegen.toml": SETTINGS, "seeds/feed.xml": long_feed()})

    def more(self: Crew, batches: Sequence[tuple[work.Task, ...]]) -> Iterator[object]:
        for batch in batches:
            made = work.clean_and_annotate(batch, "x")
            yield batch, [dead(t) if t.source.name == "feed.xml#id-7" else m for t, m in zip(batch, made, strict=True)]

    with monkeypatch.context() as patch:
        patch.setattr(Crew, "more", more)
        report = ingest(root)
    assert [(d.code, d.path) for d in report.diagnostics] == [("seed-crashed", "seeds/feed.xml#id-7")]
    assert len(names(root)) == LONG - 1
    assert [d.path for d in ingest(root).diagnostics] == ["seeds/feed.xml#id-7"]


def test_order_does_not_hang_on_how_many_work(
    tmp_path: Path, annotated: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = write(tmp_path / "one", {"sitegen.toml": SETTINGS, "seeds/crawl.warc.gz": archive(20)})
    ingest(one)
    monkeypatch.setattr("sitegen.pipeline.reading._BATCH", 3)
    two = write(tmp_path / "two", {"sitegen.toml": SETTINGS, "seeds/crawl.warc.gz": archive(20)})
    ingest(two)
    assert names(one) == names(two)


def test_progress_comes_to_its_end(tmp_path: Path, annotated: list[str]) -> None:
    told: list[int] = []

    class Told:
        def begin(self, stage: str, total: int) -> None:
            told.append(total)

        def advance(self, steps: int) -> None:
            told.append(-steps)

        def waiting(self) -> None:
            raise AssertionError

    root = write(tmp_path, {"sitegen.toml": SETTINGS, "seeds/crawl.warc.gz": archive(40), "seeds/feed.xml": rss(ITEM)})
    ingest_site(request(root, progress=Told()))
    assert sum(told) == 0
    assert len(told) > 2


def test_a_process_that_dies_loses_one_item() -> None:
    crew = Crew(doubled, "", "processes", dead=lambda n: -n)
    found = [r for _, results in crew.results([(4, 5), (6,)]) for r in results]
    assert found == [8, -5, 12]


def test_large_files_are_told_apart_piece_by_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_PIECE", 10)
    small, large, other = (tmp_path / name for name in ("small", "large", "other"))
    small.write_bytes(b"123456789")
    large.write_bytes(b"1234567890" * 3)
    other.write_bytes(b"1234567890" * 2 + b"1234567891")
    assert streams.essence(small) == b"123456789"
    assert streams.essence(large) != streams.essence(other)
    assert len(streams.essence(large)) > 30


def test_a_folder_from_outside_is_copied_without_what_leads_elsewhere(tmp_path: Path, annotated: list[str]) -> None:
    root = write(tmp_path / "site", {"sitegen.toml": SETTINGS})
    pile = write(
        tmp_path / "pile",
        {"a.txt": "Pier closed\n\nThe pier was closed.\n", "deep/b.txt": "Mill opens\n\nThe mill opened.\n"},
    )
    (pile / "link.txt").symlink_to("/etc/hostname")
    copy_new(pile, root / "seeds")
    assert sorted(p.name for p in (root / "seeds/pile").rglob("*")) == ["a.txt", "b.txt", "deep"]
    assert len(ingest(root).ingested) == 2
