"""Two owners, one file: new annotations beside a person's edits."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.content.codec import decode, encode
from sitegen.content.revision import ownership, revise
from sitegen.markup import visible_text
from sitegen.model.annotations import (
    Annotations,
    Aspect,
    Manner,
    Quotation,
    Speaker,
    TimeExpression,
    TimelineEvent,
    TimexType,
)
from sitegen.model.article import Article, Entry
from sitegen.model.diagnostic import Severity, has_errors
from sitegen.model.text import Span
from tests.content.strategies import HARD, annotations, entries

PATH = "content/harbour.md"
BODY = """“We open on Friday,” Ana Ruiz said on Tuesday.

The port has grown, the mayor, Li Wei, told the council. “No ship waits,” he said."""
TEXT = visible_text(BODY)


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def found(by: str, role: str = "harbour master") -> Annotations:
    tuesday = TimeExpression(span=at("Tuesday"), type=TimexType.DATE, value="2024-11-19")
    return Annotations(
        made_by=by,
        summary="The harbour opens on Friday.",
        speakers=(
            Speaker(key="ana-ruiz", name="Ana Ruiz", role=role),
            Speaker(key="li-wei", name="Li Wei", role="mayor"),
        ),
        quotations=(
            Quotation(
                content=(at("We open on Friday,"),),
                cue=at("said"),
                source=at("Ana Ruiz"),
                manner=Manner.DIRECT,
                speaker="ana-ruiz",
                confidence=0.9,
            ),
            Quotation(content=(at("The port has grown"),), cue=at("told"), manner=Manner.INDIRECT, speaker="li-wei"),
        ),
        timeline=(TimelineEvent(when=tuesday, what=at("Ana Ruiz said"), aspect=Aspect.PAST, speakers=("ana-ruiz",)),),
    )


def written(by: str = "aaaa") -> str:
    article = Article(id="harbour", title="The harbour", body=BODY, text=TEXT)
    return encode(Entry(article=article, annotations=found(by), path=PATH))


NEW = replace(found("bbbb", role="port director"), summary="It opens.")


def revised(text: str, new: Annotations = NEW) -> str:
    checked = revise(PATH, text, new)
    assert checked.value is not None, checked.diagnostics
    again = revise(PATH, checked.value.text, new)
    assert again.value == checked.value, "revise twice is not revise once"
    return checked.value.text


def edited(old: str, new: str) -> str:
    assert old in written()
    return written().replace(old, new)


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


def test_words_that_are_gone_are_an_error_where_the_key_is_a_persons():
    text = edited("confidence: 0.9", "confidence: 1.0").replace("We open on Friday,” Ana", "We open on Sunday,” Ana")
    (problem,) = decode(PATH, text).diagnostics
    assert problem.severity is Severity.ERROR
    assert problem.code == "quotation-not-in-body"
    line = text.split("\n")[problem.line - 1]
    assert problem.source == line
    assert line[problem.column - 1 : problem.column - 1 + problem.width] == '"We open on Friday,"'
    assert str(problem).startswith(f"{PATH}:{problem.line}:{problem.column}: error: ")


def test_words_that_are_gone_are_left_out_with_a_warning_where_the_key_is_the_machines():
    text = edited("We open on Friday,” Ana Ruiz", "We open on Sunday,” Ana Ruiz").replace("told the", "tells the")
    read = decode(PATH, text)
    assert [(d.severity, d.code) for d in read.diagnostics] == [
        (Severity.WARNING, "quotation-not-in-body"),
        (Severity.WARNING, "cue-not-in-body"),
    ]
    (quotation,) = read.value.annotations.quotations
    assert quotation.cue is None
    assert quotation.speaker == "li-wei"


def test_what_hangs_on_words_that_are_gone_is_not_known():
    text = written().replace("Ana Ruiz said on Tuesday", "Ana Lind said on Wednesday", 1)
    assert written() != text
    read = decode(PATH, text)
    assert not has_errors(read.diagnostics)
    assert read.value.annotations.quotations[0].speaker is None


def test_an_event_whose_expression_is_gone_has_no_date():
    text = edited("said on Tuesday", "said on Wednesday")
    read = decode(PATH, text)
    assert [d.code for d in read.diagnostics] == ["expression-not-in-body"]
    assert read.value.annotations.timeline[0].when is None


def test_a_machines_quotation_of_somebody_whom_the_editor_renamed_or_removed():
    renamed = edited("{key: ana-ruiz, name: Ana Ruiz", "{key: boss, name: Ana Ruiz")
    assert [q.speaker for q in decode(PATH, renamed).value.annotations.quotations] == ["boss", "li-wei"]
    removed = re.sub(r"  - \{key: li-wei.*\n", "", written())
    read = decode(PATH, removed)
    assert [(d.severity, d.code) for d in read.diagnostics] == [(Severity.WARNING, "speaker-unknown")]
    assert [q.speaker for q in read.value.annotations.quotations] == ["ana-ruiz", None]
    assert decode(PATH, revised(removed)).diagnostics == ()


def test_speakers_that_edited_quotations_name_stay_known():
    text = edited("confidence: 0.9", "confidence: 0.8")
    nobody = replace(NEW, speakers=(Speaker(key="ana-ruiz", name="Ana Maria Ruiz Lind"),), quotations=(), timeline=())
    after = decode(PATH, revised(text, nobody))
    assert after.diagnostics == ()
    assert [(s.key, s.name) for s in after.value.annotations.speakers] == [
        ("ana-ruiz-2", "Ana Maria Ruiz Lind"),
        ("ana-ruiz", "Ana Ruiz"),
        ("li-wei", "Li Wei"),
    ]


def test_a_speaker_keeps_the_key_of_the_name():
    text = revised(written())
    other = replace(
        NEW,
        speakers=(Speaker(key="a-ruiz", name="Ana Ruiz"), NEW.speakers[1]),
        quotations=(replace(NEW.quotations[0], speaker="a-ruiz"),),
        timeline=(),
    )
    after = decode(PATH, revised(text, other)).value.annotations
    assert after.speakers[0].key == after.quotations[0].speaker == "ana-ruiz"


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


_MACHINE = ("summary:", "speakers:", "quotations:", "timeline:", "extracted:")


def others(text: str) -> list[str]:
    """Return all lines but those of the machine's keys."""
    lines, is_machine, fences = [], False, 0
    for line in text.removeprefix("\ufeff").splitlines(keepends=True):
        fences += line.startswith("---")
        if not line.startswith(("  ", " ")) or fences > 1:
            is_machine = line.startswith(_MACHINE) and fences == 1
        if not is_machine:
            lines.append(line)
    return lines


MARGIN = st.sampled_from(
    ["# a comment\n", "\n", "# summary: x\n", "#\n", "topics: [a, b]\n", "corrections:\n  - {date: 2024, text: x}\n"]
)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_byte_outside_the_machines_keys_stays(data):
    entry = data.draw(
        entries().filter(lambda e: not re.search("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029\r]", e.article.body))
    )
    entry = replace(entry, topics=(), corrections=())
    lines = encode(entry).splitlines(keepends=True)
    end = lines.index("---\n", 1)
    starts = [i for i in range(1, end + 1) if not lines[i].startswith(" ")]
    inserts = data.draw(st.dictionaries(st.sampled_from(starts), MARGIN, max_size=4))
    text = "".join(inserts.get(i, "") + line for i, line in enumerate(lines))
    if text.count("topics:") + text.count("corrections:") != len(
        {"topics:", "corrections:"} & set(re.findall(r"^\w+:", text, re.MULTILINE))
    ):
        return
    if data.draw(st.booleans()):
        text = "\ufeff" + text.replace("\n", "\r\n")
    new = data.draw(annotations(entry.article.text)) if entry.article.text else Annotations(made_by="bbbb")
    assert ownership(text).kept == ()
    after = revised(text, new)
    assert others(after) == others(text)
    assert ownership(after) == replace(ownership(text), by=new.made_by, kept=())
    assert not has_errors(decode(PATH, after).diagnostics)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_revise_after_any_edit_of_a_machines_key(data):
    entry = data.draw(entries())
    lines = encode(entry).split("\n")
    end = lines.index("---", 1)
    number = data.draw(st.integers(1, end - 1))
    edit = data.draw(st.sampled_from(["delete", "comment", "twice", "words"]))
    changed = {
        "delete": [],
        "comment": ["  # x", lines[number]],
        "twice": [lines[number]] * 2,
        "words": [lines[number] + "x"],
    }
    text = "\n".join([*lines[:number], *changed[edit], *lines[number + 1 :]])
    new = data.draw(annotations(entry.article.text)) if entry.article.text else Annotations(made_by="bbbb")
    before = ownership(text)
    checked = revise(PATH, text, new)
    if checked.value is None:
        assert has_errors(checked.diagnostics)
        return
    assert checked.value.kept == before.kept
    assert revise(PATH, checked.value.text, new).value == checked.value
    assert ownership(checked.value.text).kept == before.kept


@settings(max_examples=60, deadline=None)
@given(st.lists(HARD, max_size=20).map(" ".join), st.booleans())
def test_a_body_alone_is_only_added_to(body, has_bom):
    text = ("\ufeff" if has_bom else "") + body
    checked = revise(PATH, text, Annotations(made_by="bbbb", summary="x"))
    if checked.value is not None:
        assert checked.value.text.endswith(text.removeprefix("\ufeff")) or body.lstrip(" \t\r\n").startswith("---")
