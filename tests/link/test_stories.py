"""Stories do not depend on the order of articles, nor on which of them came first."""

from dataclasses import dataclass
from zlib import crc32

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.annotate.vectors import impression_of_lead
from sitegen.link.likeness import Told
from sitegen.link.stories import added, stories, without
from sitegen.link.story_time import minutes

WORDS = "harbour bridge mayor strike ferry council orchard flood tram museum".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """An impression without language tools: each word has a direction of its own."""

    vector: bytes
    terms: bytes
    counts: bytes
    weights: bytes


def words(chosen: tuple[str, ...]) -> Words:
    known = sorted({crc32(w.encode()) for w in chosen})
    direction = sum((np.random.default_rng(h).normal(size=256) for h in known), np.zeros(256))
    length = float(np.linalg.norm(direction)) or 1.0
    return Words(
        vector=np.rint(direction / length * 200).clip(-127, 127).astype("i1").tobytes(),
        terms=np.array(known, "<u4").tobytes(),
        counts=bytes([1] * len(known)),
        weights=bytes([20 + h % 40 for h in known]),
    )


@st.composite
def articles(draw: st.DrawFn) -> list[Told]:
    made = []
    for number in range(draw(st.integers(0, 14))):
        chosen = tuple(draw(st.lists(st.sampled_from(WORDS), max_size=4)))
        at = draw(st.integers(0, 5 * 24)) * 60
        lasts = draw(st.sampled_from((0, 24 * 60 - 1)))
        made.append(Told(id=f"a{number}", impression=words(chosen), earliest=at, latest=at + lasts))
    return made


@settings(max_examples=60, deadline=None)
@given(articles(), st.randoms(use_true_random=False))
def test_the_order_does_not_matter(given_articles: list[Told], chance: object) -> None:
    shuffled = list(given_articles)
    chance.shuffle(shuffled)  # type: ignore[attr-defined] # Hypothesis' Random
    assert stories(shuffled).groups == stories(given_articles).groups


@settings(max_examples=60, deadline=None)
@given(articles(), st.lists(st.integers(0, 13), max_size=3))
def test_adding_in_parts_gives_the_same(given_articles: list[Told], cuts: list[int]) -> None:
    known = stories(())
    start = 0
    for cut in sorted({*cuts, len(given_articles)}):
        known = added(known, given_articles[start:cut])
        start = max(start, cut)
    assert known.groups == stories(given_articles).groups


@settings(max_examples=60, deadline=None)
@given(articles(), st.sets(st.integers(0, 13)))
def test_removing_undoes_what_an_article_brought(given_articles: list[Told], numbers: set[int]) -> None:
    ids = {f"a{n}" for n in numbers}
    left = [a for a in given_articles if a.id not in ids]
    assert without(stories(given_articles), ids).groups == stories(left).groups


def test_one_among_many_is_the_same_as_all_at_once() -> None:
    many = [
        Told(id=f"{n:04}", impression=words((WORDS[n % 10], WORDS[n * 7 % 10])), earliest=n * 20, latest=n * 20)
        for n in range(700)
    ]
    assert added(stories(many[:333] + many[334:]), [many[333]]).groups == stories(many).groups


def test_no_articles() -> None:
    assert stories(()).groups == ()


def told(number: int, published: str | None, title: str) -> Told:
    earliest, latest = minutes(published)
    return Told(id=f"a{number}", impression=impression_of_lead(title, ""), earliest=earliest, latest=latest)


def test_the_same_happening_in_other_words_is_one_story() -> None:
    found = stories(
        (
            told(1, "2025-03-12T08:00:00Z", "Port Ellery mayor opens new swing bridge"),
            told(2, "2025-03-12T10:00:00Z", "New swing bridge in Port Ellery opened by mayor"),
            told(3, "2025-03-12T09:00:00Z", "Orchard growers fear late frost"),
        )
    )
    assert found.groups == (("a1", "a2"), ("a3",))


def test_the_same_words_weeks_later_are_another_story() -> None:
    title = "Port Ellery mayor opens new swing bridge"
    found = stories((told(1, "2025-03-12", title), told(2, "2025-04-20", title)))
    assert found.groups == (("a1",), ("a2",))


def test_what_has_no_date_is_never_in_a_story_with_what_has() -> None:
    title = "Port Ellery mayor opens new swing bridge"
    found = stories((told(1, "2025-03-12", title), told(2, None, title), told(3, "2025", title)))
    assert set(found.groups) == {("a1",), ("a2", "a3")}
