"""In which phrases are dates told? Tables: what TIMEX3 writes on the left, the English phrase on the right.

A day has phrases of its own where a language says it otherwise than a month or a year: "vor dem 19. November 2024", "vor Juli 2024".
"""

from collections.abc import Mapping

from sitegen.model.annotations import Signal
from sitegen.model.when import How
from sitegen.words import phrase, phrase_within, phrases

FRAMES: Mapping[str, str] = {
    "START": phrase("early %(date)s"),
    "MID": phrase("mid %(date)s"),
    "END": phrase("late %(date)s"),
    "APPROX": phrase("about %(date)s"),
    "BEFORE": phrase("before %(date)s"),
    "AFTER": phrase("after %(date)s"),
    "ON_OR_BEFORE": phrase("by %(date)s"),
    "ON_OR_AFTER": phrase("from %(date)s"),
}
"""By TIMEX3's mod."""
FRAMES_OF_A_DAY: Mapping[str, str] = {
    "START": phrase("early on %(date)s"),
    "MID": phrase("around the middle of %(date)s"),
    "END": phrase("late on %(date)s"),
    "APPROX": phrase_within("day", "about %(date)s"),
    "BEFORE": phrase_within("day", "before %(date)s"),
    "AFTER": phrase_within("day", "after %(date)s"),
    "ON_OR_BEFORE": phrase_within("day", "by %(date)s"),
    "ON_OR_AFTER": phrase_within("day", "from %(date)s"),
}
SIGNALS: Mapping[Signal, str] = {
    Signal.BEFORE: FRAMES["BEFORE"],
    Signal.AFTER: FRAMES["AFTER"],
    Signal.BY: FRAMES["ON_OR_BEFORE"],
    Signal.FROM: FRAMES["ON_OR_AFTER"],
    Signal.SINCE: phrase("since %(date)s"),
    Signal.UNTIL: phrase("until %(date)s"),
}
SIGNALS_OF_A_DAY: Mapping[Signal, str] = {
    Signal.BEFORE: FRAMES_OF_A_DAY["BEFORE"],
    Signal.AFTER: FRAMES_OF_A_DAY["AFTER"],
    Signal.BY: FRAMES_OF_A_DAY["ON_OR_BEFORE"],
    Signal.FROM: FRAMES_OF_A_DAY["ON_OR_AFTER"],
    Signal.SINCE: phrase_within("day", "since %(date)s"),
    Signal.UNTIL: phrase_within("day", "until %(date)s"),
}
DAY_PARTS: Mapping[str, str] = {
    "MO": phrase("%(day)s, morning"),
    "MI": phrase("%(day)s, midday"),
    "AF": phrase("%(day)s, afternoon"),
    "EV": phrase("%(day)s, evening"),
    "NI": phrase("%(day)s, night"),
    "DT": phrase("%(day)s, daytime"),
}
WEEKS: Mapping[str, tuple[str, str]] = {
    "": (phrase("week of %(day)s"), phrase("week only")),
    "-WE": (phrase("weekend of the week of %(day)s"), phrase("weekend only")),
}
"""With how precise they are."""
QUARTERS: Mapping[str, str] = {
    "1": phrase("first quarter of %(year)s"),
    "2": phrase("second quarter of %(year)s"),
    "3": phrase("third quarter of %(year)s"),
    "4": phrase("fourth quarter of %(year)s"),
}
HALVES: Mapping[str, str] = {"1": phrase("first half of %(year)s"), "2": phrase("second half of %(year)s")}
SEASONS: Mapping[str, str] = {
    "SP": phrase("spring %(year)s"),
    "SU": phrase("summer %(year)s"),
    "FA": phrase("autumn %(year)s"),
    "AU": phrase("autumn %(year)s"),
    "WI": phrase("winter %(year)s"),
}
CENTURIES: Mapping[str, str] = {
    "15": phrase("16th century"),
    "16": phrase("17th century"),
    "17": phrase("18th century"),
    "18": phrase("19th century"),
    "19": phrase("20th century"),
    "20": phrase("21st century"),
    "21": phrase("22nd century"),
}
"""By the first digits of its years; others are told by their first and last year."""
LENGTHS: Mapping[str, tuple[str, str]] = {
    "D": phrases("%(num)s day up to about %(date)s", "%(num)s days up to about %(date)s"),
    "W": phrases("%(num)s week up to about %(date)s", "%(num)s weeks up to about %(date)s"),
    "M": phrases("%(num)s month up to about %(date)s", "%(num)s months up to about %(date)s"),
    "Y": phrases("%(num)s year up to about %(date)s", "%(num)s years up to about %(date)s"),
}
HOW: Mapping[How, str] = {How.TEXT: phrase("inferred from the text")}
"""How a date is known, where that is not the source's own word."""
