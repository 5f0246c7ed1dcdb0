"""Which changes on disk are noticed."""

import errno
import queue
import shutil
import time
from pathlib import Path

import pytest
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from sitegen.serve import watch
from sitegen.serve.folders import above, concerns, under
from sitegen.serve.watch import Watcher


class Seen:
    """Counts changes, and waits for them."""

    def __init__(self):
        self.changes: queue.Queue[float] = queue.Queue()
        self.notices = []

    def change(self):
        self.changes.put(time.monotonic())

    def wait(self):
        """Wait for a change, then for the end of what came with it."""
        self.changes.get(timeout=10)
        while True:
            try:
                self.changes.get(timeout=0.15)
            except queue.Empty:
                return


@pytest.fixture
def seen():
    return Seen()


@pytest.fixture
def watching(tmp_path, seen):
    """Start watching paths of the site."""
    watchers = []

    def begin(*names, poll=False):
        watcher = Watcher(tuple(tmp_path / name for name in names), seen.change, seen.notices.append, poll=poll)
        watchers.append(watcher)
        watcher.start()
        return watcher

    yield begin
    for watcher in watchers:
        watcher.stop()


def write(path: Path):
    path.write_text("new")


def rename_over(path: Path):
    fresh = path.with_name(".~fresh")
    fresh.write_text("new")
    fresh.replace(path)


def keep_backup(path: Path):
    path.rename(path.with_name(path.name + "~"))
    path.write_text("new")


def from_elsewhere(path: Path):
    fresh = path.parents[2] / "fresh"
    fresh.write_text("new")
    fresh.replace(path)


@pytest.mark.parametrize(
    "save", [write, rename_over, keep_backup, from_elsewhere, Path.unlink], ids=lambda f: f.__name__
)
def test_editors_ways_of_saving(tmp_path, watching, seen, save):
    path = tmp_path / "content/deep/a.md"
    path.parent.mkdir(parents=True)
    path.write_text("old")
    watching("content")
    save(path)
    seen.wait()


def test_a_file_is_watched_and_its_neighbours_are_not(tmp_path, watching, seen):
    for name in ("sitegen.toml", "other.toml"):
        (tmp_path / name).write_text("old")
    watching("sitegen.toml")
    rename_over(tmp_path / "other.toml")
    (tmp_path / "output/deep").mkdir(parents=True)
    rename_over(tmp_path / "sitegen.toml")
    seen.changes.get(timeout=10)  # the neighbours' events would have come first


def test_reading_is_no_change(tmp_path, watching, seen):
    (tmp_path / "content").mkdir()
    path = tmp_path / "content/a.md"
    path.write_text("old")
    watching("content")
    write(path)
    seen.wait()
    path.read_text()
    list(path.parent.iterdir())
    assert seen.changes.empty()


def test_a_folder_that_is_made_later_is_watched(tmp_path, watching, seen):
    watching("content", "themes/mine/templates")
    (tmp_path / "content").mkdir()
    seen.wait()
    write(tmp_path / "content/a.md")
    seen.wait()
    (tmp_path / "themes/mine/templates").mkdir(parents=True)
    seen.wait()
    write(tmp_path / "themes/mine/templates/a.html")
    seen.wait()


@pytest.mark.parametrize("remove", [shutil.rmtree, lambda path: path.rename(path.with_name("old"))], ids=["rm", "mv"])
def test_a_folder_that_is_removed_and_made_again_is_watched(tmp_path, watching, seen, remove):
    folder = tmp_path / "content"
    folder.mkdir()
    write(folder / "a.md")
    watching("content")
    remove(folder)
    folder.mkdir()
    seen.wait()
    deadline = time.monotonic() + 10
    while seen.changes.empty():  # until the new folder is the one that is watched
        write(folder / "a.md")
        assert time.monotonic() < deadline
        time.sleep(0.02)
    seen.wait()
    (folder / "deep").mkdir()
    seen.wait()
    write(folder / "deep/b.md")
    seen.wait()


def test_a_folder_behind_a_link_is_watched(tmp_path, watching, seen):
    (tmp_path / "elsewhere/deep").mkdir(parents=True)
    (tmp_path / "content").symlink_to(tmp_path / "elsewhere")
    watching("content")
    write(tmp_path / "elsewhere/a.md")
    seen.wait()
    write(tmp_path / "elsewhere/deep/a.md")
    seen.wait()


def test_polling_sees_the_same(tmp_path, watching, seen, monkeypatch):
    monkeypatch.setattr(watch, "POLL_EVERY", 0.02)
    (tmp_path / "content").mkdir()
    watching("content", poll=True)
    rename_over(tmp_path / "content/a.md")
    seen.wait()


class Exhausted(PollingObserver):
    """A system that has no more watches to give."""

    def schedule(self, *_arguments, **_options):
        raise OSError(errno.ENOSPC, "inotify watch limit reached")


def exhausted():
    raise OSError(errno.EMFILE, "inotify instance limit reached")


@pytest.fixture(params=[(Exhausted, "watch"), (exhausted, "instance")], ids=["watches", "instances"])
def limit(request, monkeypatch):
    """The name of a limit that is reached."""
    monkeypatch.setattr(watch, "POLL_EVERY", 0.02)
    monkeypatch.setattr(watch, "Observer", request.param[0])
    return request.param[1]


def test_a_system_without_further_watches_is_polled(tmp_path, watching, seen, limit):
    (tmp_path / "content").mkdir()
    watching("content")
    write(tmp_path / "content/a.md")
    seen.wait()
    assert [(n.code, n.message) for n in seen.notices] == [
        ("watch-limit", f"inotify {limit} limit reached: changes are noticed by polling, once a second")
    ]


def test_a_new_folder_for_which_there_is_no_watch_left_is_polled(tmp_path, watching, seen, monkeypatch, wait):
    monkeypatch.setattr(watch, "POLL_EVERY", 0.02)
    (tmp_path / "content").mkdir()
    watching("content")
    monkeypatch.setattr(Observer, "schedule", Exhausted.schedule)
    (tmp_path / "content/new").mkdir()
    seen.wait()
    wait(lambda: len(seen.notices) == 1)


def test_a_great_many_folders_are_polled(tmp_path, watching, seen, monkeypatch):
    monkeypatch.setattr(watch, "POLL_EVERY", 0.02)
    monkeypatch.setattr(watch, "MOST_FOLDERS", 5)
    for number in range(5):
        (tmp_path / f"content/{number}").mkdir(parents=True)
    watching("content")
    assert len(seen.notices) == 1
    write(tmp_path / "content/3/a.md")
    seen.wait()


@pytest.mark.parametrize(
    ("path", "so"),
    [
        ("/site/content/a.md", True),
        ("/site/content", True),
        ("/site/content/deep/a.md", True),
        ("/site/contents/a.md", False),
        ("/site/output/index.html", False),
        ("/site/.sitegen/memo", False),
        ("/site/content/.a.md.swp", False),
        ("/site/content/a.md~", False),
        ("/site/content/#a.md#", False),
        ("/site/content/4913", False),
        ("/site/content/.git/index", False),
    ],
)
def test_what_concerns_the_site(path, so):
    assert concerns(Path(path), Path("/site/content")) is so


def test_neither_output_nor_caches_are_watched(tmp_path):
    for name in ("content", "output/deep", ".sitegen"):
        (tmp_path / name).mkdir(parents=True)
    targets = frozenset({tmp_path / "content", tmp_path / "sitegen.toml", tmp_path / "seeds"})
    assert [folder.path for folder in under(targets)] == [tmp_path / "content"]
    assert {folder.path for folder in above(targets)} == {tmp_path}
