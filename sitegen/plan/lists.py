"""The pages of all articles, and the indexes of topics and speakers; input: the desk."""

from collections.abc import Callable, Iterable, Sequence

from sitegen.model.page import ArchiveView, IndexView, Page
from sitegen.model.shown import IndexItem, Link, Pagination
from sitegen.model.site import Card, Person
from sitegen.plan import urls
from sitegen.plan.chrome import head
from sitegen.plan.parts import Desk


def pages_of(items: Sequence[Card], size: int) -> tuple[tuple[Card, ...], ...]:
    """Cut a list, oldest first, into pages that never change once they are full."""
    return tuple(tuple(items[i : i + size]) for i in range(0, len(items), size))


def newest(pages: tuple[tuple[Card, ...], ...]) -> tuple[Card, ...]:
    """Return what leads a list, newest first: the last full page and what has come since."""
    return tuple(reversed(sum(pages[-2:], ())))


def older(pages: Sequence[object], address: Callable[[int], str]) -> str | None:
    """Return the address of what came before the newest."""
    return address(len(pages) - 2) if len(pages) > 2 else None  # noqa: PLR2004 - the two pages that newest() shows


def pagination(number: int, count: int, address: Callable[[int], str], first: str) -> Pagination:
    """Return the way from page number (from 1, the oldest) to its neighbours; first: where the newest are."""
    return Pagination(
        newer=address(number + 1) if number < count else first,
        older=address(number - 1) if number > 1 else None,
        words=f"Page {number} of {count}, counted from the oldest",
    )


def archive_pages(at: Desk) -> Iterable[Page]:
    """Yield the pages of all articles."""
    pages = pages_of(at.site.cards, at.config.per_page)
    for number, cards in enumerate(pages, 1):
        address = urls.archive(number)
        title = f"All articles, page {number}"
        view = ArchiveView(
            chrome=at.chrome,
            head=head(at.config, address, title),
            title=title,
            articles=tuple(at.refs[c.id] for c in reversed(cards)),
            pagination=pagination(number, len(pages), urls.archive, urls.HOME),
        )
        yield Page(path=urls.file_of(address), template="archive.html", view=view, sources=tuple(c.path for c in cards))


def topics_index(at: Desk) -> Page:
    """Return the index of topics."""
    items = tuple(
        IndexItem(link=Link(words=t.name, address=urls.topic(t.slug)), note=t.description, count=len(t.articles))
        for t in at.site.topics
    )
    return _index(at, urls.TOPICS, "Topics", items, "articles")


def speakers_index(at: Desk) -> Page:
    """Return the index of speakers, by name."""
    ranked = sorted(at.site.people, key=lambda p: (p.name.casefold(), p.slug))
    return _index(at, urls.SPEAKERS, "Speakers", tuple(_speaker_item(at, p) for p in ranked), "quotations")


def _speaker_item(at: Desk, person: Person) -> IndexItem:
    last = person.roles[-1] if person.roles else None
    note = (last.role or last.affiliation or "") if last else ""
    count = sum(q.speaker == key for article, key in person.heard for q in at.cards[article].quotations)
    return IndexItem(link=Link(words=person.name, address=urls.speaker(person.slug)), note=note, count=count)


def _index(at: Desk, address: str, title: str, items: tuple[IndexItem, ...], unit: str) -> Page:
    view = IndexView(chrome=at.chrome, head=head(at.config, address, title), title=title, items=items, unit=unit)
    return Page(path=urls.file_of(address), template="index.html", view=view)
