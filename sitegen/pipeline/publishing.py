"""Entries -> output/: link, plan, render what differs, publish it all at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sitegen import fingerprint
from sitegen.content import ledger
from sitegen.link import Linked
from sitegen.model.diagnostic import Diagnostic, Severity, has_errors
from sitegen.model.feeds import FeedView
from sitegen.model.machine_pages import NewsSitemapView
from sitegen.model.page import Page
from sitegen.model.report import BuildReport, Counts, Outcome, PageReport
from sitegen.model.site import Site
from sitegen.pipeline import inputs, keeping
from sitegen.pipeline.building import Made, Rendering, make_all
from sitegen.pipeline.loading import Loaded
from sitegen.pipeline.survey import linking, planning
from sitegen.pipeline.timing import Stages
from sitegen.pipeline.workspace import Request
from sitegen.store import publish as redo
from sitegen.store import tree
from sitegen.store.manifest import FileRecord, Manifest, OutputRecord, dump
from sitegen.store.tree import Stat


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What publication works on."""

    request: Request
    loaded: Loaded
    old: Manifest | None
    stages: Stages
    report: BuildReport
    """What was said so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What is to be there."""

    linked: Linked
    pages: tuple[Page, ...]


def publish(work: Work) -> BuildReport:
    """Make output/ what the entries say; an error publishes nothing and the last good site stays."""
    planned, problems = _plan(work)
    problems = (*work.loaded.diagnostics, *problems)
    report = replace(work.report, diagnostics=(*work.report.diagnostics, *problems), held=planned.linked.held)
    if has_errors(problems):
        return report
    report = replace(report, counts=_counts(planned))
    with work.stages.stage("rendering"):
        made, mistakes = _render(work, planned.pages)
    report = replace(report, diagnostics=(*report.diagnostics, *mistakes))
    if has_errors(mistakes):
        return report
    with work.stages.stage("publishing"):
        return _write(replace(work, report=report), planned, made)


def _plan(work: Work) -> tuple[Planned, tuple[Diagnostic, ...]]:
    with work.stages.stage("linking"):
        linked = linking(work.request, work.loaded)
    with work.stages.stage("planning"):
        planned = planning(work.request, work.loaded, linked.value)
    problems = (*linked.diagnostics, *planned.diagnostics, *_notices(work, linked.value.site))
    return Planned(linked=linked.value, pages=planned.value), problems


def _notices(work: Work, site: Site) -> Iterable[Diagnostic]:
    """Say where there is nothing to publish, and which articles cannot be in feeds."""
    if not work.loaded.known:
        message = "nothing to publish: no article in content/, and no source in seeds/ that could become one"
        hint = "put a source article (.txt, .html, .md) into seeds/ and build again"
        yield Diagnostic(severity=Severity.ERROR, code="no-articles", path="content", message=message, hint=hint)
    for card in site.cards:
        if not card.published.value:
            message = "the publication date is not known: the article is in no feed and last in every list"
            hint = 'add published: "YYYY-MM-DD" to its front matter'
            yield Diagnostic(severity=Severity.WARNING, code="undated", path=card.path, message=message, hint=hint)


def _counts(planned: Planned) -> Counts:
    site = planned.linked.site
    return Counts(
        articles=len(site.cards),
        speakers=len(site.people),
        quotations=sum(len(c.quotations) for c in site.cards),
        events=len(site.timeline),
        topics=len(site.topics),
        feeds=len({p.view.uri for p in planned.pages if isinstance(p.view, FeedView)}),
    )


def _render(work: Work, pages: tuple[Page, ...]) -> tuple[list[Made], tuple[Diagnostic, ...]]:
    if work.loaded.theme is None:
        return [], ()
    here = work.old if work.old and work.old.extra.get("output") == str(work.request.output.resolve()) else None
    by = Rendering(
        theme=work.loaded.theme,
        engine=inputs.engine(work.loaded.records),
        old=here.outputs if here else {},
        touched=inputs.changed_outputs(work.request, here) if here else frozenset(),
        progress=work.request.progress,
    )
    work.request.progress.begin("making pages", len(pages))
    results = list(make_all(pages, by))
    mistakes = tuple(dict.fromkeys(d for _, found in results for d in found))
    return [made for made, _ in results if made], mistakes


def _write(work: Work, planned: Planned, made: list[Made]) -> BuildReport:
    """Keep the promises, then publish what differs and remove what no page claims."""
    request, report = work.request, work.report
    claimed = redo.claim(request.output)
    if has_errors(claimed.diagnostics):
        return replace(report, diagnostics=(*report.diagnostics, *claimed.diagnostics))
    if planned.linked.promises and not request.drafts:
        text = ledger.write((*work.loaded.promises, *planned.linked.promises))
        tree.write_durably(request.site / inputs.LEDGER, text.encode("utf-8"))
    wanted, there = {m.page.path for m in made}, tree.scan(request.output)
    removed = tuple(sorted(path for path in there if path not in wanted))
    gone = tuple(PageReport(path=p, outcome=Outcome.REMOVED, reason="no page claims it any more") for p in removed)
    report = replace(report, pages=(*(m.report for m in made), *gone), published=True)
    writes = {m.page.path: m.data for m in made if m.data is not None}

    def record(written: Mapping[str, Stat]) -> bytes:
        return dump(_manifest(replace(work, report=report), planned.linked, made, {**there, **written}))

    redo.publish(request.site, request.output, writes, removed, record)
    return report


def _manifest(work: Work, linked: Linked, made: list[Made], stats: Mapping[str, Stat]) -> Manifest:
    zone = ZoneInfo(work.loaded.settings.config.timezone)
    return Manifest(
        key=work.request.key,
        scanned_ns=work.loaded.scanned_ns,
        made_ns=tree.disk_clock(work.request.site),
        inputs=_with_ledger(work),
        outputs={m.page.path: _record(m, stats[m.page.path]) for m in made},
        diagnostics=work.report.diagnostics,
        extra={
            **keeping.kept(work.report),
            "output": str(work.request.output.resolve()),
            "zone": zone.key,
            "day": work.request.now.astimezone(zone).date().isoformat(),
            "due": _due(linked, made),
        },
    )


def _due(linked: Linked, made: list[Made]) -> str:
    """Return when the next build makes something else of the same inputs within the day: an article is due, or what was news is not."""
    until = (m.page.view.until for m in made if isinstance(m.page.view, NewsSitemapView))
    moments = [datetime.fromisoformat(moment) for moment in (linked.due, *until) if moment]
    return min(moments).isoformat() if moments else ""


def _with_ledger(work: Work) -> dict[str, FileRecord]:
    """Return the inputs with the ledger as this build leaves it."""
    path = work.request.site / inputs.LEDGER
    if not tree.is_file(path):
        return dict(work.loaded.records)
    record = FileRecord(stat=tree.stat_of(path), hash=fingerprint.of_bytes(tree.read_bytes(path)))
    return {**work.loaded.records, inputs.LEDGER: record}


def _record(made: Made, stat: Stat) -> OutputRecord:
    return OutputRecord(
        stat=stat,
        hash=made.hash,
        view=made.inputs.view,
        templates=made.inputs.templates,
        engine=made.inputs.engine,
        template=made.page.template,
        sources=made.page.sources,
        reason=made.report.reason,
    )
