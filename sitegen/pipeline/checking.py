"""A look over the whole site: what was written, what stands between, what was published."""

from dataclasses import replace

from sitegen.check import check_site
from sitegen.link.review import review
from sitegen.model.diagnostic import Diagnostic, Severity, has_errors
from sitegen.pipeline import inputs
from sitegen.pipeline.survey import survey
from sitegen.pipeline.workspace import Request
from sitegen.store import manifest, places, tree


def check(request: Request) -> tuple[Diagnostic, ...]:
    """Return all that is wrong; the output is checked as it is, and told to be old where it is."""
    found = survey(request)
    if has_errors(found.diagnostics):
        return found.diagnostics
    files = {name: tree.read_bytes(request.output / name) for name in tree.scan(request.output)}
    shown = request.output.name
    published = check_site(files, found.loaded.settings.config.base_url)
    return (
        *found.diagnostics,
        *review(found.linked.site),
        *_age(request, files),
        *(replace(d, path=f"{shown}/{d.path}") for d in published),
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
