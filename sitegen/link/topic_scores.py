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
class Trust:
    """How much each source of evidence counts."""

    start: float
    """The embeddings' similarities, or how far they stand out."""
    words: float
    """The words' log odds, averaged over an article."""
    size: float
    """How common the topic is in the collection, logarithm."""
    smoothing: float
    """Words of the whole collection in each topic's model, as a share of a topic's mean size."""


WHICH = Trust(start=4.0, words=5.0, size=1.0, smoothing=2.0)
WHETHER = Trust(start=1.0, words=6.0, size=0.7, smoothing=1.0)
STANDS_OUT = 2.5
"""Spreads above the middle at which an article is as likely of a topic as of none."""
_ROUNDS = 10
_UNSEEN = 1e-4
_DOCUMENTS = 20.0
"""The size of an imagined collection behind every collection: a single article is judged by its similarities alone."""
_USUAL_MIDDLE, _USUAL_SPREAD, _USUAL = 0.07, 0.09, 30.0
"""Similarity of a topic to articles of other topics, where the collection is too small to tell, and as how many articles that counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Middle:
    """How similar a topic is to articles in general; by topic."""

    at: Floats
    spread: Floats

    def standing_out(self, similar: Floats) -> Floats:
        """Return by how many spreads each article lies above the middle, and a last column: none of the topics."""
        none = np.full((len(similar), 1), STANDS_OUT)
        return np.hstack(((similar - self.at) / self.spread, none))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a collection says, after some rounds of learning words and judging by them."""

    shares: Floats
    """A row for each article: the probability of each class."""
    odds: Floats
    """A row for each word: how much more often than in the whole collection it stands in each class, as logarithm."""
    size: Floats
    """The share of each class, as logarithm."""


def topic_scores(articles: Sequence[Impression], topics: Sequence[Impression]) -> Floats:
    """Return a row for each article with the score of each topic, 0 to 1."""
    if not articles or not topics:
        return np.zeros((len(articles), len(topics)))
    order = sorted(range(len(articles)), key=lambda i: (articles[i].terms, articles[i].counts, articles[i].vector))
    ordered = [articles[i] for i in order]
    similar = directions(ordered) @ directions(topics).T
    words = evidence(ordered)
    which = settled(words, similar, WHICH)
    whether = settled(words, middle(similar).standing_out(similar), WHETHER)
    scores = np.empty_like(similar)
    scores[order] = combined(which.shares, whether.shares)
    return scores


def combined(which: Floats, whether: Floats) -> Floats:
    """Return the scores: it is this topic rather than another, and it is one of them."""
    scores: Floats = (which * (1 - whether[:, -1:])).round(_DIGITS)
    return scores


def middle(similar: Floats) -> Middle:
    """Return each topic's middle in a collection; a small one tells little of it."""
    many, topics = similar.shape
    at = np.median(similar, axis=0) if many else np.zeros(topics)
    spread = np.median(np.abs(similar - at), axis=0) * 1.4826 if many else np.zeros(topics)
    return Middle(
        at=(many * at + _USUAL * _USUAL_MIDDLE) / (many + _USUAL),
        spread=(many * spread + _USUAL * _USUAL_SPREAD) / (many + _USUAL),
    )


def settled(words: Evidence, start: Floats, trust: Trust) -> Settled:
    """Return what the collection says of each class, from where the embeddings start."""
    found = shares(trust.start * start)
    for _ in range(_ROUNDS):
        odds = _log_odds(words, found, trust.smoothing)
        size = np.log((found.sum(axis=0) + _DOCUMENTS / found.shape[1]) / (len(found) + _DOCUMENTS))
        found = shares(trust.start * start + trust.words * words.of_articles(odds) + trust.size * size)
    return Settled(shares=found, odds=odds, size=size)


def _log_odds(words: Evidence, found: Floats, smoothing: float) -> Floats:
    """Return a row for each word: how much more often than in the whole collection it stands in each class, as logarithm."""
    common = words.common
    mass, classes = len(found), found.shape[1]
    background = (smoothing * mass / classes + _DOCUMENTS) * common[:, None]
    seen = words.of_words(found) + background + _UNSEEN
    odds: Floats = np.log(seen / seen.sum(axis=0)) - np.log(common + _UNSEEN / max(mass, 1))[:, None]
    return odds


def shares(weights: Floats) -> Floats:
    """Return the rows as probabilities."""
    powers = np.exp(weights - weights.max(axis=1, keepdims=True))
    result: Floats = powers / powers.sum(axis=1, keepdims=True)
    return result
