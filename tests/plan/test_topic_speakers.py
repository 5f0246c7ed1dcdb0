"""What somebody said about a topic: which pages there are, what is on them, what leads to them, and where they go."""

from typing import Any, cast

import pytest

from sitegen.content.cards import card as card_of
from sitegen.model.config import Config
from sitegen.model.ledger import Promise, Thing
from sitegen.model.machine_pages import RedirectView
from sitegen.model.page import Page, SpeakerView, TopicSpeakerView, TopicView
from sitegen.model.site import Topic
from sitegen.plan import Given, plan
from sitegen.plan.entities import speaker_pages
from sitegen.plan.parts import desk
from sitegen.plan.topic_speakers import topic_speaker_pages
from sitegen.plan.topics import topic_pages
from sitegen.words import ENGLISH
from tests.plan.sites import BO, TODAY, quoted, saying_card, told
from tests.samples import entry

CARDS = (
    saying_card("a", quoted(1, "We will not wait for the next flood"), quoted(2, "The tide decides", BO.key)),
    saying_card("b", quoted(1, "Nobody will lose a stall in the hall")),
    saying_card("c", quoted(1, "The budget is what it is this year"), quoted(2, "No ship sails on a Sunday", BO.key)),
    saying_card("d", quoted(1, "Money does not grow on the quays here")),
)
TOPICS = (
    Topic(slug="bridges", name="Bridges", articles=("a", "b")),
    Topic(slug="money", name="Money", articles=("b", "c", "d")),
)
ADA_ON_BRIDGES = "topics/bridges/speakers/ada-thornbury/index.html"


def made(**more: Any) -> dict[str, Page]:
    """Return the pages of topics and speakers, and of speakers within topics."""
    at = desk(told(CARDS, topics=TOPICS, **more), TODAY, ENGLISH)
    pages = [page for topic in at.site.topics for page in topic_pages(at, topic)]
    pages += [page for person in at.site.people for page in speaker_pages(at, person)]
    return {page.path: page for page in (*pages, *topic_speaker_pages(at))}


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return made()


def view(pages: dict[str, Page], path: str) -> Any:
    return pages[path].view


def test_a_page_is_there_for_who_is_quoted_in_two_articles_of_a_topic(pages: dict[str, Page]) -> None:
    found = sorted(path for path, page in pages.items() if isinstance(page.view, TopicSpeakerView))
    assert found == [ADA_ON_BRIDGES, "topics/money/speakers/ada-thornbury/index.html"]


def test_it_has_what_was_said_on_the_topic_newest_first_each_with_its_place(pages: dict[str, Page]) -> None:
    shown = cast(TopicSpeakerView, view(pages, ADA_ON_BRIDGES))
    assert shown.head.title == "Ada Thornbury on Bridges"
    (year,) = shown.years
    assert [q.place for q in year.quotations] == ["articles/b/#quotation-1", "articles/a/#quotation-1"]
    assert [(t.words, t.address) for t in shown.topics] == [("Money", "topics/money/speakers/ada-thornbury/")]


def test_topic_and_speaker_lead_to_it_and_else_to_each_other(pages: dict[str, Page]) -> None:
    topic = cast(TopicView, view(pages, "topics/bridges/index.html"))
    assert [c.speaker.address for c in topic.speakers] == [
        "topics/bridges/speakers/ada-thornbury/",
        "speakers/bo-ek/",
    ]
    ada, bo = (cast(SpeakerView, view(pages, f"speakers/{who}/index.html")) for who in ("ada-thornbury", "bo-ek"))
    assert {t.address for t in ada.topics} == {
        "topics/bridges/speakers/ada-thornbury/",
        "topics/money/speakers/ada-thornbury/",
    }
    assert {t.address for t in bo.topics} == {"topics/bridges/", "topics/money/"}


def test_a_long_one_has_pages_numbered_from_the_oldest() -> None:
    pages = made(config=Config(title="Digest", per_page=1))
    numbered = [path for path in pages if path.startswith("topics/money/speakers/ada-thornbury/page/")]
    assert sorted(numbered) == [f"topics/money/speakers/ada-thornbury/page/{n}/index.html" for n in (1, 2, 3)]
    oldest = cast(TopicSpeakerView, view(pages, numbered[0]))
    assert [q.place for year in oldest.years for q in year.quotations] == ["articles/b/#quotation-1"]


def on_bridges(slug: str = "ada-thornbury", article: str = "a", key: str = "ada-thornbury") -> Promise:
    return Promise(thing=Thing.VOICE, slug=f"bridges/{slug}", article=article, key=key)


def planned(promise: Promise, *topics: Topic) -> dict[str, Page]:
    """Return all pages of a site of two articles in which Ada Thornbury is quoted."""
    entries = (entry("a"), entry("b"))
    site = told(tuple(map(card_of, entries)), topics=topics)
    given = Given(promises=(promise,), assets=(), today=TODAY, words=ENGLISH)
    return {p.path: p for p in plan(site, entries, given).value}


@pytest.mark.parametrize(
    ("promise", "topics", "path", "target"),
    [
        (on_bridges(), (), ADA_ON_BRIDGES, "speakers/ada-thornbury/"),
        (
            on_bridges("mayor"),
            TOPICS[:1],
            "topics/bridges/speakers/mayor/index.html",
            "topics/bridges/speakers/ada-thornbury/",
        ),
        (on_bridges("gone", "x"), TOPICS[:1], "topics/bridges/speakers/gone/index.html", "speakers/"),
    ],
)
def test_an_address_once_given_leads_on(promise: Promise, topics: tuple[Topic, ...], path: str, target: str) -> None:
    assert cast(RedirectView, planned(promise, *topics)[path].view).target == target


def test_a_feed_at_a_former_address_is_that_of_the_address_now() -> None:
    pages = planned(on_bridges("mayor"), *TOPICS[:1])
    for name in ("feed.xml", "atom.xml", "feed.json"):
        former, now = (pages[f"topics/bridges/speakers/{who}/{name}"] for who in ("mayor", "ada-thornbury"))
        assert former.view is now.view
    assert not [path for path in planned(on_bridges("gone", "x"), *TOPICS[:1]) if "gone/feed" in path]


def test_a_line_of_the_ledger_without_both_names_promises_nothing() -> None:
    pages = planned(Promise(thing=Thing.VOICE, slug="bridges", article="a", key="ada-thornbury"), *TOPICS[:1])
    assert not [path for path, page in pages.items() if isinstance(page.view, RedirectView)]
