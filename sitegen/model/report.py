"""What a build did."""

from dataclasses import dataclass
from enum import StrEnum

from sitegen.model.diagnostic import Diagnostic, has_errors


class Outcome(StrEnum):
    """What became of a page."""

    WRITTEN = "written"
    SAME = "same"
    REUSED = "reused"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReport:
    """One page and why it came out as it did."""

    path: str
    outcome: Outcome
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What the site holds."""

    articles: int = 0
    speakers: int = 0
    quotations: int = 0
    events: int = 0
    topics: int = 0
    feeds: int = 0
    """Each counted once, in whatever forms and at whatever addresses it is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """The whole build."""

    pages: tuple[PageReport, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    seconds: tuple[tuple[str, float], ...] = ()
    """Per stage, in their order."""
    counts: Counts = Counts()
    held: tuple[tuple[str, str], ...] = ()
    """Content files that were left out, and why."""
    ingested: tuple[str, ...] = ()
    """Content files that are new."""
    revised: tuple[str, ...] = ()
    """Content files whose annotations were made again."""
    kept: tuple[tuple[str, str], ...] = ()
    """Content files and the keys that stay as the editor left them."""
    published: bool = False
    """Whether output/ is now what the inputs say."""
    unchanged: bool = False
    """Nothing had changed; nothing was done."""

    @property
    def exit_code(self) -> int:
        """0 good, 1 something has errors."""
        return int(has_errors(self.diagnostics))

    def count(self, outcome: Outcome) -> int:
        """Return how many pages came out so."""
        return sum(p.outcome is outcome for p in self.pages)
