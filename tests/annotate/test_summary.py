"""Summaries, case by case (tests/cases/summaries), and what holds for every summary."""

from pathlib import Path
from time import perf_counter

import pytest
from spacy.tokens import Doc

from sitegen.annotate import language
from sitegen.annotate.summary import summary
from sitegen.annotate.summary_words import LONGEST
from tests.annotate.time_cases import Case, cases

_TITLE = "title: "
SEED = Path(__file__).parents[2] / "seeds" / "000_0803f335cd7ceff2.txt"


def titled(text: str) -> tuple[str, str]:
    """Return title and text of a case."""
    first, _, rest = text.partition("\n")
    return (first.removeprefix(_TITLE), rest.lstrip("\n")) if first.startswith(_TITLE) else ("", text)


@pytest.mark.parametrize("case", tuple(cases("summaries")), ids=lambda case: case.name)
def test_summary(case: Case) -> None:
    title, text = titled(case.text)
    assert summary(language.load()(text), title) == " ".join(case.expected)


def test_the_words_of_the_first_article_stand_in_it() -> None:
    text = SEED.read_text(encoding="utf-8")
    made = summary(language.load()(text), 'Russian President Vladimir Putin\'s visit to India will happen "soon"')
    assert 40 <= len(made) <= LONGEST
    assert all(part.strip(". ") in " ".join(text.split()) for part in made.split(". "))


def test_hostile_text_is_quick() -> None:
    starts = [True, False, False] * 20_000
    doc = Doc(language.load().vocab, words=["“", "A", "."] * 20_000, sent_starts=starts)
    began = perf_counter()
    assert summary(doc) == ""
    assert perf_counter() - began < 3
