"""Furniture of pasted pages: every paste of tests/cases/clean/pastes, line by line, and what holds for all of them together."""

import importlib.util
import sys
import time
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from sitegen.clean import clean_text
from sitegen.clean.author_note import author_notes
from sitegen.clean.furniture_context import furniture_lines
from sitegen.clean.furniture_weights import WEIGHTS
from sitegen.clean.paragraphs import paragraphs
from sitegen.clean.plain_text import Place, Placed, read_text
from sitegen.model.article import Article

ROOT = Path(__file__).resolve().parents[2]


def scorer() -> ModuleType:
    found = importlib.util.spec_from_file_location("furniture_score", ROOT / "bench" / "quality" / "furniture.py")
    assert found
    assert found.loader
    module = importlib.util.module_from_spec(found)
    sys.modules["furniture_score"] = module
    found.loader.exec_module(module)
    return module


SCORE = scorer()
HALVES = {half: tuple(SCORE.pastes(half)) for half in ("first", "second")}
ALL = HALVES["first"] + HALVES["second"]
LEARNED_FROM, HELD_OUT = (0.975, 0.97), (0.97, 0.95)
"""Least P and R of the half that the weights have seen and of the half that they have not."""


@cache
def placed(text: str) -> tuple[Placed, ...]:
    return read_text(text)


@cache
def article_of(text: str) -> Article:
    article = clean_text(text, None).value
    assert article
    return article


@cache
def figures(half: str) -> dict[str, float]:
    return SCORE.scored((p, SCORE.taken(p)) for p in HALVES.get(half, ALL))


def test_there_are_sixty_pastes_with_labels() -> None:
    assert [len(h) for h in HALVES.values()] == [30, 30]
    assert len({p.name for p in ALL}) == 60 or len({(p.name, p.text) for p in ALL}) == 60
    for paste in ALL:
        assert {"article", "furniture", "headline"} <= set(paste.labels), paste.name


@pytest.mark.parametrize(("half", "least"), [("first", LEARNED_FROM), ("second", HELD_OUT)])
def test_furniture_of_a_half(half: str, least: tuple[float, float]) -> None:
    found = figures(half)
    assert found["P"] >= least[0], found
    assert found["R"] >= least[1], found
    assert found["lost"] < 0.02, found


def test_furniture_of_all_pastes() -> None:
    found = figures("both")
    assert found["P"] >= 0.98, found
    assert found["R"] >= 0.95, found
    assert found["lost"] < 0.02, found


def test_headlines_of_pastes() -> None:
    assert SCORE.titles(ALL) >= 0.88


@pytest.mark.parametrize("paste", ALL, ids=lambda p: p.name)
def test_what_a_paste_says_of_its_article(paste) -> None:
    article = article_of(paste.text)
    told = {
        "byline": ", ".join(article.byline),
        "publisher": "; ".join(p.name for p in article.publishers),
        "published": (article.published.value or "")[: len(paste.fields.get("published", ""))],
        "language": article.language,
    }
    assert {k: told[k] for k in paste.fields} == paste.fields


@pytest.mark.parametrize("paste", ALL, ids=lambda p: p.name)
def test_quoted_words_stay(paste) -> None:
    """Hold that a line with words somebody is quoted with is in the body."""
    body = {p.paragraph.text for p in placed(paste.text) if p.place is not Place.REMOVED}
    for line, label in zip(paste.lines, paste.labels, strict=True):
        said = any(f" {verb} " in f" {line} " for verb in ("said", "told", "sagte", "dijo", "explained"))
        if label == "article" and "“" in line and said:
            assert any(line.strip() in text for text in body), line


@pytest.mark.parametrize("paste", ALL, ids=lambda p: p.name)
def test_every_line_is_kept_or_listed(paste) -> None:
    article = article_of(paste.text)
    out = " ".join(" ".join((article.title, article.text, *article.removed)).split())
    for word in " ".join(paste.lines).split():
        assert word in out, word


ARTICLE = (
    "Harbour pier to open in spring",
    "The harbour master said on Monday that the pier would open in spring, when the last of the cranes has been fitted.",
    "Ships will be let in one by one, and the ferry to the island will have a berth of its own for the first time.",
    "The town paid for the work with a loan that it expects to repay within nine years, according to the treasurer.",
    "A second pier was planned once, but the money went into the school and nobody has asked for it since then.",
)


@pytest.mark.parametrize(
    "line",
    [
        "“Share this with your sister,” the harbour master said with a smile.",
        "“Sign up here,” she told the crew, “and we will read more about it in the newspaper.”",
        "He wrote: “Subscribe to our newsletter, they said, and never miss a story again.”",
        "„Drucken und teilen Sie das Blatt“, sagte der Hafenmeister.",
        "« Partager, c'est gagner », a déclaré la maire.",
    ],
)
@pytest.mark.parametrize("place", [1, 3, 5])
def test_a_quotation_is_never_furniture(line: str, place: int) -> None:
    lines = [*ARTICLE[:place], line, *ARTICLE[place:]]
    assert not furniture_lines(lines)[place]
    article = clean_text("\n\n".join(lines), None).value
    assert article
    assert line in article.text


def test_a_clean_article_loses_nothing() -> None:
    article = clean_text("\n\n".join(ARTICLE), None).value
    assert article
    assert article.removed == ()
    assert article.title == ARTICLE[0]
    assert len(article.text.split("\n\n")) == len(ARTICLE) - 1


def test_what_is_said_of_the_author_goes_and_what_is_said_of_others_stays() -> None:
    lines = [
        "Pier opens",
        "By Ann Example",
        *ARTICLE[1:],
        "Ann Example covers harbours.",
        "Bob Sample covers nothing at all.",
    ]
    assert author_notes(lines) == {len(lines) - 2}


def test_a_byline_in_lower_case_is_a_line_of_its_own() -> None:
    text = "Bridge over the river closed after a flood\nby Ann Example\nThe old bridge was closed on Monday."
    assert [p.text for p in paragraphs(text)] == text.split("\n")


def test_the_table_is_short_and_named() -> None:
    assert sum(map(len, WEIGHTS.values())) < 1200
    assert all(abs(w) < 6 for row in WEIGHTS.values() for w in row.values())


@pytest.mark.parametrize(
    "source",
    ["\n".join(f"line {i} of a log" for i in range(8_000)), "\n\n".join(f"Share {i}" for i in range(2_900))],
    ids=["8,000 lines", "a page of buttons"],
)
def test_long_pastes_are_fast(source: str) -> None:
    began = time.process_time()
    clean_text(source, None)
    assert time.process_time() - began < 10
