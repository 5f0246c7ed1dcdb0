"""Words in any script -> a part of an address: lower-case ASCII letters, digits and hyphens, never empty."""

from slugify import slugify

from sitegen import fingerprint

LENGTH = 80
_RESERVED = frozenset({"con", "prn", "aux", "nul", "page", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))})
"""Names of devices on Windows, and of our own folders."""


def slug(words: str) -> str:
    """Return the slug of some words; of words without any letter or digit, a short fingerprint."""
    made = slugify(words, max_length=LENGTH, word_boundary=True)
    if not made:
        return "x-" + fingerprint.of_text(words)[:8]
    return made + "-x" if made in _RESERVED else made


def unique(words: str, taken: set[str]) -> str:
    """Return a slug that is not yet taken, numbered from 2 where it must be, and take it."""
    base = slug(words)
    made, number = base, 2
    while made in taken:
        made, number = f"{base}-{number}", number + 1
    taken.add(made)
    return made
