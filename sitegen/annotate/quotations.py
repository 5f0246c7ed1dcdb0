"""Which statements does an article report, in which words, and on which cue? Joins quoted passages and reports.

A passage with its own cue is a direct quotation; a report whose words are partly quoted is a mixed one. Nothing is
believed twice: of nested reports the outermost stays.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sitegen.annotate.clauses import Range
from sitegen.annotate.confidence import Evidence, confidence, evidence
from sitegen.annotate.direct import attributions
from sitegen.annotate.passages import Attribution, Place, is_title
from sitegen.annotate.reading import Reading
from sitegen.annotate.reports import Report, reports
from sitegen.model.annotations import Manner
from sitegen.model.text import Span

BELIEVED = 0.42
"""Least confidence of a report that is taken for a statement."""
_OUTSIDE = 2
"""Words outside quotation marks from which a report is a mixed quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A statement before its source is resolved to a speaker."""

    pieces: tuple[Span, ...]
    manner: Manner
    cue: Range | None
    source: int | None
    """Head token of the source's noun phrase."""
    verb: int | None
    evidence: Evidence
    confidence: float = 0.0


def drafts(r: Reading, sure: Callable[[Evidence], float] = confidence) -> tuple[Draft, ...]:
    """Return the statements of an article in text order; how sure each is, is asked of its evidence."""
    return tuple(_resolved(r, [replace(d, confidence=sure(d.evidence)) for d in candidates(r)]))


def candidates(r: Reading) -> Iterator[Draft]:
    """Yield everything that may be a statement, with what speaks for it."""
    attributed = attributions(r)
    told = list(reports(r))
    mixed = _mixed_passages(r, told, attributed)
    for report in told:
        draft = _of_report(r, report, attributed, mixed)
        if draft is not None:
            yield draft
    yield from _of_passages(r, {n: a for n, a in attributed.items() if n not in mixed})


def _mixed_passages(r: Reading, told: Sequence[Report], attributed: dict[int, Attribution]) -> set[int]:
    """Return the passages that are only a part of the words that a report gives."""
    out = set()
    for report in told:
        within = {r.passage[i] for a, b in report.pieces for i in range(a, b)} - {-1}
        if not within or _words_outside(r, report.pieces) < _OUTSIDE:
            continue
        for n in within:
            own = attributed.get(n)
            if own is None or own.verb == report.verb or own.place not in {Place.AFTER, Place.CONTINUED}:
                out.add(n)
    return out


def _words_outside(r: Reading, pieces: Sequence[Range]) -> int:
    return sum(r.passage[i] < 0 and r.words[i][0].isalnum() for a, b in pieces for i in range(a, b))


def _of_report(r: Reading, report: Report, attributed: dict[int, Attribution], mixed: set[int]) -> Draft | None:
    within = {r.passage[i] for a, b in report.pieces for i in range(a, b)} - {-1}
    outside = _words_outside(r, report.pieces)
    if outside < _OUTSIDE and within:
        if within & (attributed.keys() | mixed) or len(within) > 1:
            return None
        pieces: tuple[Span, ...] = tuple(r.passages[n].quoted.inner for n in within)
        manner = Manner.DIRECT
    else:
        pieces = tuple(r.span(a, b) for a, b in report.pieces)
        quotes = any(not is_title(r, r.passages[n]) for n in within)
        manner = Manner.MIXED if quotes else Manner.INDIRECT
    facts = evidence(r, report.frame, report.verb, report.source, (report.pieces, manner))
    return Draft(pieces=pieces, manner=manner, cue=report.cue, source=report.source, verb=report.verb, evidence=facts)


def _of_passages(r: Reading, attributed: dict[int, Attribution]) -> Iterator[Draft]:
    """Join passages that one cue attributes, in the order of the text."""
    groups: dict[int, list[int]] = {}
    root_of: dict[int, int] = {}
    first_of: dict[tuple[int | None, int], int] = {}
    for n, a in sorted(attributed.items()):
        goes_on = a.place in {Place.CONTINUED, Place.PARAGRAPH}
        root = root_of.get(n if a.of is None else a.of, n) if goes_on else n
        same = first_of.get((a.verb, r.passages[n].paragraph)) if a.verb is not None else None
        root = same if same is not None and a.place is not Place.MONOLOGUE else root
        root_of[n] = root
        groups.setdefault(root, []).append(n)
        first_of.setdefault((a.verb, r.passages[n].paragraph), root)
    for root, members in groups.items():
        yield _of_group(r, attributed[root], members)


def _of_group(r: Reading, a: Attribution, members: Sequence[int]) -> Draft:
    pieces = tuple(r.passages[n].quoted.inner for n in members)
    ranges = tuple((r.passages[n].first, r.passages[n].end) for n in members)
    cue = None if a.verb is None else (a.verb, a.verb + 1)
    facts = evidence(r, a.place, a.verb, a.source, (ranges, Manner.DIRECT))
    return Draft(pieces=pieces, manner=Manner.DIRECT, cue=cue, source=a.source, verb=a.verb, evidence=facts)


def _resolved(r: Reading, scored: Sequence[Draft]) -> list[Draft]:
    """Drop what is not believed, what is nested in another, or overlaps one that came before or is surer."""
    kept: list[Draft] = []
    taken = [False] * (len(r.text) + 1)
    for d in sorted(
        scored, key=lambda d: (d.confidence < BELIEVED, d.manner is not Manner.DIRECT, -_length(d), d.pieces)
    ):
        if d.confidence < BELIEVED or _is_taken(r, d, taken):
            continue
        for piece in d.pieces:
            taken[piece.start : piece.end] = [True] * len(piece)
        kept.append(d)
    return sorted(kept, key=lambda d: d.pieces)


def _length(d: Draft) -> int:
    return sum(map(len, d.pieces))


def _is_taken(r: Reading, d: Draft, taken: Sequence[bool]) -> bool:
    """Say whether the cue or the middle of a piece stands in words that are already somebody's."""
    if d.cue is not None and taken[r.starts[d.cue[0]]]:
        return True
    return any(taken[p.start] or taken[p.end - 1] or any(taken[p.start : p.end]) for p in d.pieces)
