"""The record of the last build."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.fingerprint import of_bytes
from sitegen.model.diagnostic import Diagnostic, Severity
from sitegen.store import manifest
from sitegen.store.manifest import FileRecord, Manifest, OutputRecord
from sitegen.store.tree import Stat, disk_clock, read_bytes, scan

numbers = st.integers(min_value=0, max_value=2**64)
texts = st.text(st.characters(), max_size=12)
stats = st.builds(Stat, size=numbers, mtime_ns=numbers, ctime_ns=numbers, inode=numbers)
outputs = st.builds(
    OutputRecord,
    stat=stats,
    hash=texts,
    view=texts,
    templates=texts,
    engine=texts,
    template=texts,
    sources=st.lists(texts, max_size=3).map(tuple),
    reason=texts,
)
told = st.builds(
    Diagnostic, severity=st.sampled_from(Severity), code=texts, path=texts, line=numbers, message=texts, source=texts
)
manifests = st.builds(
    Manifest,
    key=texts,
    scanned_ns=numbers,
    made_ns=numbers,
    inputs=st.dictionaries(texts, st.builds(FileRecord, stat=stats, hash=texts), max_size=3),
    outputs=st.dictionaries(texts, outputs, max_size=3),
    diagnostics=st.lists(told, max_size=2).map(tuple),
    extra=st.dictionaries(texts, texts, max_size=2),
)

PATIENT = settings(deadline=None, max_examples=50)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("manifest") / "manifest.json"


@settings(PATIENT)
@given(record=manifests)
def test_what_is_dumped_is_loaded(path, record):
    path.write_bytes(manifest.dump(record))
    assert manifest.load(path) == record


@settings(PATIENT)
@given(record=manifests, data=st.data())
def test_a_damaged_record_is_none(path, record, data):
    whole = manifest.dump(record)
    at = data.draw(st.integers(0, len(whole) - 1))
    flipped = bytes([whole[at] ^ data.draw(st.integers(1, 255))])
    for damaged in (whole[:at], whole[:at] + flipped + whole[at + 1 :], whole + b"x"):
        path.write_bytes(damaged)
        assert manifest.load(path) is None


def test_a_missing_record_or_a_folder_in_its_place_is_none(tmp_path):
    assert manifest.load(tmp_path / "nowhere") is None
    assert manifest.load(tmp_path) is None


def test_order_of_making_does_not_show_in_the_bytes():
    one, two = FileRecord(stat=_stat(), hash="1"), FileRecord(stat=_stat(), hash="2")
    empty = Manifest(key="", scanned_ns=0, made_ns=0)
    assert manifest.dump(replace(empty, inputs={"a": one, "b": two})) == manifest.dump(
        replace(empty, inputs={"b": two, "a": one})
    )


def _stat(**values):
    return Stat(**{"size": 1, "mtime_ns": 5, "ctime_ns": 5, "inode": 7, **values})


def _record(data=b"x", **values):
    return {"a": FileRecord(stat=_stat(**values), hash=of_bytes(data))}


def _unread(name):
    raise AssertionError(name)


def test_an_older_file_of_the_same_stat_is_not_read():
    assert manifest.changed(_record(), {"a": _stat()}, 6, _unread) == frozenset()


def test_added_and_removed_files_differ():
    assert manifest.changed(_record(), {"b": _stat()}, 6, _unread) == {"a", "b"}


def test_another_size_differs_unread():
    assert manifest.changed(_record(), {"a": _stat(size=2)}, 6, _unread) == {"a"}


@pytest.mark.parametrize("touched", [{"mtime_ns": 4}, {"ctime_ns": 4}, {"inode": 8}])
def test_where_the_stat_differs_the_bytes_decide(touched):
    now = {"a": _stat(**touched)}
    assert manifest.changed(_record(), now, 6, lambda _: b"x") == frozenset()
    assert manifest.changed(_record(), now, 6, lambda _: b"y") == {"a"}


@pytest.mark.parametrize("young", [{"mtime_ns": 6}, {"ctime_ns": 6}])
def test_a_file_as_young_as_the_record_is_read(young):
    assert manifest.changed(_record(**young), {"a": _stat(**young)}, 6, lambda _: b"y") == {"a"}


def test_a_file_that_goes_away_while_looking_differs(tmp_path):
    now = {"a": _stat(inode=8)}
    assert manifest.changed(_record(), now, 6, lambda name: (tmp_path / name).read_bytes()) == {"a"}
    assert manifest.changed(_record(), now, 6, lambda name: read_bytes(tmp_path / name)) == {"a"}


edits = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([None, b"1", b"2", b"33"])), max_size=6)


@settings(PATIENT)
@given(first=edits, then=edits)
def test_what_really_changed_on_a_disk_is_found_without_waiting(tmp_path_factory, first, then):
    root, site = tmp_path_factory.mktemp("tree"), tmp_path_factory.getbasetemp()
    _edit(root, first)
    clock, before = disk_clock(site), _files(root)
    recorded = {n: FileRecord(stat=s, hash=of_bytes((root / n).read_bytes())) for n, s in scan(root).items()}
    _edit(root, then)
    after = _files(root)
    really = {n for n in before.keys() | after.keys() if before.get(n) != after.get(n)}
    assert manifest.changed(recorded, scan(root), clock, lambda n: (root / n).read_bytes()) == really


def _edit(root, changes):
    for name, data in changes:
        if data is None:
            (root / name).unlink(missing_ok=True)
        else:
            (root / name).write_bytes(data)


def _files(root):
    return {p.name: p.read_bytes() for p in root.iterdir()}


def test_a_refreshed_record_needs_no_reading():
    old = Manifest(key="", scanned_ns=6, made_ns=6, inputs=_record())
    moved = {"a": _stat(inode=8, ctime_ns=8, mtime_ns=4)}
    new = manifest.refreshed(old, moved, {}, 9)
    assert manifest.changed(new.inputs, moved, new.scanned_ns, _unread) == frozenset()
