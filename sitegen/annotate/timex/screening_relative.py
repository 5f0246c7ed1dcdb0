"""Which lengths, steps and references are no times after all: a second chance, one day of three, This Week."""

from sitegen.annotate.timex.rules import Kind
from sitegen.annotate.timex.scene import Tense, tense_of
from sitegen.annotate.timex.sight import NOUNS, SURE_YEARS, Sight
from sitegen.annotate.timex.vocabulary import UNITS
from sitegen.annotate.timex.words import listed

_AGED = frozenset({"old", "olds"})
_SPEEDS = frozenset({"second", "minute", "hour"})
"""Units that measure how fast more than how often."""


def unit(sight: Sight) -> bool:
    """Tell a unit of time from an age, a column of figures, a speed, a part of a whole, and a second chance."""
    if sight.after in _AGED or (sight.after == "-" and sight.next is not None and sight.next.lower_ in _AGED):
        return False
    if sight.found.rule.value:
        return True
    if _is_column(sight) or (sight.words[0] == "per" and sight.words[-1] in _SPEEDS):
        return False
    if sight.words[-1] in {"quarter", "quarters"} and sight.found.rule.kind in {Kind.AMOUNT, Kind.STEPS}:
        return _are_quarters(sight)
    second = sight.words[-1] == "second"
    return not second or (sight.last.tag_ == "NN" and (sight.next is None or sight.next.pos_ not in NOUNS))


def _are_quarters(sight: Sight) -> bool:
    """Tell two quarters from three quarters of the voters and a quarter-point."""
    counted = "num" in sight.found.groups and "-" not in sight.words
    return counted and sight.after not in {"of", "in"} and sight.words[-1] == "quarters"


def _is_column(sight: Sight) -> bool:
    """Tell figures above a line of a table ("670,000 / Year") and a year of its own ("the 1985 month") from a count."""
    number = sight.found.groups.get("num", ())
    if len(number) != 1 or not number[0][0].isdecimal() or sight.words[-1] not in UNITS or "-" in sight.words:
        return False
    return sight.last.text.istitle() or (number[0].isdecimal() and int(number[0]) in SURE_YEARS)


def same(sight: Sight) -> bool:
    """Take "the week" for a time of its own only where nothing tells which week."""
    groups = sight.found.groups
    if "mod" in groups and "unit" not in groups:
        return sight.before in {"by", "in", "until", "since", "at", "during", "from"}
    weekend = sight.words[-1] == "weekend"
    if "that" not in sight.words and sight.after in (_TELLING_WHICH if weekend else _TELLING_WHICH | _SUBJECTS):
        return False
    if sight.next is not None and sight.next.pos_ in NOUNS and sight.last.dep_ == "compound" and not weekend:
        return False
    if {"that", "same", "very", "latest", "recent"} & set(sight.words) or "mod" in groups:
        return "part" in groups or sight.words[-1] not in {"second", "minute", "hour"}
    return sight.words[-1] in {"year", "quarter", "month", "week", "weekend"} | _EVER_PARTS


_TELLING_WHICH = listed("of - when that after before")
_SUBJECTS = listed("he she they it we i")
"""Behind "the day" they open a clause that tells which day; behind "over the weekend" the main clause goes on."""
_EVER_PARTS = frozenset({"morning", "afternoon", "evening", "night"})


def step(sight: Sight) -> bool:
    """Tell last week from This Week, the programme, and from the last week of a war."""
    unit = sight.words[-1]
    if sight.first.text.istitle() and sight.last.text.istitle() and not sight.first.is_sent_start:
        return False
    if (sight.after == "of" and sight.before not in {"is", "'s"}) or unit in {"second", "minute", "hour"}:
        return False
    return not (
        sight.next is not None and sight.last.dep_ == "compound" and sight.next.tag_ == "NN" and unit == "second"
    )


def amount(sight: Sight) -> bool:
    """Take a bare plural ("weeks") for a length after a preposition, not where it only names days."""
    groups = sight.found.groups
    if "num" in groups or "toward" in groups or sight.found.rule.value:
        return True
    if sight.words[0] == "the" or "-" in sight.words:
        return True
    if sight.alone and sight.words[0] in _LOOSE:
        return False
    return sight.first.dep_ in {"pobj", "npadvmod", "dobj", "nsubj", "nsubjpass"} or sight.after == "of"


_LOOSE = frozenset({"years", "decades", "minutes", "seconds"})
"""Plurals that by themselves say little more than "long" or "just"."""


def reference(sight: Sight) -> bool:
    """Tell "soon" and "one day" of the future from "soon after" and one day of three."""
    words = sight.words
    if words[-1] in _VAGUE_AHEAD:
        asked = sight.after in _EVENT_LEADS
        return not asked and sight.before != "as" and tense_of(sight.first) is not Tense.PAST
    if words == ("one", "day"):
        counted = sight.after in {"of", "after", "before", "-"} or sight.before in _COUNT_LEADS
        return not counted and tense_of(sight.last) is not Tense.PAST
    if words[-1] == "moment" and words[0] == "the":
        return sight.before in {"at", "for"}
    return _described(sight)


_VAGUE_AHEAD = listed("soon shortly")
_EVENT_LEADS = listed("after before as thereafter afterwards afterward")
_COUNT_LEADS = listed("in for within after least than only just on by")


def _described(sight: Sight) -> bool:
    """Tell "the present" and "recent" talks from a present and the most recent."""
    words = sight.words
    if words in {("current",), ("recent",), ("former",), ("future",)}:
        return sight.first.dep_ == "amod" and sight.before not in {"more", "most"}
    if words == ("now",):
        return sight.after != "that" or sight.first.dep_ == "advmod"
    if words[-1] in {"past", "present", "moment", "future"}:
        return sight.next is None or sight.next.pos_ not in NOUNS or sight.last.pos_ == "NOUN"
    return True
