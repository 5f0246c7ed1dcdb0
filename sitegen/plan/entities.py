"""The pages of topics, of speakers and of the timeline; input: the desk."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sitegen.model import when
from sitegen.model.page import Page, SpeakerView, TimelineView, TopicView
from sitegen.model.shown import Bar, Link, Pagination, QuotationGroup, RoleLine, ShownQuotation
from sitegen.model.site import Card, Person, SeenRole, Topic
from sitegen.plan import dates, urls
from sitegen.plan.chrome import head, json_ld
from sitegen.plan.happenings import happening_groups, happenings_of
from sitegen.plan.lists import newest, older, pages_of, pagination
from sitegen.plan.parts import Desk, heading_of, quotation, speaker_counts

_TOP_SPEAKERS = 12
_TOPIC_EVENTS = 200
"""The latest events on a topic's first page."""
_YEAR_PAGES_FROM = 200
"""A timeline of more events is cut into years."""


def topic_pages(at: Desk, topic: Topic) -> Iterable[Page]:
    """Yield a topic's page and those of its older articles."""
    cards = tuple(at.cards[a] for a in topic.articles)
    pages = pages_of(cards, at.config.per_page)
    shown = newest(pages)

    def address(number: int) -> str:
        return urls.topic_archive(topic.slug, number)

    first = _topic_view(at, topic, shown, urls.topic(topic.slug))
    merged = happening_groups(at, happenings_of(at, cards)[-_TOPIC_EVENTS:])
    yield _topic_page(replace(first, timeline=merged, pagination=Pagination(older=older(pages, address))), shown)
    for number, part in enumerate(pages, 1):
        if len(pages) > 1:
            view = _topic_view(at, topic, tuple(reversed(part)), address(number))
            where = pagination(number, len(pages), address, urls.topic(topic.slug))
            title = f"{topic.name}, page {number}"
            named = replace(view.head, title=title)
            yield _topic_page(replace(view, head=named, title=title, pagination=where, description=""), part)


def _topic_view(at: Desk, topic: Topic, cards: tuple[Card, ...], address: str) -> TopicView:
    feed = Link(words=topic.name, address=urls.feed(urls.topic(topic.slug)))
    return TopicView(
        chrome=at.chrome,
        head=head(at.config, address, topic.name, topic.description or f"Articles about {topic.name}", feeds=(feed,)),
        title=topic.name,
        description=topic.description,
        timeline=happening_groups(at, happenings_of(at, cards)),
        articles=tuple(at.refs[c.id] for c in cards),
        speakers=speaker_counts(at, cards, _TOP_SPEAKERS),
        pagination=Pagination(),
    )


def _topic_page(view: TopicView, cards: Iterable[Card]) -> Page:
    return Page(
        path=urls.file_of(view.head.address), template="topic.html", view=view, sources=tuple(c.path for c in cards)
    )


def speaker_page(at: Desk, person: Person) -> Page:
    """Return the page of a speaker: every quotation, newest first, each in the role of its time."""
    heard = [(at.cards[article], key) for article, key in person.heard]
    topics = Counter((t.name, t.slug) for card, _ in heard for t in at.topics.get(card.id, ()))
    kind = "Person" if person.kind == "person" else "Organization"
    data = json_ld(kind, name=person.name, alternateName=list(person.also_known_as))
    address = urls.speaker(person.slug)
    said = [(card, q) for card, key in heard for q in _quotations(at, card, key)]
    view = SpeakerView(
        chrome=at.chrome,
        head=replace(head(at.config, address, person.name, f"What {person.name} said, with sources"), json_ld=data),
        name=person.name,
        initials="".join(word[0] for word in person.name.split()[:1] + person.name.split()[1:][-1:]).upper(),
        also_known_as=person.also_known_as,
        note=person.note,
        roles=tuple(_role(at, r) for r in person.roles),
        years=_years(said),
        topics=tuple(Link(words=name, address=urls.topic(slug)) for (name, slug), _ in topics.most_common()),
        mentions=_bars(said),
    )
    sources = tuple(dict.fromkeys(card.path for card, _ in heard))
    return Page(path=urls.file_of(address), template="speaker.html", view=view, sources=sources)


def _quotations(at: Desk, card: Card, key: str) -> Iterable[ShownQuotation]:
    for quoted in card.quotations:
        if quoted.speaker == key and quoted.confidence >= at.config.min_confidence:
            yield quotation(at, card, quoted, anchor=f"{card.id}-{quoted.anchor}")


def _role(at: Desk, seen: SeenRole) -> RoleLine:
    first, last = (dates.published(at.cards[seen.articles[i]].published) for i in (0, -1))
    role, affiliation = seen.role, seen.affiliation or ""
    apart = affiliation and affiliation.casefold() not in role.casefold()
    words = f"{role}, {affiliation}" if role and apart else role or affiliation
    return RoleLine(words=words, first=first, last=last)


def _years(said: list[tuple[Card, ShownQuotation]]) -> tuple[QuotationGroup, ...]:
    years: dict[str, list[ShownQuotation]] = {}
    for card, shown in reversed(said):
        days = when.days(card.published.value)
        years.setdefault(str(days[0].year) if days else "Date not known", []).append(shown)
    return tuple(QuotationGroup(heading=year, quotations=tuple(group)) for year, group in years.items())


def _bars(said: list[tuple[Card, ShownQuotation]]) -> tuple[Bar, ...]:
    """Count quotations by month, oldest first; one month alone makes no line."""
    known = [card.published.value for card, _ in said if when.days(card.published.value)]
    months = Counter(value[:7] for value in known if value)
    if len(months) <= 1:
        return ()
    labels = ((month, dates.shown(month)) for month in sorted(months))
    return tuple(Bar(label=label.words if label else month, count=months[month]) for month, label in labels)


def timeline_pages(at: Desk) -> Iterable[Page]:
    """Yield the timeline of everything; a long one has a page for each year."""
    happenings = at.site.happenings
    headings = tuple(dict.fromkeys(heading_of(h.date) for h in happenings))
    if len(happenings) <= _YEAR_PAGES_FROM:
        yield _timeline_page(at, urls.TIMELINE, "Timeline", headings, ())
        return
    years = sorted((h for h in headings if h.isdigit()), reverse=True)
    links = tuple(Link(words=year, address=urls.timeline_year(year)) for year in years)
    rest = tuple(h for h in headings if not h.isdigit())
    yield _timeline_page(at, urls.TIMELINE, "Timeline", (*years[:1], *rest), links)
    for year in years:
        yield _timeline_page(at, urls.timeline_year(year), f"Timeline of {year}", (year,), links)


def _timeline_page(at: Desk, address: str, title: str, headings: tuple[str, ...], years: tuple[Link, ...]) -> Page:
    wanted = (h for h in at.site.happenings if heading_of(h.date) in headings)
    view = TimelineView(
        chrome=at.chrome,
        head=head(at.config, address, title, "What happened when, with who reported it"),
        groups=happening_groups(at, wanted),
        years=years,
    )
    return Page(path=urls.file_of(address), template="timeline.html", view=view)
