"""The pages of all articles, and the indexes of topics and speakers; input: the desk."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from sitegen.model.page import ArchiveView, IndexView, Page
from sitegen.model.shown import IndexGroup, IndexItem, Link, Pagination, ShownFeed
from sitegen.model.site import Person, Topic
from sitegen.plan import urls
from sitegen.plan.chrome import head
from sitegen.plan.parts import Desk
from sitegen.words import Words

T = TypeVar("T")

_LONG = 60
"""Lines of an index that need no headings."""
_LEADING = 2
"""Pages of a list that its head shows."""


def pages_of(items: Sequence[T], size: int) -> tuple[tuple[T, ...], ...]:
    """Cut a list, oldest first, into pages that never change once they are full."""
    return tuple(tuple(items[i : i + size]) for i in range(0, len(items), size))


def newest(pages: tuple[tuple[T, ...], ...]) -> tuple[T, ...]:
    """Return what leads a list, newest first: the last full page and what has come since."""
    return tuple(reversed(sum(pages[-_LEADING:], ())))


def older(pages: Sequence[object], address: Callable[[int], str]) -> str | None:
    """Return the address of what came before the newest."""
    return address(len(pages) - _LEADING) if len(pages) > _LEADING else None


def numbered(pages: tuple[tuple[T, ...], ...]) -> Iterable[tuple[int, tuple[T, ...]]]:
    """Return the pages of a list with their numbers, from 1; none where its head shows all that there is."""
    return enumerate(pages, 1) if len(pages) > _LEADING else ()


def pagination(words: Words, place: tuple[int, int], address: Callable[[int], str], first: str) -> Pagination:
    """Return the way from a page (its number from 1, the oldest, and how many there are) to its neighbours; first: where the newest are."""
    number, count = place
    return Pagination(
        newer=address(number + 1) if number < count else first,
        older=address(number - 1) if number > 1 else None,
        words=words(
            "Page %(number)s of %(count)s, counted from the oldest",
            number=words.number(number),
            count=words.number(count),
        ),
    )


def page_title(words: Words, name: str, number: int) -> str:
    """Return the title of a page of a list, by the list's name."""
    return words("%(name)s, page %(number)s", name=name, number=words.number(number))


def archive_pages(at: Desk) -> Iterable[Page]:
    """Yield the pages of all articles."""
    pages = pages_of(at.site.cards, at.config.per_page)
    for number, cards in numbered(pages):
        address = urls.archive(number)
        title = page_title(at.words, at.words("All articles"), number)
        view = ArchiveView(
            chrome=at.chrome,
            head=head(at.config, address, title),
            title=title,
            articles=tuple(at.refs[c.id] for c in reversed(cards)),
            pagination=pagination(at.words, (number, len(pages)), urls.archive, urls.HOME),
        )
        yield Page(path=urls.file_of(address), template="archive.html", view=view, sources=tuple(c.path for c in cards))


def topics_index(at: Desk) -> Page:
    """Return the index of topics, by name."""
    names = {t.slug: t.name for t in at.site.topics}
    items = (_topic_item(at, t, names.get(t.parent, "")) for t in at.site.topics)
    return index_page(at, (urls.TOPICS, at.words("Topics"), "articles"), by_letter(at, items))


def _topic_item(at: Desk, topic: Topic, parent: str) -> IndexItem:
    note = topic.description or (at.words("Part of %(topic)s", topic=parent) if parent else "")
    return IndexItem(link=Link(words=topic.name, address=urls.topic(topic.slug)), note=note, count=len(topic.articles))


def speakers_index(at: Desk) -> Page:
    """Return the index of speakers, by name."""
    ranked = sorted(at.site.people, key=lambda p: (p.name.casefold(), p.slug))
    return index_page(
        at, (urls.SPEAKERS, at.words("Speakers"), "quotations"), by_letter(at, (_speaker_item(at, p) for p in ranked))
    )


def _speaker_item(at: Desk, person: Person) -> IndexItem:
    last = person.roles[-1] if person.roles else None
    note = (last.role or last.affiliation or "") if last else ""
    link = Link(words=person.name, address=urls.speaker(person.slug))
    return IndexItem(link=link, note=note, count=quotations_of(at, person))


def quotations_of(at: Desk, person: Person) -> int:
    """Return how often a person is quoted."""
    return sum(q.speaker == key for article, key in person.heard for q in at.cards[article].quotations)


def by_letter(at: Desk, items: Iterable[IndexItem]) -> Iterable[tuple[str, IndexItem]]:
    """Yield what stands in the order of its names, with the letter that each begins with."""
    for item in items:
        first = item.link.words[:1].upper()
        yield first if first.isalpha() else at.words("Other"), item


def index_page(
    at: Desk, named: tuple[str, str, str], items: Iterable[tuple[str, IndexItem]], feeds: tuple[ShownFeed, ...] = ()
) -> Page:
    """Return an index by its address, its title and what it counts; a long one stands under the headings given."""
    address, title, unit = named
    headed = tuple(items)
    made: dict[str, list[IndexItem]] = {}
    for heading, item in headed:
        made.setdefault(heading if len(headed) > _LONG else "", []).append(item)
    groups = (IndexGroup(heading=h, anchor=_anchor(h), items=tuple(i)) for h, i in made.items())
    view = IndexView(
        chrome=at.chrome,
        head=head(at.config, address, title, feeds=feeds),
        title=title,
        groups=tuple(groups),
        unit=unit,
    )
    return Page(path=urls.file_of(address), template="index.html", view=view)


def _anchor(heading: str) -> str:
    """Return the id of a heading; "Ä" has another than "A"."""
    return f"in-{heading.casefold().replace(' ', '-')}" if heading else ""
