"""What does a page say of itself to machines? A graph in the vocabulary of schema.org; input: the page's view.

It follows from the view, so it is made with the page and not before: a page that is not made anew costs nothing.
"""

import json
from collections.abc import Iterable

from sitegen.model.machine_pages import NotFoundView, RedirectView
from sitegen.model.page import (
    ArchiveView,
    ArticleView,
    EditionView,
    HomeView,
    IndexView,
    PublisherView,
    SpeakerView,
    StoryView,
    TimelineView,
    TopicSpeakerView,
    TopicView,
)
from sitegen.model.shown import ArticleRef, EditionItem, EventGroup, Head, ShownEvent
from sitegen.render.addresses import Here, web_url
from sitegen.render.schema_org import Node, Things, direct, iso, node, pairs

_QUOTATIONS = 30
_EVENTS = 30
_LISTED = 100
"""How much of a page its graph tells at most: a long page stays a page, not a data set (those are under api/)."""


def json_ld(view: object, here: Here) -> str:
    """Return the graph as JSON; empty for a page that is no content."""
    head = getattr(view, "head", None)
    if not isinstance(head, Head) or isinstance(view, NotFoundView | RedirectView):
        return ""
    graph = {"@context": "https://schema.org", "@graph": _nodes(view, Things(here=here))}
    return json.dumps(graph, ensure_ascii=False, separators=(",", ":"))


def _nodes(view: object, things: Things) -> list[Node]:
    match view:
        case ArticleView():
            return _article(view, things)
        case HomeView():
            return _home(view, things)
        case SpeakerView():
            return _speaker(view, things)
        case StoryView():
            return _story(view, things)
        case TimelineView():
            return [_page(view, things, {"mainEntity": _happenings(view, things)})]
        case _:
            return [_page(view, things, _collection(view, things))]


def _page(view: object, things: Things, more: Node, kind: str = "") -> Node:
    """Return the page itself; one that lists others is a collection."""
    head, chrome = view.head, view.chrome  # type: ignore[attr-defined] # a page of HTML has both
    url = things.here.absolute(head.address)
    return node(
        kind or ("CollectionPage" if more.get("mainEntity") else "WebPage"),
        url,
        url=url,
        name=head.title,
        description=head.description,
        inLanguage=chrome.language,
        isPartOf=things.website(chrome),
        breadcrumb=things.trail(head, chrome),
        **more,
    )


def _article(view: ArticleView, things: Things) -> list[Node]:
    url = things.here.absolute(view.head.address)
    told = direct(view.quotations, _QUOTATIONS)
    article = node(
        "NewsArticle",
        f"{url}#article",
        url=url,
        mainEntityOfPage={"@id": url},
        headline=view.title,
        description=view.summary,
        inLanguage=view.language,
        datePublished=iso(view.published),
        dateModified=iso(view.updated),
        author=[node("Person", name=name) for name in view.byline],
        publisher=[node("Organization", name=source.publisher.words) for source in view.sources],
        isBasedOn=web_url(view.original),
        about=things.topics(view.topics),
        mentions=[*things.speakers(told), *_events(view.timeline, things)],
        image=things.here.absolute(view.head.picture.address) if view.head.picture else "",
        hasPart=[things.quotation(quoted) for quoted in told],
        correction=[node("CorrectionComment", text=c.text, datePublished=iso(c.date)) for c in view.corrections],
    )
    return [_page(view, things, {"mainEntity": {"@id": f"{url}#article"}}, "WebPage"), article]


def _home(view: HomeView, things: Things) -> list[Node]:
    about: Node = {"description": view.chrome.description} if view.chrome.description else {}
    site = things.website(view.chrome) | about | _search(view, things)
    links = [*_headlines(view.items), *_titles(view.articles)]
    return [site, _page(view, things, {"mainEntity": things.listed(links, _LISTED)})]


def _search(view: HomeView, things: Things) -> Node:
    """Return how one searches the site."""
    if not view.chrome.search:
        return {}
    words = {"query-input": "required name=search_term_string"}
    target = node("EntryPoint", urlTemplate=f"{things.here.absolute('search/')}?q={{search_term_string}}")
    return {"potentialAction": node("SearchAction", target=target, **words)}


def _speaker(view: SpeakerView, things: Things) -> list[Node]:
    every = [q for group in view.years for q in group.quotations]
    shown = direct(every, _QUOTATIONS)
    told = [things.quotation(q, with_article=True) for q in shown]
    last = next((q.speaker for q in every if q.speaker), None)
    known = things.speaker(last) if last else None
    if known is None:
        return [_page(view, things, {"hasPart": told})]
    names: Node = {"name": view.name, "alternateName": list(view.also_known_as), "description": view.note}
    who = {name: value for name, value in (known | names).items() if value}
    others = [made for made in things.speakers(shown) if made["@id"] != who.get("@id")]
    return [_page(view, things, {"mainEntity": who, "hasPart": told, "mentions": others}, "ProfilePage")]


def _happenings(view: TimelineView, things: Things) -> Node | None:
    events = _events(view.groups, things, _LISTED)
    items = [node("ListItem", position=number, item=event) for number, event in enumerate(events, 1)]
    return node("ItemList", itemListElement=items) if items else None


def _story(view: StoryView, things: Things) -> list[Node]:
    told = direct(view.quotations, _QUOTATIONS)
    more: Node = {
        "mainEntity": things.listed(_titles(view.articles), _LISTED),
        "about": things.topics(view.topics),
        "mentions": [*things.speakers(told), *_events(view.timeline, things)],
        "hasPart": [things.quotation(q, with_article=True) for q in told],
    }
    return [_page(view, things, more)]


def _collection(view: object, things: Things) -> Node:  # noqa: PLR0911 - a line for each kind
    """Return what a page that lists others says beside what every page says."""
    match view:
        case TopicView():
            about = node("Thing", name=view.title, description=view.description)
            listed = things.listed(_titles(view.articles), _LISTED)
            return {"about": about, "mainEntity": listed, "mentions": _events(view.timeline, things)}
        case TopicSpeakerView():
            told = direct([q for group in view.years for q in group.quotations], _QUOTATIONS)
            part = [things.quotation(q, with_article=True) for q in told]
            return {"about": things.topics([view.topic]), "mentions": things.speakers(told), "hasPart": part}
        case PublisherView():
            about = node("Organization", name=view.title, url=web_url(view.url))
            return {"about": about, "mainEntity": things.listed(_titles(view.articles), _LISTED)}
        case EditionView():
            return {"mainEntity": things.listed([*_headlines(view.items), *_titles(view.more)], _LISTED)}
        case ArchiveView():
            return {"mainEntity": things.listed(_titles(view.articles), _LISTED)}
        case IndexView():
            return {"mainEntity": things.listed(pairs(i.link for g in view.groups for i in g.items), _LISTED)}
        case _:
            return {}


def _events(groups: Iterable[EventGroup], things: Things, most: int = _EVENTS) -> list[Node]:
    every: Iterable[ShownEvent] = (event for group in groups for event in group.events)
    return things.events(every, most)


def _titles(articles: Iterable[ArticleRef]) -> list[tuple[str, str]]:
    return [(ref.title, ref.address) for ref in articles]


def _headlines(items: Iterable[EditionItem]) -> list[tuple[str, str]]:
    return pairs(item.headline for item in items)
