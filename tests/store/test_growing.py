"""A file that grows is under its name only when it is whole, and never over another."""

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest

from sitegen.store.growing import GrowingFile, finish_left, reading
from sitegen.store.tree import StoreError, scan


def length_of_lines(stream: BinaryIO) -> int:
    return stream.read().rfind(b"\n") + 1


def test_it_is_hidden_until_it_is_finished(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "er"
    file = GrowingFile(folder, "log.txt.gz")
    assert file.finish() is None
    assert not folder.exists()
    file.append(b"one\n")
    file.append(b"two\n")
    assert scan(folder) == {}
    assert file.finish() == folder / "log.txt.gz"
    assert list(scan(folder)) == ["log.txt.gz"]
    with reading(folder / "log.txt.gz") as stream:
        assert stream.read() == b"one\ntwo\n"
    assert file.finish() is None


def test_it_never_replaces_another(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        file = GrowingFile(tmp_path, "log.txt.gz")
        file.append(b"x")
        names.append(file.finish())
    assert names == [tmp_path / "log.txt.gz", tmp_path / "log-2.txt.gz", tmp_path / "log-3.txt.gz"]


def test_what_a_killed_command_left_is_named_as_far_as_it_is_whole(tmp_path: Path) -> None:
    (tmp_path / ".log.txt.sitegen-new").write_bytes(b"one\ntwo\nthr")
    (tmp_path / ".nothing.txt.sitegen-new").write_bytes(b"on")
    assert finish_left(tmp_path, length_of_lines) == (tmp_path / "log.txt",)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("log.txt", b"one\ntwo\n")]
    assert finish_left(tmp_path / "none", length_of_lines) == ()
    assert length_of_lines(BytesIO(b"")) == 0


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError):
        GrowingFile(tmp_path / "file", "log.txt").append(b"x")
