"""Why a page of the output is as it is: what it was made from, why then, and what has changed since."""

from dataclasses import dataclass

from sitegen.pipeline import inputs
from sitegen.pipeline.workspace import Request
from sitegen.store import manifest, places


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What is known of one file of the output."""

    path: str
    template: str
    sources: tuple[str, ...]
    reason: str
    """Why it was made or kept in the last build."""
    view: str
    templates: str
    engine: str
    """The fingerprints of its three inputs."""
    touched: bool
    """The file is not as it was published."""
    changed: tuple[str, ...]
    """Inputs of the site that differ from the last build's; those of this page first."""


def explain(request: Request, asked: str) -> Explanation | None:
    """Return what is known of an output path or address; None: no such page was published."""
    old = manifest.load(places.manifest(request.site))
    path = _path_of(asked, request)
    if not old or path not in old.outputs:
        return None
    record = old.outputs[path]
    current = inputs.scan(request)
    differing = manifest.changed(old.inputs, current.stats, old.scanned_ns, current.read)
    own = set(record.sources) | {f"templates/{record.template}", f"theme/{record.template}"}
    return Explanation(
        path=path,
        template=record.template,
        sources=record.sources,
        reason=record.reason,
        view=record.view,
        templates=record.templates,
        engine=record.engine,
        touched=path in inputs.changed_outputs(request, old),
        changed=tuple(sorted(differing, key=lambda n: (n not in own, n))),
    )


def _path_of(asked: str, request: Request) -> str:
    """Return the path in the output of a path, an address, or a path that names the output folder."""
    name = asked.removeprefix("./").removeprefix(request.output.name + "/").lstrip("/")
    return name + "index.html" if name.endswith("/") or not name else name
