"""The documents of data: what they say of statements, events, rights and doubts."""

import json
from dataclasses import replace
from typing import Any

import pytest

from sitegen.model.annotations import Aspect, Manner
from sitegen.model.article import BodyPolicy
from sitegen.model.config import Config
from sitegen.model.site import Happening, Story, Topic
from sitegen.plan.api import data_view
from sitegen.plan.data import article_data, speaker_data, story_data, topic_data
from sitegen.plan.facts import Facts
from sitegen.plan.parts import desk
from sitegen.render.json_data import data
from sitegen.words import ENGLISH
from tests.plan.sites import ADA, TODAY, happens, quoted, saying_card, told
from tests.samples import entry

WORDS = "We will not wait for the next flood to come"


def facts(*cards: Any, **more: Any) -> Facts:
    return Facts(desk(told(cards, **more), TODAY, ENGLISH))


def test_a_quotation_has_speaker_role_manner_link_and_confidence() -> None:
    made = facts(saying_card("harbour", quoted(1, WORDS + ",")))
    person = made.at.site.people[0]
    (said,) = speaker_data(made, person).quotations
    assert said.speaker
    assert (said.pieces, said.manner, said.confidence) == ((WORDS,), Manner.DIRECT, 0.9)
    assert (said.speaker.slug, said.speaker.role) == ("ada-thornbury", "mayor")
    assert (said.link.path, said.id) == ("articles/harbour/#quotation-1", "harbour-quotation-1")


def test_too_little_confidence_leaves_no_speaker() -> None:
    cards = saying_card("harbour", quoted(1, WORDS, confidence=0.3))
    made = facts(cards, config=Config(min_confidence=0.5))
    (said,) = made.quotations([(cards, cards.quotations[0])])
    assert (said.speaker, said.confidence) == (None, 0.3)
    assert speaker_data(made, made.at.site.people[0]).quotations == ()


def test_a_statement_of_two_articles_names_the_other_one() -> None:
    made = facts(saying_card("first", quoted(1, WORDS)), saying_card("second", quoted(1, WORDS), day="2025-01-02"))
    (said,) = speaker_data(made, made.at.site.people[0]).quotations
    assert [(e.article.id, e.link.path) for e in said.also] == [("second", "articles/second/#quotation-1")]
    assert not said.disputed


def test_an_event_of_two_articles_is_one_with_the_most_precise_date() -> None:
    first = saying_card("first", events=(happens(1, "The bridge opens in June", "2025-06"),))
    second = saying_card("second", day="2025-01-02", events=(happens(1, "The bridge opens on 2 June", "2025-06-02"),))
    alone = facts(first, second).at.site
    month, day = (next(d for d in alone.timeline if d.article == a) for a in ("first", "second"))
    shared = Happening(tellings=(day, month), date="2025-06-02", mod=None, aspect=Aspect.SCHEDULED)
    made = facts(first, second, happenings=(shared,))
    (event,) = made.happenings([shared])
    assert event.date
    assert (event.date.value, len(event.also)) == ("2025-06-02", 1)
    (own,) = made.events(first)
    assert own.date
    assert own.date.value == "2025-06"


@pytest.mark.parametrize(("rights", "paragraphs"), [("full", 9), ("excerpt", 5), ("none", 0)])
def test_the_body_is_as_much_as_may_be_republished(rights: str, paragraphs: int) -> None:
    paragraph = "Ada Thornbury spoke on Monday. “We will *not* wait,” she said. The bridge opens on 2 June 2025."
    written = entry("harbour")
    written = replace(written, article=replace(written.article, body="\n\n".join([paragraph] * 9)))
    document = article_data(facts(saying_card("harbour"), config=Config(body=BodyPolicy(rights))), written)
    assert (document.rights, document.body.count("Ada")) == (rights, paragraphs)


def test_topics_and_stories_have_all_of_their_articles() -> None:
    cards = [saying_card(name, quoted(1, f"{WORDS} {name}")) for name in ("first", "second")]
    topic = Topic(slug="bridges", name="Bridges", articles=("first", "second"))
    part = Topic(slug="old", name="Old bridges", articles=("first",), parent="bridges")
    story = Story(slug="opening", title="The opening", articles=("first", "second"))
    made = facts(*cards, topics=(topic, part), stories=(story,))
    document = topic_data(made, topic)
    assert [a.id for a in document.articles] == ["second", "first"]
    assert [s.slug for s in document.stories] == ["opening"]
    assert [(s.slug, s.count) for s in document.speakers] == [("ada-thornbury", 2)]
    assert [p.slug for p in document.parts] == ["old"]
    assert topic_data(made, part).parent == replace(document.parts[0], slug="bridges", name="Bridges",
        page=document.page, data=replace(document.page, path="api/topics/bridges.json"))  # fmt: skip
    assert [q.article.id for q in story_data(made, story).quotations] == ["first", "second"]


def test_bytes_are_fit_and_urls_absolute() -> None:
    card = saying_card("harbour", quoted(1, "Wait\x00 \ud800\u202ehere\x85 “now”"))
    made = facts(card, config=Config(base_url="https://example.org/sub/"))
    read = json.loads(data(data_view(made.at, speaker_data(made, made.at.site.people[0]))))
    assert (read["version"], read["schema"]) == (1, "https://example.org/sub/api/schema/speaker.json")
    assert read["page"] == f"https://example.org/sub/speakers/{ADA.key}/"
    assert read["quotations"][0]["pieces"] == ["Wait here “now”"]
    assert read["quotations"][0]["link"] == "https://example.org/sub/articles/harbour/#quotation-1"
