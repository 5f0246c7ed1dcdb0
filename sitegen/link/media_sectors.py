"""What does the broad topic of the economy consist of? A wide subject is recognised by its parts: oil, shares and farming have few words in common.

From the IPTC Media Topics, as media_topics.py says: the concepts two levels below "economy, business and finance", each with its
definition and the names of its narrower concepts; "media" is left out, because its articles are about what is shown there. Copyright IPTC, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).
"""

SECTORS = (
    (
        "Business finance",
        "A business entity's finances.",
        """
    accounting and audit; analysts comment; bankruptcy; credit rating; dividend announcement; earnings; earnings
    forecast; financial statement; proxy filing; financially distressed company; corporate financing; buyback;
    restructuring and recapitalization; stock activity; stock flotation; shareholder
        """,
    ),
    (
        "Human resources",
        "People working for a business and how they are managed.",
        """
    layoffs and downsizing; management; stock option
        """,
    ),
    (
        "Strategy and marketing",
        "Planning the direction of a company and selling its products and services to achieve the strategy.",
        """
    annual and special corporate meeting; annual report; board of directors; commercial contract; company spin-off;
    economic globalization; business governance; joint venture; leveraged buyout; licensing agreement; management
    buyout; merger or acquisition; new product or service; patent, copyright and trademark; product recall; research and
    development; public contract; outsourcing
        """,
    ),
    (
        "Corporate social responsibility",
        "A company's business practices reflecting responsible social, ethical and environmental policies.",
        "",
    ),
    (
        "Agriculture",
        "The industry of producing natural materials for consumption.",
        """
    aquaculture; arable farming; fishing industry; forestry and timber; livestock farming; viniculture
        """,
    ),
    (
        "Chemicals",
        "Natural or manmade materials used to produce other materials.",
        """
    biotechnology business; fertilizer; health and beauty product; inorganic chemical; organic chemical; pharmaceutical;
    synthetic and plastic chemicals
        """,
    ),
    (
        "Computing and information technology",
        "Anything to do with computing and/or transmission of information from one point to another.",
        """
    hardware; computer networking; satellite technology; computer security; semiconductors and active components;
    software; telecommunication equipment; telecommunication service; wireless technology; Internet of Things
        """,
    ),
    (
        "Construction and property",
        "All items pertaining to the construction and sale of property.",
        """
    design and engineering; house building; land price; real estate; renovation; infrastructure projects; commercial
    building
        """,
    ),
    (
        "Consumer goods",
        "Items produced for and sold to individuals.",
        """
    beverage; clothing; grocery; luxury good; non-durable good; toy; wholesale; consumer electronics; sales channels
        """,
    ),
    (
        "Retail",
        "The last stage in the sales chain.",
        """
    department store; electronic commerce; mail order; specialty store; shopping mall; shopping district and high street
        """,
    ),
    (
        "Energy and resource",
        "The use of natural resources for business purposes to generate energy.",
        """
    alternative energy; coal; electricity production and distribution; nuclear power; biofuel; geothermal power; solar
    power; hydroelectric power; wind power; oil and gas industry; diesel fuel; kerosene/paraffin; natural gas; gasoline
        """,
    ),
    (
        "Financial and business service",
        "Services that transmit, safeguard, keep track of money or provide backup to commercial enterprises.",
        """
    accountancy and auditing; auction service; banking; consultancy service; employment agency; funeral home and
    crematorium; healthcare provider; insurance; investment service; janitorial service; legal service; market research;
    market trend; personal finance; personal income; personal investing; personal service; printing service; rental
    service; shipping service; stock broking; wedding service; trade show or expo; asset management; client relationship
    management; payment service; crowdfunding
        """,
    ),
    (
        "Manufacturing and engineering",
        "Manufacturers of electrical, electronic and mechanical equipment but does not cover civil engineering.",
        """
    aerospace; automotive; defense equipment; electrical appliance; heavy engineering; industrial component; instrument
    engineering; machine manufacturing; shipbuilding; capital goods; railway manufacturing
        """,
    ),
    (
        "Metal and mineral",
        "Production and refining of ores into metals.",
        """
    building material; gold and precious material; iron and steel; mining; non-ferrous metal
        """,
    ),
    (
        "Process industry",
        "The business of turning raw materials into useable products.",
        """
    distiller and brewer; food industry; furnishings and furniture; paper and packaging product; rubber product; soft
    drinks; textile and clothing; tobacco; medical equipment; pet product and service; e-cigarette
        """,
    ),
    (
        "Tourism and leisure industry",
        (
            "Commercial organizations and operations dealing with vacations and visits to places of interest and the "
            "pursuit of recreational activities."
        ),
        """
    casino and gambling; hotel and accommodation; recreational and sporting goods; restaurant and catering; tour
    operator
        """,
    ),
    (
        "Transport",
        "The means of getting people or goods from one place to the other without walking.",
        """
    air transport; railway transport; road transport; traffic; waterway and maritime transport
        """,
    ),
    (
        "Crafts industry",
        "Products or services provided with simple skills and tools, as opposed to by mass industrial production.",
        "",
    ),
    (
        "Logistics",
        "Supply chain, inventory management and transportation of products.",
        "",
    ),
    (
        "Utilities",
        "The providing of basic services including supplying water and waste removal to the public.",
        """
    waste management industry; water supply; heating, ventilation, and air conditioning
        """,
    ),
    (
        "Macro economics",
        "Broad scale economics at the world or national level.",
        """
    bonds; budgets and budgeting; business enterprise; entrepreneurship; small and medium enterprise; cooperative;
    central bank; consumers; consumer confidence; consumer issue; credit and debt; currency; cryptocurrency; deflation;
    economic growth; economic indicator; gross domestic product; industrial production; inventories; productivity;
    economic organization; emerging market; employment statistics; exports; government aid; government debt; imports;
    inflation; interest rate; international economic institution; international trade; trade agreements; trade balance;
    trade dispute; trade policy; investments; monetary policy; mortgage; mutual funds; prices; recession; tariff
        """,
    ),
    (
        "Sharing economy",
        "Peer-to-peer-based sharing of access to goods and services.",
        "",
    ),
    (
        "Commodity market",
        "The bartering or trading of goods such as cotton, oil, coal, metals, etc.",
        """
    energy market; metal; soft commodity
        """,
    ),
    (
        "Debt market",
        "Market for trading debt instruments such as bonds, CDs, banker's acceptances, T-bills, notes, IOUs etc.",
        "",
    ),
    (
        "Foreign exchange market",
        "The trading of shekels, dinars, euros, dollars etc around the world through regulated markets.",
        "",
    ),
    (
        "Loan market",
        "The market where money is available to borrow, at certain rates of interest.",
        """
    loans
        """,
    ),
    (
        "Securities",
        "Markets for trading types of company paper such as stocks and bonds.",
        """
    derivative securities
        """,
    ),
    (
        "Stocks",
        "Corporate paper that gives an individual an ownership right to a part of a company's earnings.",
        """
    stock recommendation; buy recommendation; hold recommendation; sell recommendation; hot stock
        """,
    ),
)
"""Name, definition, narrower concepts."""
