"""A statement that several articles have: where else it stands, shown once, and never with another's name."""

import pytest

from sitegen.link.people import people
from sitegen.link.sayings import sayings
from sitegen.model.article import Publisher
from sitegen.model.config import Config
from sitegen.model.page import SpeakerView, StoryView
from sitegen.model.shown import Link
from sitegen.model.site import Card, Person, Story
from sitegen.plan.entities import speaker_pages
from sitegen.plan.parts import Desk
from sitegen.plan.statements import quotation
from sitegen.plan.stories import story_page
from tests.plan.sites import ADA, BO, desk_of, quoted, saying_card

FULL = "We will not wait for anybody at the quay"
CUT = "We will not wait for anybody"
POST = (Publisher(name="The Ellery Post"),)
NEWS = (Publisher(name="Coastal News"),)


def laid_out(*cards: Card, **more: object) -> Desk:
    everyone, _ = people(cards, (), ())
    return desk_of(*cards, people=everyone, sayings=sayings(cards, everyone), **more)


def also(at: Desk, article: str) -> tuple[Link, ...]:
    card = at.cards[article]
    return quotation(at, card, card.quotations[0], anchor="").also


def named(at: Desk, name: str) -> Person:
    return next(p for p in at.site.people if p.name == name)


def pieces(at: Desk, name: str) -> list[str]:
    view = next(iter(speaker_pages(at, named(at, name)))).view
    assert isinstance(view, SpeakerView)
    return [q.pieces[0] for year in view.years for q in year.quotations]


def test_each_article_names_the_other() -> None:
    at = laid_out(saying_card("a", quoted(1, FULL), publishers=POST), saying_card("b", quoted(1, CUT), publishers=NEWS))
    assert also(at, "a") == (Link(words="Coastal News", address="articles/b/#quotation-1"),)
    assert also(at, "b") == (Link(words="The Ellery Post", address="articles/a/#quotation-1"),)


@pytest.mark.parametrize("publishers", [POST, ()])
def test_a_publisher_that_tells_nothing_apart_gives_way_to_the_title(publishers: tuple[Publisher, ...]) -> None:
    at = laid_out(
        saying_card("a", quoted(1, FULL), publishers=POST), saying_card("b", quoted(1, CUT), publishers=publishers)
    )
    assert [link.words for link in also(at, "a")] == ["B"]


def test_an_article_that_has_it_twice_is_named_once() -> None:
    at = laid_out(saying_card("a", quoted(1, FULL)), saying_card("b", quoted(1, CUT), quoted(2, FULL)))
    assert [link.address for link in also(at, "a")] == ["articles/b/#quotation-2"]


def test_one_who_names_another_speaker_says_so() -> None:
    at = laid_out(saying_card("a", quoted(1, FULL)), saying_card("b", quoted(1, CUT, BO.key)))
    assert [link.words for link in also(at, "a")] == ["B, which names Bo Ek"]
    assert [link.words for link in also(at, "b")] == ["A, which names Ada Thornbury"]


def test_a_speaker_is_shown_with_it_once_in_the_fullest_words() -> None:
    at = laid_out(
        saying_card("a", quoted(1, CUT)),
        saying_card("b", quoted(1, FULL), quoted(2, "Nobody asked us.")),
        saying_card("c", quoted(1, CUT, None)),
    )
    assert pieces(at, "Ada Thornbury") == [FULL, "Nobody asked us."]


def test_the_fullest_words_of_nobody_are_not_given_to_a_speaker() -> None:
    at = laid_out(saying_card("a", quoted(1, CUT)), saying_card("b", quoted(1, FULL, None)))
    assert pieces(at, "Ada Thornbury") == [CUT]


def test_where_articles_differ_each_keeps_its_own() -> None:
    at = laid_out(
        saying_card("a", quoted(1, CUT)), saying_card("b", quoted(1, FULL)), saying_card("c", quoted(1, CUT, BO.key))
    )
    assert pieces(at, "Ada Thornbury") == [FULL, CUT]
    assert pieces(at, "Bo Ek") == [CUT]


def test_a_story_has_it_once_even_where_the_fullest_stands_outside() -> None:
    cards = (saying_card("a", quoted(1, CUT)), saying_card("b", quoted(1, CUT)), saying_card("c", quoted(1, FULL)))
    story = Story(slug="quay", title="The quay", articles=("a", "b"))
    view = story_page(laid_out(*cards, stories=(story,)), story).view
    assert isinstance(view, StoryView)
    assert [(q.article.title, len(q.also)) for q in view.quotations] == [("A", 2)]


def test_the_sparkline_counts_every_time_it_was_heard() -> None:
    months = [saying_card(f"a{m}", quoted(1, CUT), day=f"2025-0{m}-01") for m in (1, 2)]
    view = next(iter(speaker_pages(laid_out(*months), named(laid_out(*months), ADA.name)))).view
    assert isinstance(view, SpeakerView)
    assert [(bar.label, bar.count) for bar in view.mentions] == [("January 2025", 1), ("February 2025", 1)]


def test_what_a_speaker_said_is_cut_into_pages_of_articles_numbered_from_the_oldest() -> None:
    many = [saying_card(f"a{d:02}", quoted(1, f"word {d}"), day=f"2025-01-{d:02}") for d in range(1, 8)]
    at = laid_out(*many, config=Config(title="Digest", per_page=2))
    pages = list(speaker_pages(at, named(at, ADA.name)))
    assert [p.path for p in pages] == [
        "speakers/ada-thornbury/index.html",
        *(f"speakers/ada-thornbury/page/{n}/index.html" for n in range(1, 5)),
    ]
    shown = [[q.pieces[0] for year in p.view.years for q in year.quotations] for p in pages]
    assert shown == [
        ["word 7", "word 6", "word 5"],
        ["word 2", "word 1"],
        ["word 4", "word 3"],
        ["word 6", "word 5"],
        ["word 7"],
    ]
    assert pages[0].view.pagination.older == "speakers/ada-thornbury/page/2/"
    assert pages[0].view.mentions
    assert not pages[1].view.mentions


def test_statements_of_one_article_stand_in_the_order_of_its_text() -> None:
    at = laid_out(saying_card("a", quoted(1, "first"), quoted(2, "second")))
    assert pieces(at, ADA.name) == ["first", "second"]
