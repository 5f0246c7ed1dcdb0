"""What role and affiliation does an article give a person? Reads titles before names, appositions and "who is the …"."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.annotate import cues
from sitegen.annotate.clauses import Range, child, children, noun_phrase
from sitegen.annotate.mentions import Mention, is_fold
from sitegen.annotate.people import Person
from sitegen.annotate.reading import Reading

_MAX_ROLE = 12
_MAX_ROLES = 2
_WHERE = frozenset({"of", "for", "at", "with", "from", "in"})
_MODIFIERS = ("compound", "amod", "nmod", "poss", "nummod")
_PLACES = frozenset({"ORG", "GPE", "FAC"})
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its", "my", "our"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role as said in the article."""

    words: str
    head: str
    """Lemma of the noun that names it."""
    affiliation: str | None


def roles(r: Reading, person: Person) -> tuple[Role, ...]:
    """Return the distinct roles of a person in the order in which the article gives them."""
    out: dict[str, Role] = {}
    for mention in person.mentions:
        head = _head(r, mention)
        for found in (*_before_name(r, mention), *_apposition(r, head), *_clause(r, head)):
            role = _role(r, *found)
            if role and not any(role.words.casefold() in known or known in role.words.casefold() for known in out):
                out[role.words.casefold()] = role
    return tuple(out.values())[:_MAX_ROLES]


def _head(r: Reading, mention: Mention) -> int:
    """Return the token of a name that the rest of it hangs on."""
    within = range(mention.first, mention.end)
    return next((i for i in within if r.head[i] not in within or r.head[i] == i), mention.end - 1)


def _before_name(r: Reading, mention: Mention) -> Iterator[tuple[int, int, int]]:
    """Yield the title before a name ("Kremlin spokesperson Dmitry Peskov")."""
    last = mention.first - 1
    start = mention.first
    while (
        start > max(0, mention.first - _MAX_ROLE)
        and _is_title_word(r, start - 1)
        and r.sentence[start - 1] == r.sentence[mention.first]
    ):
        start -= 1
    while start < mention.first and not _can_begin(r, start):
        start += 1
    while last > start and not r.words[last].strip():
        last -= 1
    if start <= last and _is_role(r, last):
        yield start, last + 1, last


def _is_title_word(r: Reading, i: int) -> bool:
    if is_fold(r, i):
        return True
    word = r.words[i]
    return (
        r.pos[i] in {"NOUN", "PROPN", "ADJ"} and word[0].isalnum() and r.entity[i] not in {"DATE", "TIME", "PERSON"}
    ) or (
        word in {"'s", "’s", ".", "-"}
        and r.pos[i] in {"PART", "PROPN", "PUNCT"}
        and i > 0
        and r.words[i - 1][0].isalpha()
        and not (word == "." and len(r.words[i - 1]) > 4)  # noqa: PLR2004  "Sen ."
    )


def _can_begin(r: Reading, i: int) -> bool:
    return r.words[i][0].isalnum() and r.lower[i] not in cues.HONORIFICS


def _apposition(r: Reading, head: int) -> Iterator[tuple[int, int, int]]:
    """Yield what stands in apposition to a name, or what the name stands in apposition to."""
    for c in children(r, head, "appos"):
        if _is_role(r, c):
            yield *_range(r, c), c
    if r.dep[head] == "appos" and _is_role(r, r.head[head]):
        noun = r.head[head]
        start, end = _range(r, noun)
        if end <= r.left[head]:
            yield start, end, noun


def _clause(r: Reading, head: int) -> Iterator[tuple[int, int, int]]:
    """Yield "who serves as …", "who is the …" and "Smith is the …"."""
    for c in children(r, head, "relcl"):
        yield from _predicate(r, c)
    verb = r.head[head]
    if r.dep[head] == "nsubj":
        yield from _predicate(r, verb)


def _predicate(r: Reading, verb: int) -> Iterator[tuple[int, int, int]]:
    if r.lemma[verb] == "be" and child(r, verb, "neg") is None:
        noun = child(r, verb, "attr")
    elif r.lemma[verb] in {"serve", "work", "act"}:
        prep = next((p for p in children(r, verb, "prep") if r.lower[p] == "as"), None)
        noun = None if prep is None else child(r, prep, "pobj")
    else:
        return
    if noun is not None and _is_role(r, noun) and r.passage[noun] < 0:
        yield *_range(r, noun), noun


def _range(r: Reading, noun: int) -> Range:
    """Return the noun phrase, without what follows a comma or a clause."""
    return noun_phrase(r, noun)


def _is_role(r: Reading, i: int) -> bool:
    word = r.lemma[i].rstrip(".") if r.pos[i] == "NOUN" else r.lower[i].rstrip(".")
    return word in cues.ROLES or any(word.endswith(end) for end in ("person", "woman", "man", "ist", "secretary"))


def _role(r: Reading, start: int, end: int, noun: int) -> Role | None:
    while start < end and (r.lower[start] in _ARTICLES or (r.pos[start] == "ADV" and start < noun)):
        start += 1
    if not 0 < end - start <= _MAX_ROLE:
        return None
    words = " ".join(r.span(start, end).of(r.text).split()).strip(" ,;:-–—")
    if words.casefold() in cues.KIN:
        return None
    head = (r.lemma[noun] if r.pos[noun] == "NOUN" else r.lower[noun]).rstrip(".")
    return Role(words=words, head=head, affiliation=_affiliation(r, start, end, noun))


def _affiliation(r: Reading, start: int, end: int, noun: int) -> str | None:
    """Return the organisation or place within the role."""
    for i in range(start, end):
        if r.entity[i] in _PLACES and i != noun:
            stop = i
            while stop < end and r.entity[stop] == r.entity[i] and stop != noun:
                stop += 1
            name = r.span(i, stop).of(r.text).removesuffix("’s").removesuffix("'s")
            return " ".join(name.split()).removeprefix("the ").strip(" ,") or None
    return None
