"""Another source of an article that has a file: its lists grow, and every other byte stays."""

import re

import pytest
from hypothesis import given, settings

from sitegen.content.codec import decode, encode
from sitegen.content.merging import Additions, Version, with_additions, with_version
from sitegen.content.revision import ownership
from sitegen.model.annotations import Annotations
from sitegen.model.article import Correction, Publisher
from sitegen.model.diagnostic import has_errors
from sitegen.model.when import UNKNOWN, How, When
from tests.content.harbour import PATH, written
from tests.content.strategies import entries

NEWS = Publisher(name="Coastal: News", url="https://coastal.example/1")
NEWS_LINE = '{name: "Coastal: News", url: "https://coastal.example/1"}'
ADDITIONS = Additions(seeds=("b.html",), publishers=(NEWS,), corrections=(Correction(date="2025-03-14", text="New."),))


def version(body: str, **more: object) -> Version:
    fields = {"title": "New title", "byline": (), "published": UNKNOWN, "updated": "2025-03-14"}
    return Version(body=body, annotations=Annotations(made_by="bbbb"), **(fields | more))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("seeds: [a.txt]\n", "seeds: [a.txt, b.html]\n"),
        ("seeds: [a.txt ]  # mine\n", "seeds: [a.txt, b.html ]  # mine\n"),
        (
            "seeds: [\n  a.txt,\n  # the second\n  c.txt,\n]\n",
            "seeds: [\n  a.txt,\n  # the second\n  c.txt, b.html,\n]\n",
        ),
        ("seeds: []\n", "seeds: [b.html]\n"),
        ("seeds:\n- a.txt\n# a note\n", "seeds:\n- a.txt\n- b.html\n# a note\n"),
        ("seeds:\n    - a.txt  # mine\n\n", "seeds:\n    - a.txt  # mine\n    - b.html\n\n"),
        ("seeds:\n", "seeds: [b.html]\n"),
        ("seeds: null # none\n", "seeds: [b.html] # none\n"),
        ("", "seeds: [b.html]\n"),
    ],
)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_a_list_grows_in_the_manner_in_which_it_is_written(before: str, after: str, line_break: str) -> None:
    frame = "\ufeff---\nid: bridge\n{}title: Bridge  # ours\n---\n\nA bridge.\n"
    text, expected = (frame.format(lines).replace("\n", line_break) for lines in (before, after))
    assert with_additions(text, Additions(seeds=("b.html",))) == expected
    assert not has_errors(decode(PATH, expected).diagnostics)


def test_every_list_of_a_file_without_front_matter() -> None:
    text = with_additions("# Bridge\n\nA bridge.\n", ADDITIONS)
    assert text == (
        "---\nseeds: [b.html]\n"
        f"publishers: [{NEWS_LINE}]\n"
        'corrections: [{date: "2025-03-14", text: New.}]\n---\n\n# Bridge\n\nA bridge.\n'
    )


@pytest.mark.parametrize(
    "text", ["---\nseeds: a.txt\n---\n\nA bridge.\n", "---\nseeds: [\n---\n\nA bridge.\n", "---\nopen"]
)
def test_a_file_that_cannot_be_added_to_is_left_alone(text: str) -> None:
    assert with_additions(text, ADDITIONS) is None


@settings(max_examples=60, deadline=None)
@given(entries())
def test_what_is_added_is_read_back_and_nothing_else_is_different(entry) -> None:
    text = encode(entry)
    longer = with_additions(text, ADDITIONS)
    before, after = decode(PATH, text).value, decode(PATH, longer).value
    assert after.article.seeds == (*before.article.seeds, "b.html")
    assert after.article.publishers == (*before.article.publishers, NEWS)
    assert after.corrections == (*before.corrections, *ADDITIONS.corrections)
    assert (after.article.body, after.annotations, after.topics) == (
        before.article.body,
        before.annotations,
        before.topics,
    )
    assert ownership(longer) == ownership(text)


def test_a_version_brings_title_body_and_date() -> None:
    text = with_version(PATH, written(), version("A new text.", byline=("Li Wei",)), ADDITIONS)
    entry = decode(PATH, text).value
    assert (entry.article.title, entry.article.body) == ("New title", "A new text.")
    assert entry.article.updated == When(value="2025-03-14")
    assert not ownership(text).stale
    again = with_version(PATH, text, version("A third text.", updated="2025-03-15"), Additions())
    assert decode(PATH, again).value.article.updated.value == "2025-03-15"
    assert again.count("updated:") == 1


def test_what_was_not_known_is_filled_in_and_what_was_known_stays() -> None:
    bare = re.sub(r"(?m)^(byline|published\w*):.*\n", "", written())
    day = When(value="2025-03-12", how=How.FEED)
    filled = with_version(PATH, bare, version("A new text.", byline=("Li Wei",), published=day), Additions())
    entry = decode(PATH, filled).value
    assert (entry.article.byline, entry.article.published) == (("Li Wei",), day)
    later = version("Another.", byline=("B",), published=When(value="2025-03-13"), updated=None)
    entry = decode(PATH, with_version(PATH, filled, later, Additions())).value
    assert (entry.article.byline, entry.article.published) == (("Li Wei",), day)


def test_an_edited_body_is_never_replaced() -> None:
    assert (
        with_version(PATH, written().replace("No ship waits", "No ship will wait"), version("New."), Additions())
        is None
    )
    assert with_version(PATH, written() + "\n\n", version("New."), Additions()) is not None


def test_an_edited_title_stays() -> None:
    text = re.sub(r"(?m)^title: .*$", "title: Ours", written())
    assert "\ntitle: Ours\n" in with_version(PATH, text, version("A new text."), Additions())


def test_halves_of_characters_are_no_edit() -> None:
    text = with_version(PATH, written(), version("A new \ud800 text."), Additions())
    text.encode("utf-8")
    assert with_version(PATH, text, version("A third text."), Additions()) is not None
