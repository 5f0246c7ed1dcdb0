"""Who is the same: precision first."""

from sitegen.link.people import people
from sitegen.model.config import PersonSetting
from sitegen.model.ledger import Promise, Thing
from tests.samples import card, speaker


def names(*cards: object, settings: tuple[PersonSetting, ...] = ()) -> list[tuple[str, int]]:
    return [(p.name, len(p.heard)) for p in people(cards, settings, ())]


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
    (found,) = people(cards, settings, ())
    assert (found.name, len(found.heard), found.note) == ("Dmitry Peskov", 2, "press secretary")
    assert found.also_known_as == ("Dmitri Peskov", "Peskov")


def test_an_address_once_given_is_kept_and_never_given_to_another() -> None:
    given = (Promise(thing=Thing.SPEAKER, slug="ada-thornbury", article="b", key="ada-thornbury"),)
    first = card("a", speakers=(speaker("Ada Thornbury", kind="organisation"),))
    second = card("b", speakers=(speaker("Ada Thornbury"),))
    assert [(p.kind.value, p.slug) for p in people((first, second), (), given)] == [
        ("organisation", "ada-thornbury-2"),
        ("person", "ada-thornbury"),
    ]


def test_roles_keep_where_they_were_seen() -> None:
    cards = [
        card(i, speakers=(speaker("Ada Thornbury", role=role),))
        for i, role in (("a", "mayor"), ("b", "senator"), ("c", "mayor"))
    ]
    (found,) = people(cards, (), ())
    assert [(r.role, r.articles) for r in found.roles] == [("mayor", ("a", "c")), ("senator", ("b",))]
