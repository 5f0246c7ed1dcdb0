"""Which speakers does an article keep when it is annotated again? Keys stay with their names, and nobody's words change hands."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from sitegen.model.annotations import Annotations, Speaker
from sitegen.slug import slug


def reconciled(new: Annotations, old: Annotations, kept: Collection[str]) -> Annotations:
    """Return new annotations whose keys of speakers fit the keys of the front matter that a person has edited."""
    if "speakers" in kept:
        known = _Known(old.speakers)
        return _renamed(new, old.speakers, {s.key: known.key(s) for s in new.speakers})
    needed = _needed(old, kept)
    keys = _keys(new.speakers, old.speakers, needed)
    speakers = [replace(speaker, key=keys[index]) for index, speaker in enumerate(new.speakers)]
    missing = [speaker for speaker in old.speakers if speaker.key in needed - set(keys)]
    renames = {speaker.key: key for speaker, key in zip(new.speakers, keys, strict=True)}
    return _renamed(new, (*speakers, *missing), renames)


class _Known:
    """The speakers that a person has set."""

    def __init__(self, speakers: Iterable[Speaker]) -> None:
        self.keys = {s.key for s in speakers}
        self.names = {s.name.casefold(): s.key for s in speakers}
        self.slugs = {slug(s.name): s.key for s in speakers}

    def key(self, speaker: Speaker) -> str | None:
        """Return the key under which they have a speaker of the machine's."""
        named = self.names.get(speaker.name.casefold())
        return named or (speaker.key if speaker.key in self.keys else self.slugs.get(speaker.key))


def _needed(old: Annotations, kept: Collection[str]) -> frozenset[str]:
    """Return the keys that edited quotations and events refer to."""
    quotations = (q.speaker for q in old.quotations if q.speaker and "quotations" in kept)
    events = (key for event in old.timeline if "timeline" in kept for key in event.speakers)
    return frozenset((*quotations, *events))


def _keys(new: Iterable[Speaker], old: Iterable[Speaker], needed: frozenset[str]) -> list[str]:
    """Return a key for each new speaker: the one that its name had, else its own unless that is another's."""
    before: dict[str, list[str]] = {}
    for speaker in old:
        before.setdefault(speaker.name.casefold(), []).append(speaker.key)
    keys: list[str] = []
    for speaker in new:
        had = [key for key in before.get(speaker.name.casefold(), ()) if key not in keys]
        key = speaker.key if speaker.key in had else had[0] if had else _free(speaker.key, needed.union(keys))
        keys.append(key)
    return keys


def _free(key: str, taken: Collection[str]) -> str:
    made, number = key, 2
    while made in taken:
        made, number = f"{key}-{number}", number + 1
    return made


def _renamed(new: Annotations, speakers: tuple[Speaker, ...], keys: Mapping[str, str | None]) -> Annotations:
    """Return annotations with other keys of speakers; whoever has none is nobody."""
    return replace(
        new,
        speakers=speakers,
        quotations=tuple(replace(q, speaker=keys.get(q.speaker or "")) for q in new.quotations),
        timeline=tuple(
            replace(event, speakers=tuple(key for k in event.speakers if (key := keys.get(k))))
            for event in new.timeline
        ),
    )
