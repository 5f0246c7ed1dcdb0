"""The order of things in one article, and what is too much for the language tools."""

from time import perf_counter

import pytest

from sitegen.annotate import language
from sitegen.annotate.annotator import LONGEST, annotate
from sitegen.model.article import Article
from sitegen.model.when import How, When


def annotated(text: str, **more: object) -> tuple[object, tuple[str, ...]]:
    article = Article(title="T", body=text, text=text, **more)  # type: ignore[arg-type]  # fields of Article
    (found,) = annotate([article], made_by="test")
    return found.value, tuple(d.code for d in found.diagnostics)


def test_a_given_date_stays_and_an_unknown_one_is_inferred() -> None:
    text = "PORT ELLERY, March 14, 2025 - The council met on Tuesday. “We go,” said Ada Thornbury."
    given, _ = annotated(text, published=When(value="2025-03-20", how=How.PAGE))
    assert given.published.value == "2025-03-20"  # type: ignore[attr-defined]
    inferred, _ = annotated(text)
    assert (inferred.published.value, inferred.published.how) == ("2025-03-14", How.TEXT)  # type: ignore[attr-defined]


_DATED = "The council met on Thursday. Last week it closed the bridge. On 4 May 2021 it opened the mill."


def values(text: str, updated: str) -> tuple[str | None, ...]:
    """Return the values of the time expressions of an article of 4 May 2023 that was changed later."""
    found, _ = annotated(text, published=When(value="2023-05-04"), updated=When(value=updated))
    assert found.published.value == "2023-05-04"  # type: ignore[attr-defined]
    return tuple(time.value for time in found.annotations.times)  # type: ignore[attr-defined]


def test_what_is_counted_from_a_day_is_open_in_an_article_that_was_changed_days_later() -> None:
    assert values(_DATED, "2023-05-05") == ("2023-05-04", "2023-W17", "2021-05-04")
    thursday, week, mill = values(_DATED, "2023-05-06")
    assert mill == "2021-05-04"
    assert not {thursday, week} & {"2023-05-04", "2023-W17"}


def test_a_text_that_is_dated_by_itself_keeps_its_days_when_it_was_changed() -> None:
    text = "PORT ELLERY, May 4, 2023 - The council met on Tuesday and closed the bridge."
    assert values(text, "2023-06-01") == ("2023-05-04", "2023-05-02")


def test_other_languages_and_endless_texts_are_told() -> None:
    assert annotated("Der Rat hat die Brücke gebilligt.", language="de")[1] == ("language-not-annotated",)
    assert annotated("word " * LONGEST)[1] == ("text-too-long",)
    assert annotated("")[1] == ()


@pytest.mark.parametrize("run", ['"' * 8_000, "“" * 8_000, "a" * 100_000, "(" * 8_000])
def test_runs_are_tamed(run: str) -> None:
    """Untamed, 8,000 marks take the tokenizer 6 s and four times that for twice as many."""
    began = perf_counter()
    language.load().make_doc(language.tame(run))
    assert perf_counter() - began < 3


def test_taming_keeps_every_offset() -> None:
    text = "before " + "x" * 1000 + " after"
    tamed = language.tame(text)
    assert len(tamed) == len(text)
    assert tamed.index("after") == text.index("after")
    assert language.tame("an ordinary text") == "an ordinary text"
