"""Which matches are no time expressions after all: "may" the verb, "March" the name, 1500 soldiers, a second chance."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from sitegen.annotate.timex.grammar import Found
from sitegen.annotate.timex.rules import Kind
from sitegen.annotate.timex.scene import Tense, tense_of
from sitegen.annotate.timex.units import Units
from sitegen.annotate.timex.vocabulary import QUANTITY_NOUNS, UNITS, YEARLY_NOUNS
from sitegen.annotate.timex.words import listed


@dataclass(frozen=True, slots=True)
class Sight:
    """A match with what stands around it."""

    found: Found
    units: Units
    first: Token
    last: Token
    before: str
    """The piece before, lower case; empty at the start."""
    following: tuple[str, ...]
    """The two pieces behind."""
    next: Token | None
    """The token behind, over a hyphen."""

    @property
    def after(self) -> str:
        """Return the piece behind, in lower case."""
        return self.following[0] if self.following else ""

    @property
    def words(self) -> tuple[str, ...]:
        """Return the pieces of the match."""
        return self.units.words(self.found.start, self.found.end)

    @property
    def alone(self) -> bool:
        """Say whether the match is one piece."""
        return self.found.end - self.found.start == 1


_NAMESAKES = frozenset({"may", "march", "april", "june", "august", "summer", "spring", "fall", "autumn", "winter"})
_MONTH_LEADS = listed("in since from by until till during through between early late mid last next this")
_YEAR_LEADS = listed(
    "in since by until till from before after during of between through early late mid to for around about circa ( "
    "and or - – — / , the 's his her its their a an throughout than back was is"
)
_SURE_YEARS = range(1900, 2060)
_NUMBER_LEADS = listed(
    "around approximately roughly $ £ € # no. no nos number about some nearly over under than least most only page flight room c$ us$"
)
_COUNTED = listed("% ° percent pct mln bln")
_HOURS = listed("gmt local hours hrs utc est")
_NAMED_BY_YEAR = frozenset({"EVENT", "DATE"})
_LATE_HOURS = listed("2100 2130 2200 2230 2300 2330 2400")
"""Figures behind "1800 to" that make a time of day of it."""
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_DESCRIBING = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
_LONGER = frozenset({"D", "W", "M", "Y", "DE", "CE", "ML"})


def is_time(sight: Sight) -> bool:
    """Say whether a match stands for a time where it stands."""
    groups = sight.found.groups
    checks = (check for name, check in _BY_GROUP.items() if name in groups)
    by_kind = _BY_KIND.get(sight.found.rule.kind)
    return all(check(sight) for check in checks) and (by_kind is None or by_kind(sight))


def _month(sight: Sight) -> bool:
    words = sight.words
    if sight.first.text.isupper() and _is_code(sight):
        return False
    if not sight.alone or words[0] not in _NAMESAKES:
        return True
    tagged = sight.first.tag_ in {"NNP", "NNPS"} and sight.first.ent_type_ not in {"PERSON", "ORG", "GPE", "FAC"}
    before = sight.first.nbor(-1) if sight.first.i else None
    if (
        before is not None
        and before.pos_ == "PROPN"
        and before.dep_ == "compound"
        and before.head.i in {sight.first.i, sight.first.head.i}
    ):
        return False
    if sight.next is not None and sight.next.ent_type_ == "PERSON" and sight.first.head.i >= sight.next.i:
        return False
    marched = words[0] == "march" and sight.before not in _MONTH_LEADS and (
        sight.after in {"of", "for", "to", "against", "on"}
        or (sight.before == "the" and (sight.next is None or sight.next.pos_ not in _DESCRIBING))
    )
    return tagged and not marched


def _is_code(sight: Sight) -> bool:
    """Tell a contract of a price table (MAY7) and a firm (DEC.) from a month."""
    if sight.alone:
        return sight.words[0].endswith(".")
    return not sight.first.text.rstrip(".").isalpha()


def _season(sight: Sight) -> bool:
    if {"year", "ofyear", "spoken"} & set(sight.found.groups):
        return True
    noun = sight.last.tag_ in {"NN", "NNP"} and sight.last.ent_type_ not in {"PERSON", "ORG", "FAC"}
    if sight.words[-1] == "fall" and sight.after in {"of", "in", "from", "to", "into", "by"}:
        return False
    return noun


def _year(sight: Sight) -> bool:
    """Take a number alone for a year where a preposition, a bracket or a described noun says so."""
    figures = sight.words[-1]
    if not figures.isdecimal() or not {"year", "mod"}.issuperset(sight.found.groups) or "year" in sight.words:
        return True
    if not sight.alone and (sight.words[0] not in _NUMBER_LEADS or _is_about_a_year(sight)):
        return True
    if _counts(sight):
        return False
    if int(figures) in _SURE_YEARS:
        many = sight.next is not None and sight.next.tag_ == "NNS" and sight.first.head.i == sight.next.i
        many = many and sight.after not in YEARLY_NOUNS
        return not many or sight.before in _YEAR_LEADS
    through = sight.following[-1] if sight.after in {"-", "–"} else ""
    counted = sight.first.dep_ == "nummod" and sight.first.head.tag_ == "NNS"
    led = sight.before in _YEAR_LEADS and not counted and int(figures) <= _SURE_YEARS[-1]
    return led or (len(through) == len("1863") and through.isdecimal())


def _is_about_a_year(sight: Sight) -> bool:
    thing = sight.next is not None and (sight.next.pos_ in _DESCRIBING or sight.next.lower_ in _COUNTED)
    return sight.words[0] in {"around", "about"} and int(sight.words[-1]) in _SURE_YEARS and not thing


def _counts(sight: Sight) -> bool:
    """Say whether the words around a number make it an amount, a page or a time of day."""
    if sight.before in _NUMBER_LEADS or sight.after in _COUNTED or sight.after in QUANTITY_NOUNS:
        return True
    if sight.alone and sight.first.i and sight.first.dep_ == "appos" and sight.first.ent_type_ not in _NAMED_BY_YEAR:
        return sight.first.nbor(-1).pos_ == "PROPN"  # "the Antares 2000"
    return sight.after in _HOURS or (sight.after in {"and", "to", "-"} and sight.following[-1] in _LATE_HOURS)


def _unit(sight: Sight) -> bool:
    if sight.after in _AGED or (sight.after == "-" and sight.next is not None and sight.next.lower_ in _AGED):
        return False
    if sight.found.rule.value:
        return True
    if _is_column(sight):
        return False
    if sight.words[-1] in {"quarter", "quarters"} and sight.found.rule.kind in {Kind.AMOUNT, Kind.STEPS}:
        return (
            "num" in sight.found.groups
            and "-" not in sight.words
            and sight.after not in {"of", "in"}
            and sight.words[-1] != "quarter"
        )
    if sight.words[0] == "per" and sight.words[-1] in _SPEEDS:
        return False
    if sight.words[-1] == "second":
        return sight.last.tag_ == "NN" and (sight.next is None or sight.next.pos_ not in _NOUNS)
    return True


_AGED = frozenset({"old", "olds"})


def _is_column(sight: Sight) -> bool:
    """Tell figures above a line of a table ("670,000 / Year") and a year of its own ("the 1985 month") from a count."""
    number = sight.found.groups.get("num", ())
    if len(number) != 1 or not number[0][0].isdecimal() or sight.words[-1] not in UNITS or "-" in sight.words:
        return False
    return sight.last.text.istitle() or (number[0].isdecimal() and int(number[0]) in _SURE_YEARS)


_SPEEDS = frozenset({"second", "minute", "hour"})
"""Units that measure how fast more than how often."""


def _often(sight: Sight) -> bool:
    """Tell "met daily" from a daily, the newspaper."""
    return sight.last.dep_ == "npadvmod" or sight.next is None or sight.next.pos_ != "PROPN"


def _deictic(sight: Sight) -> bool:
    """Tell "today's ruling" from USA Today and from today's world, which is that of these years."""
    if sight.first.text.istitle() and sight.first.i and sight.first.nbor(-1).pos_ == "PROPN" and sight.alone:
        return False
    return not (sight.words[-1] == "today" and sight.after == "'s" and sight.following[-1] in _OF_THESE_YEARS)


_OF_THESE_YEARS = listed("world youth society generation generations standards economy technology terms dollars prices")


def _decade(sight: Sight) -> bool:
    written = sight.found.groups["decade"][0]
    if len(written.strip("'s")) >= len("1990"):
        return True
    if not written[0].isdigit() or not written[0].isascii():
        return sight.before not in {"his", "her", "their", "my"}
    era = "era" in sight.found.groups
    return era or "the" in sight.words


_DESCRIBING_DEPS = frozenset({"amod", "advmod", "compound", "nummod"})


def _day_alone(sight: Sight) -> bool:
    if "month" in sight.found.groups or "toward" in sight.found.groups:
        return True
    if sight.last.dep_ in _DESCRIBING_DEPS and sight.last.head.i > sight.last.i:
        return False
    if sight.words[0] == "the":
        if (
            sight.after in {",", "and"}
            and len(sight.following) > 1
            and sight.following[1][-2:] in {"th", "rd", "nd", "st"}
        ):
            return False
        return sight.next is None or sight.next.pos_ not in _DESCRIBING
    return sight.next is None or sight.next.pos_ not in {"NOUN", "ADJ"}


def _clock(sight: Sight) -> bool:
    """Figures with a colon are a time after "at" or with half of the day, zone or date; else a score or a verse."""
    clock = sight.found.groups["clock"]
    if sight.before == "high":
        return False
    if len(clock) > 1 or "zone" in sight.found.groups or clock[0].isalpha():
        return True
    dated = {"weekday", "day", "deictic"} & set(sight.found.groups)
    return bool(dated) or sight.before in _CLOCK_LEADS


_CLOCK_LEADS = listed("at by until till around about from since before after")


def _same(sight: Sight) -> bool:
    """Take "the week" for a time of its own only where nothing tells which week."""
    groups = sight.found.groups
    if "mod" in groups and "unit" not in groups:
        return sight.before in {"by", "in", "until", "since", "at", "during", "from"}
    weekend = sight.words[-1] == "weekend"
    if "that" not in sight.words and sight.after in (_TELLING_WHICH if weekend else _TELLING_WHICH | _SUBJECTS):
        return False
    if sight.next is not None and sight.next.pos_ in _NOUNS and sight.last.dep_ == "compound" and not weekend:
        return False
    if {"that", "same", "very", "latest", "recent"} & set(sight.words) or "mod" in groups:
        return "part" in groups or sight.words[-1] not in {"second", "minute", "hour"}
    return sight.words[-1] in {"year", "quarter", "month", "week", "weekend"} | _EVER_PARTS


_TELLING_WHICH = listed("of - when that after before")
_SUBJECTS = listed("he she they it we i")
"""Behind "the day" they open a clause that tells which day; behind "over the weekend" the main clause goes on."""
_EVER_PARTS = frozenset({"morning", "afternoon", "evening", "night"})


def _step(sight: Sight) -> bool:
    unit = sight.words[-1]
    if sight.first.text.istitle() and sight.last.text.istitle() and not sight.first.is_sent_start:
        return False
    if (sight.after == "of" and sight.before not in {"is", "'s"}) or unit in {"second", "minute", "hour"}:
        return False
    return not (
        sight.next is not None and sight.last.dep_ == "compound" and sight.next.tag_ == "NN" and unit == "second"
    )


def _amount(sight: Sight) -> bool:
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


def _reference(sight: Sight) -> bool:
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
        return sight.next is None or sight.next.pos_ not in _NOUNS or sight.last.pos_ == "NOUN"
    return True


_BY_GROUP: Mapping[str, Callable[[Sight], bool]] = {
    "month": _month, "season": _season, "year": _year, "unit": _unit,
    "decade": _decade, "day": _day_alone, "clock": _clock, "often": _often, "deictic": _deictic,
}  # fmt: skip
_BY_KIND: Mapping[Kind, Callable[[Sight], bool]] = {
    Kind.SAME: _same,
    Kind.STEP: _step,
    Kind.AMOUNT: _amount,
    Kind.REFERENCE: _reference,
}
