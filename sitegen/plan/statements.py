"""Statements as pages show them, and in which other articles they stand; input: the desk."""

from collections.abc import Iterable

from sitegen.model.annotations import Manner
from sitegen.model.shown import Link, ShownQuotation
from sitegen.model.site import Card, CardQuotation, Person
from sitegen.plan.parts import Desk, place_of, report_links, speaker_of

Heard = tuple[str, str]
"""Article id, and anchor of a quotation there."""


def quotation(at: Desk, card: Card, quoted: CardQuotation, *, anchor: str) -> ShownQuotation:
    """Return a quotation; one of too little confidence has no speaker."""
    heard = next((s for s in card.speakers if s.key == quoted.speaker), None)
    certain = quoted.confidence >= at.config.min_confidence
    return ShownQuotation(
        anchor=anchor,
        pieces=_pieces(quoted),
        manner=quoted.manner,
        cue="" if quoted.manner is Manner.DIRECT else quoted.cue,
        speaker=speaker_of(at, card, heard) if heard and certain else None,
        said=at.refs[card.id].date,
        article=at.refs[card.id],
        place=place_of(at, card, quoted.anchor),
        also=_also(at, card, quoted),
    )


def shared_card(at: Desk, card: Card, quoted: CardQuotation) -> ShownQuotation:
    """Return a quotation among those of other articles."""
    return quotation(at, card, quoted, anchor=f"{card.id}-{quoted.anchor}")


def once(at: Desk, said: Iterable[tuple[Card, CardQuotation]]) -> list[tuple[Card, CardQuotation]]:
    """Return statements in their order, one that several articles have in its fullest words alone; not where they name different speakers."""
    told = {(card.id, quoted.anchor): (card, quoted) for card, quoted in said}
    fullest: dict[Heard, Heard] = {}
    kept: list[tuple[Card, CardQuotation]] = []
    for heard, statement in told.items():
        saying = at.sayings.get(heard)
        if saying and not saying.differing:
            first = saying.tellings[0]
            if first not in fullest:
                fullest[first] = next(t for t in saying.tellings if t in told)
            if fullest[first] != heard:
                continue
        kept.append(statement)
    return kept


def _pieces(quoted: CardQuotation) -> tuple[str, ...]:
    """Return the words without the comma that ties them to their cue."""
    *most, last = quoted.pieces
    return (*most, last.rstrip(", ") or last)


def _also(at: Desk, card: Card, quoted: CardQuotation) -> tuple[Link, ...]:
    """Return the other articles that have the statement, each once."""
    saying = at.sayings.get((card.id, quoted.anchor))
    if not saying:
        return ()
    others = {article: anchor for article, anchor in reversed(saying.tellings) if article != card.id}
    places = [(article, place_of(at, at.cards[article], anchor)) for article, anchor in reversed(others.items())]
    links = report_links(at, places, beside=card.id)
    if not saying.differing:
        return links
    mine = _person(at, card, quoted)
    names = (_otherwise(at, mine, heard) for heard in reversed(others.items()))
    return tuple(
        Link(words=_naming(at, link.words, name), address=link.address) for link, name in zip(links, names, strict=True)
    )


def _naming(at: Desk, report: str, name: str) -> str:
    return at.words("%(article)s, which names %(name)s", article=report, name=name) if name else report


def _otherwise(at: Desk, mine: Person | None, heard: Heard) -> str:
    """Return whom another article names for the statement, where that is somebody else."""
    article, anchor = heard
    card = at.cards[article]
    person = next((_person(at, card, q) for q in card.quotations if q.anchor == anchor), None)
    return person.name if person and (mine is None or person.slug != mine.slug) else ""


def _person(at: Desk, card: Card, quoted: CardQuotation) -> Person | None:
    """Return who said it, where that is certain enough."""
    if quoted.speaker is None or quoted.confidence < at.config.min_confidence:
        return None
    return at.people.get((card.id, quoted.speaker))
