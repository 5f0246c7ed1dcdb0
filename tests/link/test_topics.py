"""Which topics an article gets: the editor's choice, what fits, words of the title, and else the broad and proposed ones."""

import random

import pytest

from sitegen.link.media_topics import MEDIA_PARTS, MEDIA_TOPICS
from sitegen.link.topics import topics, wanted
from sitegen.model.config import TopicSetting
from sitegen.model.site import Card, Topic
from sitegen.slug import slug
from tests.samples import card

ECONOMY = "economy-business-and-finance"
SETTINGS = (
    TopicSetting(id="city", name="City life"),
    TopicSetting(
        id="transport", name="Transport", keywords=("bridge", "ferry"), synonyms=("Getting about",), parent="city"
    ),
    TopicSetting(id="it", name="Computing", keywords=("IT",)),
    TopicSetting(id="Sport & games", name="Sport"),
)


def found(cards: tuple[Card, ...], scores: dict[str, dict[str, float]] | None = None) -> dict[str, tuple[str, ...]]:
    """Return the articles by slug of their topic."""
    given = {article: tuple(fits.items()) for article, fits in (scores or {}).items()}
    return {topic.slug: topic.articles for topic in topics(cards, SETTINGS, given, 40)}


def collection(many: int) -> tuple[Card, ...]:
    filler = tuple((f"filler{i}", 1) for i in range(8))
    return tuple(
        card(
            f"c{i:02}",
            title="Cocoa up" if i % 4 == 0 else "Rain",
            terms=((("cocoa", 3),) if i % 4 == 0 else ()) + filler,
        )
        for i in range(many)
    )


def test_the_editors_choice_wins_over_scores_and_words() -> None:
    chosen = card("a", title="A bridge", topics=("Sport & games",))
    assert found((chosen,), {"a": {"transport": 0.9}}) == {"sport-games": ("a",)}


def test_what_fits_is_taken_and_what_does_not_fit_is_not() -> None:
    cards = (card("a", title="One"), card("b", title="Two"))
    assert found(cards, {"a": {"it": 0.8}}) == {"it": ("a",)}


def test_a_topic_has_the_articles_of_its_parts() -> None:
    assert found((card("a", title="The bridge opens"),)) == {"city": ("a",), "transport": ("a",)}
    made = topics((card("a", title="The bridge opens"),), SETTINGS, {}, 40)
    assert [(t.slug, t.parent) for t in made] == [("city", ""), ("transport", "city")]


def test_an_article_has_three_topics_at_the_most_with_the_best_first() -> None:
    settings = tuple(TopicSetting(id=f"t{i}", name=f"Topic {i}") for i in range(5))
    scores = {"a": tuple((f"t{i}", 0.9 - i / 10) for i in range(5))}
    assert [t.slug for t in topics((card("a"),), settings, scores, 40)] == ["t0", "t1", "t2"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The FERRY is late", ["city", "transport"]),
        ("Getting about in winter", ["city", "transport"]),
        ("About getting ferryboats", []),
        ("IT jobs in Ellery", ["it"]),
        ("It rained in Ellery", []),
        ("IT RAINED IN ELLERY", []),
        ("“City life” is dear", ["city"]),
        ("", []),
        ("bridge " * 20_000, ["city", "transport"]),
    ],
)
def test_words_of_a_topic_stand_in_the_title_as_whole_words(title: str, expected: list[str]) -> None:
    assert sorted(found((card("a", title=title),))) == expected


def test_without_score_and_title_two_words_among_the_most_telling_ones_do() -> None:
    two = card("a", title="News", terms=(("ferry", 2), ("bridge", 1)))
    one = card("b", title="News", terms=(("ferry", 9),))
    assert found((two, one))["transport"] == ("a",)
    assert "transport" not in found((two,), {"a": {"it": 0.6}})


def test_a_score_of_a_topic_that_is_no_longer_there_is_passed_over() -> None:
    assert found((card("a"),), {"a": {"gone": 0.9}}) == {}


def test_a_circle_of_parents_ends() -> None:
    settings = (TopicSetting(id="a", name="A1", parent="b"), TopicSetting(id="b", name="B1", parent="a"))
    made = topics((card("x", title="The A1 is closed"),), settings, {}, 40)
    assert [t.articles for t in made] == [("x",), ("x",)]


def test_without_settings_the_broad_topics_are_asked_for() -> None:
    assert wanted(SETTINGS) == SETTINGS
    assert wanted(()) == (*MEDIA_TOPICS, *MEDIA_PARTS)
    assert len(MEDIA_TOPICS) == 17
    ids = [topic.id for topic in wanted(())]
    assert len(set(ids)) == len(ids)
    assert all(slug(topic.id) == topic.id and topic.name and topic.description for topic in wanted(()))
    assert {topic.parent for topic in MEDIA_PARTS} == {ECONOMY}


def test_a_part_counts_for_its_broad_topic() -> None:
    cards = collection(1)
    made = topics(cards, (), {"c00": (("agriculture", 0.8),)}, 0)
    assert [(t.slug, t.articles) for t in made] == [(ECONOMY, ("c00",))]


def test_hardly_more_than_a_headline_gets_no_broad_topic() -> None:
    assert topics((card("a", terms=(("rain", 1),)),), (), {"a": (("weather", 0.9),)}, 0) == ()


def test_a_proposed_word_stands_under_the_broad_topic_of_most_of_its_articles() -> None:
    cards = collection(30)
    cocoa = [c.id for c in cards if c.title == "Cocoa up"]
    most = dict.fromkeys(cocoa[:6], (("agriculture", 0.8),))
    half = dict.fromkeys(cocoa[:4], (("agriculture", 0.8),))

    def parent(scores: dict[str, tuple[tuple[str, float], ...]]) -> str:
        return next(t.parent for t in topics(cards, (), scores, 40) if t.slug == "cocoa")

    assert parent(most) == ECONOMY
    assert parent(half) == ""
    assert {t.slug: len(t.articles) for t in topics(cards, (), most, 40)}[ECONOMY] == 6


def test_without_scores_words_of_the_collection_do() -> None:
    assert [(t.slug, len(t.articles)) for t in topics(collection(30), (), {}, 40)] == [("cocoa", 8)]


def test_the_articles_choices_count_without_settings_too() -> None:
    made = topics((card("a", topics=("port-ellery",)),), (), {"a": (("weather", 0.9),)}, 40)
    assert made == (Topic(slug="port-ellery", name="Port ellery", articles=("a",)),)


@pytest.mark.parametrize("settings", [(), SETTINGS])
def test_the_order_of_the_articles_decides_nothing_but_theirs(settings: tuple[TopicSetting, ...]) -> None:
    cards = collection(30)
    mixed = list(cards)
    random.Random(3).shuffle(mixed)

    def shown(given: tuple[Card, ...]) -> list[tuple[str, str, list[str]]]:
        scores = {c.id: (("transport" if settings else "agriculture", 0.7),) for c in cards[::2]}
        return [(t.slug, t.parent, sorted(t.articles)) for t in topics(given, settings, scores, 40)]

    assert shown(cards) == shown(tuple(mixed))
