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

from tests.sites import FERRY, article_of, build, site, write

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


def _reload(folder: Path, feed: str) -> list[tuple[str, str, int]]:
    """Let newsboat fetch the feed; return guid, title and whether it is unread of all it has stored."""
    folder.mkdir(exist_ok=True)
    write(folder, {"urls": feed + "\n", "config": "cleanup-on-quit no\n"})
    files = ["-u", folder / "urls", "-c", folder / "cache.db", "-C", folder / "config"]
    command = [shutil.which("newsboat") or "newsboat", *map(str, files), "-x", "reload"]
    done = subprocess.run(
        command, capture_output=True, check=False, timeout=60, env={"HOME": str(folder), "TERM": "dumb"}
    )
    assert done.returncode == 0, done.stderr
    with sqlite3.connect(folder / "cache.db") as stored:
        rows = stored.execute("select guid, title, unread from rss_item order by guid").fetchall()
    stored.close()
    return rows


def _read_all(folder: Path) -> None:
    """Mark everything as read, as its user would."""
    with sqlite3.connect(folder / "cache.db") as stored:
        stored.execute("update rss_item set unread = 0")
    stored.close()


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml", "timeline/atom.xml"])
def test_newsboat_has_each_entry_once_whatever_is_renamed(served: tuple[Path, str], tmp_path: Path, name: str) -> None:
    root, address = served
    assert build(root, base_url=address).exit_code == 0
    first = _reload(tmp_path / "reader", address + name)
    assert len(first) == {"feed.xml": 2, "atom.xml": 2, "timeline/atom.xml": 3}[name]
    path = article_of(root, "bridge")
    path.write_text(path.read_text().replace("title: Council", "title: The council"))
    path.rename(path.with_name("renamed.md"))
    assert build(root, base_url=address.replace("127.0.0.1", "localhost")).exit_code == 0
    again = _reload(tmp_path / "reader", address + name)
    assert [guid for guid, _, _ in again] == [guid for guid, _, _ in first]
    assert any(title.startswith("The council") for _, title, _ in again) or name.startswith("timeline")


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_newsboat_sees_what_is_new_once(served: tuple[Path, str], tmp_path: Path, name: str) -> None:
    root, address = served
    assert build(root, base_url=address).exit_code == 0
    _reload(tmp_path / "reader", address + name)
    _read_all(tmp_path / "reader")
    write(root, {"seeds/bus.txt": FERRY.replace("Ferry", "Bus").replace("14 March", "20 March")})
    for _ in range(2):
        assert build(root, base_url=address).exit_code == 0
        unread = [title for _, title, new in _reload(tmp_path / "reader", address + name) if new]
        assert unread == ["Bus company warns of lost jobs"]


def test_the_guid_in_rss_is_the_articles_id(served: tuple[Path, str], tmp_path: Path) -> None:
    root, address = served
    assert build(root, base_url=address).exit_code == 0
    stored = _reload(tmp_path / "reader", address + "feed.xml")
    assert [guid for guid, _, _ in stored] == sorted(p.stem for p in (root / "content").glob("*.md"))


def test_feedparser_reads_every_feed(served: tuple[Path, str]) -> None:
    root, address = served
    assert build(root, base_url=address).exit_code == 0
    feeds = sorted(p for name in ("feed.xml", "atom.xml") for p in (root / "output").rglob(name))
    assert len(feeds) > 10
    for path in feeds:
        read = feedparser.parse(path.read_bytes())
        assert (read.bozo, len(read.entries) > 0) == (False, True), path
