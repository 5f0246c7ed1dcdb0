"""Which words before a name are the title? Takes in the organisation that the title belongs to."""

from collections.abc import Iterator

from sitegen.annotate import cues
from sitegen.annotate.mentions import Mention, is_fold
from sitegen.annotate.reading import Reading

MAX_ROLE = 12
"""Tokens of a role."""
PLACES = frozenset({"ORG", "GPE", "FAC"})
"""Kinds of names that can be an affiliation."""
_SHORT = 4
"""Letters of an abbreviation ("Sen .")."""
_HEARERS = frozenset(
    {
        "reuters",
        "afp",
        "reporters",
        "journalists",
        "conference",
        "briefing",
        "parliament",
        "newspaper",
        "interview",
        "today",
    }
)
"""Words before a title that belong to what was said before ("told Reuters Finance Secretary …")."""


def before_name(r: Reading, mention: Mention) -> Iterator[tuple[int, int, int]]:
    """Yield the title before a name ("Kremlin spokesperson Dmitry Peskov", "Secretary of State Ada Holt")."""
    stop = mention.first
    while stop > 0 and (r.lower[stop - 1] in cues.HONORIFICS - cues.ROLES or is_fold(r, stop - 1)):
        stop -= 1
    start = _start_of_title(r, stop)
    if start < stop and not any(is_role(r, i) for i in range(start, stop)):
        start, head = _office_before(r, start)
        if head is not None:
            yield start, stop, head
        return
    if start < stop and is_role(r, stop - 1):
        yield start, stop, stop - 1


def _start_of_title(r: Reading, stop: int) -> int:
    """Return the first token of the words that stand before a name as its title."""
    start = stop
    while (
        start > max(0, stop - MAX_ROLE)
        and _is_title_word(r, start - 1)
        and not _ends_another_phrase(r, start)
        and r.sentence[start - 1] == r.sentence[stop]
    ):
        start -= 1
    start = _with_whole_name(r, start, stop)
    heard = [i for i in range(start, stop) if r.lower[i] in _HEARERS]
    start = heard[-1] + 1 if heard else start
    while start < stop and not _can_begin(r, start):
        start += 1
    return start


def _ends_another_phrase(r: Reading, start: int) -> bool:
    """Say whether a noun before "Norway's" or "EC" belongs to what was said before ("this morning Norway's minister")."""
    before = start - 1
    common = r.pos[before] == "NOUN" and r.words[before].islower() and not is_role(r, before)
    return common and r.entity[start] in PLACES and r.words[start][0].isupper() and not r.entity[before]


def _with_whole_name(r: Reading, start: int, stop: int) -> int:
    """Take in the rest of an organisation's name ("Bank of Japan governor"), or leave out what is only its end."""
    first = _name_around(r, start)
    torn = first == start > 1 and r.lower[start - 1] in {"and", "&"} and r.entity[start - 2] in PLACES
    if torn and r.entity[start] in PLACES:
        return next((i for i in range(start, stop) if r.words[i].islower()), stop - 1)
    return first


def _name_around(r: Reading, start: int) -> int:
    """Return where the organisation's name that a token goes on with begins."""
    first = start
    while first > 0 and start - first < MAX_ROLE and r.entity[first - 1] == r.entity[start] and _goes_on_with(r, first):
        first -= 1
    return first


def _goes_on_with(r: Reading, i: int) -> bool:
    return r.entity[i] == "ORG" and r.sentence[i - 1] == r.sentence[i]


def _office_before(r: Reading, start: int) -> tuple[int, int | None]:
    """Find "Secretary of" before "State", "Chancellor of the" before "Exchequer"."""
    of = start - 2 if r.lower[start - 1] == "the" else start - 1
    if of < 1 or r.lower[of] != "of" or not is_role(r, of - 1) or r.sentence[of] != r.sentence[start]:
        return start, None
    return _start_of_title(r, of), of - 1


def _is_title_word(r: Reading, i: int) -> bool:
    if is_fold(r, i):
        return True
    word = r.words[i]
    plain = r.pos[i] in {"NOUN", "PROPN", "ADJ"} or (r.tag[i] in {"VBG", "VBN"} and r.dep[i] in {"amod", "compound"})
    if plain and word[0].isalnum():
        return r.entity[i] not in {"DATE", "TIME", "PERSON"} or is_role(r, i)
    return _is_mark_in_title(r, i)


def _is_mark_in_title(r: Reading, i: int) -> bool:
    word = r.words[i]
    if i == 0 or not r.words[i - 1][0].isalpha():
        return False
    if word == "-":
        return r.ends[i - 1] == r.starts[i]
    return word in {"'s", "’s", "."} and not (word == "." and len(r.words[i - 1]) > _SHORT)


def _can_begin(r: Reading, i: int) -> bool:
    return r.words[i][0].isalnum() and r.lower[i] not in cues.HONORIFICS


def is_role(r: Reading, i: int) -> bool:
    """Say whether a token names what somebody does or is."""
    word = r.lemma[i].rstrip(".") if r.pos[i] == "NOUN" else r.lower[i].rstrip(".")
    return word in cues.ROLES or any(word.endswith(end) for end in ("person", "woman", "man", "ist", "secretary"))
