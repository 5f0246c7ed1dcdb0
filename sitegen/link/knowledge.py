"""What is known of articles beside their cards: what they are about and which tell the same; made and remembered by the pipeline."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """By article id; an article that is missing here is in no story and of no topic by its meaning."""

    groups: tuple[tuple[str, ...], ...] = ()
    """Articles that tell the same happening; a group of one is no story."""
    scores: Mapping[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    """Topic ids with their scores, 0 to 1, best first; only scores that make an article one of the topic's."""
    joined: Mapping[str, tuple[tuple[int, ...], ...]] = field(default_factory=dict)
    """What merged timelines remember of the last run (happenings.py); without it they are made anew, with the same result."""


NOTHING = Knowledge()
