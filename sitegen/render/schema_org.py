"""Things in the vocabulary of schema.org; input: the parts of views. Nothing is said of them that the page does not show.

A paraphrase is no Quotation, and an event without a date that is sure is no Event.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.model.annotations import Manner, SpeakerKind
from sitegen.model.shown import ArticleRef, Chrome, Head, Link, ShownDate, ShownEvent, ShownQuotation, ShownSpeaker
from sitegen.render.addresses import Here

Node = dict[str, object]

_KINDS = {
    SpeakerKind.PERSON: "Person",
    SpeakerKind.ORGANISATION: "Organization",
    SpeakerKind.STATE: "GovernmentOrganization",
}
"""The vocabulary has no word for people without a name in common."""

_ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d.*)?)?)?")


def node(kind: str, identity: str = "", **known: object) -> Node:
    """Return a thing of a type; what is not known of it is left out."""
    made: Node = {"@type": kind, "@id": identity, **known}
    return {name: value for name, value in made.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Things:
    """Makes things as the page at hand shows them."""

    here: Here

    def website(self, chrome: Chrome) -> Node:
        """Return the site."""
        home = self.here.absolute("")
        return node("WebSite", f"{home}#website", url=home, name=chrome.title, inLanguage=chrome.language)

    def trail(self, head: Head, chrome: Chrome) -> Node | None:
        """Return the way from the home page to this one."""
        above = [(words, address) for words, address in pairs(chrome.sections) if head.address.startswith(address)]
        steps = dict.fromkeys([(chrome.title, ""), *above, (head.title, head.address)])
        items = [
            node("ListItem", position=number, name=words, item=node("WebPage", self.here.absolute(address)))
            for number, (words, address) in enumerate(steps, 1)
        ]
        return node("BreadcrumbList", itemListElement=items) if head.address else None

    def listed(self, links: Iterable[tuple[str, str]], most: int) -> Node | None:
        """Return a list of pages, each with its words and address, as far as it is told."""
        every = tuple(links)
        items = [
            node("ListItem", position=number, name=words, url=self.here.absolute(address))
            for number, (words, address) in enumerate(every[:most], 1)
        ]
        return node("ItemList", numberOfItems=len(every), itemListElement=items) if every else None

    def topics(self, links: Iterable[Link]) -> list[Node]:
        """Return what something is about."""
        return [
            node("Thing", name=link.words, url=self.here.absolute(link.address) if link.address is not None else "")
            for link in links
        ]

    def article(self, ref: ArticleRef) -> Node:
        """Return an article that the page refers to."""
        url = self.here.absolute(ref.address)
        return node("NewsArticle", f"{url}#article", url=url, headline=ref.title, datePublished=iso(ref.date))

    def speaker(self, speaker: ShownSpeaker) -> Node | None:
        """Return who speaks, in the role of the time; None for a group without a name in common."""
        kind = _KINDS.get(speaker.kind)
        if not kind:
            return None
        url = self.here.absolute(speaker.address) if speaker.address is not None else ""
        made = node(kind, speaker_id(url), name=speaker.name, url=url)
        return {**made, **_office(speaker)} if kind == "Person" else made

    def speakers(self, quotations: Iterable[ShownQuotation]) -> list[Node]:
        """Return who has a page and says these, each once."""
        met = {q.speaker.address: q.speaker for q in quotations if q.speaker and q.speaker.address is not None}
        return [made for speaker in met.values() if (made := self.speaker(speaker))]

    def quotation(self, quoted: ShownQuotation, *, with_article: bool = False) -> Node:
        """Return a statement in the speaker's own words."""
        return node(
            "Quotation",
            f"{self.here.absolute(self.here.address)}#{quoted.anchor}",
            text=" … ".join(quoted.pieces),
            url=self.here.absolute(quoted.place or quoted.article.address),
            spokenByCharacter=self._spoken_by(quoted.speaker),
            isPartOf=self.article(quoted.article) if with_article else None,
        )

    def events(self, events: Iterable[ShownEvent], most: int) -> list[Node]:
        """Return those events whose date is sure."""
        return [self._event(e) for e in events if e.start][:most]

    def _event(self, told: ShownEvent) -> Node:
        place = self.here.absolute(told.place or told.article.address)
        anchor = f"{self.here.absolute(self.here.address)}#{told.anchor}"
        return node("Event", anchor, name=told.text, startDate=told.start, url=place)

    def _spoken_by(self, speaker: ShownSpeaker | None) -> Node | None:
        """Return the speaker, by reference where the graph has more of them."""
        if speaker is None or (made := self.speaker(speaker)) is None:
            return None
        return {"@id": made["@id"]} if "@id" in made else made


def iso(date: ShownDate | None) -> str:
    """Return a date as the vocabulary has it, a year, a month, a day or a time; empty for others, such as a week."""
    return date.machine if date and _ISO.fullmatch(date.machine) else ""


def speaker_id(url: str) -> str:
    """Return by what the graphs of all pages know a speaker who has a page; empty for others."""
    return f"{url}#speaker" if url else ""


def direct(quotations: Iterable[ShownQuotation], most: int) -> list[ShownQuotation]:
    """Return the statements that are the speakers' own words, as many as are told."""
    return [q for q in quotations if q.manner is Manner.DIRECT][:most]


def pairs(links: Iterable[Link]) -> list[tuple[str, str]]:
    """Return the links that lead somewhere, as words and address."""
    return [(link.words, link.address) for link in links if link.address is not None]


def _office(speaker: ShownSpeaker) -> Node:
    found = {
        "jobTitle": speaker.role,
        "affiliation": speaker.affiliation and node("Organization", name=speaker.affiliation),
    }
    return {name: value for name, value in found.items() if value}
