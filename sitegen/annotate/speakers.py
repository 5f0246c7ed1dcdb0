"""Who speaks in an article? Gives every statement its speaker, and every speaker a key, a name, a role and mentions."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.annotate.organisations import with_organisations
from sitegen.annotate.people import People, people
from sitegen.annotate.pronouns import Pronouns
from sitegen.annotate.quotations import Draft
from sitegen.annotate.reading import Reading
from sitegen.annotate.roles import Role, roles
from sitegen.annotate.sources import Identity, identify, office_holder
from sitegen.model.annotations import Speaker, SpeakerKind
from sitegen.model.text import Span

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_Handle = int | str
"""Number of a person, or the folded name of any other speaker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """All speakers of an article, and the key of each statement's, in the order of the statements."""

    speakers: tuple[Speaker, ...]
    keys: tuple[str | None, ...]


def hear(r: Reading, statements: Sequence[Draft]) -> Heard:
    """Resolve the sources of all statements along the article."""
    known = people(r)
    held = {p.number: roles(r, p) for p in known.all}
    identities = _identities(r, known, held, statements)
    spans = _mentions(r, known, identities)
    order = sorted(spans, key=lambda handle: spans[handle][0])
    names = {h: _name(known, identities, h) for h in order}
    keys = dict(zip(order, _keys(names[h] for h in order), strict=True))
    kinds = {_handle(i): i.kind for i in identities if i}
    speakers = tuple(
        _speaker((keys[h], names[h], kinds[h]), held.get(h, ()) if isinstance(h, int) else (), spans[h]) for h in order
    )
    return Heard(speakers=speakers, keys=tuple(keys[_handle(i)] if i else None for i in identities))


def _identities(
    r: Reading, known: People, held: dict[int, tuple[Role, ...]], statements: Sequence[Draft]
) -> list[Identity | None]:
    """Return who makes each statement: first by name, office or pronoun, then "it" and "the company"."""
    pronouns = Pronouns(r, known)
    holders: dict[str, set[int]] = {}
    for number, has in held.items():
        for role in has:
            holders.setdefault(role.head, set()).add(number)
    found: dict[int, Identity | None] = {}
    for source in sorted({d.source for d in statements if d.source is not None}):
        who = identify(r, known, pronouns, source) or office_holder(r, holders, source)
        if who is not None and who.person is not None:
            pronouns.spoke(source, who.person)
        found[source] = who
    found = with_organisations(r, found)
    return [None if d.source is None else found[d.source] for d in statements]


def _handle(who: Identity) -> _Handle:
    return who.name.casefold() if who.person is None else who.person


def _mentions(r: Reading, known: People, identities: Iterable[Identity | None]) -> dict[_Handle, tuple[Span, ...]]:
    """Return where each speaker is named, or meant as a source, in text order."""
    found: dict[_Handle, set[Span]] = {}
    for who in identities:
        if who is not None:
            found.setdefault(_handle(who), set()).add(r.span(who.first, who.end))
    for handle, spans in found.items():
        if isinstance(handle, int):
            spans.update(r.span(m.first, m.end) for m in known.all[handle].mentions)
    return {handle: tuple(sorted(spans)) for handle, spans in found.items()}


def _name(known: People, identities: Iterable[Identity | None], handle: _Handle) -> str:
    if isinstance(handle, int):
        return str(known.all[handle])
    names = [i.name for i in identities if i is not None and _handle(i) == handle]
    return next((n for n in names if not n.isupper()), names[0])


def _keys(names: Iterable[str]) -> list[str]:
    """Return a slug for each name, numbered where two names give the same."""
    used: set[str] = set()
    out = []
    for name in names:
        stem = slug(name)
        key, number = stem, 2
        while key in used:
            key, number = f"{stem}-{number}", number + 1
        used.add(key)
        out.append(key)
    return out


def slug(name: str) -> str:
    """Return a name in ASCII small letters and hyphens; never empty."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return _NOT_SLUG.sub("-", plain.casefold()).strip("-") or "speaker"


def _speaker(identity: tuple[str, str, SpeakerKind], held: Sequence[Role], spans: tuple[Span, ...]) -> Speaker:
    key, name, kind = identity
    affiliation = next((role.affiliation for role in held if role.affiliation), None)
    role = "; ".join(role.words for role in held) or None
    return Speaker(key=key, name=name, kind=kind, role=role, affiliation=affiliation, mentions=spans)
