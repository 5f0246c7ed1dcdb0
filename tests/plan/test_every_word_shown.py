"""No page has a word of the interface that is not in the catalogue: in a language whose every phrase is made of Greek letters, no Latin ones are left."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sitegen.content.cards import card as card_of
from sitegen.model.article import Article, Correction, Entry, Publisher
from sitegen.model.config import Config
from sitegen.model.machine_pages import Asset
from sitegen.model.page import FeedView, Page
from sitegen.model.site import Story, Topic
from sitegen.plan import Given, plan
from sitegen.render.folders import template_folders
from sitegen.render.renderer import render
from sitegen.render.theme import Theme
from tests.plan.sites import told
from tests.samples import entry
from tests.test_interface_words import script

_KEPT = re.compile(r"%\(\w+\)s|<[^>]*>")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_SPOKEN = {"aria-label", "title", "alt", "content"}
_NAMES = {"RSS", "Atom", "JSON", "OPML", "iCalendar"}
"""Names of forms, which are the same in every language."""


def greek(phrase: str) -> str:
    """Return a phrase of Greek letters with the placeholders and the tags of the English one."""
    kept = _KEPT.findall(phrase)
    return "".join(
        a + b for a, b in zip(_LATIN.sub("λόγος", _KEPT.sub("\0", phrase)).split("\0"), [*kept, ""], strict=True)
    )


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def catalogue() -> str:
    lines = ['msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"']
    for message in script.said():
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        if not ids[0]:
            continue
        context = [f"msgctxt {quoted(message.context)}"] if message.context else []
        one = [f"msgid {quoted(ids[0])}", f"msgstr {quoted(greek(ids[0]))}"]
        many = [f"msgid {quoted(ids[0])}", f"msgid_plural {quoted(ids[-1])}"]
        many += [f"msgstr[{i}] {quoted(greek(text))}" for i, text in enumerate(ids)]
        lines.append("\n".join([*context, *(many if len(ids) > 1 else one)]))
    return "\n\n".join(lines) + "\n"


def in_cyrillic(identity: str, day: str) -> Entry:
    """Return an article with statements and events, none of whose own words has a Latin letter."""
    made = entry(identity)
    text = _LATIN.sub(lambda m: "ж" * len(m[0]), made.article.text)
    speakers = tuple(replace(s, name="Ада Торн", role="мэр", affiliation="город") for s in made.annotations.speakers)
    article = Article(
        id=identity,
        title=f"Мост {identity}",
        byline=("Иван", "Пётр"),
        publishers=(Publisher(name="Газета"),),
        published=replace(made.article.published, value=day),
        updated=replace(made.article.published, value="2025-01-09"),
        language="ru",
        body=text,
        text=text,
    )
    corrections = (Correction(date="2025-01-09", text="опечатка"),)
    found = replace(made.annotations, speakers=speakers, summary="жжжж")
    return replace(made, article=article, annotations=found, corrections=corrections)


@pytest.fixture(scope="module")
def pages() -> dict[str, tuple[Page, str]]:
    folder = next(f for f in template_folders() if f.is_dir())
    texts = {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in Path(folder).rglob("*") if p.is_file()}
    theme = Theme(texts, {"words/el.po": catalogue()}, language="el")
    assert theme.check() == ()
    days = ("2024-03-01", "2024-09-01", "2024-09-02", "2025-01-01", "2025-01-02")
    entries = tuple(in_cyrillic(str(number), day) for number, day in enumerate(days, 1))
    ids = tuple(e.article.id for e in entries)
    site = told(
        tuple(map(card_of, entries)),
        config=Config(
            title="Дайджест", description="Новости", base_url="https://example.org/", language="el", per_page=1
        ),
        topics=(
            Topic(slug="1", name="Мосты", articles=ids[1:3], parent="2"),
            Topic(slug="2", name="Дороги", articles=ids, description=""),
        ),
        stories=(Story(slug="3", title="Мост", articles=ids[:3]),),
    )
    assets = tuple(Asset(name=n, mark=theme.mark(n)) for n in theme.assets)
    given = Given(promises=(), assets=assets, today=date(2025, 7, 1), words=theme.words)
    planned = plan(site, entries, given).value
    return {p.path: (p, (render(p, theme).value or b"").decode(errors="replace")) for p in planned}


class Heard(HTMLParser):
    """What a reader sees and hears of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._silent = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._silent += tag in {"script", "style", "code"}
        named = dict(attributes)
        meta = tag == "meta" and named.get("name") != "description" and named.get("property") != "og:description"
        self.said += [value or "" for key, value in attributes if key in _SPOKEN and not meta]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"script", "style", "code"}

    def handle_data(self, data: str) -> None:
        if not self._silent and not data.startswith("https://example.org/"):
            self.said.append(data)


def left(said: list[str]) -> set[str]:
    return {word for text in said for word in _LATIN.findall(text)} - _NAMES - {"example", "org"}


def test_no_page_says_a_word_that_is_not_in_the_catalogue(pages: dict[str, tuple[Page, str]]) -> None:
    html = {path: text for path, (_, text) in pages.items() if path.endswith(".html")}
    assert len(html) > 30
    assert {path: words for path, text in html.items() if (words := left(Heard(text).said))} == {}


def test_nor_does_an_edition_as_plain_mail(pages: dict[str, tuple[Page, str]]) -> None:
    mails = [text for path, (_, text) in pages.items() if path.endswith("email.txt")]
    assert mails
    assert left([re.sub(r"https?:\S*", "", text) for text in mails]) == set()


def test_nor_does_a_feed(pages: dict[str, tuple[Page, str]]) -> None:
    views = [page.view for page, _ in pages.values() if isinstance(page.view, FeedView)]
    said = [text for v in views for text in (v.title, v.description, *(i.title for i in v.items))]
    assert left(said) == set()


def test_nor_does_a_calendar(pages: dict[str, tuple[Page, str]]) -> None:
    _, text = pages["calendar.ics"]
    lines = re.findall(r"^(?:NAME|DESCRIPTION|SUMMARY|X-WR-CALDESC):(.*)", text, re.MULTILINE)
    assert lines
    assert left([re.sub(r"https?:\S*|\\n", "", line) for line in lines]) == set()


def test_nor_does_the_list_of_feeds(pages: dict[str, tuple[Page, str]]) -> None:
    _, text = pages["opml.xml"]
    said = re.findall(r'(?:text|title|description)="([^"]*)"', text)
    assert said
    assert left(said) == set()
