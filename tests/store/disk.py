"""A disk on which the n-th change fails, or the process dies before it."""

import os
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

CHANGES = ("replace", "rename", "link", "mkdir", "unlink", "rmdir", "fsync")


class Died(BaseException):
    """The process was killed: nothing that it would still do happens."""


@dataclass
class Disk:
    """Counts changes; from the n-th on (or only then) they go wrong."""

    wrong: Callable[[], BaseException]
    at: int
    lasting: bool = True
    count: int = 0

    def step(self) -> bool:
        """Count one change and say whether it goes wrong."""
        self.count += 1
        return self.count == self.at or (self.lasting and self.count > self.at > 0)


@contextmanager
def quick():
    """Wait for no disk: what is tested here is the order of changes, and no power fails."""
    with mock.patch.object(os, "fsync", return_value=None):
        yield


@contextmanager
def failing(disk):
    """Let every change of files go through this disk; bytes written are torn in half."""
    writing = Path.write_bytes

    def write(path, data):
        if disk.step():
            if disk.count == disk.at:
                writing(path, data[: len(data) // 2])
            raise disk.wrong()
        return writing(path, data)

    def through(call):
        def changed(*arguments, **named):
            if disk.step():
                raise disk.wrong()
            return call(*arguments, **named)

        return changed

    with ExitStack() as patches:
        patches.enter_context(mock.patch.object(Path, "write_bytes", write))
        for name in CHANGES:
            patches.enter_context(mock.patch.object(os, name, through(getattr(os, name))))
        yield disk
