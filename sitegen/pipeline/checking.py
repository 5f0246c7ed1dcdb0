"""A look over the whole site: what was written, what stands between, what was published."""

from dataclasses import replace
from enum import StrEnum

from sitegen.check import check_site, outside_links, read_pages
from sitegen.link.review import review
from sitegen.model.diagnostic import Diagnostic, Severity, has_errors
from sitegen.pipeline import inputs
from sitegen.pipeline.survey import survey
from sitegen.pipeline.workspace import Request
from sitegen.store import manifest, places, tree


class Reach(StrEnum):
    """How far a check goes."""

    SITE = "site"
    NETWORK = "network"
    """Also what the site links to elsewhere."""


def check(request: Request, reach: Reach = Reach.SITE) -> tuple[Diagnostic, ...]:
    """Return all that is wrong; the output is checked as it is, and told to be old where it is."""
    found = survey(request)
    if has_errors(found.diagnostics):
        return found.diagnostics
    files = {name: tree.read_bytes(request.output / name) for name in tree.scan(request.output)}
    config, pages = found.loaded.settings.config, read_pages(files)
    published = [*check_site(files, config.base_url, pages)]
    if reach is Reach.NETWORK:
        from sitegen.pipeline.outside import check_outside

        published += check_outside(request, config.fetch, outside_links(pages, config.base_url))
    return (
        *found.diagnostics,
        *review(found.linked.site),
        *_age(request, files),
        *(replace(d, path=f"{request.output.name}/{d.path}") for d in published),
    )


def _age(request: Request, files: dict[str, bytes]) -> tuple[Diagnostic, ...]:
    old = manifest.load(places.manifest(request.site))
    if not files:
        return (_told("not-built", request.output.name, "there is no site yet"),)
    if not old or not inputs.is_unchanged(request, inputs.scan(request), old):
        return (_told("not-up-to-date", request.output.name, "the site is not what its inputs say now"),)
    return ()


def _told(code: str, path: str, message: str) -> Diagnostic:
    return Diagnostic(severity=Severity.WARNING, code=code, path=path, message=message, hint="run: sitegen build")
