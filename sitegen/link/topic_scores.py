"""How well does each topic fit each article? Impressions of articles and of topics as an editor described them in, scores out.

Two questions, each answered by expectation and maximisation over the whole collection, from a start that the embeddings give: which of
the topics is it (a naive Bayes model of each topic's words, Nigam et al. 2000), and is it any of them (the same with one more class: none).
A score is the product, 0 to 1; nothing is drawn by lot, and the order of the articles does not matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sitegen.link.evidence import Evidence, evidence
from sitegen.link.impressions import Floats, Impression, directions

THRESHOLD = 0.5
"""An article takes a topic whose score is at least this."""

_DIGITS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trust:
    """How much each source of evidence counts."""

    start: float
    """The embeddings' similarities, or how far they stand out."""
    words: float
    """The words' log odds, averaged over an article."""
    size: float
    """How common the topic is in the collection, logarithm."""
    smoothing: float
    """Words of the whole collection in each topic's model, as a share of a topic's mean size."""


_WHICH = _Trust(start=4.0, words=5.0, size=1.0, smoothing=2.0)
_WHETHER = _Trust(start=1.0, words=6.0, size=0.7, smoothing=1.0)
_STANDS_OUT = 2.5
"""Spreads above the middle at which an article is as likely of a topic as of none."""
_ROUNDS = 10
_UNSEEN = 1e-4
_DOCUMENTS = 20.0
"""The size of an imagined collection behind every collection: a single article is judged by its similarities alone."""
_USUAL_MIDDLE, _USUAL_SPREAD, _USUAL = 0.07, 0.09, 30.0
"""Similarity of a topic to articles of other topics, where the collection is too small to tell, and as how many articles that counts."""


def topic_scores(articles: Sequence[Impression], topics: Sequence[Impression]) -> Floats:
    """Return a row for each article with the score of each topic, 0 to 1."""
    if not articles or not topics:
        return np.zeros((len(articles), len(topics)))
    order = sorted(range(len(articles)), key=lambda i: (articles[i].terms, articles[i].counts, articles[i].vector))
    ordered = [articles[i] for i in order]
    similar = directions(ordered) @ directions(topics).T
    words = evidence(ordered)
    none = np.full((len(ordered), 1), _STANDS_OUT)
    which = _settled(words, similar, _WHICH)
    whether = _settled(words, np.hstack((_standing_out(similar), none)), _WHETHER)
    scores = np.empty_like(similar)
    scores[order] = which * (1 - whether[:, -1:])
    return scores.round(_DIGITS)


def _standing_out(similar: Floats) -> Floats:
    """Return by how many spreads each article lies above the collection's middle for a topic."""
    many = len(similar)
    middle = np.median(similar, axis=0)
    spread = np.median(np.abs(similar - middle), axis=0) * 1.4826
    middle = (many * middle + _USUAL * _USUAL_MIDDLE) / (many + _USUAL)
    spread = (many * spread + _USUAL * _USUAL_SPREAD) / (many + _USUAL)
    result: Floats = (similar - middle) / spread
    return result


def _settled(words: Evidence, start: Floats, trust: _Trust) -> Floats:
    """Return the probability of each class for each article, after some rounds of learning words and judging by them."""
    start = trust.start * start
    found = _shares(start)
    for _ in range(_ROUNDS):
        odds = _log_odds(words, found, trust.smoothing)
        size = np.log((found.sum(axis=0) + _DOCUMENTS / found.shape[1]) / (len(found) + _DOCUMENTS))
        found = _shares(start + trust.words * words.of_articles(odds) + trust.size * size)
    return found


def _log_odds(words: Evidence, found: Floats, smoothing: float) -> Floats:
    """Return a row for each word: how much more often than in the whole collection it stands in each class, as logarithm."""
    common = words.common
    mass, classes = len(found), found.shape[1]
    background = (smoothing * mass / classes + _DOCUMENTS) * common[:, None]
    seen = words.of_words(found) + background + _UNSEEN
    odds: Floats = np.log(seen / seen.sum(axis=0)) - np.log(common + _UNSEEN / max(mass, 1))[:, None]
    return odds


def _shares(weights: Floats) -> Floats:
    """Return the rows as probabilities."""
    powers = np.exp(weights - weights.max(axis=1, keepdims=True))
    result: Floats = powers / powers.sum(axis=1, keepdims=True)
    return result
