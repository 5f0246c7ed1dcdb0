"""What should an editor look at? A Site in, warnings out, each with its evidence and what to do."""

from collections.abc import Iterable, Iterator

from sitegen.link.sayings import differing
from sitegen.model.diagnostic import Diagnostic, Severity
from sitegen.model.site import Site

_PEOPLE = "content/people.toml"
_WORDS = 60
"""Code points of a quotation that a message shows."""


def review(site: Site) -> tuple[Diagnostic, ...]:
    """Return doubtful persons, and statements that articles give to different speakers."""
    return (*_attributions(site), *_doubts(site))


def _attributions(site: Site) -> Iterator[Diagnostic]:
    for card, quotation, other in differing(site.cards, site.sayings):
        words = " … ".join(quotation.pieces)
        yield Diagnostic(
            severity=Severity.WARNING,
            code="attribution-differs",
            path=card.path,
            line=dict(card.lines).get("quotations", 1),
            message=f"{other.path} gives these words to another speaker: {words[:_WORDS]!r}",
            hint="correct the one that is wrong; if the two names are one person, join them in people.toml",
        )


def _doubts(site: Site) -> Iterable[Diagnostic]:
    for doubt in site.doubts:
        yield Diagnostic(
            severity=Severity.WARNING,
            code="people-doubtful",
            path=_PEOPLE,
            message=f"{' and '.join(doubt.slugs)} may be one person: {doubt.evidence}",
            hint=f"if they are one, add to people.toml:\n{doubt.lines}",
        )
