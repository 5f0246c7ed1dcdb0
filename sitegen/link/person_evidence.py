"""What speaks for two mentions being one person? Roles, affiliations and what their articles are about in; how strongly out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from sitegen.link.person_names import normal
from sitegen.model.annotations import Speaker
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


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A speaker as heard in one article; what speaks for who it is, is found when it is asked for: most are like nobody else."""

    card: Card
    speaker: Speaker
    rare: AbstractSet[str]
    """Names that few articles share."""

    @property
    def words(self) -> frozenset[str]:
        """Return the words of role and affiliation."""
        return words_of(self.speaker.role, self.speaker.affiliation)

    @property
    def subjects(self) -> frozenset[str]:
        """Return the rare names in the article that have no word of the speaker's own."""
        own = _words(self.speaker.name)
        return frozenset(t for t, _ in self.card.terms if t in self.rare and own.isdisjoint(_words(t)))


def mentions(cards: Sequence[Card], counts: Mapping[str, int]) -> list[Mention]:
    """Return all speakers of all articles; counts: in how many of them each word stands."""
    most = max(_COMMON_LEAST, int(len(cards) * _COMMON_SHARE))
    rare = frozenset(term for term, many in counts.items() if many <= most and term[:1].isupper())
    return [Mention(card, speaker, rare) for card in cards for speaker in card.speakers]


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
    words: frozenset[str]
    sure: list[Mention]
    """Those that say who it is; by a surname alone none does."""
    _subjects: frozenset[str] | None = None
    _name: str = ""

    @classmethod
    def of(cls, found: Iterable[Mention]) -> "Seen":
        """Gather mentions."""
        known = list(found)
        return cls(known, frozenset().union(*(mention.words for mention in known)), known.copy())

    def join(self, other: "Seen") -> None:
        """Take in the mentions of another."""
        self.mentions += other.mentions
        self.sure += other.sure
        self.words |= other.words
        self._subjects, self._name = None, ""

    def hear(self, mention: Mention) -> None:
        """Take in a mention that says nothing new of who it is."""
        self.mentions.append(mention)
        self._name = ""

    @property
    def subjects(self) -> frozenset[str]:
        """Return what the articles are about."""
        if self._subjects is None:
            self._subjects = frozenset().union(*(mention.subjects for mention in self.sure))
        return self._subjects

    @property
    def name(self) -> str:
        """Return the whole name that is given most often; of several, the longest; a surname only where no more is given."""
        self._name = self._name or _most_given([mention.speaker.name for mention in self.mentions])
        return self._name

    @property
    def telling(self) -> set[frozenset[str]]:
        """Return what each mention says beside the kind of role: the body, the country, the field."""
        return {mention.words - _GENERAL for mention in self.mentions}

    @property
    def phrases(self) -> set[str]:
        """Return roles and affiliations as whole phrases."""
        said = (words for m in self.mentions for words in (m.speaker.role, m.speaker.affiliation))
        return {normal(words) for words in said if words}


def _most_given(names: Sequence[str]) -> str:
    if len(set(names)) == 1:
        return names[0]
    counts = Counter(names)
    return min(counts, key=lambda n: (" " not in n, -counts[n], -len(n), n))
