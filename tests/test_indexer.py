"""The files that a search in the browser reads: the same for the same documents, in whatever order and however often."""

import os
from pathlib import Path

import pytest

from sitegen.indexer import index
from tests.indexed import records, unpacked

FILTER = '<meta content="{}" data-pagefind-filter="speaker[content]">'
PAGE = "<html><head>{}</head><body data-pagefind-body><h1>{}</h1><p>{}</p></body></html>"


def documents(count: int = 40) -> dict[str, str]:
    return {
        f"articles/{n:02}/index.html": PAGE.format(
            "".join(FILTER.format(f"person-{n % k} Person {n % k}") for k in (3, 7, 11)),
            f"Number {n}",
            f"plank{n} " * 9,
        )
        for n in range(count)
    }


def test_the_same_documents_give_the_same_bytes() -> None:
    made = documents()
    first = index(made, "en", program=True)
    assert first.diagnostics == ()
    for again in (made, dict(reversed(made.items())), made):
        assert index(again, "en", program=True).value == first.value


def test_a_document_more_changes_little() -> None:
    before, after = (index(documents(n), "en", program=False).value for n in (40, 41))
    kept = {path for path, data in before.items() if after.get(path) == data}
    assert len([path for path in kept if path.startswith("fragment/")]) == 40


def test_the_program_comes_once_and_without_interfaces_of_its_own() -> None:
    whole, part = (index(documents(3), "de-AT", program=program).value for program in (True, False))
    assert set(whole) - set(part) == {"pagefind.js", "pagefind-worker.js", "wasm.de.pagefind"}
    assert {path.partition("/")[0] for path in part} == {
        "fragment",
        "index",
        "filter",
        "pagefind-entry.json",
        next(path for path in part if path.endswith(".pf_meta")),
    }


def test_a_language_without_rules_of_its_own_is_searched_by_whole_words() -> None:
    assert "wasm.unknown.pagefind" in index(documents(3), "gsw", program=True).value


def test_articles_of_all_languages_are_in_one_index() -> None:
    made = index({"a/index.html": "<html lang=fr><body data-pagefind-body>Bonjour"} | documents(2), "en", program=False)
    assert set(records(made.value)) == {"/a/", "/articles/00/", "/articles/01/"}


def test_settings_of_another_pagefind_are_not_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "pagefind.toml").write_text('exclude_selectors = ["p"]\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    assert any(b"plank1" in data for data in unpacked(index(documents(3), "en", program=False).value).values())


def _program(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_a_program_that_fails_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = _program(tmp_path / "pagefind", "echo some >&2; echo 'out of everything' >&2; exit 101")
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", os.fspath(program))
    (told,) = index(documents(1), "en", program=True).diagnostics
    assert (told.code, told.severity) == ("search-indexer-failed", "error")
    assert told.message == "Pagefind ended with 101 and made no search index: out of everything"
    assert "search = false" in told.hint


@pytest.mark.parametrize("name", ["missing", "not-executable"])
def test_a_program_that_cannot_be_run_is_told(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "not-executable").write_text("")
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", os.fspath(tmp_path / name))
    (told,) = index(documents(1), "en", program=True).diagnostics
    assert told.code == "search-no-indexer"
    assert 'pip install "pagefind[bin]"' in told.hint


def test_a_program_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.indexer.get_executable", lambda: None)
    (told,) = index(documents(1), "en", program=True).diagnostics
    assert told.code == "search-no-indexer"
