"""Stories of the site: groups that share a name, at addresses that stay."""

from sitegen.link.told_stories import promised, told_stories
from sitegen.model.ledger import Promise, Thing
from sitegen.model.site import Card
from tests.samples import card

BRIDGE, FERRY = (("Ellery Bridge", 3),), (("Quay Ferries", 2),)


def told(identity: str, *terms: tuple[str, int], day: str = "2025-01-01") -> Card:
    return card(identity, day, terms=terms)


def test_a_group_is_a_story_where_its_articles_share_a_name() -> None:
    cards = (told("a", *BRIDGE), told("b", *BRIDGE), told("c", *FERRY))
    (story,) = told_stories([("a", "b", "c")], cards, ())
    assert (story.slug, story.title, story.articles) == ("a", "B", ("a", "b"))


def test_headings_of_tables_and_months_are_no_names() -> None:
    table = (("Turnover", 2), ("Qtr Jan", 2))
    cards = (told("a", *table), told("b", *table), told("c", ("turnover", 1)))
    assert told_stories([("a", "b")], cards, ()) == ()


def test_a_name_that_most_articles_have_holds_nothing_together() -> None:
    cards = tuple(told(f"a{i}", ("Port Ellery", 2)) for i in range(30))
    assert told_stories([("a1", "a2")], cards, ()) == ()


def test_a_story_that_grows_keeps_its_address() -> None:
    before = (told("b", *BRIDGE), told("c", *BRIDGE))
    given = tuple(promised(told_stories([("b", "c")], before, ())))
    cards = (told("a", *BRIDGE, day="2024-12-31"), *before)
    (story,) = told_stories([("a", "b", "c")], cards, given)
    assert (story.slug, story.articles) == ("b", ("a", "b", "c"))


def test_of_two_stories_that_become_one_the_older_address_stays_and_no_address_is_given_twice() -> None:
    given = (Promise(thing=Thing.STORY, slug="x", article="c"), Promise(thing=Thing.STORY, slug="b", article="a"))
    cards = tuple(told(i, *BRIDGE) for i in "abcd") + tuple(told(i, *FERRY) for i in "ef")
    made = told_stories([("a", "b", "c", "d"), ("e", "f")], cards, given)
    assert {s.articles: s.slug for s in made} == {("a", "b", "c", "d"): "x", ("e", "f"): "e"}
    (split, rest) = told_stories([("a", "b"), ("c", "d")], cards[:4], given[:1])
    assert (split.slug, rest.slug) == ("a", "x")
