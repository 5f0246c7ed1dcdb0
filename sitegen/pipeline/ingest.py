"""seeds/ -> content/: what is new becomes an article; what was ingested is annotated again, beside an editor's words."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sitegen.clean.saved_pages import companions
from sitegen.content import revision
from sitegen.model.article import Article
from sitegen.model.diagnostic import Diagnostic
from sitegen.pipeline import work
from sitegen.pipeline.crew import Crew
from sitegen.pipeline.filling import KILO, Filler
from sitegen.pipeline.findings import dead
from sitegen.pipeline.inputs import Scan
from sitegen.pipeline.knowing import Known
from sitegen.pipeline.reading import Shelf, Step, batches
from sitegen.pipeline.settling import Settler
from sitegen.pipeline.tracing import Traces
from sitegen.pipeline.work import Made, Task
from sitegen.pipeline.workspace import Request
from sitegen.store.batch import write_all_durably
from sitegen.store.memo import Memo

_BATCH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """Files that are new or annotated again, what stayed as the editor left it, what was wrong."""

    new: tuple[str, ...] = ()
    revised: tuple[str, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What ingestion works with."""

    request: Request
    current: Scan
    known: Mapping[str, Known]
    """Content files as they are now, by path."""
    made_by: str
    """Fingerprint of what annotates."""
    cleaned_by: str
    """Fingerprint of all that makes articles of sources."""
    hashes: Mapping[str, str]
    """Fingerprints of the files of seeds/, by name."""
    memo: Memo


def ingest_seeds(bench: Bench) -> Ingested:
    """Make articles of what is new in seeds/, batch by batch; a source that is unusable is told and leaves the others alone."""
    seeds = (seed for known in bench.known.values() for seed in known.entry.article.seeds)
    traces = Traces(bench.memo, seeds, bench.cleaned_by)
    hashes = {name.removeprefix("seeds/"): mark for name, mark in sorted(bench.hashes.items())}
    shown = companions(hashes)
    hashes = {name: mark for name, mark in hashes.items() if name not in shown}
    shelf = Shelf(current=bench.current, hashes=hashes, traces=traces)
    paths, settled = shelf.unsettled()
    settler = Settler(bench.request.site, bench.known, bench.current.names("content"), bench.memo)
    filler = Filler(settler, traces, bench.cleaned_by)
    filler.say(d for trace in settled for d in trace.told)
    if paths:
        _fill(bench, filler, shelf, paths)
    return Ingested(new=filler.new, revised=filler.revised, diagnostics=filler.told)


def _fill(bench: Bench, filler: Filler, shelf: Shelf, paths: tuple[str, ...]) -> None:
    """Read files and put their articles into content/."""
    progress = bench.request.progress
    progress.begin("reading sources (kB)", sum(shelf.size(p) // KILO + 1 for p in paths))
    waiting: deque[tuple[Step, ...]] = deque()

    def tasks() -> Iterator[tuple[Task, ...]]:
        for batch in batches(shelf.steps(paths)):
            waiting.append(tuple(replace(s, task=None) if s.task else s for s in batch))
            yield tuple(s.task for s in batch if s.task)

    crew = Crew(work.clean_and_annotate, bench.made_by, bench.request.scheduler, dead)
    for _, results in crew.results(tasks()):
        for kilos in filler.take(waiting.popleft(), results, crew.more):
            progress.advance(kilos)


def revise(bench: Bench, texts: Mapping[str, str], *, everything: bool) -> Ingested:
    """Annotate the bodies that have changed since; with everything, also those that another extractor annotated."""
    owned = {path: known.ownership for path, known in bench.known.items() if path in texts}
    stale = [p for p, o in owned.items() if o.stale or (everything and o.by != bench.made_by)]
    todo = [replace(bench.known[path].entry.article, seeds=(path,)) for path in stale]
    files: dict[str, bytes] = {}
    kept: list[tuple[str, str]] = []
    problems: list[Diagnostic] = []
    for made, found in sorted(_annotated(bench, todo), key=lambda pair: pair[0].article.seeds):
        path = made.article.seeds[0]
        revised = revision.revise(path, texts[path], made.annotations)
        problems += (*found, *revised.diagnostics)
        if revised.value:
            kept += [(path, key) for key in revised.value.kept]
            if revised.value.text != texts[path]:
                files[path] = revised.value.text.encode("utf-8")
    write_all_durably(bench.request.site, files)
    return Ingested(revised=tuple(files), kept=tuple(kept), diagnostics=tuple(problems))


def _annotated(bench: Bench, articles: list[Article]) -> Iterator[tuple[Made, tuple[Diagnostic, ...]]]:
    """Yield articles with their annotations, telling the progress."""
    if not articles:
        return
    bench.request.progress.begin("reading articles", len(articles))
    crew = Crew(work.annotate_all, bench.made_by, bench.request.scheduler)
    parted = (tuple(articles[i : i + _BATCH]) for i in range(0, len(articles), _BATCH))
    for batch, found in crew.results(parted):
        yield from found
        bench.request.progress.advance(len(batch))
