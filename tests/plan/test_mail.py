"""An edition as e-mail: what it shows, and what it leaves out so that every client shows the rest."""

from typing import cast

import pytest

from sitegen.model.annotations import Aspect
from sitegen.model.article import Publisher
from sitegen.model.feeds import MailView
from sitegen.model.site import Card, Edition
from sitegen.plan.mail import mail_pages
from sitegen.plan.parts import desk
from sitegen.render.renderer import render
from sitegen.render.theme import Theme
from sitegen.words import ENGLISH
from tests.plan.sites import ADA, TODAY, happens, quoted, saying_card, told
from tests.render.conftest import default_texts
from tests.samples import card, speaker

GMAIL = 102_000
"""Bytes after which Gmail hides the rest."""
OURS = 90_000
FAR = "बंदरगाह-का-नया-पुल-" * 4
"""The longest id that is a file's name; each of its letters takes nine bytes in a link."""


def long_card(number: int) -> Card:
    """Return an article with as much of everything as an article can have."""
    who = [speaker(f"Ada the {n}th of Thornbury {number} " + "and so on " * 5, "mayor " * 12) for n in range(4)]
    return card(
        f"{FAR}{number}",
        quotations=tuple(quoted(n, "We will not wait for the next flood. " * 7, s.key) for n, s in enumerate(who, 1)),
        title="A title that does not come to its end " * 20,
        summary="A summary that does not come to its end. " * 40,
        publishers=(Publisher(name="The Ellery Post and its sisters " * 10),),
        speakers=tuple(who),
        events=tuple(
            happens(n, f"Something number {n} of {number} happens, and goes on to happen " * 9, f"2025-02-{n:02}")
            for n in range(1, 9)
        ),
    )


def mail(cards: tuple[Card, ...], edition: Edition) -> dict[str, MailView]:
    at = desk(told(cards, editions=(edition,)), TODAY, ENGLISH)
    return {page.template: cast(MailView, page.view) for page in mail_pages(at, edition)}


def an_edition(items: tuple[tuple[str, ...], ...], more: tuple[str, ...] = ()) -> Edition:
    return Edition(
        slug="2025-01-01", first=TODAY, last=TODAY, items=items, more=more, summary="All of it in one sentence. " * 20
    )


@pytest.fixture(scope="module")
def theme() -> Theme:
    return Theme(default_texts(), {})


@pytest.fixture(scope="module")
def largest(theme: Theme) -> dict[str, bytes]:
    cards = tuple(map(long_card, range(60)))
    ids = tuple(c.id for c in cards)
    edition = an_edition(tuple(ids[i : i + 3] for i in range(0, 45, 3)), ids[45:])
    at = desk(told(cards, editions=(edition,)), TODAY, ENGLISH)
    made = {page.template: render(page, theme).value for page in mail_pages(at, edition)}
    return {name: data for name, data in made.items() if data}


def test_the_largest_edition_stays_below_what_gmail_shows(largest: dict[str, bytes]) -> None:
    assert OURS < GMAIL
    assert 40_000 < len(largest["email.html"]) < OURS


def test_what_is_left_out_is_counted_and_linked(theme: Theme) -> None:
    cards = tuple(saying_card(f"a{n:02}") for n in range(40))
    ids = tuple(c.id for c in cards)
    view = mail(cards, an_edition(tuple((i,) for i in ids[:14]), ids[14:]))["email.html"]
    assert len(view.items) + len(view.more) + view.left_out == 40
    assert [link.address for link in view.more[:2]] == ["articles/a12/", "articles/a13/"]


def test_a_statement_is_whole_or_not_there() -> None:
    long, short = "We will not wait for the next flood. " * 20, "We will not wait"
    cards = (
        saying_card("a", quoted(1, long)),
        saying_card("b", quoted(1, long), quoted(2, short, "bo-ek")),
    )
    items = mail(cards, an_edition((("a",), ("b",))))["email.html"].items
    assert [[piece for q in item.said for piece in q.pieces] for item in items] == [[], [short]]


def test_it_shows_what_is_ahead_and_who_spoke() -> None:
    cards = (saying_card("a", quoted(1, "We will not wait"), events=(happens(1, "The bridge opens", "2025-06-02"),)),)
    view = mail(cards, an_edition((("a",),)))["email.txt"]
    assert [(e.text, e.aspect) for e in view.upcoming] == [("The bridge opens", Aspect.SCHEDULED)]
    assert [s.speaker.name for s in view.speakers] == [ADA.name]
