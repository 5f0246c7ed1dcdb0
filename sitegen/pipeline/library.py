"""What is each article about, in numbers? Decoded content in, impressions out; remembered by what they are made of."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sitegen import fingerprint
from sitegen.model.article import Entry
from sitegen.model.site import Card
from sitegen.store.memo import Memo

if TYPE_CHECKING:
    from sitegen.annotate.vectors import Impression


class Part(StrEnum):
    """What of an article counts."""

    WHOLE = "whole"
    LEAD = "lead"


def library_of(memo: Memo, known: Iterable[tuple[Entry, Card]], engine: str) -> "Library":
    """Return the articles of which there is something to know; engine: fingerprint of the code."""
    from sitegen.annotate import vectors

    pairs = [(entry, card) for entry, card in known if card.title or card.terms]
    return Library(
        entries={card.id: entry for entry, card in pairs},
        cards={card.id: card for _, card in pairs},
        memo=memo,
        engine=fingerprint.combined((engine, vectors.version())),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Articles by id."""

    entries: Mapping[str, Entry]
    cards: Mapping[str, Card]
    memo: Memo
    engine: str
    """Fingerprint of the code and the embeddings that make impressions."""

    def marks(self) -> dict[str, str]:
        """Return by article what changes where the article does."""
        return {article: card.fingerprint for article, card in self.cards.items()}

    def impressions(self, articles: Collection[str], part: Part) -> dict[str, "Impression"]:
        """Return what articles are about; those not remembered are made, in the order of their ids."""
        from sitegen.annotate import vectors

        make = vectors.impression_of_lead if part is Part.LEAD else vectors.impression
        keys = {a: fingerprint.combined((self.engine, self.cards[a].fingerprint)) for a in sorted(articles)}
        before = self.memo.get_many(f"impression of {part}", keys.values())
        known = {a: vectors.unpacked(before[key]) for a, key in keys.items() if key in before}
        texts = {a: self.entries[a].article for a in keys if a not in known}
        made = {a: make(article.title, article.text) for a, article in texts.items()}
        self.memo.put_many(f"impression of {part}", {keys[a]: one.packed() for a, one in made.items()})
        return known | made
