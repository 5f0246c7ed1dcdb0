"""Whom do "he" and "she" mean? Weighs the persons named before, in the same and in the last paragraphs.

Where two people fit nearly equally well, nobody is meant: no speaker is better than a wrong one.
"""

from bisect import bisect_left
from collections.abc import Sequence

from sitegen.annotate.names import Gender
from sitegen.annotate.people import People, Person
from sitegen.annotate.reading import Reading

_GENDERS = {"he": Gender.MALE, "him": Gender.MALE, "his": Gender.MALE, "she": Gender.FEMALE, "her": Gender.FEMALE}
_PARAGRAPHS = 2
"""Paragraphs before the pronoun's own in which its person can stand."""
_CANDIDATES = 12
_MARGIN = 1.0
"""By how much the best must lead."""
_SUBJECT, _SPEAKER, _KNOWN_GENDER, _PER_SENTENCE, _PER_PARAGRAPH, _OWNER, _QUOTED = (
    2.0,
    2.5,
    1.0,
    -1.0,
    -1.5,
    -1.0,
    -3.0,
)


def gender_of(word: str) -> Gender | None:
    """Return the gender of a pronoun of the third person, None of any other word."""
    return _GENDERS.get(word)


class Pronouns:
    """Resolves pronouns of one article; remembers who spoke where."""

    def __init__(self, r: Reading, known: People) -> None:
        self._r = r
        self._known = known
        self._named = [m for p in known.all for m in p.mentions]
        self._named.sort(key=lambda m: m.first)
        self._starts = [m.first for m in self._named]
        self._spoke: list[tuple[int, int]] = []

    def spoke(self, token: int, person: int) -> None:
        """Remember who was the source of a statement at this token; calls come in text order."""
        self._spoke.append((token, person))

    def person(self, pronoun: int) -> int | None:
        """Return the number of the person that a pronoun means, None where that is not clear."""
        r, wanted = self._r, _GENDERS[self._r.lower[pronoun]]
        scores: dict[int, float] = {}
        for number, token in self._before(pronoun):
            person = self._known.all[number]
            if person.gender in {wanted, Gender.UNKNOWN}:
                score = self._score(token, pronoun, person)
                scores[number] = max(scores.get(number, score), score)
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _MARGIN):
            return None
        return ranked[0][0] if r.paragraph[pronoun] >= 0 else None

    def _before(self, pronoun: int) -> list[tuple[int, int]]:
        """Return the persons named or heard before, the nearest first, with the token where."""
        r, last = self._r, bisect_left(self._starts, pronoun)
        near = [(self._known.at[m.first], m.end - 1) for m in reversed(self._named[max(0, last - _CANDIDATES) : last])]
        heard = [(person, token) for token, person in self._spoke[-_CANDIDATES:] if token < pronoun]
        return [x for x in near + heard if r.paragraph[pronoun] - r.paragraph[x[1]] <= _PARAGRAPHS]

    def _score(self, token: int, pronoun: int, person: Person) -> float:
        r = self._r
        score = _PER_PARAGRAPH * (r.paragraph[pronoun] - r.paragraph[token])
        score += _PER_SENTENCE * min(3, _sentences_between(r, token, pronoun))
        score += _SUBJECT * _is_subject(r, token)
        score += _OWNER * (r.dep[token] == "poss")
        score += _QUOTED * (r.passage[token] >= 0)
        score += _KNOWN_GENDER * (person.gender is not Gender.UNKNOWN)
        return score + _SPEAKER * any(t == token for t, _ in self._spoke[-_CANDIDATES:])


def _is_subject(r: Reading, token: int) -> bool:
    """Say whether a name is a subject, alone or with another ("Smith and Jones")."""
    at = r.head[token] if r.dep[token] == "conj" else token
    return r.dep[at] in {"nsubj", "nsubjpass"}


def _sentences_between(r: Reading, a: int, b: int) -> int:
    """Count sentence borders between two tokens, up to three."""
    count, at = 0, b
    while at > a and count < 3 and r.sentence[at] > a:  # noqa: PLR2004  more makes no difference
        at = r.sentence[at] - 1
        count += 1
    return count


def persons_in(known: People, tokens: Sequence[int]) -> set[int]:
    """Return the numbers of the persons named at these tokens."""
    return {known.at[i] for i in tokens if i in known.at}
