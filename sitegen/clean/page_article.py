"""Which title, authors, publisher, date and address a page's evidence comes to, strongest evidence first."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from sitegen.clean.addresses import absolute
from sitegen.clean.dates import find_date, read_date
from sitegen.clean.json_ld import link_of, named, text
from sitegen.clean.names import names, stated_names
from sitegen.clean.page_fields import PageFields
from sitegen.model.when import UNKNOWN, How, When

_TAIL = re.compile(r"\s+[|–—-]\s+[^|–—]{2,60}$|\s*[|»›]\s*[^|»›]{2,60}$")
_SHORTEST = 10
"""A shorter h1 may be the name of the section or of the site."""
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "published_time", "publishdate", "publish-date", "publication_date", "parsely-pub-date",
    "sailthru.date", "article.published", "article:published", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "date", "pubdate", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "last-published", "datecreated", "bt:pubdate", "article_date_original", "vr:published_time", "iso-8601-publish-date", "rnews:datepublished",
)  # fmt: skip
_AUTHORS = (
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "cxenseparse:author",
    "article.author",
    "twitter:creator",
)
_SITES = (
    "og:site_name",
    "application-name",
    "al:android:app_name",
    "twitter:app:name:iphone",
    "publisher",
    "dc.publisher",
)


def title_of(page: PageFields) -> str:
    """Return the headline: JSON-LD's, an h1 that another field confirms, OpenGraph's, a lone h1, the title element's."""
    if headline := text(page.ld, "headline"):
        return headline
    said = [_key(t) for t in (page.meta("og:title"), page.meta("twitter:title"), page.title) if t]
    confirmed = (h1 for h1 in page.h1s if any(key.startswith(_key(h1)) for key in said) and len(h1) >= _SHORTEST)
    lone = page.h1s[0] if len(page.h1s) == 1 else ""
    return (
        next(confirmed, "")
        or untailed(page.meta("og:title", "twitter:title"), page)
        or lone
        or untailed(page.title, page)
        or next(iter(page.h1s), "")
    )


def _key(title: str) -> str:
    return "".join(c for c in title.casefold() if c.isalnum())


def untailed(title: str, page: PageFields) -> str:
    """Return the title without the site's name behind a bar or a dash."""
    site = _key(publisher_of(page)[0])
    m = _TAIL.search(title)
    if m and (_key(m[0]) in site or site in _key(m[0]) or "|" in m[0]):
        return title[: m.start()].strip()
    return title


def byline_of(page: PageFields) -> tuple[str, ...]:
    """Return the authors: JSON-LD, author meta elements, visible bylines; the publisher itself only where nobody else is named."""
    site = _key(publisher_of(page)[0])
    own: tuple[str, ...] = ()
    for people in _author_sources(page):
        if people and not all(_is_of(person, site) for person in people):
            return people
        own = own or people
    return own


def _is_of(person: str, site: str) -> bool:
    key = _key(person)
    return bool(site) and (key in site or site in key)


def _author_sources(page: PageFields) -> Iterator[tuple[str, ...]]:
    yield stated_names(named(page.ld, "author"))
    for meta in _AUTHORS:
        yield tuple(dict.fromkeys(n for value in page.metas.get(meta, ()) for n in names(value)))
    yield stated_names(named(page.ld, "creator"))
    yield from (names(line) for line in page.bylines)


def publisher_of(page: PageFields) -> tuple[str, str]:
    """Return the publisher's name and address; an address in the place of the name is no name."""
    said = (*named(page.ld, "publisher")[:1], *(page.meta(name) for name in _SITES))
    return next((name for name in said if name and "://" not in name), ""), link_of(page.ld, "publisher")


def published_of(page: PageFields) -> When:
    """Return when the article was published: JSON-LD, meta elements, time elements."""
    sources = (
        [("datePublished", text(page.ld, "datePublished"))]
        + [(name, page.meta(name)) for name in _PUBLISHED]
        + [("dateCreated", text(page.ld, "dateCreated", "uploadDate"))]
        + [("time", value) for value in _times(page)]
    )
    for field, value in sources:
        if value and (when := read_date(value)):
            return When(value=when, how=How.PAGE, evidence=f"{field}: {value}"[:200])
    return UNKNOWN


def _times(page: PageFields) -> list[str]:
    """Return the dates of time elements, those marked as publication first; none that is marked as a change or not alone."""
    kept = [
        (value, marks)
        for value, marks in page.times
        if not any(w in marks for w in ("updat", "modif", "comment", "related", "teaser", "sidebar"))
    ]
    marked = [
        v
        for v, marks in kept
        if any(w in marks for w in ("publ", "pubdate", "posted", "entry-date", "dateline", "timestamp", "article"))
    ]
    return marked + (
        [v for v, _ in kept] if len({(find_date(v) or v) for v, _ in kept}) == 1 else [v for v, _ in kept[:1]]
    )


def address_of(page: PageFields, url: str | None) -> str | None:
    """Return the canonical address; that of another site or of a home page is none."""
    for said in (page.canonical, page.meta("og:url"), text(page.ld, "url")):
        found = absolute(said, url)
        if found.startswith("http") and len(urlsplit(found).path) > 1:
            return found
    return absolute(url, None) or None
