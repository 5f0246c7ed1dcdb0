"""Where a site's files are, what a command was asked to do, and how far it is."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from sitegen import fingerprint

PACKAGE = Path(__file__).resolve().parent.parent


class Progress(Protocol):
    """Is told how far long work has come."""

    def begin(self, stage: str, total: int) -> None:
        """Say that a stage begins, of so many steps."""

    def advance(self, steps: int) -> None:
        """Say that so many steps more are done."""

    def waiting(self) -> None:
        """Say that another command is at work in this site, and that this one waits for it."""


class Silent:
    """A Progress that says nothing."""

    def begin(self, stage: str, total: int) -> None:
        """Say nothing."""

    def advance(self, steps: int) -> None:
        """Say nothing."""

    def waiting(self) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a command was asked to do."""

    site: Path
    output: Path
    now: datetime
    """Aware: --clock, else SOURCE_DATE_EPOCH, else now."""
    base_url: str | None = None
    """Instead of the configured one."""
    drafts: bool = False
    preview: bool = False
    """For the eyes of an editor: files of the theme keep their plain names."""
    scheduler: str | None = None
    progress: Progress = field(default_factory=Silent)

    @property
    def seeds(self) -> Path:
        """Return the folder of raw sources."""
        return self.site / "seeds"

    @property
    def content(self) -> Path:
        """Return the folder of articles."""
        return self.site / "content"

    @property
    def templates(self) -> Path:
        """Return the folder of the site's own templates."""
        return self.site / "templates"

    @property
    def key(self) -> str:
        """Return the fingerprint of the options that change what is published."""
        return fingerprint.of_value((str(self.output.resolve()), self.base_url, self.drafts, self.preview))
