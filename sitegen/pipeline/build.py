"""The whole way, seeds/ to output/, with an early way out where nothing differs; imports nothing heavy before it must."""

from collections.abc import Callable
from typing import TypeVar

from sitegen.model.report import BuildReport
from sitegen.pipeline import inputs, keeping
from sitegen.pipeline.timing import Stages
from sitegen.pipeline.workspace import Request
from sitegen.store import manifest, places, publish
from sitegen.store.failure import StoreError
from sitegen.store.lock import lock

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
        with lock(request.site):
            publish.recover(request.site)
            return work()
    except StoreError as error:
        return BuildReport(diagnostics=(error.diagnostic,))


def _unchanged(request: Request) -> BuildReport | None:
    """Return the last report where nothing differs."""
    stages = Stages()
    with stages.stage("looking"):
        old = manifest.load(places.manifest(request.site))
        same = old is not None and inputs.is_unchanged(request, inputs.scan(request), old)
    return keeping.report_from(old, stages.all()) if old and same else None


def _make(request: Request) -> BuildReport:
    from sitegen.pipeline.making import make

    return make(request)
