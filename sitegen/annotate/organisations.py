"""Which names of organisations are one organisation's, and which one "it" and "the company" mean.

"Unisys" is Unisys Corp, and CDC is Canada Development Corp.
"""

from collections.abc import Iterable
from dataclasses import replace

from sitegen.annotate.clauses import child
from sitegen.annotate.cues import COMPANY_WORDS, THE_ORGANISATION
from sitegen.annotate.reading import Reading
from sitegen.annotate.sources import Identity
from sitegen.model.annotations import SpeakerKind

_LONGEST_NAME = 8


def with_organisations(r: Reading, found: dict[int, Identity | None]) -> dict[int, Identity | None]:
    """Give every organisation one name, and to "it" and "the company" the organisation that they mean."""
    names = one_name(who.name for who in found.values() if _is_organisation(who) and who)
    out: dict[int, Identity | None] = {}
    heard: list[Identity] = []
    last: Identity | None = None
    for source, who in sorted(found.items()):
        meant = replace(who, name=names[who.name]) if who and _is_organisation(who) else who
        if meant is None:
            meant = _meant(r, source, heard, last)
        if meant and _is_organisation(meant) and meant.name not in {h.name for h in heard[-_LONGEST_NAME:]}:
            heard.append(meant)
        out[source] = last = meant
    return out


def _is_organisation(who: Identity | None) -> bool:
    return who is not None and who.person is None and who.kind is SpeakerKind.ORGANISATION


def _meant(r: Reading, source: int, heard: list[Identity], last: Identity | None) -> Identity | None:
    """Return the organisation behind a pronoun that follows it at once, or behind "the company" where there is but one."""
    here = (source, source + 1)
    if (
        r.lower[source] == "it"
        and last
        and _is_organisation(last)
        and r.paragraph[source] - r.paragraph[last.first] <= 1
    ):
        return replace(last, first=here[0], end=here[1])
    article = child(r, source, "det")
    the = article is not None and r.lower[article] == "the" and r.lower[source] in THE_ORGANISATION
    if the and len(heard) == 1:
        return replace(heard[0], first=here[0], end=here[1])
    return None


def one_name(names: Iterable[str]) -> dict[str, str]:
    """Return for each name the one to call the organisation by: the longest that it can stand for."""
    distinct = sorted(dict.fromkeys(names), key=lambda n: (-len(_core(n)), -len(n), n.isupper(), n))
    out: dict[str, str] = {}
    full: dict[tuple[str, ...], list[str]] = {}
    for name in distinct:
        core = _core(name)
        bearers = full.get(core, [])
        out[name] = bearers[0] if len(set(bearers)) == 1 else name
        if out[name] == name:
            for short in _shorter(core) | _initials(name):
                full.setdefault(short, []).append(name)
    return out


def _core(name: str) -> tuple[str, ...]:
    words = [w.strip(".,<>()").casefold() for w in name.split()]
    kept = [w for w in words if w and w not in COMPANY_WORDS and w != "the"]
    return tuple(kept or words)


def _shorter(core: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return what a name may be cut to: its first words."""
    return {core[:n] for n in range(1, min(len(core), _LONGEST_NAME) + 1)}


def _initials(name: str) -> set[tuple[str, ...]]:
    """Return the initials of a name of several words, as a name of one word."""
    initials = "".join(w[0] for w in name.casefold().split() if w[0].isalpha() and w not in {"of", "the", "and", "for"})
    return {(initials,)} if len(initials) > 1 else set()
