"""Whom does the pronoun that a clause begins with mean? A name only where it is certain; from the parse and the speakers.

Known are: the pronouns that a statement's speaker was read from, the subject of "Ada Brandt said she would resign", and
"he" and "she" where one person leads clearly (pronouns). "They", "we" and what stands in quotation marks stay as they are.
"""

from functools import cached_property

from spacy.tokens import Doc

from sitegen.annotate import cues
from sitegen.annotate.clauses import own_subject
from sitegen.annotate.event_clauses import Clause
from sitegen.annotate.event_words import REPORTING
from sitegen.annotate.names import Gender
from sitegen.annotate.nationalities import NATIONALITIES
from sitegen.annotate.people import People, Person, people
from sitegen.annotate.pronouns import Pronouns, gender_of
from sitegen.annotate.reading import Reading, read
from sitegen.annotate.sources import Identity, identify
from sitegen.model.annotations import PRONOUN, Speaker, SpeakerKind
from sitegen.model.text import Span

_APOSTROPHES = frozenset("'’")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_IT = "it"
_THINGS = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.STATE})
_NO_PERSON = frozenset({"GPE", "NORP", "LOC", "DATE"})
_LOOK_BACK = 3
"""Sentences."""
_EMPTY = frozenset({"seem", "appear", "rain", "snow", "take", "cost", "turn", "happen", "follow"})
"""Verbs of which "it" is often nobody."""


class Names:
    """Resolves the pronouns of one article; reads it for that only when there is one and nobody has read it."""

    def __init__(self, doc: Doc, speakers: tuple[Speaker, ...], reading: Reading | None = None) -> None:
        self._doc = doc
        self._text = reading.text if reading else doc.text
        self._read = reading
        self._heard = {span: speaker for speaker in speakers for span in speaker.mentions}

    def of(self, clause: Clause) -> str:
        """Return the name that the first pronoun of a clause stands for; empty where it has none or that is open."""
        words = clause.span.of(self._text)
        found = PRONOUN.search(words)
        if found is None or words[found.end() : found.end() + 1] in _APOSTROPHES:
            return ""
        start = clause.span.start + found.start()
        at = self._doc.char_span(start, start + len(found[0]))
        if at is None or at[0].dep_ not in _SUBJECTS or self._reading.passage[at[0].i] >= 0:
            return ""
        name = self._it(at[0].i) if at[0].lower_ == _IT else self._person(at[0].i)
        return "" if not name or name.split()[-1] in words else name

    @cached_property
    def _reading(self) -> Reading:
        return self._read or read(self._doc)

    @cached_property
    def _known(self) -> People:
        return people(self._reading)

    @cached_property
    def _pronouns(self) -> Pronouns:
        made = Pronouns(self._reading, self._known)
        for span, speaker in sorted(self._heard.items(), key=lambda item: item[0]):
            token = self._doc.char_span(span.start, span.end)
            if token is not None and gender_of(token[0].lower_) and speaker.name in self._numbers:
                made.spoke(token[0].i, self._numbers[speaker.name])
        return made

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {str(person): person.number for person in self._known.all}

    def _said(self, i: int) -> Speaker | None:
        """Return the speaker whom a token alone was read as."""
        token = self._doc[i]
        return self._heard.get(Span(token.idx, token.idx + len(token)))

    def _person(self, i: int) -> str:
        """Return whom "he" or "she" means, where nobody else can be meant."""
        number = self._meant(i)
        person = None if number is None else self._known.all[number]
        if person is None or self._has_namesake(person) or self._is_crossed(person, i):
            return ""
        return str(person)

    def _meant(self, i: int) -> int | None:
        speaker = self._said(i)
        if speaker is not None:
            return self._numbers.get(speaker.name)
        who = self._reporter(i)
        if who is not None:
            return who.person if self._is_alone(who, i) else None
        number = self._pronouns.person(i)
        return number if number is not None and self._is_only(number, i) else None

    def _is_only(self, number: int, i: int) -> bool:
        """Say whether a person fits the pronoun, and nobody else who would is named beside that person's last mention."""
        r, known, wanted = self._reading, self._known, gender_of(self._reading.lower[i])
        last = max((m.first for m in known.all[number].mentions if m.first < i), default=0)
        beside = {known.at[t] for t in range(r.sentence[last], i) if t in known.at} - {number}
        return known.all[number].gender is wanted and all(
            known.all[other].gender not in {wanted, Gender.UNKNOWN} for other in beside
        )

    def _has_namesake(self, person: Person) -> bool:
        return sum(other.name.surname == person.name.surname for other in self._known.all) > 1

    def _is_crossed(self, person: Person, i: int) -> bool:
        """Say whether another who may be a person acts before, in the same sentence or shortly before it."""
        r, at = self._reading, self._reading.sentence[i]
        if any(self._is_another(t, person) for t in range(at, i) if r.dep[t] in _SUBJECTS):
            return True
        for _ in range(_LOOK_BACK):
            if at == 0:
                return False
            end, at = at, r.sentence[at - 1]
            acting = [t for t in range(at, end) if _acts(r, t)]
            if any(self._known.at.get(t) == person.number for t in acting):
                return False
            if any(self._is_another(t, person) for t in acting):
                return True
        return False

    def _is_another(self, token: int, person: Person) -> bool:
        """Say whether a subject can be a person and is not known to be this one."""
        r = self._reading
        may_be = r.pos[token] == "PROPN" and r.entity[token] not in _NO_PERSON
        role = r.pos[token] == "NOUN" and r.tag[token] == "NN" and r.lemma[token] in cues.ROLES
        speaker = self._said(token)
        known = speaker is not None and self._numbers.get(speaker.name) == person.number
        return (may_be or role) and self._known.at.get(token) != person.number and not known

    def _it(self, i: int) -> str:
        r = self._reading
        verb = r.head[i]
        if r.lemma[verb] in _EMPTY or any(r.dep[c] in {"acomp", "attr", "expl"} for c in r.children[verb]):
            return ""
        speaker = self._said(i)
        if speaker is not None:
            return speaker.name
        who = self._reporter(i)
        if who is not None and who.name.casefold() in NATIONALITIES:
            return ""
        return who.name if who is not None and who.person is None and who.kind in _THINGS else ""

    def _reporter(self, i: int) -> Identity | None:
        """Return who reports the clause of a pronoun: "Nordbahn said it would close", "Ada Brandt said she left"."""
        r = self._reading
        verb = r.head[i]
        above = r.head[verb]
        if r.dep[verb] != "ccomp" or r.lemma[above] not in REPORTING or above > i:
            return None
        subject = own_subject(r, above)
        if subject is None or subject > above:
            return None
        speaker = self._said(subject)
        if speaker is not None and r.pos[subject] == "PRON":
            return Identity(
                person=self._numbers.get(speaker.name),
                name=speaker.name,
                kind=speaker.kind,
                first=subject,
                end=subject + 1,
            )
        return identify(r, self._known, self._pronouns, subject)

    def _is_alone(self, who: Identity, i: int) -> bool:
        """Say whether nobody else is named between one who reports and the pronoun, and the pronoun fits."""
        r, wanted = self._reading, gender_of(self._reading.lower[i])
        others = {self._known.at[t] for t in range(r.sentence[i], i) if t in self._known.at} - {who.person}
        person = self._known.all[who.person] if who.person is not None else None
        return not others and person is not None and person.gender in {wanted, Gender.UNKNOWN}


def _acts(r: Reading, token: int) -> bool:
    """Say whether a token is the subject of its sentence's main verb."""
    verb = r.head[token]
    return r.dep[token] in _SUBJECTS and r.head[verb] == verb
