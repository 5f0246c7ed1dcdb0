"""Addresses that the machine gave and readers may hold on to."""

from dataclasses import dataclass
from enum import StrEnum


class Thing(StrEnum):
    """What an address was given to."""

    ARTICLE = "article"
    SPEAKER = "speaker"
    TOPIC = "topic"
    STORY = "story"
    OUTLET = "publisher"
    EDITION = "edition"
    VOICE = "voice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One line of content/ledger.jsonl: this slug was given to that."""

    thing: Thing
    slug: str
    """Of a speaker in a topic: both slugs, with a slash between."""
    article: str = ""
    """Of a speaker, in a topic too: the id of an article in which it is heard; of a story: that of its first article; of a closed edition: one of its articles."""
    key: str = ""
    """Of a speaker, in a topic too: its key in that article; of a topic: its id; of a publisher: its name."""
    place: str = ""
    """Of an article in a closed edition: its story there and its rank in that, as "1.2"; "more" below the stories."""
    mark: str = ""
    """Of an article in a closed edition: fingerprint of what the edition says of it."""
    day: str = ""
    """Of an article that changed in a closed edition: the local day (ISO 8601) on which that was seen."""
