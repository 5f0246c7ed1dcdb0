"""The progress bar of long work, by rich, on stderr."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn


class _Bar:
    """Shows one stage after another."""

    def __init__(self, shown: Progress) -> None:
        self._shown = shown
        self._task: TaskID | None = None

    def begin(self, stage: str, total: int) -> None:
        """Show a stage of so many steps."""
        self._task = self._shown.add_task(stage, total=total)

    def advance(self, steps: int) -> None:
        """Show that so many steps more are done."""
        if self._task is not None:
            self._shown.advance(self._task, steps)

    def waiting(self) -> None:
        """Say that another command is at work."""
        self._shown.console.print("another sitegen is at work in this site; waiting for it")


@contextmanager
def bar() -> Iterator[_Bar]:
    """Show a bar while the work lasts."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as shown:
        yield _Bar(shown)
