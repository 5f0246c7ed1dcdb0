"""Where an article says that it is from, of which story it is a part, and that its publisher changed it."""

from dataclasses import replace

import pytest

from sitegen.model.article import Correction, Publisher
from sitegen.model.page import ArticleView
from sitegen.model.shown import Link
from sitegen.model.site import Outlet, Story
from sitegen.model.when import When
from sitegen.plan.articles import _sources, article_page
from tests.plan.sites import desk_of
from tests.samples import card, entry

POST = Publisher(name="The Ellery Post", url="https://post.example/")
NEWS = Publisher(name="Coastal News", url="https://www.coastal.example/8891")


def view_of(made, **more) -> ArticleView:
    view = article_page(desk_of(card(made.article.id), **more), made).view
    assert isinstance(view, ArticleView)
    return view


def plain():
    made = entry("bridge")
    return replace(made, annotations=replace(made.annotations, speakers=(), quotations=(), timeline=()))


def test_the_first_publisher_leads_to_the_article_and_the_others_to_theirs():
    made = card("bridge", url="https://post.example/bridge", publishers=(POST, NEWS))
    at = desk_of(made, outlets=(Outlet(slug="post", name="The ellery post", articles=("bridge",)),))
    assert [(s.publisher, s.outside, s.date.words) for s in _sources(at, made)] == [
        (
            Link(words="The Ellery Post", address="publishers/post/"),
            Link(words="Original at post.example", address="https://post.example/bridge"),
            "1 January 2025",
        ),
        (Link(words="Coastal News"), Link(words="coastal.example", address="https://www.coastal.example/8891"), ""),
    ]


@pytest.mark.parametrize(
    ("url", "host"), [("https://www.post.example/bridge", "post.example"), ("http://[x", "http://[x")]
)
def test_without_a_publisher_the_host_stands_for_it(url: str, host: str):
    made = card("bridge", url=url)
    (source,) = _sources(desk_of(made), made)
    assert (source.publisher, source.outside) == (Link(words=host), Link(words=f"Original at {host}", address=url))
    assert _sources(desk_of(), card("bridge")) == ()


def test_a_publisher_without_any_address_is_named():
    made = card("bridge", publishers=(Publisher(name="Coastal News"),))
    (source,) = _sources(desk_of(made), made)
    assert (source.publisher, source.outside) == (Link(words="Coastal News"), None)


@pytest.mark.parametrize(
    ("updated", "words"),
    [
        ("2025-01-03T10:00", "3 January 2025, 10:00"),
        ("2025-01-03", "3 January 2025"),
        ("2025-01-01", None),
        (None, None),
    ],
)
def test_a_change_by_the_publisher_is_told_where_it_is_another_day(updated: str | None, words: str | None):
    made = plain()
    changed = replace(made, article=replace(made.article, updated=When(value=updated)))
    shown = view_of(changed).updated
    assert (shown.words if shown else None) == words


def test_corrections_are_those_that_somebody_wrote():
    made = plain()
    noted = replace(
        made,
        article=replace(made.article, updated=When(value="2025-01-03")),
        corrections=(Correction(date="2025-01-03", text="Two paragraphs new."),),
    )
    assert [c.text for c in view_of(noted).corrections] == ["Two paragraphs new."]


def test_the_story_of_an_article_is_named():
    story = Story(slug="bridges", title="The bridges", articles=("bridge",))
    assert view_of(plain(), stories=(story,)).story == Link(words="The bridges", address="stories/bridges/")
    assert view_of(plain()).story is None
