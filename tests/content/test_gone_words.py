"""What becomes of items whose words or speakers are no longer there: an error for a person, a loss for the machine."""

import re
from dataclasses import replace

from sitegen.content.codec import decode
from sitegen.model.annotations import Speaker
from sitegen.model.diagnostic import Severity, has_errors
from tests.content.harbour import NEW, PATH, edited, revised, written


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
