"""What an audit finds, and how it is shown to a person."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """Something that must not be: which check says so, on which page, by which rule, at what."""

    check: str
    site: str
    page: str
    rule: str
    what: str = ""

    def shown(self) -> str:
        where = f"{self.site} /{self.page}"
        return f"{self.check}: {where}: {self.rule}" + (f"\n    {self.what}" if self.what else "")


@dataclass(frozen=True)
class Result:
    """What one check looked at, by site, and what it found there."""

    check: str
    looked_at: Mapping[str, int]
    findings: tuple[Finding, ...]


_MOST_SHOWN = 60


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
    findings = [f for result in results for f in result.findings]
    shown = [f.shown() for f in findings[:_MOST_SHOWN]]
    more = len(findings) - len(shown)
    return "\n".join([table(rows), "", *shown, *([f"… and {more} more"] if more else [])])
