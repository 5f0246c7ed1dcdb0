"""A real feed reader subscribes over loopback, and sees each article once whatever is renamed around it."""

import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import feedparser
import pytest

from tests.sites import article_of, build, site, write

pytestmark = pytest.mark.reader


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's signature
        pass


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    root = site(tmp_path / "site")
    (root / "output").mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root / "output")))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield root, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def _reload(folder: Path, feed: str) -> list[tuple[str, str]]:
    """Let newsboat fetch the feed; return guid and title of all it has stored."""
    folder.mkdir(exist_ok=True)
    write(folder, {"urls": feed + "\n", "config": "cleanup-on-quit no\n"})
    files = ["-u", folder / "urls", "-c", folder / "cache.db", "-C", folder / "config"]
    command = [shutil.which("newsboat") or "newsboat", *map(str, files), "-x", "reload"]
    done = subprocess.run(
        command, capture_output=True, check=False, timeout=60, env={"HOME": str(folder), "TERM": "dumb"}
    )
    assert done.returncode == 0, done.stderr
    with sqlite3.connect(folder / "cache.db") as stored:
        rows = stored.execute("select guid, title from rss_item order by guid").fetchall()
    stored.close()
    return rows


def test_newsboat_stores_the_articles_under_stable_guids(served: tuple[Path, str], tmp_path: Path) -> None:
    root, address = served
    assert build(root, base_url=address).exit_code == 0
    first = _reload(tmp_path / "reader", address + "feed.xml")
    assert [guid for guid, _ in first] == sorted(p.stem for p in (root / "content").glob("*.md"))
    path = article_of(root, "bridge")
    path.write_text(path.read_text().replace("title: Council", "title: The council"))
    path.rename(path.with_name("renamed.md"))
    assert build(root, base_url=address.replace("127.0.0.1", "localhost")).exit_code == 0
    again = _reload(tmp_path / "reader", address + "feed.xml")
    assert [guid for guid, _ in again] == [guid for guid, _ in first]
    assert any(title.startswith("The council") for _, title in again)


def test_feedparser_reads_every_feed(served: tuple[Path, str]) -> None:
    root, address = served
    assert build(root, base_url=address).exit_code == 0
    feeds = sorted((root / "output").rglob("feed.xml"))
    assert len(feeds) > 1
    for path in feeds:
        read = feedparser.parse(path.read_bytes())
        assert (read.bozo, len(read.entries) > 0) == (False, True), path
