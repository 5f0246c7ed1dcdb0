"""When a build starts: after a quiet moment, one at a time."""

import multiprocessing
import queue
import threading
import time

import pytest

from sitegen.model.report import BuildReport
from sitegen.serve import rebuild
from sitegen.serve.rebuild import Rebuilder


@pytest.fixture
def builder():
    """A builder with the reports it delivered; build waits at the gate, which is open."""
    reports: queue.Queue[BuildReport] = queue.Queue()
    gate = threading.Event()
    gate.set()

    def build():
        gate.wait(10)
        return BuildReport()

    one = Rebuilder(build, reports.put)
    one.start()
    reports.get(timeout=5)
    yield one, reports, gate
    gate.set()
    one.stop(5)
    assert not one.is_alive()


def test_many_changes_are_one_build(builder, monkeypatch):
    one, reports, _ = builder
    monkeypatch.setattr(rebuild, "QUIET", 0.3)
    for _ in range(1000):
        one.changed()
    reports.get(timeout=5)
    assert reports.empty()


def test_a_build_waits_for_quiet_but_not_for_ever(builder, monkeypatch):
    one, reports, _ = builder
    monkeypatch.setattr(rebuild, "QUIET", 60)
    monkeypatch.setattr(rebuild, "PATIENCE", 0.3)
    begin = time.monotonic()
    while reports.empty():
        one.changed()
        time.sleep(0.01)
        assert time.monotonic() < begin + 5
    assert time.monotonic() - begin > 0.25


def test_a_report_that_cannot_be_delivered_does_not_end_the_preview(caplog):
    delivered = threading.Semaphore(0)

    def broken(_report):
        delivered.release()
        raise BrokenPipeError

    one = Rebuilder(BuildReport, broken)
    one.start()
    assert delivered.acquire(timeout=5)
    one.changed()
    assert delivered.acquire(timeout=5)
    one.stop(5)
    assert "could not be delivered" in caplog.text


def test_ending_does_not_wait_for_a_long_build(builder):
    one, reports, gate = builder
    gate.clear()
    one.changed()
    time.sleep(rebuild.QUIET * 2)
    begin = time.monotonic()
    one.stop(0.05)
    assert time.monotonic() - begin < 1
    assert one.daemon
    gate.set()
    one.join(5)
    assert reports.empty()


def test_ending_takes_a_long_builds_processes_from_it():
    begun = threading.Event()

    def build():
        process = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(600,))
        process.start()
        begun.set()
        process.join()
        return BuildReport()

    one = Rebuilder(build, lambda _report: None)
    one.start()
    assert begun.wait(10)
    one.stop(0.1)
    one.join(5)
    assert not one.is_alive()
