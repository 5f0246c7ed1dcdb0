"""The pages of speakers; input: the desk."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sitegen.model import when
from sitegen.model.page import Page, SpeakerView
from sitegen.model.shown import Bar, Link, QuotationGroup, RoleLine, ShownQuotation
from sitegen.model.site import Card, CardQuotation, Person, SeenRole
from sitegen.plan import dates, urls
from sitegen.plan.chrome import feed_of, head, json_ld
from sitegen.plan.parts import Desk
from sitegen.plan.statements import once, shared_card


def speaker_page(at: Desk, person: Person) -> Page:
    """Return the page of a speaker: every quotation, newest first, each in the role of its time."""
    heard = [(at.cards[article], key) for article, key in person.heard]
    topics = Counter((t.name, t.slug) for card, _ in heard for t in at.topics.get(card.id, ()))
    kind = "Person" if person.kind == "person" else "Organization"
    data = json_ld(kind, name=person.name, alternateName=list(person.also_known_as))
    address = urls.speaker(person.slug)
    said = [statement for card, key in heard for statement in _said(at, card, key)]
    view = SpeakerView(
        chrome=at.chrome,
        head=replace(
            head(
                at.config,
                address,
                person.name,
                f"What {person.name} said, with sources",
                feeds=(feed_of(person.name, address),),
            ),
            json_ld=data,
        ),
        name=person.name,
        initials="".join(word[0] for word in person.name.split()[:1] + person.name.split()[1:][-1:]).upper(),
        also_known_as=person.also_known_as,
        note=person.note,
        roles=tuple(_role(at, r) for r in person.roles),
        years=_years(at, once(at, said)),
        topics=tuple(Link(words=name, address=urls.topic(slug)) for (name, slug), _ in topics.most_common()),
        mentions=_bars(at, (card for card, _ in said)),
    )
    sources = tuple(dict.fromkeys(card.path for card, _ in heard))
    return Page(path=urls.file_of(address), template="speaker.html", view=view, sources=sources)


def _said(at: Desk, card: Card, key: str) -> Iterable[tuple[Card, CardQuotation]]:
    for quoted in card.quotations:
        if quoted.speaker == key and quoted.confidence >= at.config.min_confidence:
            yield card, quoted


def _role(at: Desk, seen: SeenRole) -> RoleLine:
    first, last = (dates.published(at.words, at.cards[seen.articles[i]].published) for i in (0, -1))
    role, affiliation = seen.role, seen.affiliation or ""
    apart = affiliation and affiliation.casefold() not in role.casefold()
    words = f"{role}, {affiliation}" if role and apart else role or affiliation
    return RoleLine(words=words, first=first, last=last)


def _years(at: Desk, said: list[tuple[Card, CardQuotation]]) -> tuple[QuotationGroup, ...]:
    years: dict[str, list[ShownQuotation]] = {}
    for card, quoted in reversed(said):
        days = when.days(card.published.value)
        heading = str(days[0].year) if days else dates.not_known(at.words).words
        years.setdefault(heading, []).append(shared_card(at, card, quoted))
    return tuple(QuotationGroup(heading=year, quotations=tuple(group)) for year, group in years.items())


def _bars(at: Desk, quoting: Iterable[Card]) -> tuple[Bar, ...]:
    """Count quotations by month, oldest first, one card for each; one month alone makes no line."""
    known = [card.published.value for card in quoting if when.days(card.published.value)]
    months = Counter(value[:7] for value in known if value)
    if len(months) <= 1:
        return ()
    labels = ((month, dates.shown(at.words, month)) for month in sorted(months))
    return tuple(Bar(label=label.words if label else month, count=months[month]) for month, label in labels)
