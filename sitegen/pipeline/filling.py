"""What was read goes where it belongs, in the order of the sources: articles into content/, what was said into the report, all of it into the memo."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import replace

from sitegen.model.diagnostic import Diagnostic
from sitegen.pipeline import work
from sitegen.pipeline.findings import FileFindings, shown
from sitegen.pipeline.reading import Step
from sitegen.pipeline.settling import Settled, Settler
from sitegen.pipeline.tracing import DOCUMENT, FILE, Trace, Traces
from sitegen.pipeline.work import FromSource, Made, Task

KILO = 1000
_BATCH = 16

Sharing = Callable[[Sequence[tuple[Task, ...]]], Iterable[tuple[tuple[Task, ...], Sequence[FromSource]]]]
"""Has batches done by all who work; yields each with its results, in order."""
_Pair = tuple[Step, FromSource | None]


class Filler:
    """Fills content/, the report and the memo."""

    def __init__(self, settler: Settler, traces: Traces, by: str) -> None:
        """Take the fingerprint of what makes articles of sources, too."""
        self._settler = settler
        self._traces = traces
        self._by = by
        self._new: dict[str, None] = {}
        self._revised: dict[str, None] = {}
        self._told: list[Diagnostic] = []
        self._file = FileFindings()

    @property
    def new(self) -> tuple[str, ...]:
        """Content files that were not there before."""
        return tuple(self._new)

    @property
    def revised(self) -> tuple[str, ...]:
        """Content files that changed."""
        return tuple(self._revised)

    @property
    def told(self) -> tuple[Diagnostic, ...]:
        """What was said."""
        return tuple(self._told)

    def say(self, told: Iterable[Diagnostic]) -> None:
        """Report what was said of sources, whose paths are relative to seeds/."""
        self._told += (replace(d, path=f"seeds/{d.path}") for d in told)

    def take(self, steps: Sequence[Step], results: Iterable[FromSource], share: Sharing) -> Iterator[int]:
        """Take the steps of a batch with what came of their documents; yield how much further it is, in kB."""
        coming = iter(results)
        gathered: list[_Pair] = []
        for step in steps:
            result = next(coming) if step.data and not step.end else None
            if result and result.rest:
                yield from self._together(gathered)
                gathered = []
                result = yield from self._shared(step, result, share)
            gathered.append((step, result))
        yield from self._together(gathered)

    def _together(self, pairs: Sequence[_Pair]) -> Iterator[int]:
        """Take documents whose articles are annotated."""
        self._settle(m for _, result in pairs if result for m in result.made)
        for step, result in pairs:
            self._note(step, result)
            yield self._come_to(step.read // KILO)
            if step.end:
                self._end(step)
                yield 1

    def _shared(self, step: Step, result: FromSource, share: Sharing) -> Generator[int, None, FromSource]:
        """Have the many articles of one document annotated and take them batch by batch; give back what became of it."""
        begin, kilos, count = self._file.kilos, step.read // KILO, len(result.rest)
        tasks = work.one_by_one(result.name, result.rest)
        dead: list[FromSource] = []
        done = 0
        for batch, results in share([tasks[i : i + _BATCH] for i in range(0, count, _BATCH)]):
            self._settle(m for one in results for m in one.made)
            self.say(self._file.some(tuple(d for one in results for d in one.noted)))
            dead += (one for one in results if not one.made)
            done += len(batch)
            yield self._come_to(begin + (kilos - begin) * done // count)
        gone = {one.name for one in dead}
        alive = {name: mark for name, mark in result.articles.items() if name not in gone}
        told = (*result.refused, *(d for one in dead for d in one.refused))
        return replace(result, rest=(), articles=alive, refused=told)

    def _come_to(self, kilos: int) -> int:
        """Note how much of the file is done; return how much that is more."""
        more = max(0, kilos - self._file.kilos)
        self._file.kilos += more
        return more

    def _settle(self, made: Iterable[Made]) -> None:
        settled: Settled = self._settler.settle(made)
        self._new |= dict.fromkeys(settled.new)
        self._revised |= dict.fromkeys(path for path in settled.revised if path not in self._new)
        self._told += settled.diagnostics

    def _note(self, step: Step, result: FromSource | None) -> None:
        if result:
            trace = Trace(data=step.data, by=self._by, articles=result.articles, told=result.refused)
            self._traces.keep(DOCUMENT, result.name, trace)
            self._file.add(trace)
            self.say(self._file.some(result.noted))
        elif step.known:
            self._file.add(step.known)
        elif step.told:
            self._file.add(Trace(data="", by="", told=(step.told,)))

    def _end(self, step: Step) -> None:
        """Remember what became of a whole file, and say it."""
        told = shown(step.path, self._file)
        self._traces.keep(FILE, step.path, Trace(data=step.data, by=self._by, articles=self._file.articles, told=told))
        self.say(told)
        self._file = FileFindings()
