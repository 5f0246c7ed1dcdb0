"""What link is told of an article's words: arrays as bytes, made where the language tools are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Impression(Protocol):
    """What an article is about, in numbers (little-endian; terms in ascending order)."""

    @property
    def vector(self) -> bytes:
        """int8: the direction of its meaning."""

    @property
    def terms(self) -> bytes:
        """uint32: hashes of its words and of pairs of neighbouring words."""

    @property
    def counts(self) -> bytes:
        """uint8: how often each term stands there."""

    @property
    def weights(self) -> bytes:
        """uint8: how much each word says by itself; 0: a pair of words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms of several articles, one after the other; the same index in all three arrays is the same term of an article."""

    rows: Ints
    """Ascending: the article."""
    hashes: NDArray[np.uint32]
    counts: Ints
    weights: Ints


def vectors(impressions: Sequence[Impression]) -> NDArray[np.int8]:
    """Return a row for each."""
    width = max((len(i.vector) for i in impressions), default=0)
    return np.frombuffer(b"".join(i.vector for i in impressions), np.int8).reshape(len(impressions), width)


def directions(impressions: Sequence[Impression]) -> Floats:
    """Return a row of length 1 for each; of length 0 where there were no words."""
    rows = vectors(impressions).astype(np.float64)
    lengths: Floats = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    return rows / np.maximum(lengths, 1.0)


def terms(impressions: Sequence[Impression]) -> Terms:
    """Return the terms of all."""
    many = [len(i.counts) for i in impressions]
    return Terms(
        rows=np.repeat(np.arange(len(impressions)), many),
        hashes=np.frombuffer(b"".join(i.terms for i in impressions), "<u4"),
        counts=np.frombuffer(b"".join(i.counts for i in impressions), np.uint8).astype(np.int64),
        weights=np.frombuffer(b"".join(i.weights for i in impressions), np.uint8).astype(np.int64),
    )


def most_telling(rows: Ints, weights: Floats, many: int) -> Ints:
    """Return where the heaviest entries of each row stand, so many of each at most, in the old order; the first of equals."""
    order = np.lexsort((-weights, rows))
    ranked = np.arange(len(rows)) - np.searchsorted(rows, rows, side="left")
    return np.sort(order[ranked < many])
