"""Which documents of seeds/ are to be read: all but those of which everything is known; one file open at a time, in the order of their names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitegen import fingerprint
from sitegen.clean.containers import documents
from sitegen.model.article import SourceDocument
from sitegen.model.diagnostic import Diagnostic
from sitegen.pipeline.inputs import Scan
from sitegen.pipeline.tracing import DOCUMENT, FILE, Trace, Traces
from sitegen.pipeline.work import Task
from sitegen.store import streams

_BATCH = 16
_BATCH_BYTES = 4_000_000
_MOST_STEPS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A document to be read, one of which all is known, or what is to be said of one; or the end of a file."""

    path: str
    """Of the seed file."""
    read: int
    """Bytes of the file read so far."""
    task: Task | None = None
    data: str = ""
    """Fingerprint of the document's bytes, or of the file's at its end."""
    known: Trace | None = None
    told: Diagnostic | None = None
    end: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The seed files, and what is known of them."""

    current: Scan
    hashes: dict[str, str]
    """Fingerprints of the files by path."""
    traces: Traces

    def unsettled(self) -> tuple[tuple[str, ...], tuple[Trace, ...]]:
        """Return the files to be opened, and what is known of the others."""
        traced = {path: self.traces.settled(FILE, path, data) for path, data in self.hashes.items()}
        return tuple(p for p, t in traced.items() if t is None), tuple(t for t in traced.values() if t)

    def size(self, path: str) -> int:
        """Return a file's size in bytes."""
        return self.current.stats[f"seeds/{path}"].size

    def steps(self, paths: Iterable[str]) -> Iterator[Step]:
        """Yield what is to be done with these files."""
        for path in paths:
            size = self.size(path)
            with streams.opened(self.current.path(f"seeds/{path}")) as file:
                for found in documents(path, file, size):
                    yield self._step(path, found, 0 if file.closed else file.tell())
            yield Step(path=path, read=size, data=self.hashes[path], end=True)

    def _step(self, path: str, found: SourceDocument | Diagnostic, read: int) -> Step:
        if isinstance(found, Diagnostic):
            return Step(path=path, read=read, told=found)
        data = fingerprint.of_bytes(found.data)
        if known := self.traces.settled(DOCUMENT, found.name, data):
            return Step(path=path, read=read, known=known)
        task = Task(source=found, known=self.traces.known(found.name, data))
        return Step(path=path, read=read, data=data, task=task)


def batches(steps: Iterable[Step]) -> Iterator[tuple[Step, ...]]:
    """Gather steps so that each batch has a fair amount of work."""
    gathered: list[Step] = []
    count = size = 0
    for step in steps:
        gathered.append(step)
        if step.task:
            count, size = count + 1, size + len(step.task.source.data)
        if count >= _BATCH or size >= _BATCH_BYTES or len(gathered) >= _MOST_STEPS:
            yield tuple(gathered)
            gathered, count, size = [], 0, 0
    if gathered:
        yield tuple(gathered)
