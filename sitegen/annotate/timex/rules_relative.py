"""Which rows of words are time expressions: the rule table of what is relative, long, repeated or vague."""

from sitegen.annotate.timex.rules import DATE, DURATION, SET, TIME, Kind, Rule
from sitegen.annotate.timex.vocabulary import FEASTS, QUANTIFIED, REFERENCES


def _any_of(phrases: tuple[str, ...]) -> str:
    """Write phrases as one group, the longest first."""
    atoms = (phrase.replace("'s", " 's").replace("s' ", "s ' ") for phrase in sorted(phrases, key=len, reverse=True))
    return "( " + " | ".join(atoms) + " )"


_EARLIER = "earlier/later/early/late"

_RELATIVE = (
    Rule(Kind.SAME, DATE, "way=this unit=quarter (?= 's loss/profit/profits/results/earnings/net/income/sales/revenue )"),
    Rule(Kind.AMOUNT, DURATION, "the unit=year (?= ended/ending/to )", "P1Y"),
    Rule(Kind.AMOUNT, DURATION, "the unit=quarter (?= ended/ending )", "P1Q"),
    Rule(Kind.AMOUNT, DURATION, "the unit=month (?= ended/ending )", "P1M"),
    Rule(Kind.AMOUNT, DURATION, "the unit=week (?= ended/ending )", "P1W"),
    Rule(Kind.AMOUNT, DURATION, "the toward=past unit=decade", "P1DE"),
    Rule(Kind.AMOUNT, DURATION, "the toward=past unit=century", "P1CE"),
    Rule(Kind.DEICTIC, DATE, f"( mod={_EARLIER} )? deictic=today/yesterday/tomorrow"),
    Rule(Kind.DEICTIC, DATE, "the deictic=( day before yesterday | day after tomorrow )"),
    Rule(Kind.DEICTIC, TIME, f"( mod={_EARLIER} )? deictic=yesterday/tomorrow part=PART"),
    Rule(Kind.DEICTIC, TIME, "{clock} ,? deictic=today/yesterday/tomorrow/tonight"),
    Rule(Kind.DEICTIC, TIME, "deictic=today/yesterday/tomorrow/tonight at {clock}"),
    Rule(Kind.DEICTIC, TIME, "{when} deictic=tonight/overnight"),
    Rule(Kind.DEICTIC, TIME, f"( mod={_EARLIER} )? deictic=( last night | this morning/afternoon/evening )"),
    Rule(Kind.STEP, DATE, "mod=( earlier/later/early/late/mid -? in? | sometime )? the? toward=DIR {fiscal} unit=UNIT"),
    Rule(Kind.STEP, DATE, "mod=( the? end/beginning/start/middle/close/rest of ) the? toward=DIR {fiscal} unit=UNIT"),
    Rule(Kind.STEP, DATE, "the toward=DIR unit=UNIT (?= 's )"),
    Rule(Kind.STEP, DATE, "this toward=AWAY unit=UNIT"),
    Rule(Kind.STEP, DATE, "the unit=UNIT toward=following/before/after (?= STOP )"),
    Rule(Kind.STEP, TIME, "( mod=early/late )? the toward=next/following/previous part=PART"),
    Rule(Kind.STEP, DATE, "(?<= is/'s ) the? toward=ORD unit=day (?= of )"),
    Rule(Kind.STEPS, DATE, "{some} num=( {number} | {vague} | a/an ) {length} ( or so )? way=ago/earlier/previously"),
    Rule(Kind.STEPS, DATE, "{some} num=( {number} | {vague} | a/an ) {length} ( or so )? way=later/hence"),
    Rule(Kind.STEPS, DATE, "{some} num=( {number} | {vague} | a/an ) {length} way=( from now )"),
    Rule(Kind.STEPS, DATE, "{some} num=( {number} | {vague} | a/an ) {length} ( from toward=( today/now ) )"),
    Rule(Kind.STEPS, DATE, "{some} num=( a? half | half a/an ) -? {length} way=ago/earlier/later"),
    Rule(Kind.STEPS, DATE, "{some} unit=UNITS way=ago/earlier/later"),
    Rule(Kind.STEPS, DATE, "{some} num=( {number} | {vague} | a/an ) {length} way=before (?= STOP )"),
    Rule(Kind.SAME, DATE, "mod=( earlier/later/early/late in? | the? end/beginning/start/middle/rest of )?"
         " way=( the/that same/very? | this same/very ) unit=UNIT"),
    Rule(Kind.SAME, DATE, "the? mod=( unit=year 's end )"),
    Rule(Kind.SAME, DATE, "the way=full/whole/fiscal unit=year"),
    Rule(Kind.SAME, TIME, "( mod=early/late )? that same? part=PART"),
    Rule(Kind.SAME, TIME, "mod=( mid/early/late -? ) part=PART"),
    Rule(Kind.SAME, TIME, "( mod=early/late )? the part=PART"),
    Rule(Kind.EARLIER_PERIOD, DATE, "the/a? comparable/same/corresponding? way=( year -? ago/earlier )"
         " ( ( quarter=ORD )? unit=quarter/period )?"),
    Rule(Kind.EARLIER_PERIOD, DATE, "the same/corresponding/comparable/year-earlier unit=quarter/period"
         " ofyear=( a year ago/earlier | of? last/this/next year )"),
    Rule(Kind.EARLIER_PERIOD, DATE, "ofyear=last 's? year 's unit=quarter/period"),
    Rule(Kind.EARLIER_PERIOD, DATE, "the ofyear=YEAR unit=quarter/period"),
    Rule(Kind.SAME, DATE, "the latest/recent/most unit=quarter/period"),
    Rule(Kind.CLOCK, TIME, "{some} {clock}"),
)  # fmt: skip

_AMOUNTS = (
    Rule(
        Kind.AMOUNT,
        DURATION,
        "{some} {count} -? more/full/straight/consecutive/long/whole/additional/further/extra? -? {length}",
    ),
    Rule(
        Kind.AMOUNT,
        DURATION,
        "{some} ( the? toward=next/last/past/coming )? between={number} ( or/to/-/– ) {number} -? more? {length}",
    ),
    Rule(
        Kind.AMOUNT,
        DURATION,
        "{least} the/its/their/these/those? toward=AWAY/first/final/opening {count} more? -? {length} ( or so )?",
    ),
    Rule(Kind.AMOUNT, DURATION, "{least} the/these/those {count} {length}"),
    Rule(Kind.AMOUNT, DURATION, "{some} num=a/an/one ( full/whole/single )? -? unit=UNIT"),
    Rule(Kind.AMOUNT, DURATION, "{some} num=( half a/an | a half ) -? unit=UNIT"),
    Rule(Kind.AMOUNT, DURATION, "{some} num=half -? unit=hour/decade/century"),
    Rule(Kind.AMOUNT, DURATION, "{some} ( a/an )? quarter -? unit=century", "P25Y"),
    Rule(Kind.AMOUNT, DURATION, "{some} ( a | the past/last )? quarter of a unit=century", "P25Y"),
    Rule(Kind.AMOUNT, DURATION, "{some} num=( a/an/one ) unit=UNIT and=( and a half )"),
    Rule(Kind.AMOUNT, DURATION, "{some} num=( a/an/one ) unit=UNIT or so/two"),
    Rule(Kind.AMOUNT, DURATION, "( the/these/those )? ( toward=DIR/recent/early/first )? unit=UNITS ( ahead )?"),
    Rule(Kind.AMOUNT, DATE, "recent unit=UNITS and UNITS", "PAST_REF"),
    Rule(Kind.AMOUNT, DURATION, "unit=UNIT/UNITS - long"),
)

_REPEATED = (
    Rule(Kind.REPEATED, SET, "quant=every/each ( num=( other | {number} | few/several ) )? {length}"),
    Rule(Kind.REPEATED, SET, "quant=every/each other? weekday=DOW"),
    Rule(Kind.REPEATED, SET, "quant=every/each month=MONTH"),
    Rule(Kind.REPEATED, SET, "quant=every/each season=SEASON"),
    Rule(Kind.REPEATED, SET, "quant=every/each part=PART"),
    Rule(Kind.REPEATED, SET, "weekday=DOWS"),
    Rule(Kind.REPEATED, SET, "freq=once/twice/thrice a/an/per/each/every {length}"),
    Rule(Kind.REPEATED, SET, "freq=( {number} | {vague} ) times a/an/per/each/every {length}"),
    Rule(Kind.REPEATED, SET, "per unit=UNIT"),
    Rule(Kind.REPEATED, SET, "often=" + "/".join(QUANTIFIED)),
)


_REFERENCES = tuple(
    Rule(Kind.REFERENCE, DATE, f"{_any_of(phrases)} {behind}", value)
    for value, all_phrases in REFERENCES.items()
    for past, behind in ((False, ""), (True, "(?! FIGURE/CARD/VAGUE/UNIT/UNITS/SCALE/few/couple/half )"))
    if (phrases := tuple(phrase for phrase in all_phrases if phrase.endswith(" past") is past))
)
"""In the past, but not in the past few years."""
_FEASTS = (Rule(Kind.FEAST, DATE, f"( {{when}} | {{beside}} ) feast={_any_of(tuple(FEASTS))} ( ,? year=YEAR )?"),)

RELATIVE_RULES = (*_RELATIVE, *_REFERENCES, *_AMOUNTS, *_REPEATED, *_FEASTS)
