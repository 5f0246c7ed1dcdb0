"""Which rows of words are time expressions: the rule table of what stands on the calendar.

Notation in patterns.py; what the named groups mean in readings.py; what a kind needs from its context in resolution.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sitegen.model.annotations import TimexType

DATE, TIME, DURATION, SET = TimexType.DATE, TimexType.TIME, TimexType.DURATION, TimexType.SET


class Kind(StrEnum):
    """What sort of time an expression gives, and so what it needs to become a value."""

    CALENDAR = "calendar"
    """A place on the calendar; what is missing above it comes from the context."""
    WEEKDAY = "weekday"
    DEICTIC = "deictic"
    """Yesterday, tomorrow, tonight: days from the publication."""
    STEP = "step"
    """Last year, the next day."""
    STEPS = "steps"
    """Two years ago, a day later."""
    SAME = "same"
    """That year, the same day."""
    EARLIER_PERIOD = "earlier period"
    """The year-ago quarter."""
    FEAST = "feast"
    CLOCK = "clock"
    """A time of day whose day comes from the context."""
    AMOUNT = "amount"
    """A length of time."""
    REPEATED = "repeated"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: positional, for it is a table."""

    kind: Kind
    type: TimexType
    pattern: str
    value: str = ""
    """What a reference or a set is worth by itself."""


FRAGMENTS: Mapping[str, str] = {
    "small": "( TENS -? CARD | CARD )",
    "number": "( half a/an SCALE | FIGURE SCALE? | a/an? SCALE"
    " | {small} ( SCALE ( and? {small} )? SCALE? )? ) ( and a half | - and - a - half )?",
    "vague": "( a/the? few | VAGUE | a? couple of? | dozens/hundreds/thousands/scores/tens of )",
    "count": "num=( {number} | {vague} )",
    "some": "mod=( about/around/approximately/roughly/nearly/almost/over/under/circa | up to | at least/most"
    " | ( more/less/fewer/longer | no more/less/fewer ) than | as many/much as )?",
    "least": "mod=( about/nearly/almost | up to | at least/most | ( more/less/fewer/longer | no more/less/fewer ) than )?",
    "when": "mod=( the? very? beginning/start/end/middle/midst/close/onset/dawn of"
    " | the? mid -? | end - | the? very? early/late -? | early/late in/on? | around/about/circa/ca./c./approximately/roughly )?",
    "month": "month=MONTH/STUMP",
    "day": "day=DAY/NTH",
    "on": "( weekday=DOW/DOWSTUMP ,? the? )?",
    "year": "( year=YEAR | spoken=( TEEN TENS -? CARD? ) )",
    "era": "( era=bc/b.c./bce/b.c.e. )",
    "ad": "( ad/a.d./ce )?",
    "to": "( and/or/to/-/–/—/through/until/till// )",
    "fiscal": "fiscal? -?",
    "beside": "the? beside=( day before/after )",
    "the": "the/its/their/his/her/our?",
    "of_year": "( ( of/in? the/that/this same? | ofyear=of? last/this/next ) year | of? the year=YEAR )",
    "noon": "am/pm/a.m./p.m./a.m/p.m",
    "ranked": "day=( ( TENS -? )? ORD )",
    "clock": "clock=( CLOCK {noon}? | FIGURE {noon} | FIGURE/CARD o ' clock | FIXEDHOUR | CARD {noon}"
    " | CARD TENS ( -? CARD )? {noon} ) ( in the around=PART )? ( zone=ZONE )?",
    "length": "unit=UNIT/UNITS",
}

_ON_CALENDAR = (
    "iso=ISO",
    "{beside} {on} {month} {day} ( ,? year=YEAR )?",
    "the unit=week of {month} {day} ( ,? year=YEAR )?",
    "the unit=quarter (?= ended/ending {month} DAY/NTH? ,? ( year=YEAR )? )",
    "slash=SLASH",
    "{when} {on} {month} {day} ,? of? year=YEAR {ad}",
    "{when} {on} {month} {day} ,? year=OLDYEAR {era}",
    "{when} {on} {month} {day} (?= {to} ( DAY/NTH | MONTH/STUMP DAY/NTH ) ,? year=YEAR )",
    "{when} {on} {month} {day} of ofyear=the/that same? year",
    "{when} {on} {month} {day} ,? ofyear=last/this/next year",
    "{when} {on} {month} {day}",
    "{when} {on} {month} day=CARD ,? year=YEAR",
    "{when} {on} {month} day=( TENS -? ORD ) ( ,? {year} )?",
    "{when} {on} {month} day=ORD ,? {year}",
    "{when} {on} {month} day=ORD (?= STOP/and )",
    "{when} {on} the {ranked} of {month} ( ,? {year} )?",
    "{when} {on} {month} day=CARD (?= STOP )",
    "(?<= on ) {month} day=CARD",
    "{when} {on} the? {day} ( of | - )? {month} ( , | - )? year=YEAR {ad}",
    "{day} - {month} - year=YY",
    "{when} {on} the? {day} of? {month} year=OLDYEAR {era}",
    "{when} {on} the? {day} (?= {to} DAY/NTH of? {month} )",
    "{when} {on} the? {day} of? {month}",
    "(?<= MONTH/STUMP DAY/NTH and/or/to/-/–/through/, ) {day} ( ,? year=YEAR )?",
    "{when} {month} ,? of? {year} {ad}",
    "{when} {month} ,? of? year=OLDYEAR {era}",
    "{when} {month} (?= {to} MONTH/STUMP ,? of? year=YEAR )",
    "{when} {month} of ofyear=the/that same? year",
    "{when} {month} of? ,? ofyear=last/this/next year",
    "{when} month=MONTH",
    "{when} ( the year )? year=YEAR {ad}",
    "the {fiscal} year ended? year=YEAR",
    "{when} the? fiscal -? year=YEAR",
    "{when} the? fiscal year year=YEAR",
    "the? year=YEAR full/fiscal/financial/calendar? year",
    "{when} the year spoken=( CARD SCALE? ( -? and? CARD )* )",
    "{when} spoken=( TEEN TENS -? CARD? )",
    "{when} year=OLDYEAR {era}",
    "{when} year=OLDYEAR (?= {to} OLDYEAR {era} )",
    "(?<= YEAR -/–// ) short=YY",
    "{when} the? decade=DECADE {era}?",
    "{when} the decade=DECADEWORD",
    "{when} the? decade=( TEEN DECADEWORD )",
    "{when} the? year=YEAR half=first/second -? half",
    "mod=( the? mid/early/late -? ) decade=DECADEWORD",
    "{when} the? century=( ( CARD -? )? ORD/NTH ) -? century {era}?",
    "{when} the? century=( ( CARD -? )? ORD/NTH ) (?= and/or/to ( CARD -? )? ORD/NTH -? century/centuries )",
    "century=( ( CARD -? )? ORD/NTH ) -? centuries {era}?",
    "{when} the? season=SEASON ,? of? {year}",
    "{when} the? season=SEASON ,? of? year=OLDYEAR {era}",
    "{when} season=SEASON of? ,? ofyear=last/this/next year",
    "{when} season=SEASON of ofyear=the/that same? year",
    "{when} the season=SEASON (?= and/or/to the? SEASON ,? of? {year} )",
    "{when} the season=SEASON (?= and/or/to the? SEASON ,? of? year=OLDYEAR {era} )",
    "{when} the season=SEASON",
    "season=SEASON (?= offensive/offensives/campaign/campaigns/election/elections/session/semester/term/fighting )",
    "mod=( early/late/mid -? in? ) season=SEASON",
    "(?<= in/by/since/until/till/during/before/after/through/of/this/every ) season=SEASON",
    "{when} toward=last/this/next/past/previous/following/coming season=SEASON",
    "{when} {the} {fiscal} quarter=ORD/NTH fiscal? quarter ( of {fiscal} year=YEAR )?",
    "{when} {fiscal} quarter=ORD/NTH - quarter ( of {fiscal} year=YEAR )?",
    "{when} {the} {fiscal} quarter=ORD/NTH -? {fiscal} quarter of? ofyear=last/this/next year",
    "ofyear=last/this/next year 's? {fiscal} quarter=ORD -? quarter",
    "{when} {the} ( year=YEAR 's? | fiscal year=YEAR ) quarter=ORD/NTH -? quarter",
    "{when} the quarter=last/final quarter of {fiscal} ( the year )? year=YEAR",
    "{when} the quarter=last/final quarter of ofyear=last/this/next year",
    "{the} quarter=ORD (?= and/or/, ORD -? quarter/quarters of? {fiscal} year=YEAR )",
    "{the} quarter=ORD (?= and/or/, ORD -? quarter/quarters of? ofyear=last/this/next year )",
    "{the} quarter=ORD (?= and/or/, ORD -? quarter/quarters )",
    "quarter=ORD quarters of? {fiscal} year=YEAR",
    "quarter=ORD quarters of? ofyear=last/this/next year",
    "quarter=ORD quarters",
    "q quarter=DAY of? year=YEAR",
    "q quarter=DAY",
    "{when} the half=first/second/last/latter half of {fiscal} ( the year )? year=YEAR",
    "{when} the half=first/second/last/latter half of ofyear=the/this/last/next/that year",
    "{when} the half=first/second/last/latter half of {month}",
    "the half=first/second/last/latter half of the? decade=DECADE",
    "half=first/second -? half (?= results/profit/profits/net/earnings/sales/loss/year )",
    "{when} toward=last/this/next/past {month} ( {day} )?",
    "{on} the day=NTH of toward=that/this/the same/next/last? month",
    "{on} the day=NTH",
    "{when} ( the )? yearend=( year -? end ) ( year=YEAR )?",
    "{when} ( the )? yearend=yearend ( year=YEAR )?",
    "{when} {on} {month} {day} ,? part=PART",
    "{clock} ,? on? {on} {month} {day} ( ,? year=YEAR )?",
    "{clock} ,? on? {on} the? {day} of? {month} ( ,? year=YEAR )?",
    "( part=PART of | part=PART , ) {on} {month} {day} ( ,? year=YEAR )?",
    "( the part=PART of | part=PART , ) {on} the? {day} of? {month} ( ,? year=YEAR )?",
)

CALENDAR_RULES = tuple(Rule(Kind.CALENDAR, DATE, pattern) for pattern in _ON_CALENDAR)

WEEKDAY_RULES = tuple(
    Rule(Kind.WEEKDAY, DATE, pattern)
    for pattern in (
        "weekday=DOW",
        "{beside} ( toward=last/next/this )? weekday=DOW",
        "the? toward=last/next/this/past/previous/following/coming weekday=DOW",
        "{when} weekday=DOW part=PART",
        "weekday=DOW at? {clock}",
        "{clock} ,? on? ,? ( toward=last/next/this )? weekday=DOW ( around=PART )?",
        "( the part=PART of | part=PART on? ) weekday=DOW",
        "weekday=DOW of? ofweek=last/this/next week",
    )
)
