"""Speakers, topics, stories and publishers from A to Z: how to find them without a search; input: the desk."""

import unicodedata
from collections.abc import Iterable

from sitegen.model.page import Page
from sitegen.model.search_pages import AToZView, LetterGroup, ListedName
from sitegen.model.shown import Link
from sitegen.plan import urls
from sitegen.plan.chrome import head
from sitegen.plan.lists import quotations_of
from sitegen.plan.parts import Desk

_SHORT = 300
"""Lines of one page; more stand on a page for each letter."""
_DIGITS = "0–9"


def a_to_z_pages(at: Desk) -> Iterable[Page]:
    """Yield the list of all names, or its letters and a page for each."""
    groups = tuple(_groups(at))
    title = at.words("From A to Z")
    if sum(len(g.names) for g in groups) <= _SHORT:
        letters = tuple(Link(words=g.heading, address=f"{urls.A_TO_Z}#{g.anchor}") for g in groups)
        yield _page(at, (urls.A_TO_Z, title), letters, groups)
        return
    letters = tuple(Link(words=g.heading, address=urls.a_to_z(g.anchor)) for g in groups)
    yield _page(at, (urls.A_TO_Z, title), letters, ())
    for group in groups:
        named = at.words("From A to Z: %(letter)s", letter=group.heading)
        yield _page(at, (urls.a_to_z(group.anchor), named), letters, (group,))


def _page(at: Desk, named: tuple[str, str], letters: tuple[Link, ...], groups: tuple[LetterGroup, ...]) -> Page:
    address, title = named
    view = AToZView(chrome=at.chrome, head=head(at.config, address, title), letters=letters, groups=groups)
    return Page(path=urls.file_of(address), template="a-z.html", view=view)


def _groups(at: Desk) -> Iterable[LetterGroup]:
    made: dict[str, list[ListedName]] = {}
    for name in sorted(_names(at), key=lambda n: (_plain(n.link.words), n.link.words, n.link.address or "")):
        made.setdefault(_letter(at, name.link.words), []).append(name)
    for heading, names in made.items():
        yield LetterGroup(heading=heading, anchor=_anchor(at, heading), names=tuple(names))


def _names(at: Desk) -> Iterable[ListedName]:
    """Yield all that has a page of its own and a name."""
    site, words = at.site, at.words
    for person in site.people:
        link = Link(words=person.name, address=urls.speaker(person.slug))
        yield ListedName(link=link, kind=words("Speaker"), count=quotations_of(at, person), unit="quotations")
    counted = (
        *((t.name, urls.topic(t.slug), words("Topic"), t.articles) for t in site.topics),
        *((s.title, urls.story(s.slug), words("Story"), s.articles) for s in site.stories),
        *((o.name, urls.publisher(o.slug), words("Publisher"), o.articles) for o in site.outlets),
    )
    for name, address, kind, articles in counted:
        yield ListedName(link=Link(words=name, address=address), kind=kind, count=len(articles), unit="articles")


def _plain(name: str) -> str:
    """Return by what a name is ordered: its letters and digits without marks, "Élysée" as "elysee"."""
    letters = (c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in letters).strip()


def _letter(at: Desk, name: str) -> str:
    first = _plain(name)[:1].upper()
    return first if first.isalpha() else _DIGITS if first else at.words("Other")


def _anchor(at: Desk, heading: str) -> str:
    """Return the id of a letter, which is also its address: of scripts other than Latin by its number, for letters alike must not collide."""
    if heading in {_DIGITS, at.words("Other")}:
        return "digits" if heading == _DIGITS else "other"
    return heading.lower() if heading.isascii() else f"u{ord(heading):04x}"
