"""The same words in several articles are one statement."""

from sitegen.content.quotation_runs import quotation_runs
from sitegen.link.sayings import differing, sayings
from sitegen.model.annotations import Manner
from sitegen.model.site import Card, CardQuotation, Person
from tests.samples import card, speaker

WORDS = "We will not wait for anybody in this town"


def quoting(identity: str, words: str, manner: Manner = Manner.DIRECT, who: str = "ada") -> Card:
    said = CardQuotation(
        anchor="quotation-1",
        pieces=(words,),
        manner=manner,
        cue="said",
        speaker=who,
        confidence=1.0,
        runs=quotation_runs(words),
    )
    return card(identity, quotations=(said,), speakers=(speaker(who.title()),))


def person(name: str, *articles: str) -> Person:
    return Person(slug=name, name=name, kind=speaker(name).kind, heard=tuple((a, name) for a in articles))


def tellings(*cards: Card) -> list[list[str]]:
    everyone = {c.speakers[0].key for c in cards}
    people = [person(name, *(c.id for c in cards if c.speakers[0].key == name)) for name in sorted(everyone)]
    return [[a for a, _ in s.tellings] for s in sayings(cards, people)]


def test_a_cut_quotation_joins_the_fullest_words() -> None:
    cut, whole = quoting("a", "“we will not wait for anybody,”"), quoting("b", WORDS)
    assert tellings(cut, whole, quoting("c", WORDS.upper())) == [["b", "c", "a"]]


def test_other_or_too_few_words_are_another_statement() -> None:
    assert tellings(quoting("a", WORDS), quoting("b", "We will not wait for the ferry in this town")) == []
    assert tellings(quoting("a", "No comment"), quoting("b", "No comment")) == []
    assert tellings(quoting("a", "not wait for"), quoting("b", WORDS)) == []


def test_told_in_an_article_s_own_words_needs_the_same_speaker() -> None:
    told = "it had filed a statement with the harbour authority"
    one, two = (quoting(i, told, Manner.INDIRECT) for i in "ab")
    other = quoting("b", told, Manner.INDIRECT, who="jan")
    assert tellings(one, two) == [["a", "b"]]
    assert tellings(one, other) == []


def test_different_speakers_are_told() -> None:
    cards = (quoting("a", WORDS), quoting("b", WORDS, who="jan"))
    (found,) = sayings(cards, [person("ada", "a"), person("jan", "b")])
    assert found.differing
    assert [(c.id, o.id) for c, _, o in differing(cards, [found])] == [("a", "b")]
