"""Which words tell nothing about an article? English, as a table; lower case, with straight apostrophes."""

_WORDS = """
a able about above according across added after again against ago all almost along already also although always am among
an and announced another any anyone anything are aren't around as ask asked at away back be became because become been before
began behind being believe below best better between both bring but by call called came can can't cannot come comes coming
could couldn't day days did didn't do does doesn't doing don't done down due during each early either else end enough even
ever every everyone everything expected far few first five for former found four from further gave get gets getting give given
go goes going gone good got great had has hasn't have haven't having he he'd he'll he's held help her here hers herself high
him himself his hour hours how however i i'd i'll i'm i've if in including indeed into is isn't it it's its itself just keep
kept know known last late later least left less let like likely little long look made make makes making many may me mean meant
might mr mrs ms month months more morning most much must my myself near nearly need never new next night no nobody none nor
not nothing now number of off often old on once one only open or other others our ours out over own part per perhaps place
put quite rather really recent recently right s said same saw say saying says second see seen set several shall she she'd
she'll she's should show since six small so some someone something soon still such take taken taking tell ten than that that's
the their theirs them themselves then there there's these they they'd they'll they're they've thing things think third this
those though three through thus time times to today told tomorrow too took toward towards turn two under until up upon us use
used using very via want wants was wasn't way we we'd we'll we're we've week weeks well went were weren't what when where
whether which while who whole whom whose why will with within without won't work would wouldn't year years yes yesterday yet
you you'd you'll you're you've your yours
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
november december
"""

STOP_WORDS = frozenset(_WORDS.split())
