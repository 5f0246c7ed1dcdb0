"""A topic's place among topics, its stories; and that every kind of page is near the home page."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from sitegen.content.cards import card as card_of
from sitegen.model.machine_pages import Asset, RedirectView
from sitegen.model.page import TopicView
from sitegen.model.site import Story, Topic
from sitegen.plan import Given, plan
from sitegen.plan.parts import desk
from sitegen.plan.topics import topic_pages
from sitegen.render.folders import template_folders
from sitegen.render.renderer import render
from sitegen.render.theme import Theme
from sitegen.words import ENGLISH
from tests.plan.sites import TODAY, desk_of, site_of, told
from tests.samples import card, entry

CARDS = tuple(card(n, day=f"2025-01-0{i}") for i, n in enumerate("abcdef", 1))
BRIDGES = Topic(slug="bridges", name="Bridges", articles=("a", "b", "c", "e"), parent="transport")
TRANSPORT = Topic(slug="transport", name="Transport", articles=("a", "b", "c", "d", "e", "f"))
STORIES = (
    Story(slug="old", title="Old", articles=("a", "b")),
    Story(slug="half", title="Half", articles=("c", "d")),
    Story(slug="new", title="New", articles=("e", "f")),
)


def view_of(topic: Topic) -> TopicView:
    at = desk_of(*CARDS, topics=(BRIDGES, TRANSPORT), stories=STORIES)
    view = next(iter(topic_pages(at, topic))).view
    assert isinstance(view, TopicView)
    return view


def test_a_topic_names_the_one_it_is_a_part_of_and_its_parts() -> None:
    part, whole = view_of(BRIDGES), view_of(TRANSPORT)
    assert part.parent
    assert (part.parent.address, part.parts) == ("topics/transport/", ())
    assert (whole.parent, [p.address for p in whole.parts]) == (None, ["topics/bridges/"])


def test_a_topic_has_the_stories_that_are_mostly_told_in_it_newest_first() -> None:
    assert [s.link.words for s in view_of(TRANSPORT).stories] == ["New", "Half", "Old"]
    assert [(s.link.words, s.note, s.count) for s in view_of(BRIDGES).stories] == [("Old", "2 January 2025", 2)]


def test_older_pages_of_a_topic_have_its_articles_alone() -> None:
    site = replace(site_of(*CARDS, topics=(TRANSPORT,), stories=STORIES))
    site = replace(site, config=replace(site.config, per_page=2))
    first, *others = topic_pages(desk(site, TODAY, ENGLISH), TRANSPORT)
    assert isinstance(first.view, TopicView)
    assert first.view.stories
    for page in others:
        assert isinstance(page.view, TopicView)
        assert page.view.stories == ()
        assert page.view.title == page.view.head.title != TRANSPORT.name


def test_every_kind_of_page_is_two_clicks_from_home() -> None:
    entries = (entry("a"), entry("b"), entry("c"))
    cards = tuple(map(card_of, entries))
    site = told(
        cards,
        config=replace(site_of().config, per_page=1),
        topics=(Topic(slug="bridges", name="Bridges", articles=("a",)),),
        stories=(Story(slug="one", title="One", articles=("a", "b")),),
    )
    folder = next(f for f in template_folders() if f.is_dir())
    texts = {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in Path(folder).rglob("*") if p.is_file()}
    theme = Theme(texts, {})
    assets = tuple(Asset(name=n, mark=theme.mark(n)) for n in theme.assets)
    pages = plan(site, entries, Given(promises=(), assets=assets, today=date(2025, 1, 2), words=ENGLISH)).value
    made = {p.path: (render(p, theme).value or b"").decode() for p in pages if p.path.endswith(".html")}
    near = {"index.html"}
    for _ in range(2):
        near |= {target for path in near if path in made for target in _targets(path, made[path])}
    kinds = {p.template for p in pages if p.path.endswith(".html") and not isinstance(p.view, RedirectView)}
    assert kinds - {p.template for p in pages if p.path in near} == {"404.html"}


def _targets(path: str, html: str) -> set[str]:
    links = re.findall(r'<a[^>]* href="([^"#]+)', html)
    found = {urlsplit(urljoin(f"https://x.example/{path}", link)).path.removeprefix("/") for link in links}
    return {t + "index.html" if not t or t.endswith("/") else t for t in found}
