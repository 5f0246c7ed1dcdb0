"""By what are the words of a quotation known again in another article? Its words in, fingerprints of words in a row out."""

import re
from base64 import b64encode

from sitegen import fingerprint

_WORD = re.compile(r"[^\W_]+")
_IN_A_ROW = 5
_SHORTEST = 3
"""Words: fewer tell nothing ("no comment")."""
_MOST = 1000
"""Words that are read: hostile texts have a million."""
_DIGITS = 16
"""Hexadecimal; 64 bits keep all runs of a million quotations apart."""


def quotation_runs(words: str) -> str:
    """Return 8 bytes for each five words in a row, whatever their letters' case and marks, in base64; of three or four words, for all."""
    said = _WORD.findall(words.casefold())[:_MOST]
    if len(said) < _SHORTEST:
        return ""
    starts = range(max(1, len(said) - _IN_A_ROW + 1))
    runs = (fingerprint.of_text(" ".join(said[i : i + _IN_A_ROW]))[:_DIGITS] for i in starts)
    return b64encode(bytes.fromhex("".join(runs))).decode("ascii")
