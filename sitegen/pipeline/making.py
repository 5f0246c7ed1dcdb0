"""A build in which something differs: load, ingest, link, plan, render, publish, in this order."""

from dataclasses import replace

from sitegen.model.diagnostic import has_errors
from sitegen.model.report import BuildReport
from sitegen.pipeline import inputs
from sitegen.pipeline.ingest import Bench, Ingested, ingest_seeds, revise
from sitegen.pipeline.loading import Loaded, load
from sitegen.pipeline.publishing import Work, publish
from sitegen.pipeline.timing import Stages
from sitegen.pipeline.workspace import Request
from sitegen.store import manifest, places
from sitegen.store.memo import Memo


def make(request: Request) -> BuildReport:
    """Build with all stages; an error in content, templates or configuration publishes nothing."""
    stages = Stages()
    with stages.stage("reading"):
        old = manifest.load(places.manifest(request.site))
        loaded = load(request, old)
    if has_errors(loaded.diagnostics):
        return BuildReport(diagnostics=loaded.diagnostics, seconds=stages.all())
    with stages.stage("ingesting"):
        ingested = _ingest(request, loaded, everything=False)
    with stages.stage("reading"):
        loaded = load(request, old) if ingested.new or ingested.revised else loaded
    report = BuildReport(diagnostics=ingested.diagnostics, ingested=ingested.new, kept=ingested.kept)
    if has_errors(loaded.diagnostics):
        return replace(report, diagnostics=(*report.diagnostics, *loaded.diagnostics), seconds=stages.all())
    made = publish(Work(request=request, loaded=loaded, old=old, stages=stages, report=report))
    return replace(made, seconds=stages.all())


def ingest_only(request: Request) -> BuildReport:
    """Ingest new seeds and annotate again all that this extractor has not annotated."""
    stages = Stages()
    with stages.stage("reading"):
        loaded = load(request, manifest.load(places.manifest(request.site)))
    if has_errors(loaded.diagnostics):
        return BuildReport(diagnostics=loaded.diagnostics, seconds=stages.all())
    with stages.stage("ingesting"):
        ingested = _ingest(request, loaded, everything=True)
    return BuildReport(
        diagnostics=ingested.diagnostics,
        ingested=ingested.new,
        revised=ingested.revised,
        kept=ingested.kept,
        seconds=stages.all(),
    )


def _ingest(request: Request, loaded: Loaded, *, everything: bool) -> Ingested:
    memo = Memo(request.site)
    try:
        bench = Bench(
            request=request,
            current=loaded.current,
            known=loaded.known,
            made_by=inputs.extractor(loaded.records),
            cleaned_by=inputs.cleaner(loaded.records),
            hashes={n: r.hash for n, r in loaded.records.items() if n.startswith("seeds/")},
            memo=memo,
        )
        made = ingest_seeds(bench)
        untouched = {path: text for path, text in loaded.texts.items() if path not in made.revised}
        revised = revise(bench, untouched, everything=everything)
    finally:
        memo.close()
    return Ingested(
        new=made.new,
        revised=(*made.revised, *revised.revised),
        kept=revised.kept,
        diagnostics=(*made.diagnostics, *revised.diagnostics),
    )
