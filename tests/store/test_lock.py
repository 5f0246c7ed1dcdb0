"""Who may work on a site now."""

import threading

import pytest

from sitegen.store import places
from sitegen.store.failure import StoreError
from sitegen.store.lock import lock, publishing, shared


def test_a_second_build_says_so_and_waits(tmp_path):
    told, done, said = [], [], threading.Event()

    def waiting():
        told.append("waiting")
        said.set()

    def second():
        with lock(tmp_path, waiting):
            done.append("second")

    with lock(tmp_path, lambda: told.append("never")):
        other = threading.Thread(target=second)
        other.start()
        assert said.wait(10)
        done.append("first")
    other.join(10)
    assert (told, done) == (["waiting"], ["first", "second"])


def test_a_lock_whose_file_was_deleted_is_taken_again(tmp_path):
    with lock(tmp_path):
        pass
    held, go, order = threading.Event(), threading.Event(), []

    def second():
        with lock(tmp_path, held.set):
            order.append(places.build_lock(tmp_path).exists())
            go.set()

    with lock(tmp_path):
        other = threading.Thread(target=second)
        other.start()
        assert held.wait(10)
        places.build_lock(tmp_path).unlink()
        places.state(tmp_path).joinpath("memo").write_bytes(b"")
    assert go.wait(10)
    other.join(10)
    assert order == [True]


def test_readers_read_together_and_never_during_a_publication(tmp_path):
    order, begun = [], threading.Event()

    def change():
        begun.set()
        with publishing(tmp_path):
            order.append("changed")

    with lock(tmp_path), shared(tmp_path), shared(tmp_path):
        writer = threading.Thread(target=change)
        writer.start()
        assert begun.wait(10)
        order.append("read")
    writer.join(10)
    assert order == ["read", "changed"]


def test_a_site_without_state_can_be_read_and_is_left_as_it_is(tmp_path):
    with shared(tmp_path):
        assert list(tmp_path.iterdir()) == []


def test_a_lock_is_let_go_after_an_error(tmp_path):
    with pytest.raises(ZeroDivisionError), lock(tmp_path):
        _ = 1 / 0
    with lock(tmp_path, lambda: pytest.fail("still held")):
        pass


def test_a_site_that_cannot_be_locked_is_told(tmp_path):
    (tmp_path / ".sitegen").write_bytes(b"a file")
    with pytest.raises(StoreError) as told, lock(tmp_path):
        pass
    assert told.value.diagnostic.code == "already-exists"
