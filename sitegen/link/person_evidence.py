"""What speaks for two mentions being one person? Roles, affiliations and what their articles are about in; how strongly out."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from sitegen.link.person_names import normal
from sitegen.model.annotations import Speaker, SpeakerKind
from sitegen.model.site import Card

_LITTLE = frozenset(
    "a an and as at by co corp company firm for from former her his in inc its ltd new of on or s the then to u who whose with".split()
)
_GENERAL = frozenset(
    """
    acting adviser analyst assistant associate author board candidate captain chair chairman chairperson chairwoman chief coach co
    deputy director economist executive expert founder general governor head lawyer leader manager managing mayor member minister
    officer official owner partner police politician president prime professor publisher representative resident secretary senator senior
    speaker spokesman spokesperson spokeswoman state student vice
    """.split()
)
"""Words of roles that many hold at once: they tell who it is only beside a body or a country."""
_SAME_OFFICE = {
    "sen": "senator", "senate": "senator", "rep": "representative", "congressman": "representative", "congresswoman": "representative", "congress": "representative",
    "gov": "governor", "ceo": "executive", "cfo": "financial", "ministry": "minister", "presidency": "president", "spokesperson": "spokesman", "spokeswoman": "spokesman",
    "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman", "treasurer": "treasury", "economics": "economic", "economy": "economic", "finances": "finance",
}  # fmt: skip
"""Words that name one office."""
_COMMON_SHARE = 0.02
_COMMON_LEAST = 3
"""A name in more articles than this, and than that share of all, is no sign of a common subject."""
_SUBJECTS = 2


class Evidence(IntEnum):
    """What two mentions say of each other."""

    AGAINST = 0
    """Each has a role or a company, and nothing is shared."""
    NONE = 1
    """One of them has neither."""
    GENERAL = 2
    """They share the kind of role."""
    STRONG = 3
    """They share a body, a country, an office of several words, or the subject of their articles."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker as heard in one article."""

    card: Card
    speaker: Speaker
    words: frozenset[str]
    """Of role and affiliation."""
    subjects: frozenset[str]
    """Names that few articles share."""


def mentions(cards: Iterable[Card]) -> list[Mention]:
    """Return all speakers of all articles with their evidence."""
    known = tuple(cards)
    spread = Counter(term for card in known for term, _ in card.terms if term[:1].isupper())
    most = max(_COMMON_LEAST, int(len(known) * _COMMON_SHARE))
    return [m for card in known for m in _mentions(card, lambda term: spread[term] <= most)]


def _mentions(card: Card, is_rare: Callable[[str], bool]) -> Iterable[Mention]:
    persons = [s for s in card.speakers if s.kind is SpeakerKind.PERSON]
    subjects = [(t, _words(t)) for t, _ in card.terms if t[:1].isupper() and is_rare(t)] if persons else []
    for speaker in card.speakers:
        own = _words(speaker.name)
        others = (t for t, words in subjects if own.isdisjoint(words)) if speaker.kind is SpeakerKind.PERSON else ()
        yield Mention(card, speaker, words_of(speaker.role, speaker.affiliation), frozenset(others))


@lru_cache(maxsize=100_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(normal(text).split())


@lru_cache(maxsize=50_000)
def words_of(role: str | None, affiliation: str | None) -> frozenset[str]:
    """Return the words of role and affiliation that tell something."""
    said = " ".join(filter(None, (role, affiliation)))
    return frozenset(_SAME_OFFICE.get(word, word) for word in normal(said).split()) - _LITTLE


def between(one: "Seen", other: "Seen") -> Evidence:
    """Return what two persons' mentions say of each other."""
    shared = one.words & other.words
    if len(shared) > 1 or len(one.subjects & other.subjects) >= _SUBJECTS:
        return Evidence.STRONG
    if any(said and said <= shared for seen in (one, other) for said in seen.telling):
        return Evidence.STRONG
    if shared:
        return Evidence.GENERAL
    return Evidence.AGAINST if one.words and other.words else Evidence.NONE


def is_telling(word: str) -> bool:
    """Say whether a word of a role tells a person from others with the same kind of role."""
    return word not in _GENERAL


@dataclass(slots=True)
class Seen:
    """Mentions of one person, as far as is known yet."""

    mentions: list[Mention]
    words: set[str]
    subjects: set[str]

    @classmethod
    def of(cls, found: Iterable[Mention]) -> "Seen":
        """Gather mentions."""
        known = list(found)
        words = {word for mention in known for word in mention.words}
        return cls(known, words, {subject for mention in known for subject in mention.subjects})

    def join(self, other: "Seen") -> None:
        """Take in the mentions of another."""
        self.mentions += other.mentions
        self.words |= other.words
        self.subjects |= other.subjects

    @property
    def name(self) -> str:
        """Return the whole name that is given most often; of several, the longest; a surname only where no more is given."""
        counts = Counter(mention.speaker.name for mention in self.mentions)
        return min(counts, key=lambda n: (" " not in n, -counts[n], -len(n), n))

    @property
    def telling(self) -> set[frozenset[str]]:
        """Return what each mention says beside the kind of role: the body, the country, the field."""
        return {mention.words - _GENERAL for mention in self.mentions}

    @property
    def phrases(self) -> set[str]:
        """Return roles and affiliations as whole phrases."""
        said = (words for m in self.mentions for words in (m.speaker.role, m.speaker.affiliation))
        return {normal(words) for words in said if words}
