"""Which words stand for a page where it is passed on."""

from dataclasses import replace

import pytest

from sitegen.content.cards import card as card_of
from sitegen.link import link
from sitegen.model.annotations import Manner
from sitegen.model.article import Publisher
from sitegen.model.config import Config, Settings
from sitegen.model.machine_pages import ShareView
from sitegen.model.shown import SharePicture
from sitegen.model.site import Card, CardQuotation, Story, Topic
from sitegen.plan import Given, plan
from sitegen.plan.parts import Desk, desk
from sitegen.plan.sharing import of_article, of_speaker, of_story, of_topic
from sitegen.words import Words
from tests.plan.sites import TODAY, quoted, saying_card, told
from tests.samples import MOMENT, entry

LONG = "We will not wait for the next flood to come"
POST = (Publisher(name="The Ellery Post"),)


def desk_for(*cards: Card, **more: object) -> Desk:
    return desk(told(cards, **more), TODAY, Words())


def article(*said: CardQuotation) -> SharePicture:
    card = saying_card("a", *said, publishers=POST)
    picture = of_article(desk_for(card), card)
    assert picture
    return picture


def test_a_statement_that_can_stand_alone_stands_for_its_article() -> None:
    assert article(quoted(1, f"{LONG},")) == SharePicture(
        address="articles/a/share.png",
        words=f"“{LONG}”",
        who="Ada Thornbury, mayor",
        line="The Ellery Post · 1 January 2025",
    )


@pytest.mark.parametrize(
    "said",
    [
        quoted(1, LONG, manner=Manner.INDIRECT),
        quoted(1, LONG, manner=Manner.MIXED),
        quoted(1, LONG, who=None),
        quoted(1, LONG, confidence=0.8),
        quoted(1, "We will not wait"),
    ],
    ids=["indirect", "mixed", "unattributed", "doubtful", "short"],
)
def test_no_other_statement_stands_for_an_article(said: CardQuotation) -> None:
    picture = article(said)
    assert (picture.words, picture.who) == ("A", "")


def test_a_statement_that_need_not_be_cut_is_taken_first() -> None:
    assert article(quoted(1, "We will wait and see. " * 20), quoted(2, LONG)).words == f"“{LONG}”"


def test_what_stands_between_the_pieces_of_a_statement_is_left_out_visibly() -> None:
    pieces = ("We will not wait,", "for the next flood to come")
    assert article(replace(quoted(1, ""), pieces=pieces)).words == "“We will not wait, … for the next flood to come”"


def test_stories_topics_and_speakers_of_several_articles() -> None:
    cards = (saying_card("a", quoted(1, LONG)), saying_card("b", quoted(1, f"{LONG} again"), day="2025-01-02"))
    story, topic = Story(slug="one", title="One", articles=("a", "b")), Topic(slug="t", name="Tee", articles=("a",))
    at = desk_for(*cards, stories=(story,), topics=(topic,))
    ada = next(p for p in at.site.people if p.slug == "ada-thornbury")
    made = (of_story(at, story), of_topic(at, topic), of_speaker(at, ada))
    assert [(p.address, p.words, p.line) for p in made if p] == [
        ("stories/one/share.png", "One", "2 articles · 2 January 2025"),
        ("topics/t/share.png", "Tee", "1 article"),
        ("speakers/ada-thornbury/share.png", f"“{LONG} again”", "2 January 2025"),
    ]


def test_a_speaker_of_one_article_is_stood_for_by_the_site() -> None:
    at = desk_for(saying_card("a", quoted(1, LONG)))
    assert of_speaker(at, at.site.people[0]) is None


@pytest.mark.parametrize("wanted", [True, False])
def test_every_picture_that_a_page_names_is_a_page_unless_the_editor_wants_none(*, wanted: bool) -> None:
    config = Config(title="Digest", share_images=wanted)
    made = entry("a")
    site = link((card_of(made),), Settings(config=config), (), MOMENT).value.site
    pages = plan(site, (made,), Given(promises=(), assets=(), today=TODAY, words=Words())).value
    named = {h.picture.address for p in pages if (h := getattr(p.view, "head", None)) and h.picture}
    chrome = next(p.view.chrome for p in pages if p.path == "index.html")  # type: ignore[union-attr]  # a page of HTML
    named |= {chrome.picture.address} if chrome.picture else set()
    assert {p.path for p in pages if isinstance(p.view, ShareView)} == named
    assert ("share.png" in named, "articles/a/share.png" in named) == (wanted, wanted)
