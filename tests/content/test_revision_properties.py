"""What revise leaves alone, whatever the entry and the edit."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.content.codec import decode, encode
from sitegen.content.revision import ownership, revise
from sitegen.model.annotations import Annotations
from sitegen.model.diagnostic import has_errors
from tests.content.harbour import PATH, revised
from tests.content.strategies import HARD, annotations, entries

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
