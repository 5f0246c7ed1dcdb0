"""Words, dates, numbers and lists of a language; and what a catalogue must be."""

from datetime import date

import pytest

from sitegen.words import ENGLISH, Words, beginning, catalogue, locale_of, phrase_within

DAY = date(2024, 11, 19)
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
FRISIAN = f"""\
{HEAD}
msgid "By %(names)s"
msgstr "Troch %(names)s"

msgid "%(num)s article"
msgid_plural "%(num)s articles"
msgstr[0] "ien artikel"
msgstr[1] "%(num)s artikels"

msgctxt "day"
msgid "before %(date)s"
msgstr "foar de %(date)s"

#, fuzzy
msgid "Home"
msgstr "Thús?"

msgid "Topics"
msgstr ""
"""


def frisian() -> Words:
    read = catalogue("fy.po", FRISIAN)
    assert read.value
    return Words("fy", [read.value])


def test_a_phrase_is_said_in_the_language_of_the_site() -> None:
    assert frisian()("By %(names)s", names="Ada") == "Troch Ada"


def test_a_phrase_may_differ_by_its_context() -> None:
    words = frisian()
    assert words.within("day", "before %(date)s", date="x") == "foar de x"
    assert words("before %(date)s", date="x") == "before x"
    assert words(phrase_within("month", "before %(date)s"), date="x") == "before x"


@pytest.mark.parametrize("text", ["Home", "Topics", "Feeds"])
def test_what_is_fuzzy_empty_or_missing_stays_english(text: str) -> None:
    assert frisian()(text) == text


@pytest.mark.parametrize(("count", "words"), [(1, "ien artikel"), (0, "0 artikels"), (1204, "1.204 artikels")])
def test_a_count_takes_its_form_and_the_figures_of_the_language(count: int, words: str) -> None:
    assert frisian().count("%(num)s article", "%(num)s articles", count) == words


def test_english_counts_too() -> None:
    counted = [ENGLISH.count("%(num)s article", "%(num)s articles", n) for n in (0, 1, 1204)]
    assert counted == ["0 articles", "1 article", "1,204 articles"]


@pytest.mark.parametrize(
    ("language", "day", "weekday", "month"),
    [
        ("en", "19 November 2024", "Tuesday, 19 November 2024", "November 2024"),
        ("en-GB", "19 November 2024", "Tuesday, 19 November 2024", "November 2024"),
        ("en-US", "November 19, 2024", "Tuesday, November 19, 2024", "November 2024"),
        ("de", "19. November 2024", "Dienstag, 19. November 2024", "November 2024"),
        ("es", "19 de noviembre de 2024", "martes, 19 de noviembre de 2024", "noviembre de 2024"),
        ("hi", "19 नवंबर 2024", "मंगलवार, 19 नवंबर 2024", "नवंबर 2024"),
        ("ar", "19 نوفمبر 2024", "الثلاثاء، 19 نوفمبر 2024", "نوفمبر 2024"),
        ("pt-BR", "19 de novembro de 2024", "terça-feira, 19 de novembro de 2024", "novembro de 2024"),
    ],
)
def test_dates(language: str, day: str, weekday: str, month: str) -> None:
    words = spoken(language)
    assert (words.day(DAY), words.weekday(DAY), words.month(DAY)) == (day, weekday, month)


def spoken(language: str) -> Words:
    """Return the words of a language that has a catalogue, with nothing in it."""
    read = catalogue("x.po", HEAD)
    assert read.value
    return Words(language, [read.value])


@pytest.mark.parametrize("language", ["fr", "pt-BR", "x-klingon"])
def test_without_a_catalogue_dates_and_numbers_are_english_as_the_phrases_are(language: str) -> None:
    words = Words(language)
    assert (words.language, words.day(DAY), words.number(1204)) == ("en", "19 November 2024", "1,204")


def test_of_a_region_that_nobody_knows_its_language_counts() -> None:
    assert str(locale_of("de-XX-1996")) == "de"
    assert locale_of("x-klingon") is None


@pytest.mark.parametrize(
    ("language", "items", "words"),
    [
        ("en", ["a", "b", "c"], "a, b and c"),
        ("en-US", ["a", "b", "c"], "a, b, and c"),
        ("de", ["a", "b", "c"], "a, b und c"),
        ("es", ["Ana", "Isabel"], "Ana e Isabel"),
        ("es", ["Ana", "Hierro"], "Ana y Hierro"),
        ("hi", ["a", "b"], "a और b"),
        ("ar", ["a", "b"], "a وb"),
        ("en", [], ""),
    ],
)
def test_lists(language: str, items: list[str], words: str) -> None:
    assert spoken(language).listed(items) == words


def test_what_stands_side_by_side_leaves_out_what_is_empty() -> None:
    assert ENGLISH.series("month only", "", "inferred from the text") == "month only, inferred from the text"
    assert ENGLISH.series("", "") == ""


def test_a_date_that_begins_a_line_has_a_capital_letter() -> None:
    assert beginning(spoken("es").weekday(DAY)) == "Martes, 19 de noviembre de 2024"
    assert beginning("") == ""


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        ('msgid "By %(names)s"\nmsgstr "Von"', 6),
        ('msgid "By %(names)s"\nmsgstr "Von %(name)s"', 6),
        ('msgid "By %(names)s"\nmsgstr "%(names)s zu 100 %"', 6),
        ('msgid "Home"\nmsgstr "Haus %(x)s"', 6),
        ('msgid "%(num)s x"\nmsgid_plural "%(num)s xs"\nmsgstr[0] "a"\nmsgstr[1] "%(n)s"', 6),
        ('msgid "%(num)s %(a)s"\nmsgid_plural "%(num)s %(a)ss"\nmsgstr[0] "eins"\nmsgstr[1] "%(num)s %(a)s"', 6),
    ],
)
def test_a_translation_that_does_not_fit_is_an_error_at_its_line(entry: str, line: int) -> None:
    read = catalogue("templates/words/de.po", f"{HEAD}\n{entry}\n")
    assert read.value is None
    assert [(d.code, d.path, d.line) for d in read.diagnostics] == [("words-form", "templates/words/de.po", line)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("no catalogue at all", 1),
        ('msgid "a"\nmsgstr "b"\n\nStartseite\n', 4),
        ('msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n =! 1;\\n"\n', 1),
    ],
)
def test_what_is_no_catalogue_is_an_error_at_its_line(text: str, line: int) -> None:
    read = catalogue("templates/words/de.po", text)
    assert read.value is None
    assert [(d.code, d.line) for d in read.diagnostics] == [("words-syntax", line)]
