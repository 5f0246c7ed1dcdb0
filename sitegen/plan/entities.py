"""The pages of speakers; input: the desk."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sitegen.model import when
from sitegen.model.page import Page, SpeakerView
from sitegen.model.shown import Head, Link, Pagination, QuotationGroup, ShownQuotation
from sitegen.model.site import Card, CardQuotation, Person
from sitegen.plan import dates, urls
from sitegen.plan.chrome import feed_of, head
from sitegen.plan.graphics import bars
from sitegen.plan.lists import newest, numbered, older, page_title, pages_of, pagination
from sitegen.plan.parts import Desk
from sitegen.plan.roles import role_lines
from sitegen.plan.sharing import of_speaker
from sitegen.plan.statements import once, shared_card

Report = tuple[tuple[Card, CardQuotation], ...]
"""What a speaker said in one article."""


def speaker_pages(at: Desk, person: Person) -> Iterable[Page]:
    """Yield the pages of a speaker: every quotation, newest article first, each in the role of its time."""
    said = [statement for article, key in person.heard for statement in said_in(at, at.cards[article], key)]
    pages = pages_of(reports(once(at, said)), at.config.per_page)
    top = urls.speaker(person.slug)

    def address(number: int) -> str:
        return urls.speaker_archive(person.slug, number)

    made = _view(at, person, top, newest(pages))
    own = replace(made.head, picture=of_speaker(at, person))
    first = replace(made, head=own, pagination=Pagination(older=older(pages, address)))
    known = (when.days(card.published.value) for card, _ in said)
    yield _page(at, person, replace(first, mentions=bars(at.words, (days[0] for days in known if days))))
    for number, part in numbered(pages):
        view = _view(at, person, address(number), tuple(reversed(part)))
        where = pagination(at.words, (number, len(pages)), address, top)
        title = page_title(at.words, person.name, number)
        yield _page(at, person, replace(view, head=replace(view.head, title=title), pagination=where))


def _page(at: Desk, person: Person, view: SpeakerView) -> Page:
    sources = tuple(dict.fromkeys(at.cards[article].path for article, _ in person.heard))
    return Page(path=urls.file_of(view.head.address), template="speaker.html", view=view, sources=sources)


def _view(at: Desk, person: Person, address: str, reports: Iterable[Report]) -> SpeakerView:
    """Return a page of a speaker with what all of its pages have."""
    topics = Counter((t.name, t.slug) for article, _ in person.heard for t in at.topics.get(article, ()))
    return SpeakerView(
        chrome=at.chrome,
        head=_head(at, person, address),
        name=person.name,
        initials="".join(word[0] for word in person.name.split()[:1] + person.name.split()[1:][-1:]).upper(),
        also_known_as=person.also_known_as,
        note=person.note,
        roles=tuple(role_lines(at, person.roles)),
        years=by_year(at, reports),
        topics=tuple(on_topic(at, name, (slug, person.slug)) for (name, slug), _ in topics.most_common()),
        mentions=(),
        pagination=Pagination(),
    )


def _head(at: Desk, person: Person, address: str) -> Head:
    feed = feed_of(person.name, urls.speaker(person.slug))
    said = at.words("What %(name)s said, with sources", name=person.name)
    return head(at.config, address, person.name, said, feeds=(feed,))


def on_topic(at: Desk, name: str, voice: tuple[str, str]) -> Link:
    """Return the link to what a speaker said about a topic; to the topic where that is too little for a page."""
    return Link(words=name, address=urls.topic_speaker(*voice) if voice in at.voices else urls.topic(voice[0]))


def said_in(at: Desk, card: Card, key: str) -> Iterable[tuple[Card, CardQuotation]]:
    """Yield what a speaker, known there by a key, says in an article."""
    for quoted in card.quotations:
        if quoted.speaker == key and quoted.confidence >= at.config.min_confidence:
            yield card, quoted


def reports(said: Iterable[tuple[Card, CardQuotation]]) -> tuple[Report, ...]:
    """Return statements by article, each article's in the order of its text."""
    made: dict[str, list[tuple[Card, CardQuotation]]] = {}
    for card, quoted in said:
        made.setdefault(card.id, []).append((card, quoted))
    return tuple(map(tuple, made.values()))


def by_year(at: Desk, reports: Iterable[Report]) -> tuple[QuotationGroup, ...]:
    """Return statements by year, in the order given."""
    years: dict[str, list[ShownQuotation]] = {}
    for report in reports:
        days = when.days(report[0][0].published.value)
        heading = str(days[0].year) if days else dates.not_known(at.words).words
        years.setdefault(heading, []).extend(shared_card(at, card, quoted) for card, quoted in report)
    return tuple(QuotationGroup(heading=year, quotations=tuple(group)) for year, group in years.items())
