"""Quotations and speakers, case by case, and what holds for any marks and any text."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.annotate.attribution import Statements, statements
from sitegen.annotate.language import load
from sitegen.annotate.quotation_marks import paragraphs, quoted
from sitegen.model.annotations import Manner, SpeakerKind

FOLDER = Path(__file__).parent.parent / "cases"
MARKS = st.text(alphabet="\"“”'‘’`«» \n.,ab", max_size=80)


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    quotations: tuple[str, ...]
    speakers: tuple[str, ...]


def cases() -> Iterator[Case]:
    for stage in ("quotations", "speakers"):
        for path in sorted((FOLDER / stage).glob("*.md")):
            _, *sections = path.read_text(encoding="utf-8").split("\n## ")
            for section in sections:
                name, _, rest = section.partition("\n")
                yield case(f"{path.stem}: {name}", rest.strip("\n").split("\n"))


def case(name: str, lines: list[str]) -> Case:
    first = next(i for i, line in enumerate(lines) if line.startswith(("- ", "@ ")))
    return Case(
        name=name,
        text="\n".join(lines[:first]).strip("\n"),
        quotations=tuple(line[2:] for line in lines[first:] if line.startswith("- ")),
        speakers=tuple(line[2:] for line in lines[first:] if line.startswith("@ ")),
    )


def told(found: Statements, text: str) -> tuple[str, ...]:
    names = {s.key: s.name for s in found.speakers}
    lines = tuple(
        " | ".join(
            (
                q.manner,
                names.get(q.speaker or "", "-"),
                q.cue.of(text) if q.cue else "-",
                " [..] ".join(" ".join(piece.of(text).split()) for piece in q.content),
            )
        )
        for q in found.quotations
    )
    return lines or ("nothing",)


def described(found: Statements) -> tuple[str, ...]:
    lines = tuple(f"{s.name} | {s.kind} | {s.role or '-'} | {s.affiliation or '-'}" for s in found.speakers)
    return lines or ("nobody",)


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_statements(case: Case) -> None:
    found = statements(load()(case.text))
    if case.quotations:
        assert told(found, case.text) == case.quotations
    if case.speakers:
        assert described(found) == case.speakers


@given(MARKS)
def test_quoted_stretches_are_ordered_and_within_the_text(text: str) -> None:
    at = 0
    for q in quoted(text):
        assert at <= q.outer.start <= q.inner.start < q.inner.end <= q.outer.end <= len(text)
        assert not q.inner.of(text)[0].isspace()
        at = q.outer.end


@given(MARKS, MARKS)
def test_paragraphs_do_not_touch_each_other(one: str, other: str) -> None:
    alone = [q.inner.of(one) for q in quoted(one) if q.closed]
    both = f"{one.rstrip()}\n\nx {other.strip()}"
    assert [q.inner.of(both) for q in quoted(both) if q.closed][: len(alone)] == alone


@given(st.text(max_size=200))
def test_paragraphs_cover_every_word(text: str) -> None:
    kept = "".join(p.of(text) for p in paragraphs(text))
    assert sorted(kept.split()) == sorted(text.split()) or "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize("unit", ['"', "“", "”", "'", "‘a ", "''", "“a ”", '" ', "\n\n“a", "'a"])
def test_200_000_marks_are_paired_in_linear_time(unit: str) -> None:
    began = time.perf_counter()
    quoted(unit * 200_000)
    assert time.perf_counter() - began < 20


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="\"“”'‘’ \n.,:—", max_size=20), st.text(alphabet="\"“”'‘’ \n.,:—", max_size=20))
def test_spans_hold_whatever_marks_surround_a_report(before: str, after: str) -> None:
    text = f"{before}Maria Soto said the roof leaks.{after} “It leaks,” she said. According to him. {before}"
    found = statements(load()(text))
    keys = [s.key for s in found.speakers]
    assert len(set(keys)) == len(keys)
    assert all(0 <= m.start < m.end <= len(text) for s in found.speakers for m in s.mentions)
    for q in found.quotations:
        assert q.content
        assert all(0 <= p.start < p.end <= len(text) for p in q.content)
        assert all(a.end <= b.start for a, b in zip(q.content, q.content[1:], strict=False))
        assert q.speaker is None or q.speaker in keys
        assert 0 <= q.confidence <= 1


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", "said", "According to", ": “a”", "“a” said", "—", "He said"])
def test_scraps_do_no_harm(text: str) -> None:
    assert isinstance(statements(load()(text)), Statements)


def test_the_first_article_of_the_site() -> None:
    seed = (FOLDER.parent.parent / "seeds" / "000_0803f335cd7ceff2.txt").read_text(encoding="utf-8")
    text = "\n".join(
        line for line in seed.split("\n") if line not in {"Site icon News Snap Circle", "Exit mobile version"}
    ).strip()
    found = statements(load()(text))
    by_name = {s.name: s for s in found.speakers}
    assert set(by_name) == {"Dmitry Peskov", "Kremlin", "Russia"}
    assert by_name["Dmitry Peskov"].role == "Kremlin spokesperson; Putin’s Press Secretary"
    assert by_name["Dmitry Peskov"].affiliation == "Kremlin"
    assert by_name["Russia"].kind is SpeakerKind.STATE
    his = [q for q in found.quotations if q.speaker == "dmitry-peskov"]
    assert sum(q.manner is Manner.DIRECT for q in his) == 4
    assert len(his) >= 19
    assert all(q.speaker for q in found.quotations)
    assert not any("whether Modi" in piece.of(text) for q in found.quotations for piece in q.content)
