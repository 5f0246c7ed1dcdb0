"""What is read from an editor's TOML: tests/cases/content/settings.md."""

from dataclasses import asdict

import pytest

from sitegen.content.codes import CODES
from sitegen.content.settings import settings
from sitegen.model.config import Settings
from tests.content.cases import Case, cases


def shown(made: Settings) -> dict[str, str]:
    facts = {name: str(value) for name, value in asdict(made.config).items()}
    for number, topic in enumerate(made.topics, 1):
        facts[f"topic {number}"] = f"{topic.id}: {topic.name}, {topic.description}, {' '.join(topic.keywords)}"
        facts[f"synonyms {number}"] = ", ".join(topic.synonyms)
        facts[f"parent {number}"] = topic.parent
    for number, feed in enumerate(made.config.feeds, 1):
        facts[f"feed {number}"] = f"{feed.url} {feed.name} {feed.pages}"
    for number, publisher in enumerate(made.config.publishers, 1):
        facts[f"publisher {number}"] = f"{publisher.host} {publisher.name} {publisher.body}"
    for number, token in enumerate(made.config.tokens, 1):
        scheme = "dark" if token.dark else "light"
        facts[f"token {number}"] = f"{token.name}: {token.value} ({scheme}, {token.line}:{token.column})"
    facts["fetch"] = " ".join(str(value) for value in asdict(made.config.fetch).values())
    for number, person in enumerate(made.people, 1):
        facts[f"person {number}"] = f"{person.name}: {', '.join(person.same)}: {person.note}"
    return facts


@pytest.mark.parametrize("case", list(cases("settings.md")), ids=lambda case: case.name)
def test_a_settings_file(case: Case) -> None:
    name = case.kind.split()[0]
    read = settings({name: case.text})
    found = [f"{d.severity} {d.line}:{d.column} {d.code}: {d.message} {d.hint}" for d in read.diagnostics]
    assert len(found) == len(case.findings), found
    for wanted, is_so in zip(case.findings, found, strict=True):
        place, _, words = wanted.partition(": ")
        assert is_so.startswith(f"{place}: "), found
        assert words in is_so
    assert {d.path for d in read.diagnostics} <= {name}
    assert all(d.code in CODES for d in read.diagnostics)
    if case.facts == (("nothing", ""),):
        assert read.value is None
        return
    facts = shown(read.value) if read.value else {}
    assert {key: facts.get(key) for key, _ in case.facts} == dict(case.facts)


def test_sitegen_toml_wins_over_pyproject_toml_and_says_so():
    read = settings({"sitegen.toml": 'title = "A"', "pyproject.toml": '[tool.sitegen]\ntitle = "B"'})
    assert read.value.config.title == "A"
    assert [(d.path, d.line, d.code) for d in read.diagnostics] == [("pyproject.toml", 1, "config-twice")]


def test_no_files_are_the_defaults():
    assert settings({}).value == Settings()
    assert settings({}).diagnostics == ()


@pytest.mark.parametrize(
    "text", ["x = " + "[" * 50_000, "x = " + "1" * 50_000, "x = 1979-13-45", "\0", "=" * 1000, "[" * 9999]
)
def test_hostile_toml_is_an_error(text):
    for name in ("sitegen.toml", "pyproject.toml", "content/topics.toml", "content/people.toml"):
        read = settings({name: text})
        assert read.value is None
        assert [d.code for d in read.diagnostics] == ["toml-syntax"]


def test_two_people_of_one_name_are_told_apart_by_articles() -> None:
    text = '[[person]]\nname = "John Hale"\ndifferent = ["Jon Hale"]\n[[person]]\nname = "Hale of the north"\nsame = ["John Hale"]\narticles = ["a1"]\n'
    read = settings({"content/people.toml": text})
    assert read.diagnostics == ()
    assert read.value is not None
    first, second = read.value.people
    assert (first.different, second.articles) == (("Jon Hale",), ("a1",))
