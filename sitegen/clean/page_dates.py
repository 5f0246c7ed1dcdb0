"""When a page says that its article was published, and when it was last changed."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from lxml.html import HtmlElement

from sitegen.clean.dates import find_date, read_date, read_date_line
from sitegen.clean.html_tree import text_of
from sitegen.clean.json_ld import text
from sitegen.clean.page_fields import PageFields, first, meta_key
from sitegen.model.when import UNKNOWN, How, When

_PUBLISHED = tuple(map(meta_key, (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "published_time", "publishdate", "publish-date", "publication_date", "parsely-pub-date",
    "sailthru.date", "article.published", "article:published", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "date", "pubdate", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "last-published", "datecreated", "bt:pubdate", "article_date_original", "vr:published_time", "iso-8601-publish-date", "rnews:datepublished", "dcterms.issued",
    "dc.date.created", "citation_publication_date", "displaydate", "article.created",
)))  # fmt: skip
_UPDATED = tuple(map(meta_key, (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "modified_time", "article.updated", "article:modified", "article:updated", "dc.date.modified",
    "dcterms.modified", "lastmod", "last-updated", "bt:moddate", "article_date_updated", "rnews:datemodified",
)))  # fmt: skip
_CHANGED_OR_OTHERS = ("updat", "modif", "comment", "related", "teaser", "sidebar")
_PUBLICATION = ("publ", "pubdate", "posted", "entry-date", "dateline", "timestamp", "article")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(\d\d)/(\d\d)/")
_MOMENT = timedelta(minutes=5)
"""Publishing systems write the two dates seconds or a few minutes apart when no reader has seen a change."""


def published_of(page: PageFields, lines: Iterable[str], address: str | None) -> When:
    """Return when the article was published: JSON-LD, meta elements, time elements, lines around the article, its address."""
    for field, value in _publications(page, lines, address or ""):
        if value and (when := read_date(value)):
            return When(value=when, how=How.PAGE, evidence=f"{field}: {value}"[:200])
    return UNKNOWN


def _publications(page: PageFields, lines: Iterable[str], address: str) -> Iterator[tuple[str, str]]:
    """Yield fields and what they say, strongest first."""
    yield "datePublished", text(page.ld, "datePublished")
    yield from ((name, page.meta(name)) for name in _PUBLISHED)
    yield "dateCreated", text(page.ld, "dateCreated", "uploadDate")
    yield from (("time", value) for value in _times(page))
    yield from (("line", line) for line in lines if (found := read_date_line(line)) and found.value)
    if m := _IN_ADDRESS.search(address):
        yield "address", f"{m[1]}-{m[2]}-{m[3]}"


def _times(page: PageFields) -> list[str]:
    """Return the dates of time elements, those marked as publication first; none that is marked as a change or not alone."""
    elements = first(page.root, "time")
    times = [(e.get("datetime") or text_of(e), _marks(e)) for e in elements]
    kept = [(value, marks) for value, marks in times if not any(w in marks for w in _CHANGED_OR_OTHERS)]
    marked = [value for value, marks in kept if any(w in marks for w in _PUBLICATION)]
    alone = len({(find_date(value) or value) for value, _ in kept}) == 1
    return marked + [value for value, _ in (kept if alone else kept[:1])]


def _marks(e: HtmlElement) -> str:
    """Return what the element's names say of it, and its parent's class."""
    own = [e.get(name) or "" for name in ("class", "itemprop", "id")] + ["pubdate"] * (e.get("pubdate") is not None)
    parent = e.getparent()
    return " ".join([*own, "" if parent is None else parent.get("class") or ""]).lower()


def updated_of(page: PageFields, published: When) -> When:
    """Return when the article was last changed, where that is later than its publication."""
    fields = [("dateModified", text(page.ld, "dateModified"))] + [(name, page.meta(name)) for name in _UPDATED]
    for field, value in fields:
        if value and (when := read_date(value)):
            evidence = f"{field}: {value}"[:200]
            return When(value=when, how=How.PAGE, evidence=evidence) if _is_later(when, published.value) else UNKNOWN
    return UNKNOWN


def _is_later(changed: str, published: str | None) -> bool:
    """Say whether a date is plainly after another: by the day where one of them has no time or no offset."""
    if not published:
        return False
    try:
        return datetime.fromisoformat(changed) - datetime.fromisoformat(published) >= _MOMENT
    except TypeError:
        return changed[:10] > published[:10]
    except ValueError:
        return False
