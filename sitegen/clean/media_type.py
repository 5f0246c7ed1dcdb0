"""What kind of source a text is: told by how it begins, then by its declared type and its name."""

import re

_XML = r"(?:<\?xml[^>]{0,200}>\s*)?(?:<(?:!--.{0,2000}?--|\?[^>]{0,500}|!DOCTYPE (?:rss|rdf|feed|opml)\b[^>\[]{0,500}(?:\[.{0,8000}?\]\s*)?)>\s*){0,9}"
_BEGINNINGS = (
    ("application/rss+xml", re.compile(_XML + r"<(?:rss|rdf:RDF)\b", re.DOTALL | re.IGNORECASE)),
    ("application/atom+xml", re.compile(_XML + r"<(?:\w{1,20}:)?feed\b", re.DOTALL)),
    ("text/x-opml", re.compile(_XML + r"<opml\b", re.DOTALL | re.IGNORECASE)),
    ("application/feed+json", re.compile(r"\{(?:(?!\"items\").){0,2000}?\"version\"\s*:\s*\"https?:(?:\\?/){2}jsonfeed\.org", re.DOTALL)),
    ("text/html", re.compile(r"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|title|meta|link|article|main|div|section|p|h1|table)\b", re.IGNORECASE | re.DOTALL)),
    ("text/markdown", re.compile(r"---[ \t]*\n(?:[ \t#][^\n]*\n|\n){0,20}[A-Za-z_][\w-]*[ \t]*:")),
)  # fmt: skip
_MAIL = re.compile(
    r"(?:(?:From|To|Cc|Subject|Date|Received|Return-Path|MIME-Version|Message-ID|Delivered-To|Content-Type|Reply-To|Sender|DKIM-Signature|ARC-[\w-]{1,40}"
    r"|Authentication-Results|X-[\w-]{1,40}|List-[\w-]{1,20}|Precedence|Feedback-ID|References|In-Reply-To|User-Agent|Content-[\w-]{1,40}): ?[^\n]*\n(?:[ \t][^\n]*\n){0,200}){3}",
    re.IGNORECASE,
)
_HEAD = 8192
PAGES_AND_FEEDS = frozenset({"text/html", "application/rss+xml", "application/atom+xml", "application/feed+json"})
_ENDINGS = {
    "html": "text/html", "htm": "text/html", "xhtml": "text/html", "md": "text/markdown", "markdown": "text/markdown", "mdown": "text/markdown",
    "txt": "text/plain", "text": "text/plain", "rss": "application/rss+xml", "rdf": "application/rss+xml", "atom": "application/atom+xml",
    "xml": "application/xml", "opml": "text/x-opml", "json": "application/json", "eml": "message/rfc822", "mht": "multipart/related",
    "mhtml": "multipart/related", "warc": "application/warc", "zip": "application/zip", "tar": "application/x-tar", "mbox": "application/mbox",
    "gz": "application/gzip", "tgz": "application/gzip", "bz2": "application/x-bzip2", "xz": "application/x-xz",
}  # fmt: skip
NO_ARTICLES = {
    "css": "style sheet", "js": "script", "mjs": "script", "map": "script", "svg": "picture", "csv": "table", "tsv": "table", "ics": "calendar", "vcf": "address card",
    "sql": "database", "log": "log",
}  # fmt: skip
"""Endings of texts that nobody reads as articles; they lie beside saved pages."""
_TOLD_BY_CONTENT = {
    "application/rss+xml", "application/atom+xml", "application/xml", "text/x-opml", "application/json", "message/rfc822", "multipart/related", "application/warc",
    "application/zip", "application/x-tar", "application/mbox", "application/gzip", "application/x-bzip2", "application/x-xz",
}  # fmt: skip
"""A file that is called one of these and does not begin as one is damaged or something else, as a server's error page is."""
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|b|i|em|strong|h[1-6]|ul|li|title|body|html|img)\b[^<>]{0,500}>", re.IGNORECASE
)
_MARKDOWN = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\[[^\]\n]{1,300}\]\(<?https?://"),
    re.compile(r"\*\*[^*\s][^*\n]{0,200}\*\*"),
)
_ENOUGH_SIGNS = 2


def is_mail(data: bytes, path: str, declared: str | None) -> bool:
    """Say whether bytes are a mail: its parts may be in several charsets, so it is told before it is read."""
    if _said(path, declared) in {"message/rfc822", "multipart/related"}:
        return True
    head = data[:_HEAD].lstrip(b"\r\n").decode("latin-1").replace("\r\n", "\n")
    return bool(_MAIL.match(head))


def begins_as(text: str) -> str:
    """Return the type of which a text has the beginning; empty for none."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    return next((kind for kind, beginning in _BEGINNINGS if beginning.match(head)), "")


def no_article(path: str) -> str | None:
    """Return what a text is by the ending of its name, where that is no article."""
    return NO_ARTICLES.get(path.rsplit("/", 1)[-1].rpartition(".")[2].lower())


def media_type(text: str, path: str, declared: str | None) -> str:
    """Return the type of a text source."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    said = _said(path, declared)
    for kind, beginning in _BEGINNINGS:
        if beginning.match(head) and not (said in _TOLD_BY_CONTENT and kind in {"text/html", "text/markdown"}):
            return kind
    if said == "text/html":
        return said if _TAG.search(text) else "text/plain"
    return said or ("text/markdown" if _reads_as_markdown(text[: 8 * _HEAD]) else "text/plain")


def _said(path: str, declared: str | None) -> str:
    """Return the type that is declared, or else the one of the name's ending; empty where neither is of a kind we know."""
    said = (declared or "").split(";")[0].strip().lower()
    if said in _ENDINGS.values() and said not in {"application/xml", "text/plain"}:
        return said
    return _ENDINGS.get(path.rsplit(".", 1)[-1].lower(), "") if "." in path.rsplit("/", 1)[-1] else ""


def _reads_as_markdown(text: str) -> bool:
    return sum(bool(sign.search(text)) for sign in _MARKDOWN) >= _ENOUGH_SIGNS
