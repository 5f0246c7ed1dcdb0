"""The views of search: its page, the index that it searches, and the lists from A to Z."""

from dataclasses import dataclass

from sitegen.model.annotations import Manner
from sitegen.model.shown import Chrome, Head, Link, ShownDate


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """search.html."""

    chrome: Chrome
    head: Head
    parts: tuple[str, ...]
    """Addresses of the parts of the index, oldest articles first; the first has the program too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStatement:
    """A statement as search finds it."""

    anchor: str
    """Id of its place on the article's page."""
    manner: Manner
    who: str
    """Name and role at the time; empty: not established."""
    slug: str
    """Of the speaker; empty: has no page."""
    cue: str
    """Empty for direct ones."""
    pieces: tuple[str, ...]
    """Only words that were proved to be said stand in quotation marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRecord:
    """An article as search finds it: nothing that its page does not show."""

    address: str
    title: str
    language: str
    date: ShownDate
    publishers: tuple[str, ...]
    summary: str
    body: str
    """Markdown, as far as it may be republished."""
    statements: tuple[FoundStatement, ...]
    filters: tuple[tuple[str, str], ...]
    """Kind (speaker, topic, publisher, date), and what it is: a key without spaces, a space, its words."""
    day: str
    """ISO day by which results are ordered; empty: not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchIndexView:
    """A part of the index: some articles, in their order; not one file but a folder of them."""

    language: str
    program: bool
    """It has what searches, beside what is searched."""
    records: tuple[SearchRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedName:
    """A line of the lists from A to Z."""

    link: Link
    kind: str
    """What it is, in words: "Speaker"."""
    count: int
    unit: str
    """What is counted: "articles", "quotations"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterGroup:
    """All that begins with one letter."""

    heading: str
    anchor: str
    names: tuple[ListedName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AToZView:
    """a-z.html: speakers, topics, stories and publishers by name, without JavaScript."""

    chrome: Chrome
    head: Head
    letters: tuple[Link, ...]
    """Where each letter is: on this page, or on its own."""
    groups: tuple[LetterGroup, ...]
    """Empty on the first page of a long list, which has a page for each letter."""
