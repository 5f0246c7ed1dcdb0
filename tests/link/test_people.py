"""Who is the same: precision first."""

from itertools import permutations

import pytest

from sitegen.link.people import people
from sitegen.model.config import PersonSetting
from sitegen.model.ledger import Promise, Thing
from tests.samples import card, speaker


def names(*cards: object, settings: tuple[PersonSetting, ...] = ()) -> list[tuple[str, int]]:
    return [(p.name, len(p.heard)) for p in people(cards, settings, ())[0]]


def test_the_same_whole_name_is_one_person() -> None:
    one = card("a", speakers=(speaker("Ada Thornbury"),))
    other = card("b", speakers=(speaker("Ada Thornbury", role="mayor"),))
    assert names(one, other) == [("Ada Thornbury", 2)]


def test_a_surname_joins_the_whole_name_only_with_the_same_affiliation() -> None:
    whole = card("a", speakers=(speaker("Ada Thornbury", affiliation="Port Ellery"),))
    short = card("b", speakers=(speaker("Thornbury", affiliation="Port Ellery"),))
    other = card("c", speakers=(speaker("Thornbury", affiliation="Ellery Ferry Company"),))
    assert names(whole, short, other) == [("Ada Thornbury", 2), ("Thornbury", 1)]


def test_a_bare_surname_and_a_group_are_nobody_with_a_page() -> None:
    assert names(card("a", speakers=(speaker("Smith"), speaker("officials", kind="group")))) == []


def test_two_bearers_of_a_surname_stay_apart() -> None:
    one = card("a", speakers=(speaker("Bill Clinton", affiliation="White House"),))
    two = card("b", speakers=(speaker("Hillary Clinton", affiliation="White House"),))
    bare = card("c", speakers=(speaker("Clinton", affiliation="White House"),))
    assert names(one, two, bare) == [("Bill Clinton", 1), ("Hillary Clinton", 1), ("Clinton", 1)]


def test_an_organisation_is_known_by_its_name_without_the_article() -> None:
    one = card("a", speakers=(speaker("the Kremlin", kind="organisation"),))
    two = card("b", speakers=(speaker("Kremlin", kind="organisation"),))
    assert [n for n, _ in names(one, two)] == ["the Kremlin"]


def test_the_editor_rules() -> None:
    cards = (card("a", speakers=(speaker("Dmitri Peskov"),)), card("b", speakers=(speaker("Peskov"),)))
    settings = (PersonSetting(name="Dmitry Peskov", same=("Dmitri Peskov", "Peskov"), note="press secretary"),)
    (found,) = people(cards, settings, ())[0]
    assert (found.name, len(found.heard), found.note) == ("Dmitry Peskov", 2, "press secretary")
    assert found.also_known_as == ("Dmitri Peskov", "Peskov")


def test_an_address_once_given_is_kept_and_never_given_to_another() -> None:
    given = (Promise(thing=Thing.SPEAKER, slug="ada-thornbury", article="b", key="ada-thornbury"),)
    first = card("a", speakers=(speaker("Ada Thornbury", kind="organisation"),))
    second = card("b", speakers=(speaker("Ada Thornbury"),))
    assert [(p.kind.value, p.slug) for p in people((first, second), (), given)[0]] == [
        ("organisation", "ada-thornbury-2"),
        ("person", "ada-thornbury"),
    ]


def test_roles_keep_where_they_were_seen() -> None:
    cards = [
        card(i, speakers=(speaker("Ada Thornbury", role=role),))
        for i, role in (("a", "mayor"), ("b", "mayor and senator"), ("c", "mayor"))
    ]
    (found,) = people(cards, (), ())[0]
    assert [(r.role, r.articles) for r in found.roles] == [("mayor", ("a", "c")), ("mayor and senator", ("b",))]


def test_one_whole_name_with_other_offices_is_two_people_and_told() -> None:
    analyst = card("a", speakers=(speaker("David Jones", "analyst", "Quay Bank"),))
    mayor = card("b", speakers=(speaker("David Jones", "mayor", "Port Ellery"),))
    found, doubts = people((analyst, mayor), (), ())
    assert [p.slug for p in found] == ["david-jones", "david-jones-2"]
    assert [d.slugs for d in doubts] == [("david-jones", "david-jones-2")]
    assert 'same = ["David Jones"]' in doubts[0].lines


def test_one_subject_makes_one_person_of_two_offices() -> None:
    terms = (("Creston Bank", 3), ("Hale Street", 2))
    one = card("a", speakers=(speaker("David Jones", "chairman"),), terms=terms)
    two = card("b", speakers=(speaker("David Jones", "general director"),), terms=terms)
    assert names(one, two) == [("David Jones", 2)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Jim Wright", "House Speaker"), ("James Wright", "House Speaker"), True),
        (("Jim Wright", "analyst"), ("James Wright", "analyst"), False),
        (("W.A. Kistler", "Hughes chairman"), ("William Kistler", "Hughes chairman"), True),
        (("Mikhail Gorbachev", "Soviet leader"), ("Mikhael Gorbatchev", "Soviet leader"), True),
        (("Joseph E. Cappy", None), ("Joseph Cappy", "president"), True),
        (("Joseph E. Cappy", "Quay president"), ("Joseph R. Cappy", "Quay president"), False),
        (("Fernando Santos Alvite", "deputy minister"), ("Santos Alvite", None), True),
        (("Jonathan Robert Nelson", "deputy minister"), ("Robert Nelson", None), False),
        (("Jan Reed", "Quay chairman"), ("Jon Reed", "Quay chairman"), False),
        (("John Reed Jr.", "Quay chairman"), ("John Reed Sr.", "Quay chairman"), False),
    ],
)
def test_forms_of_a_name(one: tuple[str, str | None], other: tuple[str, str | None], same: bool) -> None:  # noqa: FBT001
    cards = (card("a", speakers=(speaker(*one),)), card("b", speakers=(speaker(*other),)))
    assert len(people(cards, (), ())[0]) == (1 if same else 2)


def test_what_may_be_one_is_told_with_lines_to_paste() -> None:
    cards = (
        card("a", speakers=(speaker("Stephen Slifer", "economist"),)),
        card("b", speakers=(speaker("Steve Slifer"),)),
    )
    (doubt,) = people(cards, (), ())[1]
    assert doubt.slugs == ("stephen-slifer", "steve-slifer")
    assert doubt.lines == '[[person]]\nname = "Stephen Slifer"\nsame = ["Steve Slifer"]'


def test_the_editor_keeps_two_apart_and_tells_one_name_s_bearers_by_article() -> None:
    cards = (
        card("a", speakers=(speaker("Jim Wright", "House Speaker"),)),
        card("b", speakers=(speaker("James Wright", "House Speaker"),)),
    )
    assert names(*cards, settings=(PersonSetting(name="Jim Wright", different=("James Wright",)),)) == [
        ("Jim Wright", 1),
        ("James Wright", 1),
    ]
    twice = [card(i, speakers=(speaker("John Hale", "minister"),)) for i in "ab"]
    settings = (
        PersonSetting(name="John Hale"),
        PersonSetting(name="John Hale (north)", same=("John Hale",), articles=("b",)),
    )
    assert names(*twice, settings=settings) == [("John Hale", 1), ("John Hale (north)", 1)]


def test_the_order_of_articles_does_not_matter_to_who_is_who() -> None:
    said = [
        ("Jim Wright", "House Speaker"),
        ("James Wright", "Speaker of the House"),
        ("Wright", "House Speaker"),
        ("Jan Wright", "chef"),
        ("James Wright", "analyst at Quay"),
    ]
    cards = [card(str(i), speakers=(speaker(*one),)) for i, one in enumerate(said)]
    made = [{frozenset(p.heard) for p in people(order, (), ())[0]} for order in permutations(cards)]
    assert all(groups == made[0] for groups in made)
