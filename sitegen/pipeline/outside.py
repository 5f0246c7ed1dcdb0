"""Are the pages there that the site links to elsewhere? Its pages in, diagnostics out; asks the network, and only when told to."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from sitegen.check.pages import FoundLink
from sitegen.fetch.looking import Seen, Verdict, look
from sitegen.model.config import FetchSetting
from sitegen.model.diagnostic import Diagnostic, Severity
from sitegen.pipeline.workspace import Request

_TOLD: Mapping[Verdict, tuple[Severity, str, str]] = {
    Verdict.GONE: (Severity.ERROR, "outside-gone", "nothing is there any more"),
    Verdict.PRIVATE: (Severity.ERROR, "outside-private", "readers cannot go there"),
    Verdict.FAILED: (Severity.WARNING, "outside-failed", "could not be seen"),
    Verdict.REFUSED: (Severity.NOTE, "outside-refused", "does not answer programs"),
    Verdict.MOVED: (Severity.NOTE, "outside-moved", "has moved for good"),
}
_HINTS: Mapping[Verdict, str] = {
    Verdict.FAILED: "it may be there again tomorrow",
    Verdict.REFUSED: "look at it with a browser",
}

Places = Sequence[tuple[str, FoundLink]]


def check_outside(request: Request, setting: FetchSetting, links: Mapping[str, Places]) -> Iterator[Diagnostic]:
    """Look at each address once and tell what is wrong with it, at the first place where it stands."""
    request.progress.begin("looking at links", len(links))
    for seen in look(links, setting, lambda: datetime.now(UTC), lambda: request.progress.advance(1)):
        if seen.verdict is not Verdict.THERE:
            yield _told(seen, links[seen.url])


def _told(seen: Seen, places: Places) -> Diagnostic:
    severity, code, meaning = _TOLD[seen.verdict]
    path, first = places[0]
    others = len({page for page, _ in places}) - 1
    more = f", and on {others} more pages" if others else ""
    return Diagnostic(
        severity=severity,
        code=code,
        path=path,
        line=first.place.line,
        column=first.place.column,
        message=f"{seen.url} {meaning}: {seen.words}{more}",
        hint=_HINTS.get(seen.verdict, ""),
    )
