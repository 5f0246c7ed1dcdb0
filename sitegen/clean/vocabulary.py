"""Lists of words in one form: written as a text, read as a set."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text, parted by white space."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of a text, parted by bars or line ends."""
    return frozenset(p for line in text.split("\n") for part in line.split("|") if (p := part.strip()))
