"""Which mentions of persons are of one? Mentions and what the editor decided in, persons and doubtful pairs out; precision first.

One whole name is one person where roles, companies or subjects do not speak against it. Other forms of a name (a short form, an initial, another spelling, a
cut) need the same office, body, country or subject. A surname alone needs that, and only one bearer. All else stays apart; what may be one is told.
"""

from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from sitegen.link.person_evidence import Evidence, Mention, Seen, between, is_telling
from sitegen.link.person_names import Likeness, Name, likeness, normal, spelling, taken_apart
from sitegen.model.config import PersonSetting

_SUBJECT_PAIRS = 12
"""Of so many subjects of an article, pairs are looked at."""

Known = tuple[Seen, PersonSetting | None]
Doubtful = tuple[Seen, Seen, str]


def identities(
    found: Sequence[Mention], decided: Mapping[int, tuple[PersonSetting, list[Mention]]]
) -> tuple[list[Known], list[Doubtful]]:
    """Return each person's mentions in their order with the editor's setting, and pairs that may be one person."""
    order = {id(m): i for i, m in enumerate(found)}
    fixed: list[Known] = [(Seen.of(group), setting) for setting, group in decided.values()]
    blocks: dict[str, list[Known]] = {}
    for seen, setting in fixed:
        blocks.setdefault(_block(setting.name if setting else seen.name), []).append((seen, setting))
    alone: dict[str, list[Mention]] = {}
    whole: dict[str, list[Mention]] = {}
    for mention in found:
        name = taken_apart(mention.speaker.name)
        (whole if name.given else alone).setdefault(normal(mention.speaker.name), []).append(mention)
    for group in whole.values():
        for seen in _of_one_name(group) if len(group) > 1 else [Seen.of(group)]:
            blocks.setdefault(_block(seen.name), []).append((seen, None))
    doubts: list[Doubtful] = []
    for block in blocks.values():
        doubts += _join_forms(block) if len(block) > 1 else ()
    made = [known for block in blocks.values() for known in block]
    for surname, bare in alone.items():
        made += [(seen, None) for seen in _surnames(bare, blocks.get(_block(surname), []))]
    for seen, _ in made:
        if len(seen.mentions) > 1:
            seen.mentions.sort(key=lambda m: order.get(id(m), -1))
    return made, doubts


def _block(name: str) -> str:
    """Return what the surnames of one person have in common in any spelling."""
    return spelling(taken_apart(name).surname[-1]) if normal(name) else ""


def _of_one_name(group: Sequence[Mention]) -> list[Seen]:
    """Return the persons with one whole name: those that share a word of a role, a company or two subjects are one.

    Where no two of them have a role or a company apart, all are one: their subjects need not be looked at.
    """
    if _apart(group, [mention.words for mention in group]):
        keys = [{*m.words, *combinations(sorted(m.subjects)[:_SUBJECT_PAIRS], 2)} for m in group]
        if parts := _apart(group, keys):
            return parts
    return [Seen.of(group)]


def _apart(group: Sequence[Mention], keys: Sequence[AbstractSet[Hashable]]) -> list[Seen]:
    """Return the persons that shared keys make of the mentions, those of whom something is told first; nothing where that is only one."""
    joined = [Seen.of(part) for part in _components(group, keys)]
    telling = [seen for seen in joined if seen.words]
    return [*telling, *(seen for seen in joined if not seen.words)] if len(telling) > 1 else []


def _components(group: Sequence[Mention], keys: Sequence[AbstractSet[Hashable]]) -> list[list[Mention]]:
    """Return mentions in sets, two in one where a chain of shared keys leads from one to the other."""
    parents = list(range(len(group)))

    def root(i: int) -> int:
        while parents[i] != i:
            parents[i] = parents[parents[i]]
            i = parents[i]
        return i

    holder: dict[Hashable, int] = {}
    for i, mine in enumerate(keys):
        for key in mine:
            a, b = root(holder.setdefault(key, i)), root(i)
            parents[max(a, b)] = min(a, b)
    parts: dict[int, list[Mention]] = {}
    for i, mention in enumerate(group):
        parts.setdefault(root(i), []).append(mention)
    return list(parts.values())


def _name(known: Known) -> Name:
    seen, setting = known
    return taken_apart(setting.name if setting else seen.name)


def _join_forms(block: list[Known]) -> list[Doubtful]:
    """Join persons of one surname whose given names are forms of one, the likeliest first; return those that may be one."""
    named = [(known, _name(known)) for known in block]
    pairs = [(a, b) for (a, one), (b, two) in combinations(named, 2) if likeness(one, two) is not Likeness.OTHER]
    pairs = [(a, b) for a, b in pairs if not (a[1] and b[1]) and not _kept_apart(a, b)]
    ranked = sorted(pairs, key=lambda p: (_unlikely(*p), *sorted((p[0][0].name, p[1][0].name))))
    gone: dict[int, Known] = {}
    doubts: list[tuple[Known, Known, str]] = []
    for first, second in ranked:
        a, b = _now(first, gone), _now(second, gone)
        if a is b or (a[1] and b[1]):
            continue
        if _is_one(a, b, block):
            keep, drop = (b, a) if b[1] else (a, b)
            keep[0].join(drop[0])
            gone[id(drop)] = keep
        elif why := _why_doubtful(a, b):
            doubts.append((a, b, why))
    block[:] = [known for known in block if id(known) not in gone]
    found = ((_now(a, gone), _now(b, gone), why) for a, b, why in doubts)
    return [(a[0], b[0], why) for a, b, why in found if a is not b]


def _kept_apart(one: Known, other: Known) -> bool:
    """Say whether the editor said that they are two."""
    return any(
        setting and normal(seen.name) in {normal(name) for name in setting.different}
        for setting, seen in ((one[1], other[0]), (other[1], one[0]))
    )


def _now(known: Known, gone: Mapping[int, Known]) -> Known:
    while id(known) in gone:
        known = gone[id(known)]
    return known


def _unlikely(one: Known, other: Known) -> tuple[int, int]:
    return -between(one[0], other[0]), -likeness(_name(one), _name(other))


def _is_one(one: Known, other: Known, block: Sequence[Known]) -> bool:
    how, evidence = likeness(_name(one), _name(other)), between(one[0], other[0])
    if how is Likeness.SAME:
        return False
    if evidence is Evidence.STRONG:
        return True
    if how in {Likeness.MIDDLE, Likeness.CUT} and evidence is not Evidence.AGAINST:
        return _only(one, other, block)
    return False


def _only(one: Known, other: Known, block: Sequence[Known]) -> bool:
    """Say whether neither name could be a form of a third person's."""
    return not any(
        k is not one and k is not other and likeness(_name(k), _name(x)) is not Likeness.OTHER
        for k in block
        for x in (one, other)
    )


def _why_doubtful(one: Known, other: Known) -> str:
    """Return in words why two may be one, where an editor should look."""
    how, evidence = likeness(_name(one), _name(other)), between(one[0], other[0])
    names = f"{one[0].name!r} ({_said(one[0])}) and {other[0].name!r} ({_said(other[0])})"
    if how is Likeness.SAME:
        return f"{names} have the same whole name, but neither role nor company in common"
    if evidence in {Evidence.GENERAL, Evidence.NONE}:
        return f"{names} may be forms of one name"
    return ""


def _said(seen: Seen) -> str:
    """Return the first role of a person, for a message."""
    roles = (m.speaker.role or m.speaker.affiliation for m in seen.mentions)
    return next((role for role in roles if role), "no role")


def _surnames(group: Sequence[Mention], bearers: Sequence[Known]) -> list[Seen]:
    """Join mentions by surname to the one bearer that the role speaks for; return those that have a role but no bearer."""
    left: list[Mention] = []
    for mention in (m for m in group if m.words):
        fitting = _fitting(Seen.of([mention]), bearers) if bearers else ()
        if len(fitting) == 1:
            fitting[0][0].hear(mention)
        else:
            left.append(mention)
    parts = _components(left, [_telling(m) for m in left]) if len(left) > 1 else [left] if left else []
    return [Seen.of(part) for part in parts]


def _telling(mention: Mention) -> set[Hashable]:
    """Return what joins two mentions of a bare surname: a telling word of the role, or the whole of it."""
    words = {word for word in mention.words if is_telling(word)}
    return {*words, *Seen.of([mention]).phrases}


def _fitting(seen: Seen, bearers: Sequence[Known]) -> list[Known]:
    """Return the bearers that have the very role or company; where none has, those that other evidence speaks for."""
    phrases = seen.phrases
    exact = [known for known in bearers if phrases & known[0].phrases]
    return exact or [known for known in bearers if between(seen, known[0]) is Evidence.STRONG]
