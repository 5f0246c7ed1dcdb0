"""Two owners, one file: new annotations beside a person's edits."""

import re

import pytest

from sitegen.content.codec import decode
from sitegen.content.revision import ownership, revise
from sitegen.model.annotations import Annotations
from tests.content.harbour import BODY, NEW, PATH, edited, revised, written


def test_all_keys_are_replaced_where_nobody_has_edited():
    text = revised(written())
    assert "port director" in text
    assert "summary: It opens." in text
    assert ownership(text).kept == ()
    assert ownership(text).by == "bbbb"
    assert decode(PATH, text).diagnostics == ()


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        ("speakers", "role: harbour master", "role: master of the harbour"),
        ("summary", "The harbour opens on Friday.", "Friday at last."),
        ("quotations", re.search(r"  - \{speaker: li-wei.*\n", written())[0], ""),
        ("quotations", "quotations:\n", "quotations:\n  # checked by hand\n"),
        ("quotations", "quotations:\n", "quotations:  # checked by hand\n"),
        ("timeline", "\nextracted:", "\n  # no more than this\nextracted:"),
        ("timeline", "aspect: past", "aspect:  past"),
        ("summary", "summary: The harbour opens on Friday.\n", ""),
        ("quotations", "  - {speaker: li-wei", "# wrong?\n  - {speaker: li-wei"),
    ],
)
def test_an_edited_key_stays_for_good(key, old, new):
    text = edited(old, new)
    assert ownership(text).kept == (key,)
    after = revised(text)
    assert ownership(after).kept == (key,)
    section = re.compile(rf"^{key}:.*\n(?:[ #].*\n)*", re.MULTILINE)
    assert section.findall(after) == section.findall(text)
    assert ("port director" in after) is (key != "speakers")
    assert not ownership(after).stale


def test_a_key_is_given_back_by_deleting_it_and_its_fingerprint():
    text = edited("summary: The harbour opens on Friday.", "summary: Mine.")
    assert ownership(text).kept == ("summary",)
    given_back = re.sub(r", summary: \w+", "", text.replace("summary: Mine.\n", "", 1))
    assert ownership(given_back).kept == ()
    assert ownership(given_back).stale
    after = revised(given_back)
    assert "\nsummary: It opens.\nspeakers:\n" in after
    assert not ownership(after).stale


def test_a_comment_at_the_margin_belongs_to_the_next_key():
    text = edited("quotations:\n", "# who said what\nquotations:\n").replace(
        "extracted:", "\n# leave this alone\n\nextracted:"
    )
    assert ownership(text).kept == ()
    after = revised(text)
    assert "\n# who said what\nquotations:\n" in after
    assert "\n\n# leave this alone\n\nextracted:" in after


def test_a_comment_behind_the_note_stays():
    text = re.sub(r"(extracted: .*)\n", r"\1  # the machine's\n", written())
    assert re.search(r"extracted: \{by: bbbb, .*\}  # the machine's\n", revised(text))


def test_the_fingerprint_of_a_kept_key_is_not_renewed():
    text = edited("role: harbour master", "role: boss")
    note = re.compile(r"speakers: (\w+), ")
    assert note.findall(revised(text)) == note.findall(text)


def test_line_breaks_of_windows_are_no_edit_and_stay():
    text = "\ufeff" + written().replace("\n", "\r\n")
    assert ownership(text).kept == ()
    assert not ownership(text).stale
    after = revised(text)
    assert after.startswith("\ufeff---\r\n")
    assert "\n" not in after.replace("\r\n", "")
    assert after.replace("\r\n", "\n") == "\ufeff" + revised(written())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("said on Tuesday.", "said on Wednesday."),
        ("title: The harbour", "title: The port"),
        ("language: en", 'published: "2024"'),
    ],
)
def test_a_changed_body_title_or_date_is_to_be_annotated_again(old, new):
    assert ownership(edited(old, new)).stale
    assert not ownership(revised(edited(old, new))).stale


def test_markup_that_shows_the_same_words_is_no_change():
    assert not ownership(edited("Ana Ruiz said on", "*Ana Ruiz* said\non")).stale


def test_a_file_by_hand_gets_what_it_lacks():
    text = "---\n# mine\ntitle: The harbour\nspeakers:\n- {key: ana, name: Ana Ruiz, role: boss}\n---\n" + BODY
    assert ownership(text) == ownership(text.replace("boss", "master"))
    assert ownership(text).stale
    after = revised(text)
    assert after.startswith(
        "---\n# mine\ntitle: The harbour\nspeakers:\n- {key: ana, name: Ana Ruiz, role: boss}\nquotations:\n".replace(
            "speakers:", "summary: It opens.\nspeakers:"
        )
    )
    assert after.endswith("}\n---\n" + BODY)
    read = decode(PATH, after)
    assert read.diagnostics == ()
    assert [q.speaker for q in read.value.annotations.quotations] == ["ana", None]
    assert ownership(after).kept == ("speakers",)


@pytest.mark.parametrize(
    "text", ["# The harbour\n\n" + BODY, "\n" + BODY + "\n\n", "\ufeff" + BODY.replace("\n", "\r\n")]
)
def test_a_file_without_front_matter_keeps_its_words(text):
    before = decode(PATH, text).value
    new = Annotations(made_by="bbbb", summary="It opens.")
    after = revised(text, new)
    assert after.endswith(text.removeprefix("\ufeff"))
    assert decode(PATH, after).value.article == before.article
    assert not ownership(after).stale


def test_keys_that_are_indented_get_indented_keys():
    text = "---\n  title: The harbour\n---\n" + BODY
    after = revised(text)
    assert "\n  summary: It opens.\n  speakers:\n    - {key: ana-ruiz" in after
    assert ownership(after).kept == ()
    assert decode(PATH, after).diagnostics == ()


def test_block_texts_and_comments_around_them():
    text = written().replace("extracted:", "extracted: &x", 1)
    assert revise(PATH, text, NEW).value is None
    block = edited(
        "summary: The harbour opens on Friday.", "summary: |\n  Line one.\n  # no comment\n\n# about speakers"
    )
    after = revised(block)
    assert "summary: |\n  Line one.\n  # no comment\n\n# about speakers\nspeakers:\n" in after
    assert decode(PATH, after).value.annotations.summary == "Line one.\n# no comment\n"


def test_a_quoted_text_whose_last_line_looks_like_a_comment():
    text = edited("summary: The harbour opens on Friday.", 'title2: x\nsummary: "Line one.\n# no comment"')
    assert 'summary: "Line one.\n# no comment"\nspeakers:' in revised(text)


@pytest.mark.parametrize(
    "note", ["extracted: none of your business", "extracted: [1]", "extracted: {by: x}", "extracted:"]
)
def test_a_note_that_cannot_be_read_makes_all_keys_a_persons(note):
    text = re.sub("extracted: .*", note, written())
    assert ownership(text).kept == ("summary", "speakers", "quotations", "timeline")
    after = revised(text)
    assert "harbour master" in after
    assert "extracted: {by: bbbb" in after


def test_a_note_over_several_lines_is_read():
    text = re.sub(
        r"extracted: \{(.*)\}", lambda m: "extracted:\n" + m[1].replace(", ", "\n  ").join(("  ", "")), written()
    )
    assert ownership(text).kept == ()
    assert "extracted: {by: bbbb" in revised(text)


def test_an_unsound_file_is_nobodys_to_touch():
    assert ownership("---\na: b: c\n---\n").kept == ("summary", "speakers", "quotations", "timeline")
    assert not ownership("---\na: b: c\n---\n").stale
    assert revise(PATH, "---\na: b: c\n---\n", NEW).value is None
