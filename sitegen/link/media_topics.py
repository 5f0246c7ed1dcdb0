"""What is news about, broadly? The topics of a site whose editor wrote none.

They are the top level of the IPTC Media Topics (version of 2022-02-03), each with its definition and the names of its narrower
concepts, two levels deep, in American English. Copyright IPTC, International Press Telecommunications Council,
https://iptc.org/standards/media-topics/, licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).
Changed: names begin with a capital, remarks in brackets are left out.
"""

from sitegen.link.media_sectors import SECTORS
from sitegen.model.config import TopicSetting
from sitegen.slug import slug

_BROAD = (
    (
        "Arts, culture, entertainment and media",
        "All forms of arts, entertainment, cultural heritage and media.",
        """
    arts and entertainment; animation; cartoon; movies; dance; fashion; literature; music; theater; visual arts; art
    exhibition; series; festival; culture; cultural development; customs and tradition; festive event; language; library
    and museum; monument and heritage site; mass media; news media; newspaper; online media outlet; periodical; radio;
    television; social media; disinformation and misinformation
        """,
    ),
    (
        "Crime, law and justice",
        (
            "The establishment and/or statement of the rules of Behavior in society, the enforcement of these rules, "
            "breaches of the rules, the punishment of offenders and the organizations and bodies involved in these "
            "activities."
        ),
        """
    crime; arson; assault; cyber crime; corporate crime; corruption; drug related crimes; fraud; hijacking; homicide;
    kidnapping; organized crime; terrorism; robbery and theft; war crime; reckless driving; human smuggling and
    trafficking; vandalism; shootings; animal abuse; torture; judiciary; court; out of court procedures; prosecution and
    prosecutors; justice; law; civil law; criminal law; international law; administrative law; law enforcement; arrest;
    investigation; police; surveillance
        """,
    ),
    (
        "Disaster, accident and emergency incident",
        (
            "Man made or natural event resulting in loss of life or injury to living creatures and/or damage to inanimate "
            "objects or property."
        ),
        """
    accident and emergency incident; explosion accident and incident; industrial accident and incident; transportation
    accident and incident; structural failure; drowning; disaster; famine; fire; natural disaster; emergency response
        """,
    ),
    (
        "Economy, business and finance",
        "All matters concerning the planning, production and exchange of wealth.",
        """
    business information; business finance; human resources; strategy and marketing; corporate social responsibility;
    economic sector; agriculture; chemicals; computing and information technology; construction and property; consumer
    goods; retail; energy and resource; financial and business service; manufacturing and engineering; media; metal and
    mineral; process industry; tourism and leisure industry; transport; crafts industry; logistics; utilities; economy;
    macro economics; sharing economy; market and exchange; commodity market; debt market; foreign exchange market; loan
    market; securities; stocks
        """,
    ),
    (
        "Education",
        "All aspects of furthering knowledge, formally or informally.",
        """
    parents group; religious education; school; primary education; adult and continuing education; upper secondary
    education; college and university; lower secondary education; early childhood education; religious school; public
    school; private school; independent and charter school; social learning; curriculum; educational testing and
    examinations; entrance examination; students; teachers; vocational education; educational grading; online and remote
    learning; education policy
        """,
    ),
    (
        "Environment",
        "All aspects of protection, damage, and condition of the ecosystem of the planet earth and its surroundings.",
        """
    climate change; global warming; conservation; energy saving; parks; environmental pollution; air pollution;
    environmental clean-up; hazardous materials; waste materials; water pollution; natural resources; energy resources;
    land resources; population growth; renewable energy; water; nature; ecosystem; endangered species; invasive species;
    pests
        """,
    ),
    (
        "Health",
        "All aspects pertaining to the physical and mental welfare of living beings.",
        """
    diseases and conditions; cancer; communicable disease; heart disease; illness; injury; medical conditions; mental
    health; obesity; poisoning; health facility; hospital; healthcare clinic; health organizations; health treatment;
    diet; medical drugs; medical procedure/test; medicine; physical fitness; preventative medicine; therapy; drug
    rehabilitation; emergency care; surgery; government health care; health insurance; private health care; medical
    profession; medical service; medical specialization; medical staff; non-human diseases; animal disease; plant
    disease
        """,
    ),
    (
        "Human interest",
        "Items about individuals, groups, animals, plants or other objects with a focus on emotional facets.",
        """
    award and prize; record and achievement; animal; ceremony; name ceremony; graduation; funeral and memorial service;
    wedding; human mishap; high society; royalty; celebrity; flowers and plants; anniversary; birthday
        """,
    ),
    (
        "Labor",
        (
            "Social aspects, organizations, rules and conditions affecting the employment of human effort for the "
            "generation of wealth or provision of services and the economic support of the unemployed."
        ),
        """
    employment; commuting; apprenticeship; child labor; employee; employer; employment training; wages and benefits;
    self-employment; parental leave; volunteering; employment legislation; workplace health and safety; labor market;
    gig economy; labor relations; collective agreements; labor dispute; retirement; pension; unemployment; unemployment
    benefits; unions
        """,
    ),
    (
        "Lifestyle and leisure",
        (
            "Activities undertaken for pleasure, relaxation or recreation outside paid employment, including eating and "
            "travel."
        ),
        """
    leisure; club and association; game; gaming and lottery; hobby; vacation; leisure venue; outdoor recreational
    activities; travel and tourism; lifestyle; organic food; house and home; trend; party; wellness; exercise and
    fitness; mental wellbeing
        """,
    ),
    (
        "Politics",
        (
            "Local, regional, national and international exercise of power, or struggle for power, and the relationships "
            "between governing bodies and states."
        ),
        """
    election; citizens' initiative and recall; electoral system; intergovernmental elections; local elections; national
    elections; political campaigns; political candidates; primary elections; referenda; state elections; voting; church
    elections; political debates; fundamental rights; civil rights; censorship and freedom of speech; freedom of
    religion; freedom of the press; human rights; privacy; women's rights; government; civil and public service;
    constitution; defense; espionage and intelligence; executive; government budget; government department; heads of
    state; impeachment; local government and authority; minister and secretary; national government; legislative body;
    state government and authority; regulatory authority; political convention; political committees; heads of
    government; public inquiry; government policy; economic policy; environmental policy; healthcare policy; safety of
    citizens; taxation; interior policy; migration policy; nuclear policy; regulation of industry; cultural policies;
    sports policies; local government policy; international relations; diplomacy; economic sanction; foreign aid;
    international organization; refugees and internally displaced people; border disputes; non-governmental
    organization; political crisis; political dissent; political process; lobbying; political parties and movements;
    political development; political system
        """,
    ),
    (
        "Religion and belief",
        "Belief systems, institutions and people who provide moral guidance to followers.",
        """
    belief systems; Buddhism; Christianity; Confucianism; cult; Hinduism; Islam; Jainism; Judaism; nature religion;
    Zoroastrianism; Scientology; Shintoism; Sikhism; Taoism; Unificationism; atheism and agnosticism; religious
    conflict; religious festival and holiday; Christmas; Easter; Pentecost; Ramadan; Yom Kippur; All Saints Day;
    Walpurgis night; Eid al-Adha; Hanukkah; religious ritual; baptism; bar and bat mitzvah; canonization; religious
    facilities; church; mosque; synagogue; relations between religion and government; religious leader; pope; religious
    text; Bible; Qur'an; Torah
        """,
    ),
    (
        "Science and technology",
        (
            "All aspects pertaining to human understanding of, as well as methodical study and research of natural, formal "
            "and social sciences, such as astronomy, linguistics or economics."
        ),
        """
    biomedical science; biotechnology; mathematics; natural science; astronomy; biology; chemistry; cosmology; geology;
    horticulture; marine science; meteorology; physics; scientific research; scientific innovation; medical research;
    scientific exploration; scientific publication; scientific institution; social sciences; anthropology; archeology;
    economics; geography; history; information science; study of law; linguistics; philosophy; political science;
    psychology; sociology; scientific standards; technology and engineering; mechanical engineering; aerospace
    engineering; agricultural technology; civil engineering; electronic engineering; identification technology;
    information technology and computer science; materials science; micro science
        """,
    ),
    (
        "Society",
        (
            "The concerns, issues, affairs and institutions relevant to human social interactions, problems and welfare, "
            "such as poverty, human rights and family planning."
        ),
        """
    communities; social networking; demographics; population and census; immigration; illegal immigration; emigration;
    discrimination; ageism; racism; religious discrimination; sexism; family; adoption; Dating and Relationships;
    divorce; family planning; marriage; parenting; mankind; adults; children; disabilities; LGBTQ; gender; infants;
    national or ethnic minority; senior citizens; teenagers; indigenous people; women; men; social condition;
    homelessness; poverty; social problem; abusive behavior; addiction; juvenile delinquency; prostitution; slavery;
    sexual misconduct; bullying; values; death and dying; ethics; pornography; sexual behavior; welfare; charity;
    long-term care; social services; elderly care; public housing; child care
        """,
    ),
    (
        "Sport",
        (
            "Competitive activity or skill that involves physical and/or mental effort and organizations and bodies "
            "involved in these activities."
        ),
        """
    competition discipline; American football; archery; track and field; Australian rules football; badminton; bandy;
    baseball; basketball; biathlon; billiards; bobsleigh; boules; boxing; bullfighting; Canadian football; canoeing;
    casting; mountain climbing; sport climbing; cricket; croquet; curling; cycling; competitive dancing; darts; diving;
    underwater sports; dog racing; duathlon; equestrian; fencing; field hockey; figure skating; fist ball; floorball;
    flying disc; Gaelic football; golf; gymnastics; handball; hornuss; horse racing; hurling; ice hockey; Jai Alai;
    kabaddi; kayaking; lacrosse; luge; marathon; modern pentathlon; motorboat racing; motor car racing; motorcycling;
    netball; orienteering; parachuting; polo; pool; power boating; rodeo; rowing; sailing; sepak takraw; shinty; sport
    shooting; skeleton; skiing; sky diving; snooker; snowboarding; soccer; softball; speed skating; squash; sumo
    wrestling; surfing; swimming; table tennis; tennis; ten pin bowling; triathlon; tug-of-war; volleyball; water polo;
    water skiing; weightlifting and powerlifting; windsurfing; wrestling; short track speed skating; chess; roller
    sports; martial arts; synchronized swimming; rugby; eSports; bodybuilding; racquetball; ringette; arm wrestling;
    padel; kiting; stand up paddleboarding; cheerleading; 3x3 basketball; canoe slalom; canoe sprint; bmx freesytle;
    road cycling; track cycling; football 5-a-side; goalball; disciplinary action in sport; drug use in sport; drug
    abuse in sport; drug testing in sport; medical drug use in sport; sport event; Olympic Games; Paralympic Games;
    regular competition; playoff championship; final game; sport industry; sport organization; sport venue; sports
    transaction; sport achievement; sports record; sports medal; sports award; sports coaching; sports management and
    ownership; sports officiating
        """,
    ),
    (
        "Conflict, war and peace",
        (
            "Acts of socially or politically motivated protest or violence, military activities, geopolitical conflicts, as "
            "well as resolution efforts."
        ),
        """
    act of terror; act of bioterrorism; bombings; armed conflict; guerrilla activity; international military
    intervention; military occupation; missing in action; war; civil unrest; demonstration; rebellion; revolution; riot;
    coup d'etat; massacre; genocide; peace process; peace envoy; peace plan; peace talks; post-war reconstruction;
    disarmament; ordnance clearance; prisoners of war
        """,
    ),
    (
        "Weather",
        "The study, prediction and reporting of meteorological phenomena.",
        """
    weather forecast; weather phenomena; weather statistic; weather warning
        """,
    ),
)
"""Name, definition, narrower concepts."""


def _settings(table: tuple[tuple[str, str, str], ...], parent: str) -> tuple[TopicSetting, ...]:
    return tuple(
        TopicSetting(
            id=slug(name),
            name=name,
            description=definition,
            keywords=tuple(word for narrower in words.split(";") if (word := " ".join(narrower.split()))),
            parent=parent,
        )
        for name, definition, words in table
    )


MEDIA_TOPICS = _settings(_BROAD, "")
MEDIA_PARTS = _settings(SECTORS, slug("Economy, business and finance"))
"""Parts by which one of them is recognised; they have no pages of their own."""
