"""Which matches are no time expressions after all: "may" the verb, "March" the name, 1500 soldiers, the Daily News."""

from collections.abc import Callable, Mapping

from sitegen.annotate.timex.rules import Kind
from sitegen.annotate.timex.screening_relative import amount, reference, same, step, unit
from sitegen.annotate.timex.sight import DESCRIBING, SURE_YEARS, Sight
from sitegen.annotate.timex.vocabulary import QUANTITY_NOUNS, YEARLY_NOUNS
from sitegen.annotate.timex.words import listed

_NAMESAKES = frozenset({"may", "march", "april", "june", "august", "summer", "spring", "fall", "autumn", "winter"})
_MONTH_LEADS = listed("in since from by until till during through between early late mid last next this")
_YEAR_LEADS = listed(
    "in since by until till from before after during of between through early late mid to for around about circa ( "
    "and or - – — / , the 's his her its their a an throughout than back was is"
)
_NUMBER_LEADS = listed(
    "around approximately roughly $ £ € # no. no nos number about some nearly over under than least most only page flight room c$ us$"
)
_COUNTED = listed("% ° percent pct mln bln")
_NEAR = 6
"""Words before a figure in which what it measures is named."""
_MEASURES = listed(
    "worth price value trade stock share dollar dlrs dlr cent temperature degree high low reading mercury approval rating percent pct score yield age"
)
_HOURS = listed("gmt local hours hrs utc est")
_NAMED_BY_YEAR = frozenset({"EVENT", "DATE"})
_LATE_HOURS = listed("2100 2130 2200 2230 2300 2330 2400")
"""Figures behind "1800 to" that make a time of day of it."""


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
    marched = (
        words[0] == "march"
        and sight.before not in _MONTH_LEADS
        and (
            sight.after in {"of", "for", "to", "against", "on"}
            or (sight.before == "the" and (sight.next is None or sight.next.pos_ not in DESCRIBING))
        )
    )
    return tagged and not marched


def _is_code(sight: Sight) -> bool:
    """Tell a contract of a price table (MAY7) and a firm (DEC.) from a month."""
    return not sight.first.text.rstrip(".").isalpha() or (sight.alone and sight.words[0].endswith("."))


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
    if int(figures) in SURE_YEARS:
        many = sight.next is not None and sight.next.tag_ == "NNS" and sight.first.head.i == sight.next.i
        many = many and sight.after not in YEARLY_NOUNS
        return not many or sight.before in _YEAR_LEADS
    through = sight.following[-1] if sight.after in {"-", "–"} else ""
    counted = sight.first.dep_ == "nummod" and sight.first.head.tag_ == "NNS"
    led = sight.before in _YEAR_LEADS and not counted and int(figures) <= SURE_YEARS[-1]
    return led or (len(through) == len("1863") and through.isdecimal())


def _is_about_a_year(sight: Sight) -> bool:
    thing = sight.next is not None and (sight.next.pos_ in DESCRIBING or sight.next.lower_ in _COUNTED)
    return sight.words[0] in {"around", "about"} and int(sight.words[-1]) in SURE_YEARS and not thing


def _counts(sight: Sight) -> bool:
    """Say whether the words around a number make it an amount, a price, a page or a time of day."""
    if sight.last.text[0].isdigit() and sight.last.text.rstrip(".")[-1:].isalpha():
        return True
    if sight.after in YEARLY_NOUNS and int(sight.words[-1]) in SURE_YEARS:
        return False
    if sight.before in _NUMBER_LEADS or sight.after in _COUNTED or sight.after in QUANTITY_NOUNS:
        return True
    if sight.alone and sight.first.i and sight.first.dep_ == "appos" and sight.first.ent_type_ not in _NAMED_BY_YEAR:
        return sight.first.nbor(-1).pos_ == "PROPN"  # "the Antares 2000"
    return sight.after in _HOURS or (sight.after in {"and", "to", "-"} and sight.following[-1] in _LATE_HOURS)


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
    return era or ("the" in sight.words and (written.startswith("'") or not _is_measured(sight)))


def _is_measured(sight: Sight) -> bool:
    """Say whether something has a price, a heat or a share: "worth in the mid 30s"."""
    before = sight.first.doc[max(0, sight.first.i - _NEAR) : sight.first.i]
    return any(token.lemma_.lower() in _MEASURES for token in before)


_DESCRIBING_DEPS = frozenset({"amod", "advmod", "compound", "nummod"})


_COPULAS = listed("is was were be been become became")


def _day_alone(sight: Sight) -> bool:
    if "month" in sight.found.groups or "toward" in sight.found.groups:
        return True
    if sight.last.dep_ in _DESCRIBING_DEPS and sight.last.head.i > sight.last.i:
        return False
    if sight.words[0] == "the":
        if sight.before in _COPULAS and sight.next is not None and sight.next.pos_ != "PUNCT":
            return False
        if (
            sight.after in {",", "and"}
            and len(sight.following) > 1
            and sight.following[1][-2:] in {"th", "rd", "nd", "st"}
        ):
            return False
        return sight.next is None or sight.next.pos_ not in DESCRIBING
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


_BY_GROUP: Mapping[str, Callable[[Sight], bool]] = {
    "month": _month, "season": _season, "year": _year, "unit": unit,
    "decade": _decade, "day": _day_alone, "clock": _clock, "often": _often, "deictic": _deictic,
}  # fmt: skip
_BY_KIND: Mapping[Kind, Callable[[Sight], bool]] = {
    Kind.SAME: same,
    Kind.STEP: step,
    Kind.AMOUNT: amount,
    Kind.REFERENCE: reference,
}
