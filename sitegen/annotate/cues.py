"""Which words report that somebody said something, and with what kind of complement? Vocabulary as data, by lemma."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAYING = _words("""
    say tell add write note argue explain reply respond continue state declare announce ask tweet remark answer insist
    claim assert acknowledge admit concede conclude recall warn reveal report point suggest joke complain stress
    emphasize emphasise confirm predict boast contend allege quip muse opine lament recount reiterate repeat retort
    proclaim maintain observe mention counter deny caution caution charge disclose urge vow pledge promise demand
    describe exclaim shout yell scream cry whisper mutter murmur chant chime interject interrupt reason estimate
    advise inform remind assure blog post text email recite testify swear profess avow concur rejoin surmise wonder
    inquire query enthuse gush grumble groan moan fume thunder bellow growl snap sneer scoff sniff crow quote
    clarify elaborate underscore underline hint imply indicate signal intone implore plead beg exhort agree object
    protest rant rail vent marvel speculate theorize philosophize editorialize summarize specify stipulate
    venture volunteer offer relate recommend propose counsel affirm reaffirm attest certify submit posit
    postulate deadpan crack tease taunt drawl laugh chuckle sigh sob begin finish read question
    instruct order warn preach lecture retweet conjecture cite confess foresee forecast prophesy jest
    relay guarantee convey communicate beseech beam bluster hiss bark roar holler chirp blurt utter voice mouth
""")
"""Verbs that may stand beside words in quotation marks."""

WITH_PARTICLE = {
    "put": ("it",),
    "shoot": ("back",),
    "fire": ("back",),
    "go": ("on",),
    "hit": ("back",),
    "chime": ("in",),
}
"""Verbs that report speech only together with one of these words."""

STATING = _words("""
    say tell add write note argue explain reply respond state declare announce ask tweet remark answer insist claim
    assert acknowledge admit concede conclude recall warn reveal report suggest joke complain stress emphasize
    emphasise confirm predict boast contend allege quip opine lament recount reiterate repeat retort proclaim maintain
    observe mention counter deny caution charge disclose pledge promise vow demand exclaim estimate advise inform
    remind assure post testify swear profess concur inquire grumble clarify elaborate underscore underline hint imply
    indicate signal plead agree protest speculate theorize specify stipulate volunteer affirm reaffirm attest certify
    posit confess foresee forecast instruct muse object read rule decree guarantee convey urge wonder recommend
    propose threaten relate surmise notify persuade dispute rumor brag gripe hold ponder signal blog
    apologise apologize appeal denounce decry cite write
""")
"""Verbs whose clause is what somebody said."""

COMMITTING = _words("""
    ask urge vow call promise pledge threaten tell agree offer instruct invite beg implore plead demand advise
    order encourage exhort request propose swear claim warn challenge beseech recommend volunteer direct admonish
    caution press petition
""")
"""Verbs whose infinitive is what somebody promises, asks for or orders."""

JUDGING = _words("""
    call accuse cite describe criticize criticise attack express announce praise defend mention question blame
    highlight dismiss blast slam mock deny propose congratulate reject note thank denounce explain recall tout
    invoke condemn detail stress echo emphasize emphasise recount reiterate decry deride ridicule lambaste applaud
    hail laud rebuke rip bash assail disparage belittle chide chastise scold lament bemoan underscore acknowledge
    declare characterize characterise brand label dub liken compare cast deem urge offer confirm outline
    demand predict promise suggest reveal disclose concede stress repeat voice trumpet extol commend castigate lash
    excoriate pan knock chide deplore disavow renounce refute rebut dispute raise list discuss pledge
    endorse report paint portray allege foresee forecast assert ask claim recommend warn reference tweet
    admit protest threaten reprimand vilify malign skewer trash oppose vow
""")
"""Verbs whose object is what somebody speaks of."""

_FIGURES = _words("""
    loss profit income earnings sale revenue gain rise drop fall increase decrease decline stake dividend result figure order surplus
    deficit turnover output production right privilege
""")
NOT_SPOKEN_OF = {
    "report": _FIGURES,
    "declare": _FIGURES | {"plan"},
    "confirm": _FIGURES,
    "announce": _FIGURES,
    "cite": _FIGURES,
    "post": _FIGURES,
}
"""Verbs and the nouns that are what somebody has, not says ("reported a loss", "citing his right to silence")."""

TURNING_TO = {
    "call": ("for", "on", "upon"),
    "talk": ("about", "of"),
    "speak": ("about", "of", "against", "out"),
    "refer": ("to",),
    "respond": ("to",),
    "reply": ("to",),
    "ask": ("about", "for"),
    "point": ("to", "out"),
    "warn": ("of", "about", "against"),
    "comment": ("on",),
    "complain": ("about", "of"),
    "apologize": ("for",),
    "joke": ("about",),
    "boast": ("about", "of"),
    "brag": ("about",),
    "hint": ("at",),
    "agree": ("with", "on", "to"),
    "disagree": ("with", "on"),
    "object": ("to",),
    "insist": ("on",),
    "rail": ("against",),
    "lash": ("out", "at"),
    "inveigh": ("against",),
    "argue": ("for", "against"),
    "allude": ("to",),
    "tweet": ("about",),
    "write": ("about", "of"),
    "appeal": ("for", "to"),
    "push": ("for",),
    "plead": ("for",),
    "vent": ("about",),
    "elaborate": ("on",),
    "testify": ("about",),
    "inquire": ("about",),
    "touch": ("on",),
    "remark": ("on",),
    "advocate": ("for",),
    "assure": ("of",),
}
"""Verbs and the prepositions behind which stands what somebody speaks of."""

SAYING_NOUNS = _words("""
    claim statement warning promise pledge vow announcement argument assertion allegation accusation suggestion
    comment remark contention declaration prediction complaint acknowledgment acknowledgement admission admonition
    assurance insistence observation question criticism denial demand threat call proposal report message answer
    response reply explanation confession accusation charge notion idea view belief hint reminder point
    conclusion disclosure revelation testimony rumor boast plea appeal request advice assessment joke
    hope concern confidence doubt fear optimism opinion
""")
"""Nouns whose clause is what somebody said."""

DOCUMENTS = _words("""
    statement letter email e-mail message tweet post note speech remark comment release memo interview op-ed article
    column ad video report essay book blog posting announcement text testimony response reply caption
""")
"""Nouns that speak for who made them."""

ISSUING = _words("issue release make give deliver offer send publish post put have express voice raise air read pen")
"""Verbs that bring one of those nouns about ("issued a statement that …", "expressing hope that …")."""

ISSUING_SPEECH = _words("express voice")
"""Of these, the verbs that leave what is said to the noun's own clause."""

QUOTING = _words("quote cite report")
"""Verbs that with "as saying" report what their object says."""

WITHHOLDING = _words(
    "refuse decline fail neglect avoid stop refrain forget hesitate want try plan hope need expect prepare like"
)
"""Verbs under which a report did not, or not yet, take place."""

NEGATIONS = _words("not n't n’t never no nobody nor neither hardly without cannot nothing none")
HYPOTHETICAL = _words("would could might should may can must will 'd ’d shall 'll ’ll")
POSSIBILITY = _words("could might may should must can")
DENYING = _words("no neither nor not")
CONDITIONS = _words("if unless whether")

HONORIFICS = _words("""
    mr mrs ms miss mr. mrs. ms. dr dr. sir dame lord lady prof prof. mx mx. m. mme mme. rev. rev
""")
GENERIC_SOURCES = _words("it there this that what which something anything nothing everything these those")

TITLES = _words("""
    president chancellor king queen prince princess pope senator sen representative rep governor gov mayor judge justice
    general gen admiral adm colonel col major maj captain capt lieutenant lt sergeant sgt professor prof doctor dr reverend rev
    bishop archbishop cardinal imam rabbi sheikh ayatollah secretary minister ambassador congressman congresswoman
    councilman councilwoman assemblyman speaker vice deputy chief director chairman chairwoman former ex-president republican democrat
    democratic gop candidate nominee star author actor actress singer comedian host anchor billionaire businessman attorney
    lawmaker legislator reporter correspondent editor columnist analyst strategist pollster spokesman spokeswoman spokesperson
    commissioner officer detective sheriff coach prosecutor coroner chairperson co-chair premier
""")
"""Words before a name that are no part of it."""

ROLES = TITLES | _words("""
    adviser advisor aide manager head leader member founder co-founder owner chief boss executive president ceo cfo coo cto chair
    economist historian professor scientist researcher scholar fellow expert consultant lawyer attorney counsel prosecutor
    physician doctor nurse surgeon psychologist teacher student principal dean provost superintendent writer novelist poet
    journalist publisher producer filmmaker artist musician photographer activist organizer organiser campaigner lobbyist
    volunteer supporter donor backer critic challenger rival opponent resident voter farmer engineer pilot veteran soldier
    commander envoy diplomat official inspector regulator banker trader broker investor developer entrepreneur
    treasurer auditor accountant secretary-general undersecretary parliamentarian mp lawmaker coordinator administrator trustee
    partner associate assistant representative delegate surrogate lieutenant wife husband son daughter brother sister father mother
    widow friend neighbor neighbour colleague comptroller whip mogul tycoon magnate guru veteran architect operative
    vice-president commentator blogger broadcaster presenter pastor priest minister chaplain negotiator mediator
    ombudsman governor-general premier controller curator conductor designer chef athlete player captain defender goalkeeper
    striker manager umpire referee biologist physicist chemist astronomer meteorologist geologist epidemiologist virologist
    climatologist sociologist anthropologist baker butcher driver miner carpenter plumber electrician tailor brewer grocer
    dealer undersecretary chairman-elect vice-premier vice-chairman barber waiter cook shopkeeper retiree pensioner housekeeper cleaner waitress bartender trucker rancher grower analyst spokesman spokeswoman spokesperson
""")
"""Nouns that name what somebody does or is."""

NAME_PARTICLES = _words("al ap bin da de del della den der di dos du el la le van von ter ten 't y")
"""Words that belong to a surname though they are written small."""

MALE_TITLES = _words("mr mr. sir lord king prince father congressman chairman spokesman businessman")
FEMALE_TITLES = _words(
    "mrs mrs. ms ms. miss mme dame lady madam queen princess sister congresswoman chairwoman spokeswoman"
)
"""Words before a name that tell whether "he" or "she" can mean it."""

WORKS = _words("""
    book novel memoir biography autobiography song album film movie play show series programme program essay painting poem
    musical opera documentary podcast column magazine newspaper drama thriller anthem hymn
""")
"""Nouns after which a title follows."""

KIN = _words("wife husband son daughter brother sister father mother widow friend neighbor neighbour colleague")
"""Roles that say nothing unless they say whose."""

COMPANY_WORDS = _words("corp corporation inc co company ltd limited plc llc llp ag sa spa nv gmbh group holdings")
"""Words at the end of a company's name that are left out when it is named again."""

ORGANISATION_WORDS = COMPANY_WORDS | _words("""
    works bank university college institute foundation association council committee agency ministry department party union
    times post news journal tribune herald gazette magazine press radio television pac fund trust center centre commission
    bureau office court house senate congress parliament airlines motors industries systems international partners securities
    insurance petroleum energy oil steel chemicals labs laboratories stores foods resources technologies products services
    brands enterprises savings mills airways railways utilities pharmaceuticals electronics motor husbandry fisheries shopping
""")
"""Words that end the name of an organisation, never of a person."""

THE_ORGANISATION = _words(
    "company corporation firm bank group agency ministry concern airline bureau institute organization organisation carrier"
)
"""Nouns that, with "the", mean the one organisation that has spoken."""
