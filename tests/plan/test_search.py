"""What can be found, and where it leads: records of articles and their statements, names from A to Z."""

from dataclasses import replace
from itertools import pairwise
from typing import cast

import pytest

from sitegen.model.annotations import Manner
from sitegen.model.article import BodyPolicy, Entry
from sitegen.model.config import Config
from sitegen.model.page import ArticleView, Page
from sitegen.model.search_pages import AToZView, SearchIndexView, SearchRecord, SearchView
from sitegen.model.site import Outlet, Person, Story, Topic
from sitegen.model.when import When
from sitegen.plan.a_to_z import a_to_z_pages
from sitegen.plan.search import _cut
from tests.plan.sites import desk_of
from tests.plan.test_planner import SETTINGS, planned
from tests.samples import card, entry


def with_config(**more: object) -> dict[str, Page]:
    return planned(entry(), settings=replace(SETTINGS, config=Config(**more)))  # type: ignore[arg-type]


def record(pages: dict[str, Page]) -> SearchRecord:
    (made,) = cast("SearchIndexView", pages["pagefind/1/"].view).records
    return made


def dated(value: str) -> Entry:
    made = entry()
    return replace(made, article=replace(made.article, published=When(value=value)))


def test_a_record_is_what_the_page_of_the_article_shows() -> None:
    pages = planned(entry())
    page, made = cast("ArticleView", pages["articles/2025-01-01-bridge/index.html"].view), record(pages)
    assert (made.title, made.summary, made.body, made.date) == (page.title, page.summary, page.body, page.published)
    assert made.address == page.head.address
    assert [s.pieces for s in made.statements] == [tuple(f"“{p}”" for p in q.pieces) for q in page.quotations]


def test_only_words_that_were_said_stand_in_quotation_marks() -> None:
    made = entry()
    (said,) = made.annotations.quotations
    indirect = replace(made.annotations, quotations=(replace(said, manner=Manner.INDIRECT),))
    (direct,) = record(planned(made)).statements
    (told,) = record(planned(replace(made, annotations=indirect))).statements
    assert (direct.pieces, told.pieces) == (("“We will not wait”",), ("We will not wait",))


def test_a_statement_leads_to_its_words_and_names_its_speaker_in_the_role_of_the_time() -> None:
    (said,) = record(planned(entry())).statements
    assert (said.anchor, said.who, said.slug) == ("quotation-1", "Ada Thornbury, mayor", "ada-thornbury")


def test_a_body_that_is_not_republished_is_not_found_and_its_statements_lead_to_their_cards() -> None:
    made = record(planned(entry(body_policy=BodyPolicy.NONE)))
    assert made.body == ""
    assert [s.anchor for s in made.statements] == ["card-quotation-1"]


def test_a_statement_of_too_little_confidence_has_no_speaker() -> None:
    made = record(with_config(min_confidence=0.95))
    assert [(s.who, s.slug) for s in made.statements] == [("", "")]
    assert "speaker" not in dict(made.filters)


def test_filters_have_the_slug_of_a_page_and_its_name() -> None:
    assert record(planned(entry())).filters == (
        ("speaker", "ada-thornbury Ada Thornbury"),
        ("topic", "bridges Bridges"),
        ("publisher", "the-ellery-post The Ellery Post"),
        ("date", "2025 2025"),
        ("date", "2025-01 January 2025"),
    )


@pytest.mark.parametrize(
    ("value", "found", "day"),
    [
        ("2024-11-19", ["2024", "2024-11"], "2024-11-19"),
        ("2024-11-30T23:30:00+00:00", ["2024", "2024-11"], "2024-11-30"),
        ("2024-11", ["2024", "2024-11"], "2024-11-01"),
        ("2024-W05", ["2024"], "2024-01-29"),  # its days are in two months
        ("2024", ["2024"], "2024-01-01"),
        ("202", [], "2020-01-01"),
    ],
)
def test_a_date_is_found_as_precisely_as_it_is_known(value: str, found: list[str], day: str) -> None:
    made = record(planned(dated(value)))
    assert [words.split()[0] for kind, words in made.filters if kind == "date"] == found
    assert made.day == day


def test_a_site_without_search_has_no_page_for_it_and_no_index() -> None:
    pages = with_config(search=False)
    assert not [path for path in pages if path.startswith(("search/", "pagefind/"))]
    assert "a-z/index.html" in pages
    assert not cast("ArticleView", pages["articles/2025-01-01-bridge/index.html"].view).chrome.search


def test_the_search_page_knows_the_parts_of_the_index_and_the_first_has_the_program() -> None:
    pages = planned(*(entry(f"2025-01-01-n{n:03}") for n in range(251)))
    assert cast("SearchView", pages["search/index.html"].view).parts == ("pagefind/1/", "pagefind/251/")
    first, second = (cast("SearchIndexView", pages[part].view) for part in ("pagefind/1/", "pagefind/251/"))
    assert (first.program, second.program) == (True, False)
    assert [len(part.records) for part in (first, second)] == [250, 1]


def test_parts_stay_as_they_are_while_the_site_grows() -> None:
    for count in range(1, 12_000, 97):
        now, later = list(_cut(count)), list(_cut(count + 97))
        assert [0, *(end for _, end in now)] == [*(start for start, _ in now), count]  # all articles, each once
        kept = set(now) & set(later)
        assert len(now) - len(kept) <= 1 or {end - start for start, end in set(now) - kept} <= {250, count % 250}
        assert all(end - start in {250, 1000} for start, end in now[:-1])
        assert len(now) <= count // 1000 + 8
        assert all(one <= other for one, other in pairwise(now))


PEOPLE = tuple(
    Person(slug=f"p{n}", name=name, kind="person", heard=(("a", "k"),))  # type: ignore[arg-type]
    for n, name in enumerate(["Ólafur Ek", "Ola Berg", "李明", "Ян Гус", "“Mo”", "42nd Street Band", "ada"])
)


def listed(people: tuple[Person, ...] = PEOPLE, **more: object) -> dict[str, AToZView]:
    at = desk_of(card("a"), people=people, **more)
    return {page.path: cast("AToZView", page.view) for page in a_to_z_pages(at)}


def test_names_of_any_script_stand_under_their_letter() -> None:
    (view,) = listed().values()
    found = {g.heading: [n.link.words for n in g.names] for g in view.groups}
    assert found == {
        "0–9": ["42nd Street Band"],
        "A": ["ada"],
        "M": ["“Mo”"],
        "O": ["Ola Berg", "Ólafur Ek"],
        "Я": ["Ян Гус"],
        "李": ["李明"],
    }
    assert [link.address for link in view.letters] == [f"a-z/#{g.anchor}" for g in view.groups]
    assert len({g.anchor for g in view.groups}) == len(view.groups)


def test_all_that_has_a_name_is_listed_with_what_it_is() -> None:
    (view,) = listed(
        PEOPLE[:1],
        topics=(Topic(slug="ice", name="Ice", articles=("a",)),),
        stories=(Story(slug="rink", title="A rink closes", articles=("a", "a")),),
        outlets=(Outlet(slug="post", name="Post", articles=("a",)),),
    ).values()
    found = [(n.kind, n.link.address, n.count, n.unit) for g in view.groups for n in g.names]
    assert found == [
        ("Story", "stories/rink/", 2, "articles"),
        ("Topic", "topics/ice/", 1, "articles"),
        ("Speaker", "speakers/p0/", 0, "quotations"),
        ("Publisher", "publishers/post/", 1, "articles"),
    ]


def test_a_long_list_has_a_page_for_each_letter() -> None:
    many = tuple(replace(PEOPLE[0], slug=f"s{n}", name=f"{'ABЯ'[n % 3]} {n}") for n in range(301))
    pages = listed(many)
    assert list(pages) == ["a-z/index.html", "a-z/a/index.html", "a-z/b/index.html", "a-z/u042f/index.html"]
    assert pages["a-z/index.html"].groups == ()
    assert [link.address for link in pages["a-z/index.html"].letters] == ["a-z/a/", "a-z/b/", "a-z/u042f/"]
    assert sum(len(g.names) for view in pages.values() for g in view.groups) == 301
