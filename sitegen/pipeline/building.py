"""Pages -> output/: which are as they were, which are made again, and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen import fingerprint
from sitegen.model.diagnostic import Diagnostic
from sitegen.model.page import Page
from sitegen.model.report import Outcome, PageReport
from sitegen.pipeline.workspace import Progress
from sitegen.render.renderer import render
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
        yield _make(page, inputs, by)
        by.progress.advance(1)


def _make(page: Page, inputs: Inputs, by: Rendering) -> tuple[Made | None, tuple[Diagnostic, ...]]:
    old = by.old.get(page.path)
    reason = why(old, inputs, touched=page.path in by.touched)
    if old and not reason:
        report = PageReport(path=page.path, outcome=Outcome.REUSED, reason="nothing it depends on changed")
        return Made(page=page, inputs=inputs, data=None, hash=old.hash, report=report), ()
    rendered = render(page, by.theme)
    if rendered.value is None:
        return None, rendered.diagnostics
    made = fingerprint.of_bytes(rendered.value)
    same = old is not None and old.hash == made and page.path not in by.touched
    report = PageReport(path=page.path, outcome=Outcome.SAME if same else Outcome.WRITTEN, reason=reason)
    data = None if same else rendered.value
    return Made(page=page, inputs=inputs, data=data, hash=made, report=report), rendered.diagnostics
