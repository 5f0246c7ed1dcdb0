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
    central chamber church city club commission committee company conference congress corporation council
    department exchange federation firm foundation fund government group house industry institute institution
    journal league legislature lender manufacturer market ministry newspaper office organisation organization
    paper parliament parties party police press refiner school senate service state store team times treasury
    tribunal union unit university
    """.split()
)
"""Bodies that every country has: the same word in two articles need not be the same body."""

NO_TOPICS = frozenset(
    """
    accord accords action aide aides amount approval approve approved asset assets auction backed bank bankers banks base
    bid bids bill bills block buys charge charges claim claims close closed concern concerns council crisis cuts data
    deficit delay division dividend drop ease exchange fall falls fell file filed figure filing fund funds gain gains head
    heads holding holdings hit interim investor investors joint lead leader leaders lending loan loans
    man measure measures minister ministers minus money move moves names note notes operation outlook output
    package pact panel payment payments plant plants plus project projects proposal proposals qtly qtr rally rates
    rating ratings reserve reserves rule rules seek seeks sees sell sells sets short sign signs slip slips split spot
    stake stakes stg subsidiary suit surplus survey tap target targets tender ties tonnes
    trader traders trust venture ventures avg avge big meet meets strong stronger study studies top weak weaker worker workers worth
    african american arab argentine asian australian austrian belgian brazilian british canadian chilean chinese colombian
    cuban czech danish dutch egyptian english european finnish french german greek hungarian indian indonesian iranian
    iraqi irish israeli italian japanese kenyan korean latin malaysian mexican nigerian norwegian pakistani palestinian
    peruvian philippine polish portuguese romanian russian saudi scottish singaporean soviet spanish swedish swiss syrian
    taiwanese thai turkish ukrainian venezuelan vietnamese western eastern northern southern
    """.split()
)
"""Words that stand in headlines and tell what is done, by how much or by whom from where, not what it is about; of those of a nation the
country itself is the topic."""
