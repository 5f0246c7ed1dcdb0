"""Statements, events and names as data, each made once, for it stands in several documents; input: the desk."""

from collections.abc import Iterable, Mapping
from functools import cache

from sitegen.model.annotations import Speaker
from sitegen.model.data import (
    Address,
    ArticleListed,
    ArticleName,
    DataDate,
    DataEvent,
    DataQuotation,
    DataSpeaker,
    Elsewhere,
    Named,
)
from sitegen.model.site import Card, CardEvent, CardQuotation, Dated, Happening, Person, Story, Topic
from sitegen.plan import dates, urls
from sitegen.plan.parts import Desk, event_words, place_of, shared_anchor
from sitegen.plan.statements import quotation
from sitegen.words import ENGLISH, Words

Heard = tuple[str, str]
"""Article id, and anchor of a quotation or event there."""


class Facts:
    """Looks up what the desk holds, as data."""

    def __init__(self, at: Desk, words: Words = ENGLISH) -> None:
        """Take the desk, and the words for dates: English where machines read them."""
        self.at, self.words = at, words
        self.articles: Mapping[str, ArticleName] = {c.id: _article(c) for c in at.site.cards}
        self.listed: Mapping[str, ArticleListed] = {c.id: _listed(c) for c in at.site.cards}
        self.quotation = cache(self._quotation)
        self.event = cache(self._event)
        self.happening = cache(self._happening)
        self._spoken = {(c.id, q.anchor): (c, q) for c in at.site.cards for q in c.quotations}
        self._tellings = {(d.article, d.event.anchor): h for h in at.site.happenings for d in h.tellings}
        self._dated = {(d.article, d.event.anchor): d for d in at.site.timeline}
        self._happenings = {heard_at(h.tellings[0]): h for h in at.site.happenings}

    def events(self, card: Card) -> tuple[DataEvent, ...]:
        """Return the events of an article in its own words."""
        return tuple(self.event(heard_at(d)) for d in self.at.events.get(card.id, ()))

    def happenings(self, happenings: Iterable[Happening]) -> tuple[DataEvent, ...]:
        """Return happenings, each in the words of the article that tells it best."""
        return tuple(self.happening(heard_at(h.tellings[0])) for h in happenings)

    def quotations(self, said: Iterable[tuple[Card, CardQuotation]]) -> tuple[DataQuotation, ...]:
        """Return statements in their order."""
        return tuple(self.quotation((card.id, quoted.anchor)) for card, quoted in said)

    def _quotation(self, heard: Heard) -> DataQuotation:
        card, quoted = self._spoken[heard]
        shown = quotation(self.at, card, quoted, anchor=heard[1])
        saying = self.at.sayings.get(heard)
        return DataQuotation(
            id=f"{card.id}-{quoted.anchor}",
            pieces=shown.pieces,
            manner=quoted.manner,
            cue=quoted.cue,
            speaker=self._speaker(card, quoted) if shown.speaker else None,
            confidence=quoted.confidence,
            article=self.articles[card.id],
            link=Address(shown.place),
            also=self._elsewhere(card.id, saying.tellings if saying else ()),
            disputed=bool(saying and saying.differing),
        )

    def _speaker(self, card: Card, quoted: CardQuotation) -> DataSpeaker:
        speaker: Speaker = next(s for s in card.speakers if s.key == quoted.speaker)
        person = self.at.people.get((card.id, speaker.key))
        return DataSpeaker(
            slug=person.slug if person else None,
            name=speaker.name,
            kind=speaker.kind,
            role=speaker.role,
            affiliation=speaker.affiliation,
        )

    def _elsewhere(self, article: str, tellings: Iterable[Heard]) -> tuple[Elsewhere, ...]:
        """Return the other articles, each once, at its first place."""
        places: dict[str, str] = {}
        for other, anchor in tellings:
            if other != article:
                places.setdefault(other, anchor)
        return tuple(
            Elsewhere(article=self.articles[a], link=Address(place_of(self.at, self.at.cards[a], anchor)))
            for a, anchor in places.items()
        )

    def _event(self, told: Heard) -> DataEvent:
        dated, happening = self._dated[told], self._tellings.get(told)
        event = dated.event
        tellings = happening.tellings if happening else ()
        return DataEvent(
            id=shared_anchor(dated),
            text=event_words(event),
            date=date_of(self.words, event),
            expression=event.expression,
            aspect=event.aspect,
            article=self.articles[dated.article],
            link=Address(place_of(self.at, self.at.cards[dated.article], event.anchor)),
            also=self._elsewhere(dated.article, map(heard_at, tellings)),
            otherwise=happening.otherwise if happening else (),
        )

    def _happening(self, first: Heard) -> DataEvent:
        happening = self._happenings[first]
        lead = self.event(first)
        same = happening.tellings[0].event.date == happening.date
        if same and happening.aspect is lead.aspect:
            return lead
        return DataEvent(
            id=lead.id,
            text=lead.text,
            date=lead.date if same else _plain_date(self.words, happening),
            expression=lead.expression,
            aspect=happening.aspect,
            article=lead.article,
            link=lead.link,
            also=lead.also,
            otherwise=lead.otherwise,
        )


def heard_at(dated: Dated) -> Heard:
    """Return where an event is told."""
    return dated.article, dated.event.anchor


def _article(card: Card) -> ArticleName:
    return ArticleName(
        id=card.id,
        title=card.title,
        published=card.published.value,
        publishers=tuple(p.name for p in card.publishers),
        source=card.url,
    )


def _listed(card: Card) -> ArticleListed:
    page = urls.article(card.id)
    return ArticleListed(
        id=card.id,
        title=card.title,
        published=card.published.value,
        page=Address(page),
        data=Address(urls.data(page)),
    )


def named(thing: Person | Topic | Story) -> Named:
    """Return a speaker, topic or story as other documents name it."""
    page = page_of(thing)
    name = thing.title if isinstance(thing, Story) else thing.name
    return Named(slug=thing.slug, name=name, page=Address(page), data=Address(urls.data(page)))


def page_of(thing: Person | Topic | Story) -> str:
    """Return the address of a page."""
    if isinstance(thing, Person):
        return urls.speaker(thing.slug)
    return urls.topic(thing.slug) if isinstance(thing, Topic) else urls.story(thing.slug)


def date_of(words: Words, told: CardEvent) -> DataDate | None:
    """Return an event's date with all that its source says of it."""
    shown = dates.of_event(words, told)
    if shown is None or told.date is None:
        return None
    return DataDate(
        value=told.date,
        until=told.until,
        length=told.length,
        mod=told.mod,
        signal=told.signal,
        nearby=told.carried,
        words=shown.words,
    )


def _plain_date(words: Words, happening: Happening) -> DataDate | None:
    """Return the date on which all that tell it agree, where it is not that of the article shown first."""
    shown = dates.shown(words, happening.date, happening.mod)
    if shown is None or happening.date is None:
        return None
    return DataDate(
        value=happening.date,
        until=None,
        length=None,
        mod=happening.mod,
        signal=None,
        nearby=False,
        words=shown.words,
    )
