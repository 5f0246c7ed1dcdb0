"""The shipped catalogues say all that the interface says, in every form that their language has."""

import importlib.util
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.pofile import read_po

from sitegen.words import Catalogue, Words, catalogue

ROOT = Path(__file__).resolve().parents[1]
SPEC = importlib.util.spec_from_file_location("interface_words", ROOT / "docs" / "words.py")
assert SPEC
assert SPEC.loader
script = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(script)

SHIPPED: Mapping[str, Path] = {path.stem: path for path in script.catalogues()}
every_language = pytest.mark.parametrize("language", sorted(SHIPPED))


def read(language: str) -> Catalogue:
    checked = catalogue(f"{language}.po", SHIPPED[language].read_text("utf-8"))
    assert [str(d) for d in checked.diagnostics] == []
    assert checked.value
    return checked.value


def test_german_spanish_hindi_and_arabic_are_shipped() -> None:
    assert set(SHIPPED) == {"ar", "de", "es", "hi"}


@every_language
def test_no_phrase_is_missing_and_none_is_too_many(language: str) -> None:
    text = SHIPPED[language].read_text("utf-8")
    assert text == script.updated(SHIPPED[language]), "run: make words"
    assert "#~" not in text, "remove what is no longer said"
    kept = read_po(StringIO(text))
    assert [m.id for m in kept if m.id and (m.fuzzy or not all(_forms(m.string)))] == [], "translate these"


def _forms(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string,)


@every_language
def test_every_translation_fits_its_phrase(language: str) -> None:
    assert len(read(language).phrases) == len(script.said())


@every_language
def test_a_number_gets_the_form_that_its_language_has_for_it(language: str) -> None:
    index, category = read(language).plural, Locale.parse(language).plural_form
    pairs = {(index(number), category(number)) for number in range(250)}
    assert len({i for i, _ in pairs}) == len({c for _, c in pairs}) == len(pairs)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "لا مقالات"),
        (1, "مقال واحد"),
        (2, "مقالان"),
        (3, "3 مقالات"),
        (11, "11 مقالًا"),
        (100, "100 مقال"),
        (1204, "1,204 مقالات"),
    ],
)
def test_arabic_has_six_forms(count: int, words: str) -> None:
    arabic = Words("ar", [read("ar")])
    assert arabic.count("%(num)s article", "%(num)s articles", count) == words
