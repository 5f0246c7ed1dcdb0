"""decode(encode(entry)) equals entry; and decode never raises."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.content import strict_yaml
from sitegen.content.codec import decode, encode
from sitegen.content.revision import ownership, revise
from sitegen.model.annotations import Annotations
from sitegen.model.diagnostic import has_errors
from tests.content.strategies import HARD, comparable, entries


@settings(max_examples=100, deadline=None)
@given(entries())
def test_an_entry_is_read_back_as_it_was(entry):
    read = decode(entry.path, encode(entry))
    assert not has_errors(read.diagnostics), read.diagnostics
    assert comparable(read.value) == comparable(entry)


@settings(max_examples=50, deadline=None)
@given(entries())
def test_what_the_machine_wrote_is_the_machines(entry):
    owned = ownership(encode(entry))
    assert not owned.stale
    assert owned.kept == ()
    assert owned.by == entry.annotations.made_by


@settings(max_examples=50, deadline=None)
@given(entries())
def test_any_yaml_reader_sees_the_same_words(entry):
    front = encode(entry).split("\n---\n")[0].removeprefix("---\n")
    said = yaml.load(front, Loader=yaml.SafeLoader)  # it guesses types; of our texts it must not
    assert said["title"] == entry.article.title
    assert said["id"] == entry.article.id
    assert [speaker["name"] for speaker in said["speakers"]] == [s.name for s in entry.annotations.speakers]
    assert said["summary"] == entry.annotations.summary


_LINES = """---
title: x
quotations:
  - {text: a, manner: direct}
- [
  nth: 3
draft: maybe
a: &b c
*b
published: 2024-13-40
published_between: [1, 2, 3]
timeline: {a: b}
speakers: [x, {name: y}, [z]]
? [q]
extracted: {by: 1, of: [2]}
extracted: no
# comment

\tx: y
summary: |
  block
a: b: c
\""""
LINES = st.sampled_from(_LINES.split("\n"))


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), st.lists(st.one_of(LINES, HARD)).map("\n".join), st.lists(LINES).map("\r\n".join)))
@example("---\n[]\n---\n")
@example("---\r\nno: 1\rcontent: x\n---")
@example("\ufeff---\n---\n")
@example("---\n\ud800: x\n---\n\ud800")
def test_no_text_raises(text):
    for candidate in (text, f"---\n{text}\n---\nWords."):
        decode("content/x.md", candidate)
        ownership(candidate)
        revise("content/x.md", candidate, Annotations(made_by="4f1c"))


@settings(max_examples=50, deadline=None)
@given(entries())
def test_without_libyaml_the_same_is_read(entry):
    class SlowLoader(strict_yaml.Strictness, yaml.SafeLoader):
        pass

    text = encode(entry)
    read, owned = decode(entry.path, text), ownership(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict_yaml, "StrictLoader", SlowLoader)
        assert decode(entry.path, text) == read
        assert ownership(text) == owned
