"""Where work is done: in this process, in a pool of processes, or on a Dask cluster; all behave as concurrent.futures' Executor."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from importlib.metadata import version
from multiprocessing import get_context
from typing import Any, ParamSpec, TypeVar
from urllib.parse import urlsplit

from sitegen.model.diagnostic import Diagnostic, RefusedError, Severity

P = ParamSpec("P")
T = TypeVar("T")

_PROTOCOLS = {"tcp", "tls", "ucx", "ws", "wss"}

_ANSWER_SECONDS = 10
"""For a scheduler to answer and to have a worker."""


class SchedulerError(RefusedError):
    """There is no such place to work."""

    def __init__(self, scheduler: str, message: str, hint: str) -> None:
        told = f"{scheduler}: {message}"
        error = Severity.ERROR
        super().__init__(Diagnostic(severity=error, code="no-scheduler", path="--scheduler", message=told, hint=hint))


class Inline(Executor):
    """Does the work in this process when it is asked for."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do it now."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 -- it is raised where the result is asked for, as in any executor
            future.set_exception(error)
        return future

    def map(
        self, fn: Callable[..., T], *iterables: Iterable[object], timeout: float | None = None, chunksize: int = 1
    ) -> Iterator[T]:
        """Do each when its result is asked for, so that progress is seen."""
        del timeout, chunksize
        return map(fn, *iterables)


@contextmanager
def executor(scheduler: str | None, workers: int | None = None) -> Iterator[Executor]:
    """Offer the place named: "processes" (also without a name), "inline", or a Dask scheduler's address such as tcp://host:8786."""
    if scheduler in {None, "processes"}:
        with _processes(workers) as pool:
            yield pool
    elif scheduler == "inline":
        yield Inline()
    elif scheduler and _is_address(scheduler):
        with _cluster(scheduler) as pool:
            yield pool
    else:
        hint = "choose processes, inline, or the address of a Dask scheduler (tcp://host:8786)"
        raise SchedulerError(str(scheduler), "no such scheduler", hint)


def _is_address(text: str) -> bool:
    """Say whether it can be the address of a Dask scheduler; given nonsense, its client hangs."""
    try:
        parts = urlsplit(text)
        return parts.scheme in _PROTOCOLS and bool(parts.hostname) and parts.port is not None
    except ValueError:  # a port that is no number
        return False


@contextmanager
def _processes(workers: int | None) -> Iterator[Executor]:
    """Offer a pool of fresh processes: a fork of one with threads (the preview server) can stand still for ever."""
    pool = ProcessPoolExecutor(workers or _cores(), mp_context=get_context("spawn"), initializer=_ignore_interrupt)
    try:
        yield pool
    except BrokenExecutor as error:
        name, message = "processes", "a worker process was killed"
        raise SchedulerError(name, message, "mostly because memory ran out: try --scheduler inline") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the parent: it stops its workers, without a traceback from each."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    """Offer a Dask cluster; Dask is imported only here."""
    try:
        dask = import_module("distributed")
    except ImportError as error:
        raise SchedulerError(address, "Dask is not installed", "pip install 'sitegen[cluster]'") from error
    with _client(dask, address) as client:
        _check_workers(address, _releases(client, address))
        pool: Executor = client.get_executor()
        try:
            yield pool
        except (dask.KilledWorker, dask.CancelledError, dask.comm.CommClosedError) as error:
            message = f"the Dask cluster gave up the work ({type(error).__name__})"
            raise SchedulerError(address, message, "the workers' logs say more") from error
        finally:
            pool.shutdown(wait=False)


def _client(dask: Any, address: str) -> AbstractContextManager[Any]:  # noqa: ANN401 -- Dask has no types
    try:
        client: AbstractContextManager[Any] = dask.Client(address, timeout=_ANSWER_SECONDS, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        hint = "is the scheduler running, and is this its address?"
        raise SchedulerError(address, f"no Dask scheduler answers there ({type(error).__name__})", hint) from error
    return client


def _releases(client: Any, address: str) -> dict[str, str]:  # noqa: ANN401 -- Dask has no types
    try:
        return dict(client.run(_release))
    except ImportError as error:
        raise SchedulerError(
            address, "a worker cannot import sitegen", "install the same release everywhere"
        ) from error


def _release() -> str:
    return version("sitegen")


def _check_workers(address: str, releases: dict[str, str]) -> None:
    """Refuse a cluster without workers, where work would wait for ever, or with workers of another release."""
    if not releases:
        raise SchedulerError(address, "the Dask cluster has no workers", "start some: dask worker " + address)
    if other := sorted(set(releases.values()) - {_release()}):
        message = f"a worker has sitegen {', '.join(other)}, here it is {_release()}"
        raise SchedulerError(address, message, "install the same release everywhere")
