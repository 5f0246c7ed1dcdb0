"""What kind of source a text is: told by how it begins, then by its declared type and its name."""

import re

_BEGINNINGS = (
    ("application/warc", re.compile(r"WARC/\d")),
    ("application/rss+xml", re.compile(r"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:rss|rdf:RDF)\b", re.DOTALL)),
    ("application/atom+xml", re.compile(r"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<feed\b", re.DOTALL)),
    ("text/x-opml", re.compile(r"(?:<\?xml[^>]{0,200}>\s*)?<opml\b")),
    ("application/feed+json", re.compile(r"\{\s*\"version\"\s*:\s*\"https?://jsonfeed\.org")),
    ("message/rfc822", re.compile(r"(?:(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID|Delivered-To|Content-Type): [^\n]*\n(?:[ \t][^\n]*\n){0,50}){3}")),
    ("text/html", re.compile(r"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|title|meta|link|article|main|div|section|p|h1|table)\b", re.IGNORECASE | re.DOTALL)),
    ("text/markdown", re.compile(r"---[ \t]*\n(?:[ \t#][^\n]*\n|\n){0,20}[A-Za-z_][\w-]*[ \t]*:")),
)  # fmt: skip
_HEAD = 8192
_ENDINGS = {
    "html": "text/html", "htm": "text/html", "xhtml": "text/html", "md": "text/markdown", "markdown": "text/markdown", "mdown": "text/markdown",
    "txt": "text/plain", "text": "text/plain",
}  # fmt: skip
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|b|i|em|strong|h[1-6]|ul|li|title|body|html|img)\b[^<>]{0,500}>", re.IGNORECASE
)
_MARKDOWN = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\[[^\]\n]{1,300}\]\(<?https?://"),
    re.compile(r"\*\*[^*\s][^*\n]{0,200}\*\*"),
)
_ENOUGH_SIGNS = 2


def media_type(text: str, path: str, declared: str | None) -> str:
    """Return the type of a text source."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    for kind, beginning in _BEGINNINGS:
        if beginning.match(head):
            return kind
    said = (declared or "").split(";")[0].strip().lower()
    said = said if said in _ENDINGS.values() else _ENDINGS.get(path.rsplit(".", 1)[-1].lower(), "")
    if said == "text/html":
        return said if _TAG.search(text) else "text/plain"
    return said or ("text/markdown" if _reads_as_markdown(text[: 8 * _HEAD]) else "text/plain")


def _reads_as_markdown(text: str) -> bool:
    return sum(bool(sign.search(text)) for sign in _MARKDOWN) >= _ENOUGH_SIGNS
