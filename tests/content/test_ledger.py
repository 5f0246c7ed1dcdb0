"""What was promised to readers is read back, whatever became of a line."""

import json

from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.ledger import read, write
from sitegen.model.ledger import Promise, Thing

PATH = "content/ledger.jsonl"
PROMISES = st.builds(Promise, thing=st.sampled_from(Thing), slug=st.text(min_size=1), article=st.text(), key=st.text())


@given(st.lists(PROMISES, unique=True))
def test_promises_are_read_back_in_their_order(promises):
    text = write(promises)
    assert read(PATH, text).value == tuple(promises)
    assert text.encode().decode() == text
    assert all(json.loads(line) for line in text.split("\n")[:-1])
    assert write(read(PATH, text).value) == text


def test_a_line_can_be_read_by_people():
    promise = Promise(thing=Thing.SPEAKER, slug="ana-ruiz", article="2024-harbour", key="ana")
    assert write([promise]) == '{"thing": "speaker", "slug": "ana-ruiz", "article": "2024-harbour", "key": "ana"}\n'


def test_damaged_lines_are_told_and_left_out():
    good = '{"thing": "topic", "slug": "harbour", "key": "harbour"}'
    lines = [
        good,
        "<<<<<<< ours",
        "",
        '{"thing": "topc", "slug": "x"}',
        '{"thing": "topic"}',
        "[" * 9999,
        '{"thing": 3}',
        good,
    ]
    found = read(PATH, "\n".join(lines))
    assert [promise.slug for promise in found.value] == ["harbour"]
    assert [(d.line, str(d.severity), d.code) for d in found.diagnostics] == [
        (line, "warning", "ledger-line") for line in (2, 4, 5, 6, 7)
    ]
    assert "did you mean topic?" in [d.hint for d in found.diagnostics]


@given(st.text())
def test_no_text_raises(text):
    read(PATH, text)


def test_windows_line_breaks_and_a_bom_are_read():
    text = "\ufeff" + write([Promise(thing=Thing.ARTICLE, slug="a", article="a")]).replace("\n", "\r\n")
    assert len(read(PATH, text).value) == 1
    assert read(PATH, text).diagnostics == ()
