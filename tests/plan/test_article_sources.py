"""Where an article says that it is from, and that its publisher changed it."""

from dataclasses import replace

from sitegen.model.article import Correction, Publisher
from sitegen.model.when import When
from sitegen.plan.articles import _corrections, _sources
from tests.samples import card, entry

POST = Publisher(name="The Ellery Post", url="https://post.example/")
NEWS = Publisher(name="Coastal News", url="https://coastal.example/8891")


def test_the_first_publisher_leads_to_the_article_and_the_others_to_theirs():
    sources = _sources(card("bridge", url="https://post.example/bridge", publishers=(POST, NEWS)))
    assert [(s.publisher, s.url, s.date.words) for s in sources] == [
        ("The Ellery Post", "https://post.example/bridge", "1 January 2025"),
        ("Coastal News", "https://coastal.example/8891", ""),
    ]


def test_without_a_publisher_the_address_stands_for_it():
    (source,) = _sources(card("bridge", url="https://post.example/bridge"))
    assert (source.publisher, source.url) == ("https://post.example/bridge", "https://post.example/bridge")
    assert _sources(card("bridge")) == ()


def test_a_change_by_the_publisher_is_told_once():
    plain = entry()
    changed = replace(plain, article=replace(plain.article, updated=When(value="2025-01-03T10:00")))
    assert _corrections(plain) == ()
    (told,) = _corrections(changed)
    assert (told.date.words, told.text) == ("3 January 2025, 10:00", "Updated by its publisher.")
    noted = replace(changed, corrections=(Correction(date="2025-01-03", text="Two paragraphs new."),))
    assert [c.text for c in _corrections(noted)] == ["Two paragraphs new."]
