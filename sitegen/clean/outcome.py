"""What a cleaner makes of one source: drafts of its articles, and what is to be said of the rest."""

from dataclasses import dataclass

from sitegen.clean.draft import Draft
from sitegen.clean.refusal import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Drafts in the order of the source, and refusals or notes."""

    drafts: tuple[Draft, ...] = ()
    told: tuple[Refusal, ...] = ()


def outcome(made: Draft | Refusal) -> Outcome:
    """Return what a cleaner of single articles made."""
    return Outcome(told=(made,)) if isinstance(made, Refusal) else Outcome(drafts=(made,))
