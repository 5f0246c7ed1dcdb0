"""The pages of publishers, and their index; input: the desk."""

from collections.abc import Iterable

from sitegen.model.page import Page, PublisherView
from sitegen.model.shown import IndexItem, Link, Pagination
from sitegen.model.site import Card, Outlet
from sitegen.plan import urls
from sitegen.plan.chrome import head
from sitegen.plan.lists import by_letter, index_page, newest, numbered, older, page_title, pages_of, pagination
from sitegen.plan.parts import Desk, speaker_counts

_SPEAKERS = 12


def publisher_pages(at: Desk, outlet: Outlet) -> Iterable[Page]:
    """Yield a publisher's page and those of its older articles."""
    cards = tuple(at.cards[a] for a in outlet.articles)
    pages = pages_of(cards, at.config.per_page)

    def address(number: int) -> str:
        return urls.publisher_archive(outlet.slug, number)

    first = urls.publisher(outlet.slug)
    yield _page(at, outlet, newest(pages), (first, outlet.name, Pagination(older=older(pages, address))))
    for number, part in numbered(pages):
        where = pagination(at.words, (number, len(pages)), address, first)
        title = page_title(at.words, outlet.name, number)
        yield _page(at, outlet, tuple(reversed(part)), (address(number), title, where))


def _page(at: Desk, outlet: Outlet, cards: tuple[Card, ...], place: tuple[str, str, Pagination]) -> Page:
    address, title, where = place
    view = PublisherView(
        chrome=at.chrome,
        head=head(at.config, address, title, at.words("What was taken from %(publisher)s", publisher=outlet.name)),
        title=outlet.name,
        url=outlet.url,
        articles=tuple(at.refs[c.id] for c in cards),
        speakers=speaker_counts(at, cards, _SPEAKERS),
        pagination=where,
    )
    return Page(path=urls.file_of(address), template="publisher.html", view=view, sources=tuple(c.path for c in cards))


def publishers_index(at: Desk) -> Page:
    """Return the index of publishers, by name."""
    items = (
        IndexItem(link=Link(words=o.name, address=urls.publisher(o.slug)), note="", count=len(o.articles))
        for o in at.site.outlets
    )
    return index_page(at, (urls.PUBLISHERS, at.words("Publishers"), "articles"), by_letter(at, items))
