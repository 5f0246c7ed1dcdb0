"""What should an editor look at? A Site in, warnings out, each with its evidence and what to do."""

from collections.abc import Iterable, Iterator

from sitegen.link.sayings import differing
from sitegen.model.annotations import Manner
from sitegen.model.diagnostic import Diagnostic, Severity
from sitegen.model.site import Card, Site

_PEOPLE = "content/people.toml"
_WORDS = 60
"""Code points of a quotation that a message shows."""
_FEWEST, _FEWEST_OF_SITE = 4, 20
"""Direct quotations below which a share of them says nothing."""
_SHARE, _SHARE_OF_SITE = 0.5, 0.25
"""Of direct quotations without a speaker. Of 204 in 60 news articles 15 % are left open, in no article more than 38 %; people who annotate by hand leave open 1 %."""


def review(site: Site) -> tuple[Diagnostic, ...]:
    """Return doubtful persons, statements that articles give to different speakers or to nobody, and articles without a summary."""
    return (*_attributions(site), *_unattributed(site), *_without_summary(site), *_doubts(site))


def _unattributed(site: Site) -> Iterator[Diagnostic]:
    """Tell where many direct quotations have no speaker, in an article and over the site."""
    shares = [(card, *_direct(card, site.config.min_confidence)) for card in site.cards]
    for card, without, number in shares:
        if number >= _FEWEST and without > _SHARE * number:
            yield _speaker_share(card.path, _line(card, "quotations"), (without, number))
    without, number = (sum(counts) for counts in zip((0, 0), *(share[1:] for share in shares), strict=True))
    if number >= _FEWEST_OF_SITE and without > _SHARE_OF_SITE * number:
        yield _speaker_share("content", 1, (without, number))


def _direct(card: Card, least: float) -> tuple[int, int]:
    """Return how many direct quotations are shown without a speaker, and how many there are."""
    direct = [q for q in card.quotations if q.manner is Manner.DIRECT]
    return sum(q.speaker is None or q.confidence < least for q in direct), len(direct)


def _speaker_share(path: str, line: int, counts: tuple[int, int]) -> Diagnostic:
    without, number = counts
    return Diagnostic(
        severity=Severity.WARNING,
        code="speaker-share",
        path=path,
        line=line,
        message=f"{without} of {number} direct quotations have no speaker ({without / number:.0%})",
        hint="give them one under quotations: where the text says who speaks",
    )


def _without_summary(site: Site) -> Iterator[Diagnostic]:
    for card in site.cards:
        if not card.summary.strip():
            yield Diagnostic(
                severity=Severity.WARNING,
                code="summary-missing",
                path=card.path,
                line=_line(card, "summary"),
                message="the article has no summary",
                hint="write one as summary: lists, feeds and shared links show the title alone",
            )


def _line(card: Card, key: str) -> int:
    """Return the line of a key of the content file; the first where it is not there."""
    return dict(card.lines).get(key, 1)


def _attributions(site: Site) -> Iterator[Diagnostic]:
    for card, quotation, other in differing(site.cards, site.sayings):
        words = " … ".join(quotation.pieces)
        yield Diagnostic(
            severity=Severity.WARNING,
            code="attribution-differs",
            path=card.path,
            line=_line(card, "quotations"),
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
