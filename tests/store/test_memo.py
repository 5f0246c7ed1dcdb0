"""Results of costly stages."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.store import places
from sitegen.store.memo import Memo

texts = st.text(st.characters(), max_size=30)

PATIENT = settings(deadline=None, max_examples=40)


@pytest.fixture
def site(tmp_path):
    return tmp_path


def _filled(site, count=50):
    memo = Memo(site)
    memo.put_many("clean", {f"key{i}": f"text {i} " * 20 for i in range(count)})
    memo.close()


def test_what_was_put_is_there_in_the_next_build(site):
    memo = Memo(site)
    memo.put("clean", "k", "one")
    memo.put("annotate", "k", "two")
    memo.put("clean", "k", "three")
    assert memo.get("clean", "k") == "three"
    memo.close()
    memo = Memo(site)
    assert memo.get_many("clean", ["k", "other"]) == {"k": "three"}
    assert memo.get("annotate", "k") == "two"
    assert memo.get("link", "k") is None
    memo.close()


@settings(PATIENT)
@given(stage=texts, key=texts, text=texts)
def test_any_text_comes_back_as_it_was(tmp_path_factory, stage, key, text):
    memo = Memo(tmp_path_factory.mktemp("memo"))
    memo.put(stage.encode("utf-8", "replace").decode(), key.encode("utf-8", "replace").decode(), text)
    found = memo.get(stage.encode("utf-8", "replace").decode(), key.encode("utf-8", "replace").decode())
    memo.close()
    assert found == text


def test_a_killed_build_keeps_what_it_had_in_full_batches(site):
    killed = Memo(site)
    for i in range(450):
        killed.put("clean", str(i), "text")
    killed._rows.close()  # as the system does it: nothing is committed
    later = Memo(site)
    assert later.get("clean", "399") == "text"
    assert later.get("clean", "449") is None
    later.close()


def test_after_close_it_is_empty(site):
    memo = Memo(site)
    memo.put("clean", "k", "one")
    memo.close()
    memo.close()
    memo.put("clean", "k", "two")
    assert memo.get("clean", "k") is None


@pytest.mark.parametrize("damage", [b"", b"no database at all, but long enough to be looked at " * 40])
def test_a_destroyed_memo_begins_anew(site, damage):
    _filled(site)
    places.memo(site).write_bytes(damage)
    memo = Memo(site)
    assert memo.get("clean", "key1") is None
    memo.put("clean", "key1", "new")
    memo.close()
    memo = Memo(site)
    assert memo.get("clean", "key1") == "new"
    memo.close()


@settings(PATIENT)
@given(data=st.data())
def test_a_damaged_memo_is_never_wrong_and_never_raises(tmp_path_factory, data):
    site = tmp_path_factory.mktemp("memo")
    _filled(site)
    path = places.memo(site)
    whole = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(whole) - 1))
    length = data.draw(st.integers(1, 3000))
    whole[at : at + length] = data.draw(st.sampled_from([b"", b"\0" * length, b"\xff" * length, b"7" * length]))
    path.write_bytes(whole)
    memo = Memo(site)
    found = memo.get_many("clean", [f"key{i}" for i in range(50)])
    assert all(text == f"text {key[3:]} " * 20 for key, text in found.items())
    memo.put("clean", "after", "text")
    assert memo.get("clean", "after") in {"text", None}
    memo.sweep(builds=0, small=0)
    memo.close()
    for _ in range(2):  # the damage is found at the latest by a write, and then gone
        memo = Memo(site)
        memo.put_many("clean", {f"key{i}": "new" for i in range(50)})
        memo.close()
    memo = Memo(site)
    assert memo.get("clean", "key7") == "new"
    memo.close()


def test_a_row_that_was_changed_was_never_there(site):
    _filled(site)
    with sqlite3.connect(places.memo(site)) as rows:
        rows.execute("UPDATE texts SET text = CAST('forged' AS BLOB) WHERE key = 'key1'")
        rows.execute("UPDATE texts SET text = 'text', checksum = 3, used = 'x' WHERE key = 'key2'")
    rows.close()
    memo = Memo(site)
    assert memo.get("clean", "key1") is None
    assert memo.get("clean", "key2") is None
    assert memo.get("clean", "key3") == "text 3 " * 20
    memo.close()


def test_a_memo_of_another_version_begins_anew(site):
    _filled(site)
    with sqlite3.connect(places.memo(site)) as rows:
        rows.execute("PRAGMA user_version = 99")
    rows.close()
    memo = Memo(site)
    assert memo.get("clean", "key1") is None
    memo.put("clean", "key1", "new")
    assert memo.get("clean", "key1") == "new"
    memo.close()


def test_a_locked_memo_is_empty_and_stays_whole(site):
    _filled(site)
    other = sqlite3.connect(places.memo(site))
    other.execute("BEGIN IMMEDIATE")
    memo = Memo(site)
    assert memo.get("clean", "key1") is None
    memo.put("clean", "key1", "new")
    memo.close()
    other.close()
    memo = Memo(site)
    assert memo.get("clean", "key1") == "text 1 " * 20
    memo.close()


def test_where_no_memo_can_be_it_is_empty(site):
    places.memo(site).mkdir(parents=True)
    memo = Memo(site)
    memo.put("clean", "k", "one")
    assert memo.get("clean", "k") is None
    memo.sweep()
    memo.close()
    blocked = site / "file"
    blocked.write_bytes(b"")
    memo = Memo(blocked)
    assert memo.get("clean", "k") is None
    memo.close()


def test_what_the_last_builds_did_not_use_is_swept_once_the_memo_is_large(site):
    _filled(site)
    for _ in range(40):
        memo = Memo(site)
        memo.get("clean", "key1")
        memo.close()
    memo = Memo(site)
    memo.sweep(builds=10)
    assert memo.get("clean", "key2") is not None, "small enough to keep all"
    memo.close()
    for _ in range(40):
        memo = Memo(site)
        memo.get("clean", "key1")
        memo.close()
    before = places.memo(site).stat().st_size
    memo = Memo(site)
    memo.sweep(builds=10, small=0)
    assert memo.get("clean", "key1") is not None
    assert memo.get("clean", "key3") is None
    memo.close()
    assert places.memo(site).stat().st_size < before
