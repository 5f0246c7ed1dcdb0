"""Whose words is a passage that has no cue of its own? Lets the speaker of the passage before go on."""

from sitegen.annotate.passages import Attribution, Place, is_sentence, is_title
from sitegen.annotate.reading import Passage, Reading

_STOPS = frozenset(".!?;")
_TITLES = 3
"""Names of works that may stand between two passages of one speaker."""


def going_on(r: Reading, n: int, found: dict[int, Attribution]) -> Attribution | None:
    """Let the speaker of the passage before go on, in the same paragraph or in the next one."""
    last = n - 1
    while (
        last > max(0, n - _TITLES)
        and last not in found
        and r.passages[last].paragraph == r.passages[n].paragraph
        and is_title(r, r.passages[last])
    ):
        last -= 1
    before = found.get(last)
    if before is None or not is_sentence(r, r.passages[n]):
        return None
    place = _how_it_goes_on(r, r.passages[last], r.passages[n])
    if place is None:
        return None
    return Attribution(passage=n, place=place, verb=before.verb, source=before.source, of=last)


def _how_it_goes_on(r: Reading, previous: Passage, passage: Passage) -> Place | None:
    between = range(previous.after, passage.first)
    if previous.paragraph == passage.paragraph:
        return Place.CONTINUED if _after_one_sentence(r, between) else None
    if passage.paragraph != previous.paragraph + 1 or not fills_paragraph(r, passage):
        return None
    if not previous.quoted.closed and not any(r.words[i][0].isalnum() for i in between):
        return Place.PARAGRAPH
    return Place.MONOLOGUE if _after_one_sentence(r, between) else None


def fills_paragraph(r: Reading, passage: Passage) -> bool:
    """Say whether a paragraph begins with the passage and has no words after it."""
    first, end = passage.first - 1, passage.after
    while end < len(r) and r.paragraph[end] == passage.paragraph and not r.words[end][0].isalnum():
        end += 1
    ends = end == len(r) or r.paragraph[end] != passage.paragraph or not passage.quoted.closed
    return ends and (first <= 0 or not r.words[first - 1].strip() or r.paragraph[first - 1] != passage.paragraph)


def _after_one_sentence(r: Reading, between: range) -> bool:
    """Say whether at most the rest of one sentence stands between two passages."""
    stops = [i for i in between if r.words[i] in {".", "!", "?"} and r.pos[i] == "PUNCT"]
    words = (i for i in reversed(between) if r.words[i][0].isalnum() or r.words[i] in _STOPS or r.words[i] == ",")
    last = next(words, None)
    return last is None or (len(stops) <= 1 and r.words[last] in _STOPS)
