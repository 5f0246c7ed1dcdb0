"""What is said of one seed file when all its documents have been read: few lines, however many documents it has."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sitegen.clean.index_pages import NO_ARTICLE
from sitegen.clean.refusal import Refusal
from sitegen.model.diagnostic import Diagnostic, Severity
from sitegen.pipeline.tracing import Trace
from sitegen.pipeline.work import FromSource, Task, crashed

_MOST = 20
"""Lines for one file."""


@dataclass(slots=True)
class FileFindings:
    """What was found in a seed file so far."""

    kilos: int = 0
    """How much of it was read, in kB."""
    articles: dict[str, str] = field(default_factory=dict)
    told: list[Diagnostic] = field(default_factory=list)
    untold: int = 0
    """What was said beyond the most lines."""
    errors: int = 0
    no_articles: int = 0
    """Pages of a web archive that are none."""
    documents: int = 0
    noted: int = 0

    def add(self, trace: Trace) -> None:
        """Take what became of a document."""
        self.documents += 1
        self.articles.update(trace.articles)
        for told in trace.told:
            if told.code == NO_ARTICLE and "#" in told.path:
                self.no_articles += 1
            elif len(self.told) < _MOST:
                self.told.append(told)
            else:
                self.untold += 1
                self.errors += told.severity is Severity.ERROR

    def some(self, noted: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        """Return what annotating said, while there is room for it."""
        room = max(0, _MOST - self.noted)
        self.noted += len(noted)
        return noted[:room]


def shown(path: str, found: FileFindings) -> tuple[Diagnostic, ...]:
    """Return what is to be said of a file."""
    return (*found.told, *_counted(path, found))


def _counted(path: str, found: FileFindings) -> Iterable[Diagnostic]:
    if found.untold:
        severity = Severity.ERROR if found.errors else Severity.NOTE
        message = f"{found.untold:,} more of its documents have something to be said"
        yield Refusal(code="seed-pages", message=message, severity=severity).at(path)
    if found.no_articles:
        message = f"{found.no_articles:,} of {found.documents:,} pages are no articles and were left out"
        yield Refusal(code="seed-pages", message=message, severity=Severity.NOTE).at(path)


def dead(task: Task) -> FromSource:
    """Return what is said of a document on which a worker process died."""
    return FromSource(name=task.source.name, refused=(crashed(task.source),))
