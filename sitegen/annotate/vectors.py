"""What is an article about, in numbers? Title and text in, out a small vector of its meaning and the words that carry it, for link.

The embeddings are WordLlama's: static, 256 numbers for a piece of a word. They are read from the files in its wheel; nothing is
ever downloaded, and neither wordllama nor torch is imported.
"""

import re
from base64 import b64encode
from binascii import a2b_base64
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata
from importlib.util import find_spec
from itertools import pairwise
from math import log
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_WEIGHTS = "weights/l2_supercat_256.safetensors"
_TOKENIZER = "tokenizers/l2_supercat_tokenizer_config.json"

SCALE = 200
"""A component of a unit vector is kept as a whole number of 1/200: sums of products of such numbers are exact in any order."""
_WEIGHT_SCALE = 4
_MOST_WORDS = 1000
"""Words of a text that are read: its beginning says what it is about, and hostile texts have a million."""
_MOST_CHARACTERS = 20_000
_LEAD_WORDS = 60
_LEAD_CHARACTERS = 2000
_LONGEST = 40
_TITLE = 3
"""How many times a word of the title counts."""
_SHORTEST_PLURAL = 4
_NO_WORD = 0
_PAIR = 0x9E3779B1
_ALL_BITS = 0xFFFFFFFF

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_EMPTY = frozenset(
    """
    a about after all also am an and any are as at be been before being both but by can could did do does doing down
    during each few for from further had has have having he her here hers him his how i if in into is it its itself
    just may me might more most must my new no nor not now of off on once only or other our out over own said same say
    saying says she should so some such than that the their theirs them then there these they this those through to too
    under until up us very was we were what when where which while who whom why will with would you your
    """.split()
)
"""Words without a subject of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Impression:
    """What an article is about; arrays as bytes, little-endian, terms in ascending order."""

    vector: bytes
    """256 of int8: the direction of its meaning, in units of 1/SCALE; all zero: no words."""
    terms: bytes
    """uint32: hashes of its words and of pairs of neighbouring words."""
    counts: bytes
    """uint8: how often each term stands there, the title counted more."""
    weights: bytes
    """uint8: how much each word says by itself; 0: a pair of words."""

    def packed(self) -> str:
        """Return it as one line of text, for what is remembered between runs."""
        return " ".join(b64encode(part).decode() for part in (self.vector, self.terms, self.counts, self.weights))


def unpacked(line: str) -> Impression:
    """Return what packed() wrote."""
    vector, terms, counts, weights = map(a2b_base64, line.split(" "))
    return Impression(vector=vector, terms=terms, counts=counts, weights=weights)


def version() -> str:
    """Return what impressions depend on besides this code, without loading it."""
    return f"wordllama {metadata.version('wordllama')} {_WEIGHTS}"


def impression(title: str, text: str) -> Impression:
    """Return what an article is about."""
    known: dict[int, _Word] = {}
    words: Counter[int] = Counter()
    pairs: Counter[tuple[int, int]] = Counter()
    for part, times in ((title, _TITLE), (text[:_MOST_CHARACTERS], 1)):
        run = [_word(found[:_LONGEST]) for found in _WORD.findall(part)[:_MOST_WORDS]]
        known.update((word.hash, word) for word in run if word)
        hashes = [word.hash if word else _NO_WORD for word in run]
        for _ in range(times):
            words.update(hashes)
            pairs.update(pairwise(hashes))
    del words[_NO_WORD]
    terms = {h: (count, known[h].weight) for h, count in words.items()}
    for (before, after), count in pairs.items():
        if _NO_WORD not in {before, after}:
            terms.setdefault((before * _PAIR + after) & _ALL_BITS, (count, 0))
    return _impression(terms, _direction([(known[h], count) for h, count in sorted(words.items())]))


def impression_of_lead(title: str, text: str) -> Impression:
    """Return what the happening is that an article tells: its title and first words say so, the rest is background."""
    return impression(title, " ".join(text[:_LEAD_CHARACTERS].split()[:_LEAD_WORDS]))


def _impression(terms: dict[int, tuple[int, int]], direction: bytes) -> Impression:
    ordered = sorted(terms)
    return Impression(
        vector=direction,
        terms=np.array(ordered, "<u4").tobytes(),
        counts=bytes([min(terms[t][0], 255) for t in ordered]),
        weights=bytes([terms[t][1] for t in ordered]),
    )


@dataclass(frozen=True, slots=True)
class _Word:
    """A word in the singular and in lower case."""

    hash: int
    weight: int
    pieces: tuple[int, ...]
    """Rows of the embeddings, at least one."""


@lru_cache(maxsize=1 << 16)
def _word(found: str) -> _Word | None:
    """Return what is known of a word as it stands in a text; None: it has no subject of its own."""
    word = found.casefold().replace("’", "'").removesuffix("'s").rstrip("'-")
    return None if not word or word in _EMPTY else _single(_singular(word))


@lru_cache(maxsize=1 << 16)
def _single(word: str) -> _Word:
    pieces = tuple(_tokenizer().encode(word, add_special_tokens=False).ids) or (0,)
    length = float(np.linalg.norm(_embeddings()[list(pieces)].astype(np.float32).sum(axis=0)))
    return _Word(crc32(word.encode("utf-8", "replace")), max(1, min(255, round(length * _WEIGHT_SCALE))), pieces)


def _singular(word: str) -> str:
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") and len(word) > _SHORTEST_PLURAL + 1 else word[:-1]


def _direction(words: "list[tuple[_Word, int]]") -> bytes:
    """Return the direction of the sum of the words' embeddings; what stands there often counts less each time."""
    pieces = [piece for word, _ in words for piece in word.pieces]
    often = [1 + log(count) for word, count in words for _ in word.pieces]
    summed = np.array(often, np.float64) @ _embeddings()[np.array(pieces, np.int64)].astype(np.float64)
    length = float(np.linalg.norm(summed)) or 1.0
    return np.clip(np.rint(summed / length * SCALE), -127, 127).astype("i1").tobytes()


def _file(name: str) -> str:
    """Return where a file of wordllama's wheel is, without importing it."""
    spec = find_spec("wordllama")
    if spec is None or not spec.submodule_search_locations:
        message = "wordllama is not installed"
        raise OSError(message)
    return str(Path(spec.submodule_search_locations[0]) / name)


@lru_cache(maxsize=1)
def _embeddings() -> NDArray[np.floating]:
    from safetensors.numpy import load_file  # noqa: PLC0415 - only where something is embedded

    return next(iter(load_file(_file(_WEIGHTS)).values()))


@lru_cache(maxsize=1)
def _tokenizer() -> "Tokenizer":
    from tokenizers import Tokenizer  # noqa: PLC0415 - only where something is embedded

    return Tokenizer.from_file(_file(_TOKENIZER))
