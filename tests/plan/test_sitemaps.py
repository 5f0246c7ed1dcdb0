"""What search engines are told of: which pages with which day of change, and what is news at which hour."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import cast

import pytest

from sitegen.content.cards import card as card_of
from sitegen.link import link
from sitegen.model.article import Correction, Entry
from sitegen.model.config import Config, Settings
from sitegen.model.machine_pages import NewsSitemapView, RedirectsView, SitemapIndexView, SitemapView
from sitegen.model.page import Page
from sitegen.model.site import Card
from sitegen.model.when import When
from sitegen.plan import Given, plan
from sitegen.plan.sitemaps import news_sitemap_page, sitemap_pages
from sitegen.words import Words
from tests.plan.sites import TODAY, desk_of
from tests.samples import MOMENT, card, entry

NOON = datetime(2025, 1, 10, 12, 30, tzinfo=UTC)


def planned(*entries: Entry) -> dict[str, Page]:
    site = link(tuple(map(card_of, entries)), Settings(config=Config(title="Digest")), (), MOMENT).value.site
    given = Given(promises=(), assets=(), today=TODAY, words=Words(), now=NOON)
    return {page.path: page for page in plan(site, entries, given).value}


def changes(*entries: Entry) -> dict[str, str]:
    return dict(cast(SitemapView, planned(*entries)["sitemap.xml"].view).addresses)


def test_an_article_changed_with_its_last_correction() -> None:
    corrected = entry("b", corrections=(Correction(date="2025-01-03", text="Spelling."),))
    found = changes(entry("a"), corrected)
    assert (found["articles/a/"], found["articles/b/"]) == ("2025-01-01", "2025-01-03")


def test_a_list_changed_with_its_newest_article() -> None:
    updated = entry("b")
    updated = replace(updated, article=replace(updated.article, updated=When(value="2025-01-05T10:00+00:00")))
    assert changes(entry("a"), updated)["publishers/the-ellery-post/"] == "2025-01-05"


def test_a_change_is_told_where_its_day_is_known() -> None:
    month, undated = (
        replace(made, article=replace(made.article, published=When(value=value)))
        for made, value in ((entry("a"), "2024-12"), (entry("b"), None))
    )
    found = changes(month, undated)
    assert (found["articles/a/"], found["articles/b/"]) == ("", "")
    assert changes(entry("a"))["articles/a/"]


def test_too_many_pages_for_one_file_are_told_in_parts() -> None:
    pages = list(planned(entry("a")).values())
    every = cast(SitemapView, next(sitemap_pages(desk_of(), pages)).view).addresses
    *parts, index = sitemap_pages(desk_of(), pages, most=5)
    assert [p.path for p in parts] == [f"sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
    told = [cast(SitemapView, p.view).addresses for p in parts]
    assert sum(told, ()) == every
    assert {len(part) for part in told[:-1]} == {5}
    assert index.path == "sitemap.xml"
    named = cast(SitemapIndexView, index.view).parts
    assert named[0] == ("sitemap-1.xml", "2025-01-01")
    assert [path for path, _ in named] == [p.path for p in parts]


def news(now: datetime, *cards: Card) -> NewsSitemapView:
    return cast(NewsSitemapView, news_sitemap_page(desk_of(*cards), now).view)


@pytest.mark.parametrize(
    ("value", "is_news"),
    [
        ("2025-01-10", True),
        ("2025-01-08", True),  # some hour of it is less than two days ago
        ("2025-01-07", False),
        ("2025-01-08T12:01+00:00", True),
        ("2025-01-08T12:00+00:00", False),  # two days before the hour
        ("2025-01-08T07:30-05:00", True),
        ("2025-01", False),
        ("2025-W02", False),
        (None, False),
    ],
)
def test_news_are_of_the_last_two_days_as_far_as_the_day_is_known(value: str | None, *, is_news: bool) -> None:
    assert bool(news(NOON, card("a", value)).items) == is_news


def test_news_come_newest_first_with_the_date_that_is_known() -> None:
    cards = (card("old", "2024-12-01"), card("a", "2025-01-09", language="en-GB"), card("b", "2025-01-10T08:00"))
    assert [(i.address, i.date, i.language) for i in news(NOON, *cards).items] == [
        ("articles/b/", "2025-01-10T08:00:00+00:00", "en"),
        ("articles/a/", "2025-01-09", "en"),
    ]


def test_news_are_at_most_a_thousand() -> None:
    cards = tuple(card(f"a{n:04}", "2025-01-10") for n in range(1_100))
    items = news(NOON, *cards).items
    assert (len(items), items[0].address) == (1_000, "articles/a1099/")


def test_news_stay_the_same_within_the_hour() -> None:
    cards = (card("a", "2025-01-08T12:20+00:00"), card("b", "2025-01-10"))
    views = {news(NOON.replace(minute=minute), *cards) for minute in (0, 19, 20, 59)}
    assert len(views) == 1
    assert len(news(NOON + timedelta(minutes=30), *cards).items) == 1


def test_it_is_known_when_the_first_is_no_news_any_more() -> None:
    cards = (card("a", "2025-01-08T12:20+00:00"), card("b", "2025-01-10"))
    until = datetime.fromisoformat(news(NOON, *cards).until)
    assert until == datetime(2025, 1, 10, 13, tzinfo=UTC)
    after = news(until.astimezone(timezone(timedelta(hours=5.5))), *cards)
    assert [i.address for i in after.items] == ["articles/b/"]
    assert after.until == "2025-01-13T00:00:00+00:00"
    assert news(NOON).until == ""


def test_former_addresses_are_told_to_the_host() -> None:
    found = planned(entry("a", aliases=("z", "old")))["_redirects"].view
    assert cast(RedirectsView, found).redirects == (
        ("articles/old/", "articles/a/"),
        ("articles/z/", "articles/a/"),
    )
