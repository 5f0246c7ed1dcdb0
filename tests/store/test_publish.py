"""A publication: what lies in the output folder before and after."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings

from sitegen.store import places
from sitegen.store.failure import StoreError
from sitegen.store.publish import claim, lock, pending, publish, recover
from tests.store.outputs import change, folders, published, sites


@settings(deadline=None, max_examples=8)
@given(old=sites, new=sites)
def test_the_output_becomes_the_new_site(fresh, old, new):
    site, output = fresh(old)
    inode = output.stat().st_ino
    written = change(site, output, new)
    assert published(output) == new
    assert output.stat().st_ino == inode
    assert places.manifest(site).read_bytes() == repr(written).encode()
    assert folders(output) == {"/".join(p.split("/")[:n]) for p in new for n in range(1, p.count("/") + 1)}
    assert sorted(p.name for p in places.state(site).iterdir()) == ["manifest.json", "output.lock"]
    assert not recover(site)


def test_a_page_that_never_can_be_replaced_brings_the_whole_old_site_back(fresh, monkeypatch):
    old = {"a.html": b"1", "b.html": b"1", "gone.html": b"1"}
    site, output = fresh(old)
    replace = os.replace

    def stubborn(source, target):
        if os.fspath(target) == os.fspath(output / "b.html") and b"2" in source.read_bytes():
            raise PermissionError(1, "Operation not permitted", os.fspath(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", stubborn)
    with pytest.raises(StoreError) as told:
        change(site, output, {"a.html": b"2", "b.html": b"2", "new/c.html": b"2"})
    assert published(output) == old
    assert folders(output) == set()
    assert not pending(site)
    assert told.value.diagnostic.path == (output / "b.html").as_posix()
    assert "as it was" in told.value.diagnostic.hint


def test_removals_come_last_and_can_be_undone(fresh, monkeypatch):
    old = {"a/index.html": b"1", "b/index.html": b"1", "c.html": b"1"}
    site, output = fresh(old)
    replace = os.replace

    def stubborn(source, target):
        if os.fspath(source) == os.fspath(output / "c.html"):
            raise PermissionError(1, "Operation not permitted", os.fspath(source))
        replace(source, target)

    monkeypatch.setattr(os, "replace", stubborn)
    with pytest.raises(StoreError):
        change(site, output, {"b/index.html": b"2"})
    assert published(output) == old


def test_on_a_disk_without_second_names_everything_works_but_undoing(fresh, monkeypatch):
    site, output = fresh({"a.html": b"1", "b.html": b"1"})

    def none(*_arguments, **_named):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", none)
    change(site, output, {"a.html": b"2", "c.html": b"2"})
    assert published(output) == {"a.html": b"2", "c.html": b"2"}


def test_an_interrupt_waits_until_the_site_is_whole(fresh, monkeypatch):
    site, output = fresh({"a.html": b"1", "b.html": b"1"})
    replace, hits = os.replace, []

    def interrupted(source, target):
        if os.fspath(target).endswith("b.html") and not hits:
            hits.append(1)
            raise KeyboardInterrupt
        replace(source, target)

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        change(site, output, {"a.html": b"2", "b.html": b"2"})
    assert published(output) == {"a.html": b"2", "b.html": b"2"}
    assert recover(site)


@pytest.mark.parametrize("path", ["", "/etc/x", "../x", "a/../../x", "a//b", "./a", "a/", "a\0b", ".sitegen-output"])
def test_a_path_out_of_the_output_is_a_bug(fresh, path):
    site, output = fresh({"a.html": b"1"})
    with pytest.raises(ValueError, match="no path inside"):
        publish(site, output, {path: b"x"}, (), lambda _: b"")
    with pytest.raises(ValueError, match="no path inside"):
        publish(site, output, {}, (path,), lambda _: b"")


def test_links_in_the_output_are_not_followed(fresh, tmp_path):
    site, output = fresh({"a.html": b"1"})
    (tmp_path / "x.html").write_bytes(b"foreign")
    (output / "linked").symlink_to(tmp_path)
    (output / "b.html").symlink_to(tmp_path / "x.html")
    for writes, removals in (({"linked/x.html": b"2"}, ()), ({}, ("linked/x.html",))):
        with pytest.raises(StoreError) as told:
            publish(site, output, {"a.html": b"2", **writes}, removals, lambda _: b"")
        assert told.value.diagnostic.code == "in-the-way"
        assert (output / "a.html").read_bytes() == b"1"
    publish(site, output, {"b.html": b"2"}, (), lambda _: b"")
    assert (output / "b.html").read_bytes() == b"2"
    assert (tmp_path / "x.html").read_bytes() == b"foreign"


@pytest.mark.parametrize(("foreign", "page"), [("x/mine.txt", "x"), ("x", "x/index.html")])
def test_a_foreign_file_in_the_way_stops_the_publication_before_it_begins(fresh, foreign, page):
    site, output = fresh({"a.html": b"1"})
    (output / foreign).parent.mkdir(exist_ok=True)
    (output / foreign).write_bytes(b"mine")
    with pytest.raises(StoreError) as told:
        publish(site, output, {"a.html": b"2", page: b"2"}, (), lambda _: b"")
    assert told.value.diagnostic.code == "in-the-way"
    assert published(output) == {"a.html": b"1", foreign: b"mine"}


def test_a_name_that_the_disk_cannot_hold_is_told_before_anything_is_published(fresh):
    site, output = fresh({"a.html": b"1"})
    with pytest.raises(StoreError) as told:
        publish(site, output, {"a.html": b"2", "n" * 300: b"2"}, (), lambda _: b"")
    assert told.value.diagnostic.code == "name-too-long"
    assert published(output) == {"a.html": b"1"}


def test_an_output_on_another_file_system_has_its_staging_there(fresh, monkeypatch):
    site, output = fresh({"a.html": b"1"})
    rename = os.rename
    tried = []

    def between_mounts(source, target):
        tried.append(os.fspath(source))
        if not os.fspath(source).startswith(os.fspath(output)):
            raise OSError(18, "Invalid cross-device link")
        rename(source, target)

    monkeypatch.setattr(os, "rename", between_mounts)
    change(site, output, {"a.html": b"2", "b.html": b"2"})
    assert [Path(t).parent.name for t in tried] == ["staging", ".output.sitegen-staging"]
    assert published(output) == {"a.html": b"2", "b.html": b"2"}
    assert sorted(p.name for p in site.iterdir()) == [".sitegen", "output"]


def test_nothing_to_publish_still_replaces_the_manifest(fresh):
    site, output = fresh({"a.html": b"1"})
    publish(site, output, {}, (), lambda stats: b"again" if not stats else b"")
    assert places.manifest(site).read_bytes() == b"again"


def test_many_files_at_once(fresh):
    site, output = fresh({f"old/{i}.html": b"1" for i in range(300)})
    new = {f"new/{i}/index.html": b"%d" % i for i in range(300)} | {f"old/{i}.html": b"2" for i in range(100)}
    with lock(site):
        change(site, output, new)
    assert published(output) == new


def test_an_output_folder_is_made_and_marked(tmp_path):
    assert claim(tmp_path / "site" / "output").value
    assert claim(tmp_path / "site" / "output").value
    assert (tmp_path / "site" / "output" / places.MARK).is_file()


def test_an_empty_folder_becomes_ours(tmp_path):
    assert claim(tmp_path).value
    assert (tmp_path / places.MARK).is_file()


def test_a_folder_with_files_of_others_is_not_ours(tmp_path):
    (tmp_path / "thesis.odt").write_bytes(b"years of work")
    claimed = claim(tmp_path)
    assert not claimed.value
    assert claimed.diagnostics[0].code == "output-not-ours"
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.odt"]


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_a_file_is_no_output_folder(tmp_path, name):
    (tmp_path / "file").write_bytes(b"")
    claimed = claim(tmp_path / name)
    assert [d.code for d in claimed.diagnostics] == ["not-a-folder"]
