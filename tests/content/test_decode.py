"""What is made of a content file that a person wrote: tests/cases/content/decode_*.md."""

import pytest

from sitegen.content.codec import decode
from sitegen.content.codes import CODES
from tests.content.cases import Case, cases, shown


@pytest.mark.parametrize("case", list(cases("decode_*.md")), ids=lambda case: case.name)
def test_a_content_file(case: Case) -> None:
    read = decode("content/the-harbour-vote.md", case.text)
    found = [f"{d.severity} {d.line}:{d.column} {d.code}: {d.message} {d.hint}" for d in read.diagnostics]
    assert len(found) == len(case.findings), found
    for wanted, is_so in zip(case.findings, found, strict=True):
        place, _, words = wanted.partition(": ")
        assert is_so.startswith(f"{place}: "), found
        assert words in is_so
    assert all(d.code in CODES for d in read.diagnostics)
    if case.facts == (("nothing", ""),):
        assert read.value is None
        return
    facts = shown(read.value) if read.value else {}
    assert {key: facts.get(key) for key, _ in case.facts} == dict(case.facts)
