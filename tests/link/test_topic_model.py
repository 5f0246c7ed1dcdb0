"""What is learned of topics from a sample, and applied to any article."""

import random

import numpy as np
import pytest

from sitegen.annotate.vectors import impression
from sitegen.link.topic_model import TopicModel, learned, unpacked
from sitegen.link.topic_scores import THRESHOLD, topic_scores

TOPICS = (
    impression("", "Sea and ports. Ships, ferries, harbours, cargo and sailors."),
    impression("", "Health. Hospitals, doctors, medicine, disease and vaccines."),
)
_SEA = (
    ("The ferry", "A cargo ship", "The freighter", "A tug"),
    ("left the harbour", "reached the port", "lost its anchor"),
)
_HEALTH = (
    ("The hospital", "A doctor", "The clinic", "A nurse"),
    ("treated the fever", "ordered vaccine", "saw patients"),
)
_TAILS = ("before dawn.", "as the crew of the night had asked.", "and nobody was surprised in Ellery.")


def _all(parts: tuple[tuple[str, ...], tuple[str, ...]]) -> list[str]:
    return [f"{who} {did} {tail}" for who in parts[0] for did in parts[1] for tail in _TAILS]


ARTICLES = tuple(impression("", text) for text in (*_all(_SEA), *_all(_HEALTH)))
MANY = len(ARTICLES)


@pytest.fixture(scope="module")
def model() -> TopicModel:
    return learned(ARTICLES, TOPICS)


def test_the_sample_is_judged_as_when_all_are_judged_together(model: TopicModel) -> None:
    together = topic_scores(ARTICLES, TOPICS)
    alone = model.scores(ARTICLES)
    assert np.abs(alone - together).max() < 0.03
    assert np.array_equal(alone >= THRESHOLD, together >= THRESHOLD)


def test_what_it_learned_of_half_holds_for_the_others() -> None:
    half = learned(ARTICLES[::2], TOPICS)
    assert half.scores(ARTICLES).argmax(axis=1).tolist() == [0] * (MANY // 2) + [1] * (MANY // 2)


def test_an_article_is_judged_alike_alone_and_among_others(model: TopicModel) -> None:
    alone = np.vstack([model.scores([article]) for article in ARTICLES])
    assert np.array_equal(alone, model.scores(ARTICLES))


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_sample_does_not_matter(model: TopicModel, seed: int) -> None:
    mixed = list(ARTICLES)
    random.Random(seed).shuffle(mixed)
    assert learned(mixed, TOPICS).packed() == model.packed()


def test_it_is_kept_as_a_line(model: TopicModel) -> None:
    line = model.packed()
    assert "\n" not in line
    assert unpacked(line).packed() == line
    assert np.array_equal(unpacked(line).scores(ARTICLES), model.scores(ARTICLES))


@pytest.mark.parametrize("sample", [0, 1, 2])
def test_of_a_tiny_sample_likeness_is_what_counts(sample: int) -> None:
    small = unpacked(learned(ARTICLES[:sample], TOPICS).packed())
    scores = small.scores(ARTICLES)
    assert scores.argmax(axis=1).tolist() == [0] * (MANY // 2) + [1] * (MANY // 2)


def test_nothing_in_nothing_out(model: TopicModel) -> None:
    assert model.scores(()).shape == (0, 2)
    assert learned(ARTICLES, ()).scores(ARTICLES).shape == (MANY, 0)
    assert unpacked(learned((), ()).packed()).scores(ARTICLES).shape == (MANY, 0)


@pytest.mark.parametrize("text", ["", "… 12 !", "“" * 100_000, "word " * 50_000])
def test_an_article_without_words_of_its_own_takes_no_topic(model: TopicModel, text: str) -> None:
    assert model.scores([impression("", text)]).max() < THRESHOLD


def test_only_the_most_telling_of_many_words_count(model: TopicModel) -> None:
    long = impression("", " ".join((*_all(_SEA), *(f"word{i}" for i in range(900)))))
    assert model.scores([long]).argmax() == 0
