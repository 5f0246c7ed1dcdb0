"""What an audit finds, and how it is shown to a person."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_ALSO = 6
"""Other places that are named."""


@dataclass(frozen=True, order=True)
class Finding:
    """Something that must not be: which check says so, on which page, by which rule, at what."""

    check: str
    site: str
    page: str
    rule: str
    what: str = ""

    def shown(self, others: Sequence["Finding"]) -> str:
        """Return it in words, with some of the other places where it is found as well."""
        lines = [f"{self.check}: {self.site} /{self.page}: {self.rule}", *([f"    {self.what}"] if self.what else [])]
        also = [f"{other.site} /{other.page}" for other in others[:_ALSO]]
        more = f" and {len(others) - _ALSO} more" if len(others) > _ALSO else ""
        return "\n".join([*lines, *([f"    also: {', '.join(also)}{more}"] if also else [])])


@dataclass(frozen=True)
class Result:
    """What one check looked at, by site, and what it found there."""

    check: str
    looked_at: Mapping[str, int]
    findings: tuple[Finding, ...]


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as columns of one width."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join(lines)


def report(results: Iterable[Result], sites: Sequence[str]) -> str:
    """Return what was looked at and found: findings of how many pages, by check and site."""
    results = list(results)
    rows = [("findings / pages", *sites)]
    for result in results:
        found = Counter(f.site for f in result.findings)
        rows.append(
            (result.check, *(f"{found[s]} / {result.looked_at[s]}" if s in result.looked_at else "-" for s in sites))
        )
    return "\n".join([table(rows), "", *_by_rule(f for result in results for f in result.findings)])


def _by_rule(findings: Iterable[Finding]) -> Iterable[str]:
    """Yield each rule once, with the first place where it is broken."""
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.check, finding.rule), []).append(finding)
    return (found[0].shown(found[1:]) for found in alike.values())
