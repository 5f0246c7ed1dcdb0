"""How an edition looks as mail: what the large clients need, and what plain mail asks for."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from sitegen.model.feeds import MailView
from sitegen.model.page import Page
from sitegen.model.shown import Link
from sitegen.render.mail import flowed
from sitegen.render.theme import Theme

from .reading import elements, made, tree, words
from .sample_subscribing import BARE_MAIL, MAIL

BASE = "https://digest.example/news/"
LONGEST = 998
"""Bytes of a line of mail, by RFC 5322."""


def _html(theme: Theme, view: MailView = MAIL) -> str:
    return made(Page(path="editions/2024-11-19/email.html", template="email.html", view=view), theme)


def _text(theme: Theme, view: MailView = MAIL) -> str:
    return made(Page(path="editions/2024-11-19/email.txt", template="email.txt", view=view), theme)


def _root(theme: Theme, view: MailView = MAIL) -> ET.Element:
    return tree(_html(theme, view))


def test_every_rule_stands_beside_its_element_for_clients_that_drop_style_elements(theme: Theme) -> None:
    root = _root(theme)
    assert not [e for e in elements(root, "td", "h1", "h2", "a", "p", "ul", "li") if not e.get("style")]


def test_the_dark_colours_stay_for_clients_that_know_them(theme: Theme) -> None:
    (style,) = elements(_root(theme), "style")
    assert "prefers-color-scheme: dark" in (style.text or "").replace(
        "prefers-color-scheme:dark", "prefers-color-scheme: dark"
    )
    named = {e.get("name"): e.get("content") for e in elements(_root(theme), "meta")}
    assert named["color-scheme"] == named["supported-color-schemes"] == "light dark"


def test_the_dark_changes_colours_and_nothing_else(texts: dict[str, str]) -> None:
    dark = re.split(r"\n}\n", texts["parts/email.css"].split("prefers-color-scheme: dark) {")[1])[0]
    assert set(re.findall(r"([\w-]+):", dark)) == {"background-color", "border-color", "color"}
    assert dark.count("{") == dark.count("!important")


def test_nothing_is_loaded_from_anywhere(theme: Theme) -> None:
    root = _root(theme)
    assert not list(elements(root, "img", "script", "iframe", "object", "video"))
    assert {e.get("rel") for e in elements(root, "link")} == {"canonical"}
    assert not re.search(r"url\(|@import", _html(theme))


def test_links_are_whole(theme: Theme) -> None:
    links = [e.get("href", "") for e in elements(_root(theme), "a")]
    assert len(links) > 8
    assert all(link.startswith(BASE) for link in links)


def test_it_is_a_table_in_outlook_and_wherever_styles_fail(theme: Theme) -> None:
    html = _html(theme)
    assert re.search(r'<!--\[if mso\]><table[^>]* width="600"', html)
    assert html.count("<!--[if mso]>") == html.count("<![endif]-->") == 2
    assert [e.get("role") for e in elements(_root(theme), "table")] == ["presentation"]


def test_the_first_words_that_a_client_lists_are_the_summary(theme: Theme) -> None:
    body = next(elements(_root(theme), "body"))
    assert words(body).startswith("The mayor set out when the market moves.")
    assert "display:none" in (body[0].get("style") or "").replace(" ", "")


def test_it_says_its_language_and_direction_where_clients_keep_them(theme: Theme) -> None:
    arabic = replace(MAIL, chrome=replace(MAIL.chrome, language="ar"))
    (whole,) = (e for e in _root(theme, arabic).iter() if e.get("role") == "article")
    assert (whole.get("lang"), whole.get("dir")) == ("ar", "rtl")
    assert "text-align:right" in next(elements(_root(theme, arabic), "td")).get("style", "")


def test_search_engines_keep_to_the_edition_itself(theme: Theme) -> None:
    root = _root(theme)
    assert next(elements(root, "link")).get("href") == BASE + "editions/2024-11-19/"
    assert "noindex" in {e.get("content") for e in elements(root, "meta")}


def test_headings_go_down_by_one_and_empty_parts_are_left_out(theme: Theme) -> None:
    assert [e.tag for e in elements(_root(theme, BARE_MAIL), "h1", "h2", "h3")] == ["h1"]
    assert {e.tag for e in elements(_root(theme), "h1", "h2", "h3")} == {"h1", "h2"}


def test_statements_stand_in_the_speakers_words_with_their_place(theme: Theme) -> None:
    (said,) = (e for e in elements(_root(theme), "p") if e.get("class") == "said")
    assert words(said).startswith(
        "“We will open the new hall before the first snow,” … “and nobody will lose a stall.”"
    )
    assert "Ingrid Vasaro, Mayor of Port Elling" in words(said)


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of format=flowed, as a client shows them."""
    made, open_line = [], ""
    for line in text.split("\n"):
        unstuffed = line.removeprefix(" ")
        if unstuffed.endswith(" "):
            open_line += unstuffed
        else:
            made.append(open_line + unstuffed)
            open_line = ""
    return made


def test_plain_mail_is_narrow_but_for_addresses(theme: Theme) -> None:
    for line in _text(theme).split("\n"):
        assert len(line) <= 72 or line.startswith("https://")
        assert len(line.encode()) <= LONGEST


def test_plain_mail_flows_in_clients_that_know_how(theme: Theme) -> None:
    paragraphs = _paragraphs(_text(theme))
    assert MAIL.items[0].summary in paragraphs
    assert "* " + MAIL.items[0].headline.words in paragraphs


def test_plain_mail_has_no_markup_and_escapes_nothing(theme: Theme) -> None:
    item = replace(MAIL.items[0], headline=Link(words="Tom & Jerry <b>sail</b>", address="articles/market/"))
    text = _text(theme, replace(MAIL, items=(item,)))
    assert "* Tom & Jerry <b>sail</b>\n" in text
    assert "&amp;" not in text


def test_plain_mail_has_no_gaps_where_parts_are_missing(theme: Theme) -> None:
    assert "\n\n\n" not in _text(theme)
    assert "\n\n\n" not in _text(theme, BARE_MAIL)


@pytest.mark.parametrize("begin", ["> no quotation", "From here on", " a space"])
def test_a_line_never_begins_with_what_mail_takes_for_something_else(begin: str) -> None:
    assert not flowed(begin).startswith((">", "From "))


def test_a_long_paragraph_breaks_between_words() -> None:
    lines = flowed("word " * 40 + "https://example.org/" + "x" * 90).split("\n")
    assert all(line.endswith(" ") for line in lines[:-1])
    assert lines[-1] == "https://example.org/" + "x" * 90
