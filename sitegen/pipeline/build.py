"""The whole way, seeds/ to output/, with an early way out where nothing differs; imports nothing heavy before it must."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from sitegen.model.diagnostic import RefusedError
from sitegen.model.report import BuildReport
from sitegen.pipeline import inputs, keeping
from sitegen.pipeline.timing import Stages
from sitegen.pipeline.workspace import Request
from sitegen.store import manifest, places, publish, tree
from sitegen.store.lock import lock
from sitegen.store.manifest import Manifest
from sitegen.store.tree import Stat

R = TypeVar("R")


def build(request: Request) -> BuildReport:
    """Ingest what is new, then make output/ what the inputs say."""

    def whole() -> BuildReport:
        return _unchanged(request) or _make(request)

    return _locked(request, whole)


def ingest(request: Request) -> BuildReport:
    """Make articles of new seeds, and annotate again what another extractor annotated; publish nothing."""

    def half() -> BuildReport:
        from sitegen.pipeline.making import ingest_only

        return ingest_only(request)

    return _locked(request, half)


def _locked(request: Request, work: Callable[[], BuildReport]) -> BuildReport:
    """Do it as the only one in this site, after whatever a killed command left unfinished."""
    try:
        with lock(request.site, request.progress.waiting):
            publish.recover(request.site)
            return work()
    except RefusedError as error:
        return BuildReport(diagnostics=(error.diagnostic,))


def _unchanged(request: Request) -> BuildReport | None:
    """Return the last report where nothing differs."""
    stages = Stages()
    with stages.stage("looking"):
        old = manifest.load(places.manifest(request.site))
        clock = tree.disk_clock(request.site) if old else 0
        current = inputs.scan(request) if old else None
        if not old or not current or not inputs.is_unchanged(request, current, old):
            return None
        _refresh(request, old, current.stats, clock)
    return keeping.report_from(old, stages.all())


def _refresh(request: Request, old: Manifest, stats: Mapping[str, Stat], clock: int) -> None:
    """Note files that look different and are the same, as after a clone: the next look need not read them."""
    outputs = tree.scan(request.output)
    new = manifest.refreshed(old, stats, outputs, clock)
    if new.inputs != old.inputs or new.outputs != old.outputs:
        tree.write_file(places.manifest(request.site), manifest.dump(new))


def _make(request: Request) -> BuildReport:
    from sitegen.pipeline.making import make

    return make(request)
