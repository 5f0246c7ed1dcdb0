"""Who of the speakers of all articles is the same; input: cards, the editor's people.toml, addresses given before.

Precision first: two names are one person only where the whole name is the same, or a surname alone comes with the same affiliation or role.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sitegen.link.general_words import COMMON_BODIES
from sitegen.model.annotations import Speaker, SpeakerKind
from sitegen.model.config import PersonSetting
from sitegen.model.ledger import Promise, Thing
from sitegen.model.site import Card, Person, SeenRole
from sitegen.slug import slug, unique

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_NOT_WORD = re.compile(r"[\W_]+")

Heard = tuple[str, str]
"""Id of an article, and the key of a speaker in it."""


@dataclass(slots=True)
class _Cluster:
    name: str
    kind: SpeakerKind
    heard: list[tuple[Card, Speaker]] = field(default_factory=list)
    note: str = ""


def people(
    cards: Iterable[Card], settings: tuple[PersonSetting, ...], promises: tuple[Promise, ...]
) -> tuple[Person, ...]:
    """Return the persons, organisations and states that speak, in the order in which they were first heard."""
    clusters = _clusters(tuple(cards), settings)
    given = {(p.article, p.key): p.slug for p in promises if p.thing is Thing.SPEAKER}
    slugs = _slugs(clusters, given)
    return tuple(_person(c, slugs[i]) for i, c in enumerate(clusters))


def _normal(words: str) -> str:
    return _NOT_WORD.sub(" ", _ARTICLE.sub("", words)).casefold().strip()


def _clusters(cards: tuple[Card, ...], settings: tuple[PersonSetting, ...]) -> list[_Cluster]:
    decided = {_normal(name): s for s in settings for name in (s.name, *s.same)}
    full = _full_names(cards, decided)
    made: dict[tuple[str, ...], _Cluster] = {}
    for card in cards:
        for speaker in card.speakers:
            setting = decided.get(_normal(speaker.name))
            if identity := _identity(speaker, setting, full):
                cluster = made.setdefault(identity, _Cluster(name=speaker.name, kind=speaker.kind))
                cluster.heard.append((card, speaker))
                if setting:
                    cluster.name, cluster.note = setting.name, setting.note
    return list(made.values())


def _evidence(speaker: Speaker) -> set[str]:
    return {_normal(words) for words in (speaker.affiliation, speaker.role) if words}


def _full_names(cards: tuple[Card, ...], decided: Mapping[str, PersonSetting]) -> dict[str, dict[str, set[str]]]:
    """Return by surname the full names that bear it, each with the affiliations and roles in which it was heard."""
    found: dict[str, dict[str, set[str]]] = {}
    for speaker in (s for card in cards for s in card.speakers if s.kind is SpeakerKind.PERSON):
        setting = decided.get(_normal(speaker.name))
        words = _normal(setting.name if setting else speaker.name).split()
        if len(words) > 1:
            found.setdefault(words[-1], {}).setdefault(" ".join(words), set()).update(_evidence(speaker))
    return found


def _identity(
    speaker: Speaker, setting: PersonSetting | None, full: Mapping[str, Mapping[str, set[str]]]
) -> tuple[str, ...] | None:
    """Return what a speaker is the same by; None: nobody whom a page could be about."""
    name = _normal(setting.name if setting else speaker.name)
    if not name or speaker.kind is SpeakerKind.GROUP:
        return None
    if speaker.kind is SpeakerKind.ORGANISATION and not setting and name in COMMON_BODIES:
        return None
    if setting or speaker.kind is not SpeakerKind.PERSON or " " in name:
        return speaker.kind, name
    evidence = _evidence(speaker)
    bearers = [whole for whole, known in full.get(name, {}).items() if known & evidence]
    if len(bearers) == 1:
        return speaker.kind, bearers[0]
    return (speaker.kind, name, *sorted(evidence)) if evidence else None


def _slugs(clusters: list[_Cluster], given: Mapping[Heard, str]) -> list[str]:
    """Keep the address that readers know; a new one avoids every address ever given."""
    taken = set(given.values())
    kept: dict[str, int] = {}
    for i, cluster in enumerate(clusters):
        former = [given[h] for card, s in cluster.heard if (h := (card.id, s.key)) in given]
        preferred = [f for f in former if f == slug(cluster.name)] or former
        if preferred and preferred[0] not in kept:
            kept[preferred[0]] = i
    by_index = {i: s for s, i in kept.items()}
    return [by_index.get(i) or unique(c.name, taken) for i, c in enumerate(clusters)]


def _person(cluster: _Cluster, address: str) -> Person:
    names = {s.name: None for _, s in cluster.heard if s.name != cluster.name}
    roles: dict[tuple[str, str | None], list[str]] = {}
    for card, speaker in cluster.heard:
        if speaker.role or speaker.affiliation:
            seen = roles.setdefault((speaker.role or "", speaker.affiliation), [])
            seen.append(card.id)
    return Person(
        slug=address,
        name=cluster.name,
        kind=cluster.kind,
        also_known_as=tuple(names),
        roles=tuple(SeenRole(role=r, affiliation=a, articles=tuple(ids)) for (r, a), ids in roles.items()),
        heard=tuple((card.id, s.key) for card, s in cluster.heard),
        note=cluster.note,
    )
