"""What a site holds and would show: linked and planned, not yet made."""

from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sitegen.link import Linked, link
from sitegen.link.selection import Moment, select
from sitegen.link.topics import wanted
from sitegen.model.diagnostic import Checked, Diagnostic
from sitegen.model.machine_pages import Asset
from sitegen.model.page import Page
from sitegen.pipeline.inputs import engine
from sitegen.pipeline.loading import Loaded, load
from sitegen.pipeline.staying import staying
from sitegen.pipeline.workspace import Request
from sitegen.plan import Given, plan
from sitegen.render.theme import Theme
from sitegen.store import manifest, places
from sitegen.words import ENGLISH


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Articles, what stands between them, the pages they would make, and what is wrong with any of it."""

    linked: Linked
    pages: tuple[Page, ...]
    loaded: Loaded
    diagnostics: tuple[Diagnostic, ...]


def survey(request: Request) -> Survey:
    """Read, link and plan a site; write nothing."""
    loaded = load(request, manifest.load(places.manifest(request.site)))
    linked = linking(request, loaded)
    planned = planning(request, loaded, linked.value)
    problems = (*loaded.diagnostics, *linked.diagnostics, *planned.diagnostics)
    return Survey(linked=linked.value, pages=planned.value, loaded=loaded, diagnostics=problems)


@staying()
def linking(request: Request, loaded: Loaded) -> Checked[Linked]:
    """Return what stands between the articles at this moment."""
    from sitegen.pipeline.relating import relate, remember

    moment = _moment(request, loaded)
    found = tuple(known.card for known in loaded.known.values())
    shown = {card.path for card in select(found, moment).cards}
    pairs = ((known.entry, known.card) for path, known in loaded.known.items() if path in shown)
    code = engine(loaded.records)
    knowledge = relate(request.site, pairs, wanted(loaded.settings.topics), code)
    linked = link(found, loaded.settings, loaded.promises, moment, knowledge)
    if linked.value.joined.keys() != knowledge.joined.keys():
        remember(request.site, linked.value.joined, code)
    return linked


@staying()
def planning(request: Request, loaded: Loaded, linked: Linked) -> Checked[tuple[Page, ...]]:
    """Return the pages of the site."""
    given = Given(
        promises=loaded.promises,
        assets=tuple(_assets(request, loaded.theme)),
        today=_moment(request, loaded).today,
        now=request.now,
        words=loaded.theme.words if loaded.theme else ENGLISH,
    )
    return plan(linked.site, loaded.entries, given)


def _assets(request: Request, theme: Theme | None) -> Iterable[Asset]:
    """Yield the theme's files that are copied; in a preview under plain names, so that an edit of one changes no page."""
    for name in theme.assets if theme else ():
        yield Asset(name=name, mark="" if request.preview or not theme else theme.mark(name))


def _moment(request: Request, loaded: Loaded) -> Moment:
    return Moment(now=request.now, zone=ZoneInfo(loaded.settings.config.timezone), drafts=request.drafts)
