"""Which captured pages are no articles: a site's front and section pages, and whatever gives no text. They are noted, not errors: nobody chose them."""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from sitegen.clean.draft import Draft
from sitegen.clean.outcome import Outcome
from sitegen.clean.refusal import Refusal
from sitegen.model.article import SourceDocument
from sitegen.model.diagnostic import Severity

NO_ARTICLE = "seed-index"
_QUIET = {"seed-empty", "seed-binary", "seed-charset", "seed-no-text", "seed-kind"}
_SAYS_ARTICLE = re.compile(
    rb"property\s*=\s*[\"']?og:type[\"']?\s+content\s*=\s*[\"']?article|content\s*=\s*[\"']?article[\"']?\s+property\s*=\s*[\"']?og:type"
    rb"|\"@type\"\s*:\s*\[?\s*\"(?:News|Reportage\w{0,20}|Analysis\w{0,20}|Opinion\w{0,20}|Review\w{0,20}|Report|Blog|LiveBlog|Tech)?(?:Article|Posting)\"|itemtype\s*=\s*[\"']https?://schema\.org/(?:News)?Article",
    re.IGNORECASE,
)
_LINK = re.compile(rb"<a\s[^>]{1,2000}>(.{0,300}?)</a>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(rb"<[^>]{0,500}>")
_LEAST_LINK = 20
_MANY_LINKS = 12
_TIMES = 2
"""On an index page the headlines linked are together longer than twice the prose."""
_HEAD = 400_000


def is_capture(source: SourceDocument) -> bool:
    """Say whether a source was taken from the web by a program: from a web archive, or by `sitegen fetch`."""
    return source.fetched is not None or bool(source.part and source.url)


def captured_page(source: SourceDocument, found: Outcome) -> Outcome:
    """Return what came of a captured page; one that is no article is a note."""
    drafts = tuple(d for d in found.drafts if d.part or not _is_index(source, d))
    told = tuple(replace(r, code=NO_ARTICLE, severity=Severity.NOTE) if r.code in _QUIET else r for r in found.told)
    if len(drafts) < len(found.drafts):
        told += (Refusal(code=NO_ARTICLE, message="an index page, not an article", severity=Severity.NOTE),)
    return Outcome(drafts=drafts, told=told)


def _is_index(source: SourceDocument, draft: Draft) -> bool:
    if urlsplit(source.url or "").path in {"", "/"} and source.url and not urlsplit(source.url).query:
        return True
    page = source.data[:_HEAD]
    if _SAYS_ARTICLE.search(page):
        return False
    links = [len(words) for m in _LINK.finditer(page) if len(words := _TAG.sub(b"", m[1]).strip()) >= _LEAST_LINK]
    prose = sum(len(p) for p in (draft.text or draft.body).split("\n") if len(p) > 4 * _LEAST_LINK)
    return len(links) >= _MANY_LINKS and sum(links) > _TIMES * prose
