"""Pages -> output/: which are as they were, which are made again, and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sitegen import fingerprint
from sitegen.model.diagnostic import Diagnostic
from sitegen.model.page import Page
from sitegen.model.report import Outcome, PageReport
from sitegen.model.search_pages import SearchIndexView
from sitegen.pipeline.workspace import Progress
from sitegen.render.renderer import render
from sitegen.render.search_records import documents
from sitegen.render.theme import Theme
from sitegen.store.manifest import OutputRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The three fingerprints that a page depends on."""

    view: str
    templates: str
    engine: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A page's bytes, or None where the old ones stand; what it was made from, and why."""

    page: Page
    inputs: Inputs
    data: bytes | None
    hash: str
    report: PageReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """What pages are compared with and made by."""

    theme: Theme
    engine: str
    old: Mapping[str, OutputRecord]
    touched: frozenset[str]
    """Output files that are not as they were published."""
    progress: Progress


def why(old: OutputRecord | None, inputs: Inputs, *, touched: bool) -> str:
    """Return why a page must be made; empty: it need not."""
    if old is None:
        return "new page"
    if touched:
        return "its file was changed or deleted by hand"
    differing = {
        "what it shows changed": old.view != inputs.view,
        "its templates changed": old.templates != inputs.templates,
        "sitegen or a library changed": old.engine != inputs.engine,
    }
    return ", ".join(reason for reason, differs in differing.items() if differs)


def make_all(pages: Iterable[Page], by: Rendering) -> Iterator[tuple[Made | None, tuple[Diagnostic, ...]]]:
    """Yield each page, or what kept it from being made."""
    closures: dict[str, str] = {}
    shared = fingerprint.Shared()
    for page in pages:
        if page.template not in closures:
            closures[page.template] = by.theme.closure(page.template)
        view = shared.of_value((page.path, page.view))
        inputs = Inputs(view=view, templates=closures[page.template], engine=by.engine)
        if isinstance(page.view, SearchIndexView):
            yield from _make_part(page, page.view, inputs, by)
        else:
            yield _make(page, inputs, by)
        by.progress.advance(1)


def _make(page: Page, inputs: Inputs, by: Rendering) -> tuple[Made | None, tuple[Diagnostic, ...]]:
    old = by.old.get(page.path)
    reason = why(old, inputs, touched=page.path in by.touched)
    if old and not reason:
        return _kept(page, inputs, old), ()
    rendered = render(page, by.theme)
    if rendered.value is None:
        return None, rendered.diagnostics
    return _made(page, rendered.value, (inputs, reason), by), rendered.diagnostics


def _make_part(
    page: Page, view: SearchIndexView, inputs: Inputs, by: Rendering
) -> Iterator[tuple[Made | None, tuple[Diagnostic, ...]]]:
    """Yield the files of a part of the search index: all are kept, or all are made again."""
    old = {path: record for path, record in by.old.items() if path.startswith(page.path)}
    touched = any(path.startswith(page.path) for path in by.touched)
    reason = why(next(iter(old.values()), None), inputs, touched=touched)
    if not reason:
        yield from ((_kept(replace(page, path=path), inputs, record), ()) for path, record in old.items())
        return
    from sitegen.indexer import index

    indexed = index(documents(view), view.language, program=view.program)
    if indexed.diagnostics:
        yield None, indexed.diagnostics
    for name, data in indexed.value.items():
        file = replace(page, path=page.path + name)
        yield _made(file, data, (inputs, reason), by), ()


def _kept(page: Page, inputs: Inputs, old: OutputRecord) -> Made:
    report = PageReport(path=page.path, outcome=Outcome.REUSED, reason="nothing it depends on changed")
    return Made(page=page, inputs=inputs, data=None, hash=old.hash, report=report)


def _made(page: Page, data: bytes, made_of: tuple[Inputs, str], by: Rendering) -> Made:
    """Return a file that was made again, and why; the old one stands where it has the same bytes."""
    inputs, reason = made_of
    old, made = by.old.get(page.path), fingerprint.of_bytes(data)
    same = old is not None and old.hash == made and page.path not in by.touched
    report = PageReport(path=page.path, outcome=Outcome.SAME if same else Outcome.WRITTEN, reason=reason)
    return Made(page=page, inputs=inputs, data=None if same else data, hash=made, report=report)
