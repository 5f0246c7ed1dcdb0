"""Which words say what country somebody is from? Before a name they are no part of it."""

NATIONALITIES = frozenset(
    """
    afghan albanian algerian american angolan arab argentine argentinian armenian australian austrian azerbaijani bahraini
    bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian canadian chadian chilean chinese
    colombian congolese croatian cuban cypriot czech danish dutch ecuadorean egyptian emirati english estonian ethiopian european
    filipino finnish french georgian german ghanaian greek guatemalan haitian honduran hungarian icelandic indian indonesian
    iranian iraqi irish israeli italian jamaican japanese jordanian kazakh kenyan korean kuwaiti latvian lebanese libyan
    lithuanian luxembourgish malaysian maltese mexican moroccan namibian nepalese nicaraguan nigerian norwegian omani pakistani
    palestinian panamanian paraguayan peruvian philippine polish portuguese qatari romanian russian rwandan saudi scottish
    senegalese serbian singaporean slovak slovenian somali soviet spanish sudanese swedish swiss syrian taiwanese tanzanian thai
    tunisian turkish ugandan ukrainian uruguayan venezuelan vietnamese welsh yemeni yugoslav zambian zimbabwean
    latin asian african north-korean south-korean
""".split()
)
