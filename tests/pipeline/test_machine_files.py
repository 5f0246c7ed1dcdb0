"""Files for search engines and hosts, on the disk: kept, named by robots.txt, made again when news grow old."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

from sitegen.model.report import Outcome
from tests.sites import build, files_in, site

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BASE = "https://example.org/sub/"
AT = datetime(2025, 3, 14, 12, 30, tzinfo=UTC)
"""The day on which the younger of the two sources was published."""


def locations(path: Path) -> list[str]:
    return [e.text or "" for e in ET.parse(path).iter(f"{SPACE}loc")]


def test_files_whose_names_begin_with_an_underscore_stay(tmp_path: Path) -> None:
    root = site(tmp_path)
    build(root)
    again = build(root)
    output = files_in(root / "output")
    assert {"_headers", "_redirects", "robots.txt", "sitemap.xml", "news-sitemap.xml"} <= set(output)
    assert {p.outcome for p in again.pages} == {Outcome.REUSED}
    for name in ("_headers", "_redirects"):
        (root / "output" / name).unlink()
    build(root)
    assert files_in(root / "output") == output


def test_every_address_in_a_sitemap_is_a_page(tmp_path: Path) -> None:
    root = site(tmp_path)
    build(root, now=AT)
    robots = (root / "output/robots.txt").read_text()
    sitemaps = [line.removeprefix(f"Sitemap: {BASE}") for line in robots.splitlines() if line.startswith("Sitemap")]
    assert sitemaps == ["sitemap.xml", "news-sitemap.xml"]
    for name in sitemaps:
        found = locations(root / "output" / name)
        assert found
        assert [url for url in found if not (root / "output" / url.removeprefix(BASE) / "index.html").is_file()] == []


def test_what_is_no_news_any_more_leaves_the_news_with_the_hour(tmp_path: Path) -> None:
    root = site(tmp_path)

    def news_at(now: datetime) -> int:
        build(root, now=now)
        return len(locations(root / "output/news-sitemap.xml"))

    assert news_at(AT) == 2
    assert news_at(AT + timedelta(hours=11)) == 2
    assert news_at(datetime(2025, 3, 15, 0, 1, tzinfo=UTC)) == 1
    assert news_at(datetime(2025, 3, 16, 23, 59, tzinfo=UTC)) == 1
    assert news_at(datetime(2025, 3, 17, 0, 0, tzinfo=UTC)) == 0
