"""Which English words speak of time, and what each is worth; the tables that patterns and readings draw on."""

from collections.abc import Mapping

from sitegen.annotate.timex.words import listed

MONTHS: Mapping[str, int] = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
    "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    "jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "jun.": 6, "jul.": 7, "aug.": 8, "sept.": 9, "sep.": 9,
    "oct.": 10, "nov.": 11, "dec.": 12, "sept": 9,
}  # fmt: skip

MONTH_STUMPS: Mapping[str, int] = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""Months only beside a day or a year: by themselves they may be names or words."""

WEEKDAYS: Mapping[str, int] = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
}  # fmt: skip

WEEKDAY_STUMPS: Mapping[str, int] = {
    "mon.": 1, "tue.": 2, "tues.": 2, "wed.": 3, "thu.": 4, "thur.": 4, "thurs.": 4, "fri.": 5, "sat.": 6, "sun.": 7,
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
"""Weekdays only beside a date: "We sat in the sun" holds none."""

WEEKDAYS_PLURAL: Mapping[str, int] = {name + "s": number for name, number in WEEKDAYS.items()}

UNITS: Mapping[str, str] = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "2W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "millennium": "ML", "weekend": "WE",
}  # fmt: skip
"""Singular unit to its letter in a TIMEX3 duration; T marks those below a day."""

UNITS_PLURAL: Mapping[str, str] = {
    "seconds": "TS", "minutes": "TM", "hours": "TH", "days": "D", "weeks": "W", "fortnights": "2W", "months": "M",
    "quarters": "Q", "years": "Y", "decades": "DE", "centuries": "CE", "millennia": "ML", "weekends": "WE",
}  # fmt: skip

SEASONS: Mapping[str, str] = {
    "spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI",
    "springtime": "SP", "summertime": "SU", "wintertime": "WI",
}  # fmt: skip

DAY_PARTS: Mapping[str, str] = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "nighttime": "NI", "daytime": "DT",
    "dawn": "MO", "dusk": "EV", "lunchtime": "MI",
}  # fmt: skip

FIXED_HOURS: Mapping[str, str] = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}

CARDINALS: Mapping[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

SCALES: Mapping[str, int] = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}

ORDINALS: Mapping[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip

DECADES: Mapping[str, int] = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip

VAGUE: Mapping[str, str] = {
    "several": "X", "few": "X", "some": "X", "many": "X", "numerous": "X", "countless": "X", "various": "X",
}  # fmt: skip
"""Counts that are none: PXY."""

DIRECTIONS: Mapping[str, int] = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "latest": -1,
    "this": 0, "current": 0, "present": 0,
    "next": 1, "coming": 1, "following": 1, "upcoming": 1, "subsequent": 1, "ensuing": 1,
}  # fmt: skip
"""Steps from the time spoken of."""

BEHIND_UNIT: Mapping[str, int] = {"before": -1, "after": 1}
"""Directions that stand behind: the year before."""

FROM_MENTION = frozenset({"previous", "preceding", "prior", "following", "subsequent", "ensuing", *BEHIND_UNIT})
"""Directions that start at the date last mentioned, not at the publication."""

QUANTIFIED: Mapping[str, str] = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y", "hourly": "PT1H",
    "nightly": "P1D", "biweekly": "P2W", "everyday": "P1D",
}  # fmt: skip
"""Words that are a SET by themselves; "annual" and "quarterly" describe a thing more than a time."""

MODIFIERS: Mapping[str, str] = {
    "early": "START", "earlier": "START", "beginning": "START", "start": "START", "dawn": "START", "onset": "START",
    "mid": "MID", "middle": "MID", "midst": "MID", "halfway": "MID",
    "late": "END", "later": "END", "end": "END", "close": "END",
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX",
    "circa": "APPROX", "ca.": "APPROX", "c.": "APPROX", "estimated": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "under": "LESS_THAN", "less than": "LESS_THAN",
    "fewer than": "LESS_THAN", "more than": "MORE_THAN", "over": "MORE_THAN", "longer than": "MORE_THAN",
    "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE", "a minimum of": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS", "as many as": "EQUAL_OR_LESS", "within": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS", "a maximum of": "EQUAL_OR_LESS", "as much as": "EQUAL_OR_LESS",
}  # fmt: skip
"""Words before a time expression to TIMEX3 mod; looked up whole, then by their last word."""

REFERENCES: Mapping[str, tuple[str, ...]] = {
    "PAST_REF": (
        "recently", "more recently", "most recently", "lately", "formerly", "the past",
        "the recent past", "the distant past", "recent times", "recent decades", "in recent memory", "recent", "former", "not long ago", "long ago", "at that time",
        "some time ago", "shortly before", "the old days",
    ),
    "PRESENT_REF": (
        "now", "right now", "just now", "currently", "at present", "at the moment", "at this time", "nowadays",
        "these days", "at this moment", "at this point", "presently", "the present", "the moment", "this time",
        "the present time", "the current time", "current",
    ),
    "FUTURE_REF": (
        "soon", "the future", "the near future", "the foreseeable future", "the not too distant future", "one day",
        "someday", "shortly", "the coming days", "the short term", "the long term", "as soon as possible",
        "future", "a later date", "a later time", "before long", "the distant future", "the immediate future",
    ),
}  # fmt: skip

FEASTS: Mapping[str, str] = {
    "christmas": "12-25", "christmas day": "12-25", "christmas eve": "12-24", "boxing day": "12-26",
    "new year's day": "01-01", "new year's eve": "12-31", "valentine's day": "02-14", "st. patrick's day": "03-17",
    "april fools' day": "04-01", "may day": "05-01", "independence day": "07-04", "fourth of july": "07-04",
    "bastille day": "07-14", "halloween": "10-31", "all saints' day": "11-01", "armistice day": "11-11",
    "veterans day": "11-11", "remembrance day": "11-11", "juneteenth": "06-19", "epiphany": "01-06",
    "thanksgiving": "4TH-11", "thanksgiving day": "4TH-11", "labor day": "1MO-09", "memorial day": "LMO-05",
    "martin luther king day": "3MO-01", "presidents day": "3MO-02", "columbus day": "2MO-10",
    "mother's day": "2SU-05", "father's day": "3SU-06",
    "easter": "E+0", "easter sunday": "E+0", "easter monday": "E+1", "good friday": "E-2", "palm sunday": "E-7",
    "ash wednesday": "E-46", "ascension day": "E+39", "pentecost": "E+49", "whit monday": "E+50",
    "maundy thursday": "E-3",
}  # fmt: skip
"""Feast to its day: month-day, the nth weekday of a month, or days from Easter Sunday."""

ZONES = frozenset(
    {"est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "gmt", "utc", "cet", "cest", "bst", "ist", "et"}
)

QUANTITY_NOUNS = listed(
    "people men women children soldiers troops civilians dollars euros pounds miles kilometers kilometres metres meters "
    "feet tons tonnes barrels shares points percent degrees acres hectares residents jobs homes houses times votes "
    "seats workers employees members students cases deaths rounds ships aircraft prisoners casualties words pages "
    "square cubic kilograms km kg lbs mph volts watts calories grams liters litres yards inches bytes"
)
"""A number before one of these counts things and is no year."""

YEARLY_NOUNS = listed(
    "accounts acquisitions amendments budgets campaigns contracts costs crops earnings elections estimates expenditures "
    "exports figures forecasts gains games imports levels losses midterms models olympics operations periods prices primaries "
    "profits projections quarters results returns revenues sales shipments stocks targets taxes"
)
"""A number before one of these tells of which year they are: 1986 sales."""

LINKS = listed(
    "the a an of in on at to and or - – — / , . ; : ! ? ) ” ' 's by for from with as more less than all half up least "
    "most many much some over under about around no very its her his their our my so this last next that same "
    "FIGURE DAY MM HOUR YY OLDYEAR CARD TENS ORD VAGUE DIR STOP"
)
"""Words and classes that make no time expression among themselves: a search may pass over them."""
