"""Which catalogues speak for a language, and how templates speak."""

import pickle

import pytest

from sitegen.model.page import Page
from sitegen.render.theme import Theme

from .reading import made
from .sample_pages import RICH

HOME = next(p for p in RICH if p.template == "home.html")


def po(**phrases: str) -> str:
    return "\n\n".join(f'msgid "{english}"\nmsgstr "{own}"' for english, own in phrases.items()) + "\n"


def codes(theme: Theme) -> list[tuple[str, str, str]]:
    return [(d.code, d.severity, d.path) for d in theme.check()]


def test_a_site_in_german_speaks_german_around_its_articles(texts: dict[str, str]) -> None:
    theme = Theme(texts, {}, language="de")
    assert theme.check() == ()
    html = made(HOME, theme)
    assert "Zum Inhalt springen" in html
    assert "Skip to content" not in html


def test_what_comes_nearest_to_the_site_wins_phrase_by_phrase(texts: dict[str, str]) -> None:
    layers = {**texts, "words/de-AT.po": po(Topics="Sachen"), "themes/thin/words/de.po": po(Home="Anfang")}
    own = {"words/de.po": po(Topics="Dinge", Home="Daheim")}
    assert Theme(texts, {}, language="de").words("Topics") == "Themen"
    assert Theme(layers, {}, "thin", "de").words("Home") == "Anfang"
    assert Theme(layers, own, "thin", "de").words("Home") == "Daheim"
    austrian = Theme(layers, own, language="de-AT").words
    assert (austrian("Topics"), austrian("Home"), austrian("Stories")) == ("Sachen", "Daheim", "Geschichten")
    assert austrian.language == "de-AT"


def test_a_site_may_say_things_in_english_its_own_way(texts: dict[str, str]) -> None:
    theme = Theme(texts, {"words/en.po": po(Speakers="Voices")})
    assert (theme.words("Speakers"), theme.words("Topics"), theme.check()) == ("Voices", "Topics", ())


def test_a_language_without_words_gets_english_and_a_warning_that_says_what_to_do(texts: dict[str, str]) -> None:
    theme = Theme(texts, {}, language="pt-BR")
    (found,) = theme.check()
    assert (found.code, found.severity, found.hint) == (
        "words-missing",
        "warning",
        "put templates/words/pt.po into the site",
    )
    assert theme.words.language == "en"
    assert codes(Theme(texts, {"words/pt.po": po(Topics="Temas")}, language="pt-BR")) == []


def test_a_catalogue_of_the_site_with_a_mistake_is_told_with_its_place(texts: dict[str, str]) -> None:
    theme = Theme(texts, {"words/de.po": 'msgid "By %(names)s"\nmsgstr "Von"\n'}, language="de")
    assert codes(theme) == [("words-form", "error", "templates/words/de.po")]
    assert codes(Theme(texts, {"words/fr.po": "no catalogue"}, language="de")) == []


def test_a_changed_translation_is_a_changed_template_and_no_changed_asset(texts: dict[str, str]) -> None:
    plain, changed = (Theme(texts, {"words/de.po": po(Topics=own)}, language="de") for own in ("A", "B"))
    assert plain.closure("robots.txt") != changed.closure("robots.txt")
    assert plain.closure("style.css") == changed.closure("style.css")
    other = Theme(texts, {"words/de.po": po(Topics="A"), "words/fr.po": po(Topics="B")}, language="de")
    assert plain.closure("home.html") == other.closure("home.html")


def test_the_words_travel_with_the_theme(texts: dict[str, str]) -> None:
    assert pickle.loads(pickle.dumps(Theme(texts, {}, language="ar"))).words("Topics") == "الموضوعات"


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ('{{ _("By <bdi>%(names)s</bdi>", names="<b>A & B</b>") }}', "By <bdi>&lt;b&gt;A &amp; B&lt;/b&gt;</bdi>"),
        ('{{ ngettext("%(num)s article", "%(num)s articles", 1204) }}', "1,204 articles"),
        ("{% trans n=1204 %}{{ n }} things{% endtrans %}", "1204 things"),
        ('{{ 1 | counted("articles") }}, {{ 12 | counted("dogs") }}', "1 article, 12 dogs"),
        ('{% autoescape false %}{{ _("By %(names)s", names="A & B") }}{% endautoescape %}', "By A & B"),
        ("{{ ['A', 'B & C'] | listed }}, {{ 1204 | number }}", "A and B &amp; C, 1,204"),
    ],
)
def test_how_templates_speak(template: str, html: str) -> None:
    assert made(Page(path="x.html", template="x.html", view=HOME.view), Theme({"x.html": template}, {})) == html
