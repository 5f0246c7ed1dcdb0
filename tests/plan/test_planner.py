"""Which pages there are and what each shows."""

from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest

from sitegen.content.cards import card as card_of
from sitegen.link import link
from sitegen.model.article import BodyPolicy, Correction, Entry
from sitegen.model.config import Config, Settings, TopicSetting
from sitegen.model.ledger import Promise, Thing
from sitegen.model.machine_pages import Asset, RedirectView, SitemapView
from sitegen.model.page import ArticleView, FeedView, HomeView, Page
from sitegen.plan import Given, plan
from sitegen.plan.lists import newest, pages_of
from sitegen.words import ENGLISH
from tests.plan.sites import site_of
from tests.samples import MOMENT, card, entry, span

TODAY = date(2025, 1, 10)
STYLE = Asset(name="style.css", mark="0a1b2c3d")
SETTINGS = Settings(
    config=Config(title="Digest"), topics=(TopicSetting(id="bridges", name="Bridges", keywords=("bridge",)),)
)


def planned(*entries: Entry, settings: Settings = SETTINGS, promises: tuple[Promise, ...] = ()) -> dict[str, Page]:
    site = link(tuple(map(card_of, entries)), settings, promises, MOMENT).value.site
    checked = plan(site, entries, Given(promises=promises, assets=(STYLE,), today=TODAY, words=ENGLISH))
    assert checked.diagnostics == ()
    return {page.path: page for page in checked.value}


def test_every_kind_of_page_is_there() -> None:
    assert sorted(
        path for path in planned(entry()) if path.endswith((".html", "feed.xml", ".txt", ".css", "p.xml"))
    ) == [
        "404.html",
        "a-z/index.html",
        "articles/2025-01-01-bridge/index.html",
        "editions/2025-01-01/email.html",
        "editions/2025-01-01/email.txt",
        "editions/2025-01-01/index.html",
        "editions/feed.xml",
        "editions/index.html",
        "feed.xml",
        "feeds/index.html",
        "index.html",
        "news-sitemap.xml",
        "publishers/index.html",
        "publishers/the-ellery-post/index.html",
        "robots.txt",
        "search/index.html",
        "sitemap.xml",
        "speakers/ada-thornbury/feed.xml",
        "speakers/ada-thornbury/index.html",
        "speakers/index.html",
        "stories/index.html",
        "style.0a1b2c3d.css",
        "timeline/feed.xml",
        "timeline/index.html",
        "topics/bridges/feed.xml",
        "topics/bridges/index.html",
        "topics/index.html",
    ]


def test_a_file_of_the_theme_has_an_address_that_changes_with_its_bytes() -> None:
    page = planned(entry())["style.0a1b2c3d.css"]
    assert page.template == "style.css"
    assert article(planned(entry())["index.html"]).chrome.assets == (("style.css", "style.0a1b2c3d.css"),)
    plain = plan(site_of(), (), Given(promises=(), assets=(replace(STYLE, mark=""),), today=TODAY, words=ENGLISH)).value
    assert "style.css" in {p.path for p in plain}


def article(page: Page) -> ArticleView:
    return cast(ArticleView, page.view)


def test_words_and_cards_point_at_each_other() -> None:
    view = article(planned(entry())["articles/2025-01-01-bridge/index.html"])
    marks = {m.anchor: m.note_href for m in view.marks}
    assert marks == {"quotation-1": "#card-quotation-1", "event-1": "#card-event-1"}
    assert [q.anchor for q in view.quotations] == ["card-quotation-1"]
    assert view.quotations[0].place == "articles/2025-01-01-bridge/#quotation-1"
    assert [e.anchor for g in view.timeline for e in g.events] == ["card-event-1"]


@pytest.mark.parametrize(("policy", "shows"), [(BodyPolicy.FULL, True), (BodyPolicy.NONE, False)])
def test_a_body_is_shown_by_its_policy_in_page_and_feed(policy: BodyPolicy, shows: bool) -> None:  # noqa: FBT001
    pages = planned(entry(body_policy=policy))
    view = article(pages["articles/2025-01-01-bridge/index.html"])
    feed = cast(FeedView, pages["feed.xml"].view)
    assert bool(view.body) == bool(view.marks) == bool(feed.items[0].body) == shows
    place = view.quotations[0].place
    assert place.endswith("#quotation-1" if shows else "#card-quotation-1")


def test_too_little_confidence_is_unattributed_everywhere() -> None:
    strict = Settings(config=Config(min_confidence=0.95), topics=SETTINGS.topics)
    pages = planned(entry(), settings=strict)
    assert article(pages["articles/2025-01-01-bridge/index.html"]).quotations[0].speaker is None
    assert cast(Any, pages["speakers/ada-thornbury/index.html"].view).years == ()
    assert cast(HomeView, pages["index.html"].view).speakers == ()


def test_a_date_from_a_nearby_sentence_says_so() -> None:
    made = entry()
    (event,) = made.annotations.timeline
    carried = replace(event, what=span("“We will not wait,” she said"))
    other = replace(made, annotations=replace(made.annotations, timeline=(carried,)))
    view = article(planned(other)["articles/2025-01-01-bridge/index.html"])
    (shown,) = view.timeline[0].events
    assert shown.date
    assert (shown.date.words, shown.date.precision) == ("2 June 2025", "from a nearby sentence")


def test_corrections_are_shown() -> None:
    view = article(
        planned(entry(corrections=(Correction(date="2025-01-03", text="Spelling."),)))[
            "articles/2025-01-01-bridge/index.html"
        ]
    )
    assert [(c.date.words, c.text) for c in view.corrections] == [("3 January 2025", "Spelling.")]


def test_an_alias_leads_to_the_article() -> None:
    page = planned(entry(aliases=("old-name",)))["articles/old-name/index.html"]
    assert cast(RedirectView, page.view).target == "articles/2025-01-01-bridge/"


def test_an_alias_that_is_a_page_is_an_error() -> None:
    entries = (entry("a"), entry("b", aliases=("a",)))
    site = link(tuple(map(card_of, entries)), SETTINGS, (), MOMENT).value.site
    found = plan(site, entries, Given(promises=(), assets=(), today=TODAY, words=ENGLISH)).diagnostics
    assert [(d.path, d.code) for d in found] == [("content/b.md", "alias-taken")]


def test_two_claims_of_one_address_name_both_files() -> None:
    entries = (entry("page"), entry("page-x"))
    site = link(tuple(map(card_of, entries)), SETTINGS, (), MOMENT).value.site
    assets = (Asset(name="articles/page-x/index.html", mark=""),)
    found = plan(site, entries, Given(promises=(), assets=assets, today=TODAY, words=ENGLISH)).diagnostics
    assert [d.code for d in found] == ["address-collision"]
    assert "content/page-x.md" in found[0].message


def test_former_addresses_of_speakers_and_topics_lead_on() -> None:
    promises = (
        Promise(thing=Thing.SPEAKER, slug="thornbury", article="2025-01-01-bridge", key="ada-thornbury"),
        Promise(thing=Thing.SPEAKER, slug="ada-thornbury", article="2025-01-01-bridge", key="ada-thornbury"),
        Promise(thing=Thing.TOPIC, slug="harbours", key="harbours"),
    )
    pages = planned(entry(), promises=promises)
    targets = {p: v.view.target for p, v in pages.items() if isinstance(v.view, RedirectView)}
    assert targets == {
        "speakers/thornbury/index.html": "speakers/ada-thornbury/",
        "topics/harbours/index.html": "topics/",
    }


def test_full_pages_of_a_list_never_change() -> None:
    cards = [card(f"a{i:02}") for i in range(45)]
    before, after = pages_of(cards[:44], 20), pages_of(cards, 20)
    assert before[:2] == after[:2]
    assert [c.id for c in newest(after)] == [f"a{i:02}" for i in range(44, 19, -1)]


def test_upcoming_shows_what_is_scheduled_from_today_on() -> None:
    home = cast(HomeView, planned(entry())["index.html"].view)
    assert [e.text for e in home.upcoming] == ["The bridge opens on 2 June 2025"]


def test_the_sitemap_names_every_page_once() -> None:
    pages = planned(entry())
    addresses = [a for a, _ in cast(SitemapView, pages["sitemap.xml"].view).addresses]
    assert len(addresses) == len(set(addresses)) == sum(p.endswith("index.html") for p in pages)


def test_a_view_holds_nothing_that_another_article_changes() -> None:
    """A new article on another topic that says nothing of the same leaves an article's own page as it was."""
    alone = planned(entry("a"))["articles/a/index.html"]
    made = entry("b")
    other = replace(made, annotations=replace(made.annotations, quotations=()))
    together = planned(
        entry("a"), other, settings=Settings(config=SETTINGS.config, topics=(TopicSetting(id="none", name="None"),))
    )
    without = planned(
        entry("a"), settings=Settings(config=SETTINGS.config, topics=(TopicSetting(id="none", name="None"),))
    )
    assert together["articles/a/index.html"] == without["articles/a/index.html"]
    assert alone != without["articles/a/index.html"]
