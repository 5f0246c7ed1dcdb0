"""Folders, bytes and texts."""

import os

import pytest

from sitegen.store import tree
from sitegen.store.failure import StoreError


def test_a_missing_folder_has_no_files(tmp_path):
    assert tree.scan(tmp_path / "nowhere") == {}


def test_scan_lists_regular_files_sorted_without_links_and_left_overs(tmp_path):
    for name in ("b.md", "a/deep/x.md", "a.md", ".hidden", "a/.git/config", "note~", "note.swp", "#note#", "#1.md"):
        tree.write_durably(tmp_path / name, b"x")
    (tmp_path / "link.md").symlink_to(tmp_path / "a.md")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert list(tree.scan(tmp_path)) == ["#1.md", "a.md", "a/deep/x.md", "b.md"]


def test_scan_tells_versions_of_a_file_apart(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"one")
    before = tree.scan(tmp_path)
    assert tree.scan(tmp_path) == before
    tree.write_durably(path, b"two")
    assert tree.scan(tmp_path) != before


def test_scanning_a_file_is_told(tmp_path):
    (tmp_path / "content").write_text("no folder")
    with pytest.raises(StoreError) as told:
        tree.scan(tmp_path / "content")
    assert told.value.diagnostic.code == "not-a-folder"


def test_texts_keep_their_bom_and_line_ends(tmp_path):
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfone\r\ntwo\r")
    assert tree.read_texts(tmp_path, ["a.md"]).value == {"a.md": "\ufeffone\r\ntwo\r"}


def test_a_text_of_another_encoding_is_told_by_line_and_column_and_the_others_are_read(tmp_path):
    (tmp_path / "bad.md").write_bytes("first\nthe café said \u2019".encode() + "“no”\nlast".encode("cp1252"))
    (tmp_path / "good.md").write_bytes(b"fine")
    read = tree.read_texts(tmp_path, ["bad.md", "good.md", "gone.md"], "content/")
    assert read.value == {"good.md": "fine"}
    bad, gone = read.diagnostics
    assert str(bad) == "content/bad.md:2:16: error: not UTF-8: byte 0x93 cannot be read"
    assert bad.source.startswith("the café said ’")
    assert (gone.path, gone.code) == ("content/gone.md", "not-found")


def test_a_binary_file_of_one_long_line_is_told_in_short(tmp_path):
    (tmp_path / "a.md").write_bytes(b"\0\xff" * 500_000)
    (told,) = tree.read_texts(tmp_path, ["a.md"]).diagnostics
    assert told.hint == "this is no text file"
    assert told.source == ""


def test_a_durable_write_replaces_the_whole_file_and_keeps_its_mode(tmp_path):
    path = tmp_path / "new" / "a.md"
    tree.write_durably(path, b"long first version")
    path.chmod(0o640)
    tree.write_durably(path, b"short")
    assert path.read_bytes() == b"short"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in path.parent.iterdir()] == ["a.md"]


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError) as told:
        tree.write_durably(path, b"new")
    assert told.value.diagnostic.code == "disk-full"
    assert told.value.diagnostic.path == path.as_posix()
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


def test_a_name_of_the_longest_length_can_be_written(tmp_path):
    path = tmp_path / ("a" * 250 + ".md")
    tree.write_durably(path, b"x")
    assert path.read_bytes() == b"x"


def test_a_new_file_never_replaces_one(tmp_path):
    tree.write_new(tmp_path / "a.md", b"first")
    with pytest.raises(StoreError) as told:
        tree.write_new(tmp_path / "a.md", b"second")
    assert told.value.diagnostic.code == "already-exists"
    assert (tmp_path / "a.md").read_bytes() == b"first"


def test_the_small_questions(tmp_path):
    assert tree.is_empty(tmp_path)
    assert tree.is_empty(tmp_path / "nowhere")
    tree.write_file(tmp_path / "f" / "a.json", b"{}")
    assert not tree.is_empty(tmp_path / "f")
    assert tree.is_folder(tmp_path / "f")
    assert tree.is_file(tmp_path / "f" / "a.json")
    assert tree.read_bytes(tmp_path / "f" / "a.json") == b"{}"
    tree.remove(tmp_path / "f" / "a.json")
    tree.remove(tmp_path / "f" / "a.json")
    assert not tree.exists(tmp_path / "f" / "a.json")


def test_the_disks_clock_goes_on(tmp_path):
    first = tree.disk_clock(tmp_path)
    (tmp_path / "a").write_bytes(b"x")
    assert first <= tree.stat_of(tmp_path / "a").mtime_ns <= tree.disk_clock(tmp_path)
