"""What role and affiliation does an article give a person? Reads titles before names, appositions and "who is the …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.annotate import cues
from sitegen.annotate.clauses import Range, child, children, noun_phrase
from sitegen.annotate.mentions import Mention
from sitegen.annotate.nationalities import NATIONALITIES
from sitegen.annotate.people import Person
from sitegen.annotate.reading import Reading
from sitegen.annotate.titles import MAX_ROLE, PLACES, before_name, is_role

_MAX_ROLES = 2
_PORTFOLIOS = frozenset(
    """
    agriculture budget commerce corporate culture defence defense development economic economics economy education employment
    energy environment finance fisheries foreign health home housing industry information interior investment justice labor
    labour law mines oil petroleum planning science social tourism trade transport transportation treasury central state
    """.split()
)
"""What a minister is minister of: no organisation by itself."""
_WHERE = frozenset({"of", "for", "at", "with"})
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its", "my", "our"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role as said in the article."""

    words: str
    head: str
    """Lemma of the noun that names it."""
    affiliation: str | None


_RELATIVES = frozenset({"who", "whose", "whom", "which"})
"""Words behind which it is told what somebody did, not what he is."""
_RANKS = frozenset(
    {"acting", "assistant", "associate", "co", "deputy", "ex", "first", "former", "joint", "senior", "vice"}
)
"""Words of rank that are no role without the noun after them."""
_EDGES = " ,;:-–—<>"
_HANGING = re.compile(r"(?:[,\s]+(?:and|or|but|who|which|while))+\Z")
"""What leads on to something that is no longer the role."""


def roles(r: Reading, person: Person) -> tuple[Role, ...]:
    """Return the distinct roles of a person in the order in which the article gives them."""
    out: dict[str, Role] = {}
    for mention in person.mentions:
        head = _head(r, mention)
        for found in (*before_name(r, mention), *_apposition(r, head), *_clause(r, head)):
            role = _role(r, *found)
            if role and not any(role.words.casefold() in known or known in role.words.casefold() for known in out):
                out[role.words.casefold()] = role
    return tuple(out.values())[:_MAX_ROLES]


def _head(r: Reading, mention: Mention) -> int:
    """Return the token of a name that the rest of it hangs on."""
    within = range(mention.first, mention.end)
    return next((i for i in within if r.head[i] not in within or r.head[i] == i), mention.end - 1)


def _apposition(r: Reading, head: int) -> Iterator[tuple[int, int, int]]:
    """Yield what stands in apposition to a name, or what the name stands in apposition to."""
    for c in children(r, head, "appos"):
        if is_role(r, c):
            yield *_range(r, c), c
    if r.dep[head] == "appos" and is_role(r, r.head[head]):
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
    if noun is not None and is_role(r, noun) and r.passage[noun] < 0:
        yield *_range(r, noun), noun


def _range(r: Reading, noun: int) -> Range:
    """Return the noun phrase, without what follows a comma or a clause."""
    return noun_phrase(r, noun)


def _role(r: Reading, start: int, end: int, noun: int) -> Role | None:
    while start < end and (r.lower[start] in _ARTICLES or (r.pos[start] == "ADV" and start < noun)):
        start += 1
    end = next((i for i in range(noun + 1, end) if r.lower[i] in _RELATIVES), end)
    while end - start > MAX_ROLE and (cut := _last_preposition(r, noun + 1, end)):
        end = cut
    start = _with_hyphens(r, start)
    if not 0 < end - start <= MAX_ROLE:
        return None
    words = _plain(r, start, end)
    if _is_capital_of_sentence(r, start, noun):
        words = words[:1].lower() + words[1:]
    if words.casefold() in cues.KIN or words.casefold() in _RANKS or not words:
        return None
    head = (r.lemma[noun] if r.pos[noun] == "NOUN" else r.lower[noun]).rstrip(".")
    return Role(words=words, head=head, affiliation=_affiliation(r, start, end, noun))


def _with_hyphens(r: Reading, start: int) -> int:
    """Return where a role begins whose first word hangs on others by hyphens ("vice-chairman")."""
    while start > 1 and r.words[start - 1] == "-" and " " not in r.span(start - 2, start + 1).of(r.text):
        start -= 2
    return start


def _is_capital_of_sentence(r: Reading, start: int, noun: int) -> bool:
    """Say whether a role has its capital letter only because a sentence begins with it."""
    return r.sentence[start] == start < noun and r.words[noun].islower() and r.lower[start] in r.small


def _last_preposition(r: Reading, first: int, end: int) -> int | None:
    """Return where the last "of …" of a role that is too long begins."""
    return next((i for i in range(end - 1, first, -1) if r.pos[i] == "ADP"), None)


def _plain(r: Reading, start: int, end: int) -> str:
    """Return words on one line, without a bracket that is not closed and without punctuation at the edges."""
    words = " ".join(r.span(start, end).of(r.text).split())
    if words.count("(") > words.count(")"):
        words = words[: words.rindex("(")]
    return _HANGING.sub("", words.strip(_EDGES)).strip(_EDGES)


def _affiliation(r: Reading, start: int, end: int, noun: int) -> str | None:
    """Return the organisation or place within the role."""
    for i in range(start, end):
        if r.entity[i] in PLACES and i != noun:
            stop = i
            while stop < end and r.entity[stop] == r.entity[i] and stop != noun:
                stop += 1
            name = _without_portfolio(r, i, stop, noun)
            if name:
                return name
    return _named_after(r, noun, end)


def _named_after(r: Reading, noun: int, end: int) -> str | None:
    """Return the name behind "of" or "for" that the tagger of entities missed ("mayor of Elm Creek")."""
    of = next((p for p in children(r, noun, "prep") if noun < p < end and r.lower[p] in _WHERE), None)
    name = None if of is None else child(r, of, "pobj")
    if name is None or name >= end or r.pos[name] != "PROPN" or r.entity[name] or r.lower[name] in _PORTFOLIOS:
        return None
    return _plain(r, r.left[name], name + 1).removeprefix("the ") or None


def _without_portfolio(r: Reading, start: int, stop: int, noun: int) -> str:
    """Return a name without what the minister behind it is minister of ("U.S. Energy" Secretary)."""
    while stop > start and stop <= noun and r.lower[stop - 1] in _PORTFOLIOS:
        stop -= 1
    if stop == start or (stop == start + 1 and r.lower[start] in NATIONALITIES):
        return ""
    return _plain(r, start, stop).removesuffix("’s").removesuffix("'s").removeprefix("the ").strip(" ,")
