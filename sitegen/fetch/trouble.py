"""What is told of addresses that gave nothing? Errors in; one line for each feed, and for its pages one line for each kind, out."""

from collections.abc import Iterator, Sequence

from sitegen.fetch.answer import Answer
from sitegen.fetch.failure import FetchError
from sitegen.model.diagnostic import Diagnostic, RefusedError, Severity

_LASTING = {
    "fetch-address",
    "fetch-empty",
    "fetch-gone",
    "fetch-kind",
    "fetch-private",
    "fetch-redirect",
    "fetch-robots",
    "fetch-too-large",
}
"""Of a page: it will be so tomorrow too. A warning, and not asked for again for a while."""


def lasts(error: FetchError) -> bool:
    """Say whether asking again soon is of no use."""
    return error.code in _LASTING


def moved(url: str, to: str) -> Diagnostic:
    """Return what to tell of an address that has a new one."""
    message, hint = f"has moved for good to {to}", "put the new address into sitegen.toml"
    return Diagnostic(severity=Severity.NOTE, code="fetch-moved", path=url, message=message, hint=hint)


def says_feed(answer: Answer) -> bool:
    """Say whether an answer calls itself a feed."""
    kind = answer.header("content-type").lower()
    return any(word in kind for word in ("rss", "atom", "feed+json", "/xml"))


def no_feed(url: str) -> Diagnostic:
    """Return what to tell of a feed that is none."""
    message, hint = "no feed can be read in it; it is kept as it is", "look at it in a browser"
    return Diagnostic(severity=Severity.WARNING, code="fetch-no-feed", path=url, message=message, hint=hint)


def diagnostics(failed: Sequence[tuple[str, str, FetchError]]) -> Iterator[Diagnostic]:
    """Yield what to tell of errands (address, feed that named it, error)."""
    pages: dict[tuple[str, str], list[tuple[str, FetchError]]] = {}
    for url, via, error in failed:
        if via:
            pages.setdefault((via, error.code), []).append((url, error))
        else:
            yield error.about(url)
    for (via, _), several in pages.items():
        yield _of_pages(via, several)


def _of_pages(via: str, several: Sequence[tuple[str, FetchError]]) -> Diagnostic:
    url, error = several[0]
    severity = Severity.WARNING if lasts(error) else error.severity
    if len(several) == 1:
        return FetchError(code=error.code, message=error.message, severity=severity).about(url)
    message = f"{len(several)} of its pages were not fetched: {error.message} ({url} is the first)"
    return FetchError(code=error.code, message=message, severity=severity).about(via)


def leaves(group: BaseExceptionGroup[RefusedError]) -> Iterator[RefusedError]:
    """Yield the refusals in a group of groups."""
    for inner in group.exceptions:
        if isinstance(inner, BaseExceptionGroup):
            yield from leaves(inner)
        else:
            yield inner
