"""The lines of newsletters that are not their news: how to unsubscribe, where to read it, whom to follow. Vocabulary of letters.py."""

import re

from sitegen.clean.vocabulary import phrases, words

FURNITURE = re.compile(
    r"""
    \b(?:
      unsubscribe | opt[- ]out
    | (?:manage|update|change|edit|set)\s(?:your\s|my\s)?(?:e-?mail\s|newsletter\s|subscription\s)?(?:preferences|settings|subscriptions?|profile|options)
    | (?:view|read|open|see|display)\s(?:this\s|it\s|the\s)?(?:e-?mail\s|newsletter\s|message\s|issue\s|online\s)?(?:in|on)\s(?:your\s|a\s|the\s)?(?:web\s?)?(?:browser|web|app)
    | (?:view|read)\s(?:this\s)?(?:e-?mail|newsletter|issue)?\s?online
    | (?:having\s)?trouble\s(?:viewing|reading|seeing)\b
    | (?:e-?mail|message|images?)\snot\sdisplay(?:ing|ed)
    | you(?:\sare|['’]re|\shave|\sreceived?)\s(?:are\s)?(?:receiving|received|getting|subscribed|been\ssent|this\se-?mail|signed\sup)
    | this\s(?:e-?mail|newsletter|message)\swas\ssent\s(?:to|by|from)
    | (?:was|were)\s(?:this\se-?mail\s|this\snewsletter\s|you\s)?forwarded\s(?:to\syou|this)
    | forward\s(?:this\s)?(?:e-?mail\s|newsletter\s)?to\s(?:a\s)?(?:friend|colleague)
    | (?:our|my)\s(?:mailing|postal)\saddress
    | add\s(?:us|\S{3,80})\sto\syour\s(?:address\sbook|contacts|safe\ssenders)
    | (?:sign|signed)\sup\s(?:here|for\s(?:this|our|the)\s(?:newsletter|e-?mail)s?)
    | (?:subscribe|sign\sup)\sto\s(?:our|this|the)\snewsletter
    | privacy\s(?:policy|notice|statement) | terms\s(?:of\s(?:use|service)|and\sconditions) | cookie\spolicy
    | all\srights\sreserved
    | (?:get|download)\s(?:our|the)\sapp
    | powered\sby\s(?:mailchimp|substack|beehiiv|ghost|buttondown|convertkit)
    )\b | ^\s*(?:©|\(c\)\s|copyright\s)
    """,
    re.IGNORECASE | re.VERBOSE,
)
LONGEST_FURNITURE = 400
"""Code points: a longer paragraph that mentions unsubscribing is prose about it."""

FOOTER = re.compile(
    r"\b(?:unsubscribe|opt[- ]out|all rights reserved|(?:mailing|postal) address|you(?: are|['’]re) receiving)\b",
    re.IGNORECASE,
)
"""After such a line in the letter's last part nothing of the news comes."""

NETWORKS = words(
    """
    facebook twitter x instagram linkedin youtube tiktok threads mastodon bluesky telegram whatsapp pinterest reddit rss flipboard snapchat
    follow us on share tweet like email forward via and or our join connect with
    """
)
"""A line of nothing but these is a row of buttons."""

MORE = phrases(
    """
    read more | read on | read the story | read the full story | read full story | read the full article | read article | full story | full article
    continue reading | keep reading | more | learn more | the full story | read it here | read here | go deeper | see more | find out more
    read the article | story | link | read the rest | more here | details | weiterlesen | lire la suite | leer más | continua a leggere
    """
)
"""What links to a story are called besides its headline."""

TRACKING = re.compile(
    r"(?:utm_\w+|mc_[ce]id|fbclid|gclid|mkt_tok|_hs(?:enc|mi)|ck_subscriber_id|s_cid|ref_src)", re.IGNORECASE
)
"""Parameters of links by which letters watch their readers; some name the reader."""
