"""Who of the speakers of all articles is the same; input: cards, the editor's people.toml, addresses given before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sitegen.link.general_words import COMMON_BODIES
from sitegen.link.identities import identities
from sitegen.link.person_evidence import Mention, Seen, mentions
from sitegen.link.person_names import normal
from sitegen.link.spread import spread
from sitegen.model.annotations import SpeakerKind
from sitegen.model.config import PersonSetting
from sitegen.model.ledger import Promise, Thing
from sitegen.model.site import Card, Doubt, Person, SeenRole
from sitegen.slug import slug, unique

_ARTICLES = ("the ", "a ", "an ")

Heard = tuple[str, str]
"""Id of an article, and the key of a speaker in it."""


@dataclass(frozen=True, slots=True)
class _Identity:
    name: str
    kind: SpeakerKind
    mentions: tuple[Mention, ...]
    heard: tuple[Heard, ...]
    note: str = ""


def people(
    cards: Sequence[Card],
    settings: tuple[PersonSetting, ...],
    promises: tuple[Promise, ...],
    counts: Mapping[str, int] | None = None,
) -> tuple[tuple[Person, ...], tuple[Doubt, ...]]:
    """Return persons, organisations and states that speak, in the order in which they were first heard; and who may be one.

    counts: in how many of the cards each word stands, where that is known.
    """
    found = mentions(cards, spread(cards) if counts is None else counts)
    places = {(m.card.id, m.speaker.key): i for i, m in enumerate(found)}
    decided, rest = _decided(found, settings)
    persons = [m for m in rest if m.speaker.kind is SpeakerKind.PERSON]
    known, doubts = identities(persons, {i: (s, decided[i]) for i, s in enumerate(settings) if decided[i]})
    made = [*(_as_identity(seen, setting) for seen, setting in known), *_bodies(rest)]
    ordered = sorted(made, key=lambda i: places[i.heard[0]])
    slugs = _slugs(ordered, {(p.article, p.key): p.slug for p in promises if p.thing is Thing.SPEAKER})
    by_heard = {heard: slugs[i] for i, identity in enumerate(ordered) for heard in identity.heard}
    told = (_doubt(one, other, why, by_heard) for one, other, why in doubts)
    return tuple(_person(identity, slugs[i]) for i, identity in enumerate(ordered)), tuple(told)


def _decided(
    found: Iterable[Mention], settings: tuple[PersonSetting, ...]
) -> tuple[dict[int, list[Mention]], list[Mention]]:
    """Return what the editor says of whom, by the place of the setting, and the mentions that nothing is said of."""
    if not settings:
        return {}, list(found)
    names: dict[str, list[int]] = {}
    for number, setting in enumerate(settings):
        for name in dict.fromkeys(map(_plain, (setting.name, *setting.same))):
            names.setdefault(name, []).append(number)
    decided: dict[int, list[Mention]] = {i: [] for i in range(len(settings))}
    rest: list[Mention] = []
    for mention in found:
        meant = [i for i in names.get(_plain(mention.speaker.name), ()) if _holds(settings[i], mention)]
        by_article = [i for i in meant if settings[i].articles]
        (decided[[*by_article, *meant][0]] if meant else rest).append(mention)
    return decided, rest


def _holds(setting: PersonSetting, mention: Mention) -> bool:
    return not setting.articles or mention.card.id in setting.articles


@lru_cache(maxsize=50_000)
def _plain(name: str) -> str:
    lower = name.casefold().strip()
    return normal(next((lower.removeprefix(a) for a in _ARTICLES if lower.startswith(a)), lower))


def _as_identity(seen: Seen, setting: PersonSetting | None) -> _Identity:
    if setting:
        return _identity(setting.name, seen.mentions, setting.note)
    return _identity(seen.name, seen.mentions)


def _identity(name: str, found: Sequence[Mention], note: str = "") -> _Identity:
    heard = tuple((m.card.id, m.speaker.key) for m in found)
    return _Identity(name, found[0].speaker.kind, tuple(found), heard, note)


def _bodies(found: Iterable[Mention]) -> Iterable[_Identity]:
    """Return organisations and states: those of one name are one, but a common body is every country's."""
    made: dict[tuple[SpeakerKind, str], list[Mention]] = {}
    for mention in found:
        kind = mention.speaker.kind
        if kind is SpeakerKind.ORGANISATION or kind is SpeakerKind.STATE:
            name = _plain(mention.speaker.name)
            common = kind is SpeakerKind.ORGANISATION and name in COMMON_BODIES
            if name and not common:
                made.setdefault((kind, name), []).append(mention)
    return (_identity(group[0].speaker.name, group) for group in made.values())


def _slugs(identities: list[_Identity], given: Mapping[Heard, str]) -> list[str]:
    """Keep the address that readers know; a new one avoids every address ever given."""
    taken = set(given.values())
    kept: dict[str, int] = {}
    for i, identity in enumerate(identities):
        former = list(dict.fromkeys(given[heard] for heard in identity.heard if heard in given))
        own = slug(identity.name) if len(former) > 1 else ""
        preferred = own if own in former else next(iter(former), "")
        if preferred and preferred not in kept:
            kept[preferred] = i
    by_index = {i: s for s, i in kept.items()}
    return [by_index.get(i) or unique(identity.name, taken) for i, identity in enumerate(identities)]


def _person(identity: _Identity, address: str) -> Person:
    names = {m.speaker.name: None for m in identity.mentions if m.speaker.name != identity.name}
    roles: dict[tuple[str, str | None], list[str]] = {}
    for mention in identity.mentions:
        speaker = mention.speaker
        if speaker.role or speaker.affiliation:
            roles.setdefault((speaker.role or "", speaker.affiliation), []).append(mention.card.id)
    return Person(
        slug=address,
        name=identity.name,
        kind=identity.kind,
        also_known_as=tuple(names),
        roles=tuple(SeenRole(role=r, affiliation=a, articles=tuple(ids)) for (r, a), ids in roles.items()),
        heard=identity.heard,
        note=identity.note,
    )


def _doubt(one: Seen, other: Seen, why: str, slugs: Mapping[Heard, str]) -> Doubt:
    first, second = (slugs[seen.mentions[0].card.id, seen.mentions[0].speaker.key] for seen in (one, other))
    lines = f'[[person]]\nname = "{one.name}"\nsame = ["{other.name}"]'
    return Doubt(slugs=(first, second), evidence=why, lines=lines)
