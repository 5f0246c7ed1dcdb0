"""Words too general to stand for something: as a topic of a collection, or as the name of an organisation."""

TOO_GENERAL = frozenset(
    """
    added agreed agreement agreements announced annual april august average based billion bln board business buy
    capital cash cent cents chairman change common companies company compared corp corporation cost cts cut day
    days deal december demand director dlr dlrs dollar dollars due earlier early earnings end expected february
    figures final financial firm first five foreign four friday full general given government group growth half
    help high higher home inc including income increase increased industry interest international issue issues
    january july june largest last late later level levels likely limited local loss losses low lower ltd made
    major make march market markets meeting member members million mln monday month months national need net new
    news november number october offer offered offering officer official officials oper operations order part
    pct people percent period plan plans plc point points possible president previous price prices prior process
    product production profit profits program public quarter quarterly raise raised rate rates reached record
    report reported reports results revenue revenues revs rise rose said sale sales saturday second sector
    securities september service services set seven share shareholders shares shr shrs six sold source sources
    spokesman spokesperson spokeswoman start state statement states step stock stocks subject sunday system take
    talks ten term terms third three thursday time today told total trade trading tuesday two unit units value
    view vote wednesday week weeks work world year years yen yesterday
    """.split()
)

COMMON_BODIES = frozenset(
    """
    administration agency airline army assembly association authority bank board cabinet campaign carrier
    central chamber church city club commission committee company conference congress corporation council court
    department exchange federation firm foundation fund government group house industry institute institution
    journal league legislature lender manufacturer market ministry newspaper office organisation organization
    paper parliament parties party police press refiner school senate service state store team times treasury
    tribunal union unit university
    """.split()
)
"""Bodies that every country has: the same word in two articles need not be the same body."""
