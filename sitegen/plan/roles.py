"""In which roles was a person seen, and when? A role told in other words is one line; input: what link saw."""

import re
from collections.abc import Iterable

from sitegen.model.shown import RoleLine
from sitegen.model.site import SeenRole
from sitegen.plan import dates
from sitegen.plan.parts import Desk

_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset("the a an of for and at in s".split())
_OTHER_OFFICE = frozenset(
    "vice deputy assistant associate under acting interim former ex co joint shadow chief senior junior first second third elect designate candidate honorary emeritus".split()
)
"""Words that make another office of one: a vice president is no president."""
_TELLING = 2
"""Words that a role must have to be known again in a fuller wording: "Minister" may be any."""
_STEM = 5
"""Letters by which "Brazil's" and "Brazilian" are the same word."""


def role_lines(at: Desk, roles: Iterable[SeenRole]) -> Iterable[RoleLine]:
    """Yield a line for each role, in the order in which they were first seen; "finance minister" is no other one than "Brazil's Finance Minister"."""
    kept: list[tuple[str, set[str]]] = []
    for seen in roles:
        words = _words(at, seen)
        same = next((i for i, (told, _) in enumerate(kept) if _fuller(words, told)), None)
        if same is None:
            kept.append((words, set(seen.articles)))
        else:
            told, articles = kept[same]
            kept[same] = _fuller(words, told), articles | set(seen.articles)
    for words, articles in kept:
        ordered = sorted(articles, key=lambda a: at.ranks[a])
        first, last = (dates.published_day(at.words, at.cards[ordered[i]].published) for i in (0, -1))
        yield RoleLine(words=words, first=first, last=last)


def _fuller(one: str, other: str) -> str:
    """Return the fuller of two wordings of one role; empty: they are two roles. What one of them adds is only the name of whom or what it serves."""
    mine, theirs = _stems(one), _stems(other)
    if mine == theirs:
        return other
    less, (more, words) = (mine, (theirs, other)) if mine < theirs else (theirs, (mine, one))
    added = [w for w in _WORD.findall(words) if w.casefold()[:_STEM] in more - less and w.casefold() not in _EMPTY]
    named = all(w[0].isupper() and w.casefold() not in _OTHER_OFFICE for w in added)
    return words if less < more and len(less) >= _TELLING and named else ""


def _words(at: Desk, seen: SeenRole) -> str:
    role, affiliation = seen.role, seen.affiliation or ""
    return at.words.series(role, "" if affiliation.casefold() in role.casefold() else affiliation)


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(words.casefold()) if word not in _EMPTY)
