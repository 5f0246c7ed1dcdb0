"""Batches through worker processes: a few at a time, results in the order of the batches, whatever becomes of a worker."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import ExitStack
from itertools import chain
from typing import Generic, TypeVar

from sitegen.executors import executor

T = TypeVar("T")
R = TypeVar("R")

_INLINE = 12
"""So few items are done before a second process has loaded the language tools."""
_IN_FLIGHT = 6
"""Batches that wait or are worked on: enough for the workers, few enough for the memory."""


class Crew(Generic[T, R]):
    """Does one thing with many batches."""

    def __init__(
        self,
        function: Callable[[tuple[T, ...], str], Sequence[R]],
        made_by: str,
        scheduler: str | None,
        dead: Callable[[T], R] | None = None,
    ) -> None:
        """Take what is to be done, where, and what stands for an item on which a worker process died."""
        self._function = function
        self._made_by = made_by
        self._scheduler = scheduler
        self._may_choose = scheduler is None
        self._dead = dead
        self._open = ExitStack()
        self._pool: Executor | None = None
        self._flying: deque[tuple[tuple[T, ...], Future[Sequence[R]]]] = deque()

    def results(self, batches: Iterable[tuple[T, ...]]) -> Iterator[tuple[tuple[T, ...], Sequence[R]]]:
        """Yield each batch with its results, in order; batches are taken as they are needed."""
        coming = iter(batches)
        first = self._some(coming)
        with self._open:
            yield from self._through(chain(first, coming))

    def more(self, batches: Sequence[tuple[T, ...]]) -> Iterator[tuple[tuple[T, ...], Sequence[R]]]:
        """Do what has turned up while results were taken, before the next of these; yield as they do."""
        if self._may_choose and self._scheduler == "inline" and sum(map(len, batches)) > _INLINE:
            self._let_go()
            self._scheduler = "processes"
        waiting, self._flying = self._flying, deque()
        yield from self._through(batches)
        self._flying = waiting

    def _through(self, batches: Iterable[tuple[T, ...]]) -> Iterator[tuple[tuple[T, ...], Sequence[R]]]:
        for batch in batches:
            self._flying.append((batch, self._submitted(batch)))
            if len(self._flying) >= (1 if self._scheduler == "inline" else _IN_FLIGHT):
                yield self._landed()
        while self._flying:
            yield self._landed()

    def _some(self, coming: Iterator[tuple[T, ...]]) -> list[tuple[T, ...]]:
        """Take the first batches, to see whether they are worth other processes."""
        first: list[tuple[T, ...]] = []
        if self._scheduler is None:
            for batch in coming:
                first.append(batch)
                if sum(map(len, first)) > _INLINE:
                    self._scheduler = "processes"
                    return first
            self._scheduler = "inline"
        return first

    def _submitted(self, batch: tuple[T, ...]) -> Future[Sequence[R]]:
        done: Future[Sequence[R]] = Future()
        if not batch:
            done.set_result(())
            return done
        if self._pool is None:
            self._pool = self._open.enter_context(executor(self._scheduler))
        try:
            return self._pool.submit(self._function, batch, self._made_by)
        except BrokenExecutor as error:  # a worker died; it is mended when this batch's turn comes
            done.set_exception(error)
            return done

    def _landed(self) -> tuple[tuple[T, ...], Sequence[R]]:
        """Return the results of the oldest batch; where a worker died on the way, try its items one by one."""
        batch, future = self._flying.popleft()
        try:
            return batch, future.result()
        except BrokenExecutor:
            if self._dead is None:
                raise
        self._let_go()
        found = [r for item in batch for r in self._alone(item)]
        self._let_go()
        self._flying = deque((waiting, self._submitted(waiting)) for waiting, _ in self._flying)
        return batch, found

    def _alone(self, item: T) -> Sequence[R]:
        try:
            return self._submitted((item,)).result()
        except BrokenExecutor:
            self._let_go()
            return (self._dead(item),) if self._dead else ()

    def _let_go(self) -> None:
        self._open.close()
        self._pool = None
