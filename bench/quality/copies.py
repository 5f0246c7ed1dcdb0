"""Edited copies of an article, as other agencies and sites print it: made with a random source, so that a seed makes the same again.

Numbers are kept. What is added to a copy is of our own invention.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random

Paragraphs = list[str]
Edit = Callable[[Paragraphs, Random], Paragraphs]

_SENTENCE_END = re.compile(r'(?<=[.!?])\s+(?=[A-Z"“])')
_KEPT = 2 / 3
_SWAPPED = 0.15
"""Share of the words of the table that a copy editor changes."""
_LONG = 160
"""Words from which on an added paragraph has two sentences."""

_SENTENCES = (
    "The announcement came a day before the council of Port Ellery meets to debate the matter for a third time this year.",
    "Analysts at Ellery Brook Partners, who follow the sector, had expected a decision of this kind before 14 June.",
    "Residents gathered outside the hall on Tuesday evening, and some 300 of them signed a letter that asks for more time.",
    "In a separate notice, the regional office said it would publish its own figures at the end of the month.",
    "Miriam Vale, who teaches economics at Ellery College, said the step was long overdue and would be watched elsewhere.",
)
_PLACES = ("PORT ELLERY", "LONDON", "NEW YORK", "HARBOUR CITY")
_AGENCIES = ("Coastal Wire", "NWA", "Ellery Press Service")
_BYLINES = ("By Ada Thornbury", "By Jonas Reed")
_TAILS = (
    "(Reporting by Ada Thornbury; Editing by Li Wei)",
    "Follow us for the latest on markets and politics.",
    "© Coastal Wire. All rights reserved.",
    "This story has been published from a wire agency feed without modifications to the text.",
    "Copyright NWA. This material may not be published, broadcast, rewritten or redistributed.",
)
_TITLE = "What to know: {}"
_SWAPS: Mapping[str, str] = {
    "said": "stated", "also": "additionally", "but": "however", "about": "around", "will": "is to", "would": "was to",
    "which": "that", "because": "since", "expected": "anticipated", "last": "past", "large": "big", "buy": "purchase",
    "whether": "if", "while": "as", "although": "though", "between": "among", "after": "following", "told": "informed",
    "rose": "climbed", "fell": "declined", "against": "versus", "company": "firm", "government": "administration",
    "agreement": "accord", "the": "a", "a": "one", "in": "within", "and": "as well as", "was": "had been",
}  # fmt: skip


def shortened(paragraphs: Paragraphs, random: Random) -> Paragraphs:
    """Leave out a third of the sentences: the last ones, or any but the first."""
    sentences = [(n, s) for n, paragraph in enumerate(paragraphs) for s in _SENTENCE_END.split(paragraph)]
    kept = max(1, round(len(sentences) * _KEPT))
    if random.random() < 0.5:
        chosen: Sequence[int] = range(kept)
    else:
        chosen = [0, *sorted(random.sample(range(1, len(sentences)), kept - 1))]
    whole: dict[int, list[str]] = {}
    for index in chosen:
        number, sentence = sentences[index]
        whole.setdefault(number, []).append(sentence)
    return [" ".join(parts) for parts in whole.values()]


def lengthened(paragraphs: Paragraphs, random: Random) -> Paragraphs:
    """Put a paragraph in, anywhere but first."""
    size = 2 if sum(len(p.split()) for p in paragraphs) >= _LONG else 1
    place = random.randrange(1, len(paragraphs) + 1)
    return [*paragraphs[:place], " ".join(random.sample(_SENTENCES, size)), *paragraphs[place:]]


def furnished(paragraphs: Paragraphs, random: Random) -> Paragraphs:
    """Print it as another agency: byline, dateline, what stands at its end."""
    dateline = (
        f"{random.choice(_PLACES)}, March {random.randrange(1, 29)} ({random.choice(_AGENCIES)}) - {paragraphs[0]}"
    )
    return [random.choice(_BYLINES), dateline, *paragraphs[1:], *random.sample(_TAILS, 2)]


def edited(paragraphs: Paragraphs, random: Random) -> Paragraphs:
    """Change words here and there; never a number."""
    return [" ".join(_swapped(word, random) for word in paragraph.split(" ")) for paragraph in paragraphs]


def _swapped(word: str, random: Random) -> str:
    return _SWAPS[word.lower()] if word.lower() in _SWAPS and random.random() < _SWAPPED else word


KINDS: Mapping[str, tuple[Edit, ...]] = {
    "retitled": (),
    "shortened": (shortened,),
    "a paragraph more": (lengthened,),
    "furniture": (furnished,),
    "edited": (edited,),
    "shortened, edited": (shortened, edited),
    "edited, furniture": (edited, furnished),
    "a paragraph more, furniture": (lengthened, furnished),
}
HARD: Mapping[str, tuple[Edit, ...]] = {
    "shortened, a paragraph more": (shortened, lengthened),
    "shortened, furniture": (shortened, furnished),
    "shortened, edited, a paragraph more, furniture": (shortened, edited, lengthened, furnished),
}
"""Of a short article little is left after these; told apart."""


def copy(title: str, text: str, edits: Sequence[Edit], random: Random) -> tuple[str, str]:
    """Return the title and the text of a copy."""
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s{2,}", text) if part.strip()]
    for edit in edits:
        paragraphs = edit(paragraphs, random)
    return _TITLE.format(title.title()), "\n\n".join(paragraphs)
