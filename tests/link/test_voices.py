"""Who is quoted on which topic more than once, and which addresses that promises."""

from sitegen.link.people import people
from sitegen.link.voices import promised, voices
from sitegen.model.ledger import Promise, Thing
from sitegen.model.site import Card, Topic, Voice
from tests.plan.sites import ADA, BO, quoted, saying_card

WORDS = "We will not wait for the next flood"


def found(*cards: Card, least: float = 0.0) -> tuple[Voice, ...]:
    topic = Topic(slug="bridges", name="Bridges", articles=tuple(c.id for c in cards))
    return voices(cards, (topic,), people(cards, (), ())[0], least)


def test_two_articles_make_a_voice_however_often_one_quotes() -> None:
    cards = (
        saying_card("a", quoted(1, WORDS), quoted(2, "Twice"), quoted(3, "The tide decides", BO.key)),
        saying_card("b", quoted(1, "Again"), quoted(2, "Not by me", None)),
    )
    assert found(*cards) == (Voice(topic="bridges", speaker="ada-thornbury", articles=("a", "b")),)


def test_too_little_confidence_is_nobodys_voice() -> None:
    cards = (saying_card("a", quoted(1, WORDS)), saying_card("b", quoted(1, "Again", confidence=0.4)))
    assert found(*cards, least=0.5) == ()


def test_to_be_named_is_not_to_be_quoted() -> None:
    assert found(saying_card("a", quoted(1, WORDS)), saying_card("b")) == ()


def test_the_address_is_promised_with_whom_it_means() -> None:
    cards = (saying_card("a", quoted(1, WORDS)), saying_card("b", quoted(1, "Again")))
    everyone, _ = people(cards, (), ())
    assert list(promised(found(*cards), everyone)) == [
        Promise(thing=Thing.VOICE, slug="bridges/ada-thornbury", article="a", key=ADA.key)
    ]
