"""Which addresses lead to the same page? An address in; out comes what all spellings of it have in common, to compare, never to link."""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

_TRACKING = frozenset(
    """
    fbclid gclid dclid gbraid wbraid msclkid yclid twclid ttclid igshid mc_cid mc_eid mkt_tok oly_anon_id oly_enc_id vero_id _hsenc _hsmi
    ocid cmpid ncid icid smid smtyp sref ref_src ref_url referrer xtor at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4
    spm wt_mc ns_mchannel ns_source ns_campaign ns_linkname src_trk guccounter guce_referrer guce_referrer_sig taid ftag
    amp outputtype
    """.split()
)
"""Parameters that say how a reader came or in which dress the page is shown, never which page it is."""

_TRACKING_PREFIXES = ("utm_", "pk_", "mtm_", "piwik_", "hsa_", "itm_", "at_")
_HOST_PREFIX = re.compile(r"(?:www\d?|amp|m|mobile)\.(?=[^.]+\.)")
_AMP_CACHE = re.compile(
    r"(?:[^/]+\.cdn\.ampproject\.org/[acv]/(?:s/)?|www\.google\.[a-z.]{2,6}/amp/(?:s/)?)(?=[^/]+\.[^/]+/)"
)
_AMP_END = re.compile(r"(?:/amp|\.amp)(?=$|\.html?$)|/amp\.html?$")
_AMP_START = re.compile(r"^/amp(?=/[^/])")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$")
_DEFAULT_PORTS = frozenset({80, 443, None})


def address_key(url: str | None) -> str | None:
    """Return what all spellings of an article's address share; None for none, and for the home page of a site, which is no article."""
    try:
        parts = urlsplit(_without_cache((url or "").strip()))
        host, port = (parts.hostname or "").removesuffix("."), parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host:
        return None
    path, query = _path(parts.path), _query(parts.query)
    if not path and not query:
        return None
    while found := _HOST_PREFIX.match(host):
        host = host[found.end() :]
    return f"{host}{'' if port in _DEFAULT_PORTS else f':{port}'}{path}{query}"


def host_name(url: str) -> str:
    """Return the name of the site that an address leads to, as readers know it."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _without_cache(url: str) -> str:
    """Return the publisher's own address where a cache of AMP pages wraps it."""
    scheme, separator, rest = url.partition("://")
    found = _AMP_CACHE.match(rest)
    return f"{scheme}{separator}{rest[found.end() :]}" if found else url


def _path(path: str) -> str:
    plain = quote(unquote(path), safe="/:@!$&'()*+,;=-._~").rstrip("/")
    plain = _INDEX.sub("", _AMP_START.sub("", _AMP_END.sub("", plain)))
    return plain.rstrip("/")


def _query(query: str) -> str:
    """Return the parameters that name the page, in one order."""
    fields = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not _is_tracking(name)]
    return f"?{urlencode(sorted(fields))}" if fields else ""


def _is_tracking(name: str) -> bool:
    lower = name.lower()
    return lower in _TRACKING or lower.startswith(_TRACKING_PREFIXES)
