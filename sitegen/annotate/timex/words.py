"""How a table of words is written: one string, words apart by blanks."""


def listed(words: str) -> frozenset[str]:
    """Return the words of a string."""
    return frozenset(words.split())
