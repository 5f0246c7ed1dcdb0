"""Who of the speakers of all articles is the same; input: cards, the editor's people.toml, addresses given before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.link.general_words import COMMON_BODIES
from sitegen.link.identities import identities
from sitegen.link.person_evidence import Mention, Seen, mentions
from sitegen.link.person_names import normal
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
    note: str = ""

    @property
    def heard(self) -> tuple[Heard, ...]:
        return tuple((m.card.id, m.speaker.key) for m in self.mentions)


def people(
    cards: Iterable[Card], settings: tuple[PersonSetting, ...], promises: tuple[Promise, ...]
) -> tuple[tuple[Person, ...], tuple[Doubt, ...]]:
    """Return persons, organisations and states that speak, in the order in which they were first heard; and who may be one."""
    found = mentions(cards)
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


def _plain(name: str) -> str:
    lower = name.casefold().strip()
    return normal(next((lower.removeprefix(a) for a in _ARTICLES if lower.startswith(a)), lower))


def _as_identity(seen: Seen, setting: PersonSetting | None) -> _Identity:
    ordered = tuple(seen.mentions)
    kind = ordered[0].speaker.kind
    if setting:
        return _Identity(setting.name, kind, ordered, setting.note)
    return _Identity(seen.name, kind, ordered)


def _bodies(found: Iterable[Mention]) -> Iterable[_Identity]:
    """Return organisations and states: those of one name are one, but a common body is every country's."""
    made: dict[tuple[SpeakerKind, str], list[Mention]] = {}
    for mention in found:
        kind, name = mention.speaker.kind, _plain(mention.speaker.name)
        common = kind is SpeakerKind.ORGANISATION and name in COMMON_BODIES
        if kind in {SpeakerKind.ORGANISATION, SpeakerKind.STATE} and name and not common:
            made.setdefault((kind, name), []).append(mention)
    return (_Identity(group[0].speaker.name, kind, tuple(group)) for (kind, _), group in made.items())


def _slugs(identities: list[_Identity], given: Mapping[Heard, str]) -> list[str]:
    """Keep the address that readers know; a new one avoids every address ever given."""
    taken = set(given.values())
    kept: dict[str, int] = {}
    for i, identity in enumerate(identities):
        former = [given[heard] for heard in identity.heard if heard in given]
        preferred = [f for f in former if f == slug(identity.name)] or former
        if preferred and preferred[0] not in kept:
            kept[preferred[0]] = i
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
