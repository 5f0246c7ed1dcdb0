"""What is known where an expression stands: publication, dates mentioned so far, style, tense of the governing verb."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from spacy.tokens import Token

from sitegen.annotate.timex.almanac import fields
from sitegen.annotate.timex.rules import Kind
from sitegen.annotate.timex.words import listed


class Style(StrEnum):
    """From where a text counts its dates."""

    NEWS = "news"
    """From its publication."""
    NARRATIVE = "narrative"
    """From the date it told of last."""


class Tense(StrEnum):
    """Where the governing verb puts the event, seen from the publication."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


_NEAR_YEARS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The dates that a text has told of up to a place."""

    last: str | None = None
    """The calendar value given last."""
    line: str | None = None
    """Where the narrative stands: a year named in passing ("the largest since 1813") does not move it."""
    period: str | None = None
    """The quarter that the text is about."""
    quarter: str | None = None
    """The quarter given last, by name."""
    written: bool = False
    """The last value had its year written out."""
    sentence: int = -1
    """Number of the sentence at hand."""
    month_years: Mapping[int, int] = field(default_factory=dict)
    """The year last given to a month by name: where no verb tells, April is the April spoken of before."""
    weekdays: Mapping[int, str] = field(default_factory=dict)
    """The day last given by each weekday's name, from which the previous Friday counts."""
    age: int = 0
    """Sentences with dates since the last value: 0 is the same sentence."""

    def at(self, sentence: int) -> "Told":
        """Return the same, seen from a sentence."""
        return self if sentence == self.sentence else replace(self, sentence=sentence, age=self.age + 1)

    def with_date(self, value: str, written: bool, moves: bool) -> "Told":  # noqa: FBT001 - two facts about the date
        """Return what is told after one more date; one that looks back does not move the narrative."""
        found, stands = fields(value), fields(self.line)
        passing = found and stands and found[1] is None and abs(found[0] - stands[0]) > _NEAR_YEARS
        line = value if moves and not passing else self.line
        years = {**self.month_years, found[1]: found[0]} if found and found[1] and not found[2] else self.month_years
        return replace(self, last=value, line=line, written=written, month_years=years, age=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The context of one expression."""

    published: str | None
    style: Style
    told: Told = Told()
    tense: Tense = Tense.OPEN
    lead: str = ""
    """The two pieces before the expression, in lower case."""

    @property
    def mentioned(self) -> str | None:
        """Return the date that "the next day" or "that year" starts from."""
        return self.told.last

    @property
    def line(self) -> str | None:
        """Return where a narrative stands."""
        return self.told.line

    @property
    def same_sentence(self) -> bool:
        """Say whether the last date stands in the sentence at hand."""
        return self.told.age == 0

    @property
    def period(self) -> str | None:
        """Return the quarter that the text is about."""
        return self.told.period

    @property
    def base(self) -> str | None:
        """Return the value that expressions without a year of their own count from."""
        if self.style is Style.NARRATIVE:
            return self.line or self.published
        return self.published


_LONG_AGO = 3
_ENOUGH_YEARS, _MANY_YEARS = 5, 10
_RARE_DAYS = 1000
"""Tokens to one weekday or one "yesterday" that a history may have."""


def style_of(kinds: Counter[Kind], years: Sequence[int], published: str | None, size: int) -> Style:
    """Judge by what a text of that many tokens counts with: old years, or weekdays and days such as yesterday."""
    near = kinds[Kind.WEEKDAY] + kinds[Kind.DEICTIC]
    found = fields(published)
    if found is None:
        return Style.NARRATIVE if len(years) > max(1, near) else Style.NEWS
    far = sum(abs(year - found[0]) >= _LONG_AGO for year in years)
    if near:
        return Style.NARRATIVE if far >= _MANY_YEARS and near * _RARE_DAYS <= size else Style.NEWS
    return Style.NARRATIVE if far >= _ENOUGH_YEARS else Style.NEWS


_FUTURE_AUXILIARIES = frozenset({"will", "'ll", "’ll", "wo", "shall", "must"})
_FUTURE_IN_PAST = "would"
_AHEAD = frozenset({"payable", "due", "effective", "upcoming", "slated", "scheduled"})
_PLANS = listed(
    "schedule plan expect set intend due hope slate aim prepare want seek agree promise vow propose begin start ready "
    "likely need have"
)
"""A to-infinitive under one of these lies ahead, even where the plan itself is past."""
_TIMETABLE = listed("begin start open arrive depart leave meet visit travel fly return convene expire kick resume")
"""In the present tense these tell what a calendar holds: "The visit begins on Tuesday"."""
_CLIMB = 12
_DESCRIBING = frozenset({"poss", "nummod", "amod", "nmod", "compound"})
_PUTTING_OFF = frozenset({"postpone", "delay", "extend", "defer", "reschedule"})


def tense_of(token: Token) -> Tense:
    """Read tense and mood of the verb that governs a token; none governs "Friday's ruling"."""
    head = token.head
    if token.dep_ in _DESCRIBING and head.pos_ in {"NOUN", "PROPN"} and head.i > token.i:
        return Tense.OPEN
    if _is_since(token):
        return Tense.PAST
    if _AHEAD & {head.lower_, head.head.lower_}:
        return Tense.FUTURE
    verb = _governor(token)
    return _tense_of_verb(verb) if verb is not None else Tense.OPEN


def _is_since(token: Token) -> bool:
    """Say whether a date bounds what has been the case: "since its report at the end of January"."""
    for _ in range(_CLIMB):
        if token.lower_ == "since":
            return True
        if token.pos_ in {"VERB", "AUX"} or token.head.i == token.i:
            break
        token = token.head
    return False


def _tense_of_verb(verb: Token) -> Tense:
    marks = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if _is_ahead(verb, marks):
        return Tense.FUTURE
    if verb.tag_ in {"VBZ", "VBP"} and verb.lemma_ in _TIMETABLE and not marks:
        return Tense.FUTURE
    if verb.tag_ in {"VBD", "VBN"} or marks & {"had", "was", "were", "did", "has", "have"}:
        return Tense.PAST
    return Tense.OPEN


def _is_ahead(verb: Token, marks: set[str]) -> bool:
    if marks & _FUTURE_AUXILIARIES or (_FUTURE_IN_PAST in marks and "have" not in marks):
        return True
    if verb.lemma_.lower() in _PUTTING_OFF or any(
        c.lower_ in _AHEAD and c.dep_ in {"acomp", "attr", "oprd"} for c in verb.children
    ):
        return True
    if "to" in marks and (verb.dep_ in {"relcl", "acl"} or verb.head.lemma_.lower() in _PLANS):
        return True
    return verb.lemma_.lower() in _PLANS and verb.tag_ == "VBN" and "had" not in marks and verb.dep_ != "ROOT"


def _governor(token: Token) -> Token | None:
    for _ in range(_CLIMB):
        if token.pos_ in {"VERB", "AUX"}:
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None
