"""seeds/ -> content/: what is new becomes an article; what was ingested is annotated again, beside an editor's words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass, replace
from typing import TypeVar

from sitegen import fingerprint
from sitegen.content import revision
from sitegen.executors import executor
from sitegen.model.article import Entry, SourceDocument
from sitegen.model.diagnostic import Diagnostic
from sitegen.pipeline import failures, work
from sitegen.pipeline.inputs import Scan
from sitegen.pipeline.knowing import Known
from sitegen.pipeline.settling import Settler
from sitegen.pipeline.workspace import Request
from sitegen.store.batch import write_all_durably
from sitegen.store.memo import Memo

_BATCH = 16
_INLINE = 12
"""So few documents are done before a second process has loaded the language tools."""

T = TypeVar("T")
R = TypeVar("R")


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
    memo: Memo


def new_seeds(current: Scan, entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the sources that no article was made from."""
    known = {seed for entry in entries for seed in entry.article.seeds}
    return tuple(name for name in current.names("seeds") if name not in known)


def ingest_seeds(bench: Bench, names: Sequence[str]) -> Ingested:
    """Make articles of these sources; one that is unusable is told and leaves the others alone."""
    sources = [SourceDocument(path=name, data=bench.current.read(f"seeds/{name}")) for name in names]
    keys = {s.path: fingerprint.combined((s.path, fingerprint.of_bytes(s.data), bench.made_by)) for s in sources}
    known = {path: failures.loads(text) for path, key in keys.items() if (text := bench.memo.get("clean", key))}
    todo = [s for s in sources if s.path not in known]
    found = {r.path: r for batch in _run(bench.request, work.clean_and_annotate, todo, bench.made_by) for r in batch}
    for path, result in found.items():
        if not result.made:
            bench.memo.put("clean", keys[path], failures.dumps(result.diagnostics))
    return _written(bench, [found[name] for name in names if name in found], known)


def _written(bench: Bench, results: Iterable[work.FromSource], known: Mapping[str, tuple[Diagnostic, ...]]) -> Ingested:
    """Write a content file for each article."""
    told = list(results)
    settler = Settler(bench.request.site, bench.known, bench.current.names("content"))
    settled = settler.settle(made for result in told for made in result.made)
    problems = [d for found in known.values() for d in found] + [d for r in told for d in r.diagnostics]
    return Ingested(
        new=settled.new,
        revised=settled.revised,
        diagnostics=(*(replace(d, path=f"seeds/{d.path}") for d in problems), *settled.diagnostics),
    )


def revise(bench: Bench, texts: Mapping[str, str], *, everything: bool) -> Ingested:
    """Annotate the bodies that have changed since; with everything, also those that another extractor annotated."""
    owned = {path: known.ownership for path, known in bench.known.items()}
    stale = [p for p, o in owned.items() if o.stale or (everything and o.by != bench.made_by)]
    todo = [replace(bench.known[path].entry.article, seeds=(path,)) for path in stale]
    done = [pair for batch in _run(bench.request, work.annotate_all, todo, bench.made_by) for pair in batch]
    files: dict[str, bytes] = {}
    kept: list[tuple[str, str]] = []
    problems: list[Diagnostic] = []
    for made, found in sorted(done, key=lambda pair: pair[0].article.seeds):
        path = made.article.seeds[0]
        revised = revision.revise(path, texts[path], made.annotations)
        problems += (*found, *revised.diagnostics)
        if revised.value:
            kept += [(path, key) for key in revised.value.kept]
            if revised.value.text != texts[path]:
                files[path] = revised.value.text.encode("utf-8")
    write_all_durably(bench.request.site, files)
    return Ingested(revised=tuple(files), kept=tuple(kept), diagnostics=tuple(problems))


def _run(
    request: Request, function: Callable[[tuple[T, ...], str], R], items: Sequence[T], made_by: str
) -> Iterator[R]:
    """Yield the results of all batches, in any order, telling the progress."""
    batches = [tuple(items[i : i + _BATCH]) for i in range(0, len(items), _BATCH)]
    if not batches:
        return
    request.progress.begin("reading articles", len(items))
    scheduler = request.scheduler or ("inline" if len(items) <= _INLINE else "processes")
    with executor(scheduler) as pool:
        yield from _results(request, pool, function, (batches, made_by))


def _results(
    request: Request, pool: Executor, function: Callable[[tuple[T, ...], str], R], jobs: tuple[list[tuple[T, ...]], str]
) -> Iterator[R]:
    batches, made_by = jobs
    sizes = {pool.submit(function, batch, made_by): len(batch) for batch in batches}
    for future in as_completed(sizes):
        yield future.result()
        request.progress.advance(sizes[future])
