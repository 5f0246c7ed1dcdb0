"""Where work is done: the same work, the same results."""

import os
import signal
import socket
import sys
from concurrent.futures import as_completed

import distributed
import pytest

from sitegen import executors
from sitegen.executors import SchedulerError, executor


def _square(number):
    return number * number


def _refuse(number):
    raise ValueError(number)


def _die(_number):
    os.kill(os.getpid(), signal.SIGKILL)


def _check_work(pool):
    futures = {pool.submit(_square, n): n for n in range(7)}
    assert {n: f.result() for f, n in ((f, futures[f]) for f in as_completed(futures))} == {n: n * n for n in range(7)}
    assert list(pool.map(_square, range(5))) == [0, 1, 4, 9, 16]
    assert isinstance(pool.submit(_refuse, 3).exception(), ValueError)


def test_inline():
    with executor("inline") as pool:
        _check_work(pool)
        assert list(pool.map(pow, [2, 3], [3, 2])) == [8, 9]


def test_inline_work_of_a_map_is_done_when_it_is_asked_for():
    done = []
    with executor("inline") as pool:
        results = pool.map(done.append, [1, 2])
        next(results)
        assert done == [1]


@pytest.mark.parametrize("scheduler", [None, "processes"])
def test_processes(scheduler):
    with executor(scheduler, 1) as pool:
        _check_work(pool)


def test_a_killed_worker_is_told():
    with pytest.raises(SchedulerError) as told, executor("processes", 1) as pool:
        pool.submit(_die, 1).result()
    assert told.value.diagnostic.message == "processes: a worker process was killed"


def test_work_not_begun_is_dropped_after_an_error():
    futures = []

    def work():
        with executor("processes", 1) as pool:
            futures.extend(pool.submit(_square, n) for n in range(500))
            futures[0].result()
            _ = 1 / 0

    with pytest.raises(ZeroDivisionError):
        work()
    assert futures[-1].cancelled()


@pytest.mark.parametrize(
    "scheduler", ["", "thread", "host:8786", "tcp://", "tcp://host", "tcp://host:port", "nothing://host:1", "tcp://[:1"]
)
def test_an_unknown_scheduler_is_told(scheduler):
    with pytest.raises(SchedulerError) as told, executor(scheduler):
        pass
    assert told.value.diagnostic.message.endswith("no such scheduler")


@pytest.fixture(scope="module")
def cluster():
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, host="127.0.0.1", protocol="tcp", dashboard_address=None
    ) as running:
        yield running


def test_a_dask_cluster(cluster):
    with executor(cluster.scheduler_address) as pool:
        _check_work(pool)


def test_a_dask_cluster_with_another_release_is_refused(cluster, monkeypatch):
    monkeypatch.setattr(executors, "_releases", lambda *_: {"tcp://127.0.0.1:1": "0.0.1"})
    with pytest.raises(SchedulerError) as told, executor(cluster.scheduler_address):
        pass
    assert "a worker has sitegen 0.0.1" in told.value.diagnostic.message


def test_a_dask_cluster_without_workers_is_refused(cluster, monkeypatch):
    monkeypatch.setattr(executors, "_releases", lambda *_: {})
    with pytest.raises(SchedulerError) as told, executor(cluster.scheduler_address):
        pass
    assert told.value.diagnostic.message.endswith("the Dask cluster has no workers")


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch):
    monkeypatch.setattr(executors, "_ANSWER_SECONDS", 0.5)
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{nobody.getsockname()[1]}"
        with pytest.raises(SchedulerError) as told, executor(address):
            pass
    assert told.value.diagnostic.message.startswith(address)
    assert "no Dask scheduler answers there" in told.value.diagnostic.message


def test_without_dask_one_is_told_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SchedulerError) as told, executor("tcp://127.0.0.1:8786"):
        pass
    assert told.value.diagnostic.message.endswith("Dask is not installed")
