"""The page of an article: its order, its statements, its dates."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from sitegen.model.annotations import Manner
from sitegen.model.page import ArticleView, Page
from sitegen.render.theme import Theme

from .reading import by_id, elements, made, tree, words
from .sample_pages import ARTICLE_VIEW
from .sample_parts import MINISTRY, QUOTATIONS, quotation


def _page(view: ArticleView) -> Page:
    return Page(path="articles/market/index.html", template="article.html", view=view)


@pytest.fixture(scope="module")
def root(theme: Theme) -> ET.Element:
    return tree(made(_page(ARTICLE_VIEW), theme))


def _card(theme: Theme, **fields: object) -> ET.Element:
    shown = replace(QUOTATIONS[0], **fields)
    view = replace(ARTICLE_VIEW, quotations=(shown,), speakers=())
    return by_id(tree(made(_page(view), theme)), "card-1")


def test_parts_stand_in_their_order(root: ET.Element) -> None:
    parts = [
        e.get("class") or e.get("aria-labelledby") or e.tag
        for e in elements(next(elements(root, "main")), "h1", "p", "nav", "div", "section")
    ]
    wanted = [
        "h1",
        "meta",
        "summary",
        "contents",
        "body",
        "key-quotations",
        "timeline",
        "who-said-what",
        "sources",
        "corrections",
        "neighbours",
    ]
    assert [p for p in dict.fromkeys(parts) if p in wanted] == wanted


def test_parts_without_anything_are_left_out(theme: Theme) -> None:
    bare = replace(
        ARTICLE_VIEW,
        quotations=(),
        timeline=(),
        sources=(),
        corrections=(),
        previous=None,
        next=None,
        body="",
        marks=(),
        summary="",
        topics=(),
        byline=(),
    )
    main = next(elements(tree(made(_page(bare), theme)), "main"))
    assert list(elements(main, "section", "nav", "div")) == []


def test_marks_lead_to_cards_and_cards_to_marks(root: ET.Element) -> None:
    ids = {e.get("id") for e in root.iter()}
    marks = [e for e in elements(root, "mark") if e.get("id")]
    notes = [e for e in elements(root, "a") if e.get("class") == "note"]
    assert len(marks) == 3
    assert [e.get("aria-label") for e in notes] == ["Card 5", "Card 1", "Card 2", "Card 3", "Card 4"]
    assert {(e.get("href") or "")[1:] for e in notes} <= ids
    back = [e.get("href") for e in elements(root, "a") if words(e) == "In the article"]
    assert "#quotation-1" in back


def test_the_body_has_no_heading_as_high_as_the_title_and_links_of_the_site_work(root: ET.Element) -> None:
    body = next(e for e in elements(root, "div") if e.get("class") == "body")
    assert [e.tag for e in elements(body, "h1", "h2")] == ["h2"]
    assert [e.get("href") for e in elements(body, "a") if not e.get("class")] == [
        "../ferry/",
        "https://example.org/plan?a=1&b=2",
    ]


def test_only_a_direct_quotation_has_quotation_marks(theme: Theme) -> None:
    pieces = ("We sail,", "and soon.")
    shown = {
        manner: words(next(elements(_card(theme, pieces=pieces, manner=manner), "blockquote"))) for manner in Manner
    }
    assert shown == {
        Manner.DIRECT: "“We sail,” … “and soon.”",
        Manner.INDIRECT: "We sail, … and soon.",
        Manner.MIXED: "We sail, … and soon.",
    }


@pytest.mark.parametrize("manner", list(Manner))
def test_the_manner_stands_there_in_words(theme: Theme, manner: Manner) -> None:
    card = _card(theme, manner=manner)
    assert [words(e) for e in elements(card, "span") if (e.get("class") or "").startswith("pill")] == [
        manner.value.capitalize()
    ]
    assert manner.value in (card.get("class") or "")


def test_a_statement_without_a_speaker_says_so(theme: Theme) -> None:
    view = replace(ARTICLE_VIEW, quotations=(quotation(1, speaker=None),), speakers=())
    root = tree(made(_page(view), theme))
    assert [words(e) for e in elements(root, "h3")][-1] == "Speaker not established"
    assert "key-quotations" not in {e.get("id") for e in root.iter()}


def test_a_speaker_without_a_page_is_no_link_and_the_affiliation_is_not_said_twice(theme: Theme) -> None:
    attribution = next(e for e in elements(_card(theme), "p") if e.get("class") == "attribution")
    assert words(attribution) == "Ingrid Vasaro, Mayor of Port Elling"
    assert [e.get("href") for e in elements(attribution, "a")] == ["../../speakers/ingrid-vasaro/"]
    attribution = next(e for e in elements(_card(theme, speaker=MINISTRY), "p") if e.get("class") == "attribution")
    assert words(attribution) == "Ministry of Fisheries"
    assert list(elements(attribution, "a")) == []


def test_every_statement_has_one_card_and_stands_under_its_speaker(root: ET.Element) -> None:
    figures = [e.get("id") for e in elements(root, "figure") if "quotation-card" in (e.get("class") or "")]
    assert sorted(map(str, figures)) == [f"card-{n}" for n in range(1, 7)]
    voices = [e for e in elements(root, "section") if e.get("class") == "voice"]
    names = [words(next(elements(v, "h3"))).split(",")[0] for v in voices]
    assert names[:2] == ["Ingrid Vasaro", "Ministry of Fisheries"]
    assert names[-1] == "Speaker not established"


def test_the_quoted_source_is_named(theme: Theme) -> None:
    assert (
        next(elements(_card(theme), "blockquote")).get("cite")
        == "https://digest.example/news/articles/market/#quotation-1"
    )


def test_the_timeline_says_how_precise_it_is(root: ET.Element) -> None:
    def when(anchor: str) -> str:
        return words(next(e for e in elements(by_id(root, anchor), "p") if e.get("class") == "when"))

    assert when("event-4") == "July 2024 · month only"
    assert when("event-7") == "“soon” · no date given"
    assert when("event-8") == "No date given"
    assert next(elements(by_id(root, "event-4"), "time")).get("datetime") == "2024-07"
    for anchor, aspect in (("event-5", "Ongoing"), ("event-6", "Was scheduled"), ("event-7", "Expected")):
        assert aspect in words(by_id(root, anchor))
    assert "4 months later" in words(by_id(root, "event-5"))


def test_a_source_that_is_no_page_of_the_web_is_no_link(root: ET.Element) -> None:
    section = next(e for e in elements(root, "section") if e.get("aria-labelledby") == "sources")
    links = [(words(e), e.get("href")) for e in elements(section, "a")]
    assert links == [
        ("Coast Courier", "../../publishers/coast-courier/"),
        ("Original at courier.example", "https://courier.example/a?b=1&c=2"),
    ]
    assert "Elling Post" in words(section)
    assert "Quay Radio" in words(section)


def test_the_change_and_the_story_stand_under_the_headline(root: ET.Element, theme: Theme) -> None:
    header = next(elements(next(elements(root, "article")), "header"))
    assert "Updated 20 November 2024" in words(header)
    part = next(e for e in elements(header, "p") if e.get("class") == "part-of")
    assert (words(part), part.get("lang")) == ("Part of: The fish market moves", "en")
    assert [e.get("href") for e in elements(part, "a")] == ["../../stories/fish-market-moves/"]
    bare = replace(ARTICLE_VIEW, updated=None, story=None)
    assert "Updated" not in words(next(elements(tree(made(_page(bare), theme)), "article")))


def test_other_articles_with_the_statement_are_named_on_its_card(theme: Theme) -> None:
    card = _card(theme)
    assert "Also in: Elling Post; Unplaced" in words(card)
    assert "../ferry/#quotation-2" in [e.get("href") for e in elements(card, "a")]
    assert "Also in" not in words(_card(theme, also=()))


def test_the_language_is_named_where_it_is_another(root: ET.Element, theme: Theme) -> None:
    assert next(elements(root, "article")).get("lang") == "de"
    same = replace(ARTICLE_VIEW, language="en")
    assert next(elements(tree(made(_page(same), theme)), "article")).get("lang") is None
    arabic = replace(ARTICLE_VIEW, language="ar-EG")
    assert next(elements(tree(made(_page(arabic), theme)), "article")).get("dir") == "rtl"
