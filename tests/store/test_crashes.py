"""Killed at any moment, or refused by the disk: the whole old site or the whole new one, at the latest after the next command."""

import os
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.store import places
from sitegen.store.failure import StoreError
from sitegen.store.publish import pending, publish, recover
from tests.store.disk import Died, Disk, failing, quick
from tests.store.outputs import change, published, sites

PATIENT = settings(deadline=None, max_examples=8)
"""An example tries every moment of a publication."""


def _steps(fresh, old, new):
    """Return how many changes a publication makes."""
    site, output = fresh(old)
    with failing(Disk(wrong=Died, at=0)) as disk:
        change(site, output, new)
    return disk.count


@settings(PATIENT)
@given(old=sites, new=sites)
@quick()
def test_killed_at_any_moment_the_next_command_has_the_old_or_the_new_site(fresh, old, new):
    for at in range(1, _steps(fresh, old, new) + 1):
        site, output = fresh(old)
        with failing(Disk(wrong=Died, at=at)), pytest.raises(Died):
            change(site, output, new)
        _check_moment(old, new, published(output), pending(site))
        decided = pending(site)
        assert recover(site) is decided
        assert published(output) == (new if decided or published(output) == new else old)
        assert not places.staging(site).exists()
        change(site, output, new)
        assert published(output) == new


def _check_moment(old, new, now, decided):
    """Every page is whole, old or new; before the decision all are old; none that stays is missing."""
    assert all(data in (old.get(path), new.get(path)) for path, data in now.items())
    in_the_way = any(p.startswith(f"{q}/") or q.startswith(f"{p}/") for p in old for q in new)
    assert in_the_way or old.keys() & new.keys() <= now.keys()
    assert decided or now in (old, new)


@settings(PATIENT)
@given(old=sites, new=sites, again=st.integers(1, 30))
@quick()
def test_killed_again_while_recovering_the_next_command_finishes(fresh, old, new, again):
    for at in range(1, _steps(fresh, old, new) + 1, 3):
        site, output = fresh(old)
        with failing(Disk(wrong=Died, at=at)), pytest.raises(Died):
            change(site, output, new)
        with failing(Disk(wrong=Died, at=again)), suppress(Died):
            recover(site)
        recover(site)
        assert published(output) in (old, new)
        change(site, output, new)
        assert published(output) == new


@settings(PATIENT)
@given(old=sites, new=sites, errno=st.sampled_from([28, 5, 30, 24]), lasting=st.booleans())
@quick()
def test_a_disk_that_refuses_leaves_a_whole_site_and_says_so(fresh, old, new, errno, lasting):
    for at in range(1, _steps(fresh, old, new) + 1):
        site, output = fresh(old)
        told = None
        with failing(Disk(wrong=lambda: OSError(errno, os.strerror(errno)), at=at, lasting=lasting)):
            try:
                change(site, output, new)
            except StoreError as error:
                told = error.diagnostic
        now = published(output)
        assert told is not None or now == new
        assert lasting or now in (old, new)
        assert not told or told.message == os.strerror(errno)
        assert not told or now == old or "as it was" not in told.hint
        recover(site)
        assert published(output) in (old, new)
        change(site, output, new)
        assert published(output) == new


def test_a_site_that_was_moved_after_a_crash_is_finished_where_it_is(fresh, tmp_path):
    site, output = fresh({"a.html": b"1", "b.html": b"1"})
    new = {"a.html": b"2", "c.html": b"2"}
    for at in range(1, 200):
        with failing(Disk(wrong=Died, at=at)), pytest.raises(Died):
            change(site, output, new)
        if pending(site):
            break
        recover(site)
    moved = tmp_path / "moved"
    site.rename(moved)
    assert recover(moved)
    assert published(moved / "output") == new


def _decided(fresh):
    """Return a site whose publication was killed right after it was decided."""
    site, output = fresh({"a.html": b"1", "gone.html": b"1"})
    for at in range(1, 200):
        with failing(Disk(wrong=Died, at=at)), pytest.raises(Died):
            change(site, output, {"a.html": b"2", "c.html": b"2"})
        if pending(site):
            return site, output
        recover(site)
    raise AssertionError


def test_publishing_over_an_unfinished_publication_is_a_bug(fresh):
    site, output = _decided(fresh)
    with pytest.raises(RuntimeError, match="recover comes first"):
        publish(site, output, {}, (), lambda _: b"")


def test_a_damaged_journal_is_dropped_with_the_manifest(fresh):
    site, output = _decided(fresh)
    places.journal(site).write_bytes(places.journal(site).read_bytes()[:-3])
    assert not recover(site)
    assert not pending(site)
    assert not places.manifest(site).exists()
    change(site, output, {"a.html": b"2"})
    assert published(output) == {"a.html": b"2"}


def test_where_new_files_were_lost_nothing_is_removed_and_the_manifest_goes(fresh):
    site, output = _decided(fresh)
    (places.staging(site) / "1").unlink()
    assert not recover(site)
    assert published(output) == {"a.html": b"1", "gone.html": b"1"}
    assert not places.manifest(site).exists()


def test_an_output_that_is_gone_or_no_longer_ours_is_left_alone(fresh):
    site, output = _decided(fresh)
    (output / places.MARK).unlink()
    assert not recover(site)
    assert published(output) == {"a.html": b"1", "gone.html": b"1"}
    assert not pending(site)
