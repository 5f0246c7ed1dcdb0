"""Topics by meaning: scores from 0 to 1, whatever the order and however few the articles."""

import random
import subprocess
import sys

import numpy as np
import pytest

from sitegen.annotate.vectors import Impression, impression, impression_of_lead, unpacked, version
from sitegen.link.topic_scores import THRESHOLD, topic_scores

TOPICS = (
    impression("", "Sea and ports. Ships, ferries, harbours, cargo and sailors."),
    impression("", "Health. Hospitals, doctors, medicine, disease and vaccines."),
)
SEA = (
    "The ferry to the islands stays in the harbour until the storm has passed, the port's master said.",
    "Two cargo ships collided off the lighthouse; the sailors were taken ashore by a tug.",
    "Dock workers unloaded the freighter overnight although the crane had failed.",
    "The port of Ellery will deepen its harbour so that larger ships can call.",
)
HEALTH = (
    "The county hospital opened a ward for patients with the new fever, and doctors asked for calm.",
    "Nurses began to vaccinate children against measles in the village clinic.",
    "A medicine that lowers blood pressure was withdrawn after patients fell ill.",
    "Doctors warned that the disease spreads in crowded waiting rooms.",
)
ARTICLES = tuple(impression("", text) for text in (*SEA, *HEALTH))


def test_each_article_has_its_topic_first() -> None:
    assert topic_scores(ARTICLES, TOPICS).argmax(axis=1).tolist() == [0] * 4 + [1] * 4


def test_scores_are_shares_and_reach_the_threshold() -> None:
    scores = topic_scores(ARTICLES, TOPICS)
    assert scores.min() >= 0
    assert scores.max() <= 1
    assert scores.max() >= THRESHOLD


@pytest.mark.parametrize("seed", range(5))
def test_the_order_does_not_matter(seed: int) -> None:
    order = list(range(len(ARTICLES)))
    random.Random(seed).shuffle(order)
    assert np.array_equal(topic_scores([ARTICLES[i] for i in order], TOPICS), topic_scores(ARTICLES, TOPICS)[order])


@pytest.mark.parametrize("number", range(8))
def test_a_single_article_is_judged_by_its_likeness(number: int) -> None:
    assert topic_scores(ARTICLES[number : number + 1], TOPICS).argmax() == number // 4


def test_an_article_without_words_takes_no_topic() -> None:
    assert topic_scores((impression("", "… 12 !"), *ARTICLES), TOPICS)[0].max() < THRESHOLD


def test_a_single_topic_is_not_everything() -> None:
    scores = topic_scores(ARTICLES, TOPICS[:1])[:, 0]
    assert scores[:4].min() > scores[4:].max()
    assert scores[4:].max() < THRESHOLD


def test_nothing_in_nothing_out() -> None:
    assert topic_scores((), TOPICS).shape == (0, 2)
    assert topic_scores(ARTICLES, ()).shape == (8, 0)


def test_an_impression_is_kept_as_a_line() -> None:
    kept = ARTICLES[0].packed()
    assert "\n" not in kept
    assert unpacked(kept) == ARTICLES[0]
    assert "wordllama" in version()


@pytest.mark.parametrize("text", ["“" * 200_000, "a" * 200_000, "word " * 100_000, "\ud800 lone", "水 火 " * 10])
def test_hostile_texts_are_read_too(text: str) -> None:
    assert isinstance(impression(text, text), Impression)
    assert isinstance(impression_of_lead("", text), Impression)


def test_nothing_heavy_is_imported_before_something_is_embedded() -> None:
    heavy = "{'wordllama', 'tokenizers', 'safetensors', 'huggingface_hub', 'requests', 'torch', 'scipy'}"
    code = f"import sys, sitegen.annotate.vectors, sitegen.link.topic_scores, sitegen.link.stories; print({heavy} & {{*sys.modules}})"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"


def test_nothing_that_could_download_is_imported_even_then() -> None:
    code = "import sys; from sitegen.annotate.vectors import impression; impression('', 'harbour'); print({'wordllama', 'requests', 'torch'} & {*sys.modules})"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"
