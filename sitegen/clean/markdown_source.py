"""A Markdown source as a draft: a plain front matter is read, the rest goes through the page's blocks, so that only safe markup stays."""

from sitegen.clean.addresses import absolute
from sitegen.clean.block_markdown import body_of
from sitegen.clean.blocks import Kind, blocks, linked
from sitegen.clean.characters import tidy
from sitegen.clean.dates import read_date
from sitegen.clean.draft import Draft
from sitegen.clean.header import Header, read_header
from sitegen.clean.headline import made_headline
from sitegen.clean.html_tree import parse
from sitegen.clean.language import language_of
from sitegen.clean.names import names
from sitegen.clean.refusal import Refusal
from sitegen.markup import to_html
from sitegen.model.when import UNKNOWN, How, When

_LONGEST = 2_000_000


def markdown_draft(source: str, url: str | None) -> Draft | Refusal:
    """Return the article of a Markdown source."""
    header = read_header(tidy(source))
    if isinstance(header, Refusal):
        return header
    if len(header.body) > _LONGEST:
        return Refusal(code="seed-too-large", message=f"a text of {len(header.body):,} characters is no article")
    root = parse(f"<body>{to_html(header.body)}</body>")
    if isinstance(root, Refusal):
        return root
    address = absolute(header.first("url", "source_url", "link", "canonical"), None) or url
    parts = [linked(b, address) for b in blocks(root) if b.text]
    headed = bool(parts) and parts[0].kind is Kind.HEADING and parts[0].level == 1
    title = header.first("title", "headline") or (parts[0].text if headed else "")
    kept = parts[1:] if headed and parts[0].text == title and len(parts) > 1 else parts
    if not any(c.isalnum() for b in kept for c in b.text):
        return Refusal(code="seed-no-text", message="no text stands below the front matter", line=header.body_line)
    body, visible = body_of(kept)
    published = _published(header)
    if isinstance(published, Refusal):
        return published
    return Draft(
        title=title or made_headline(visible),
        body=body,
        text=visible,
        byline=_byline(header),
        publisher=header.first("publisher", "source", "site"),
        url=address,
        published=published,
        language=language_of(visible, header.first("lang", "language")),
    )


def _byline(header: Header) -> tuple[str, ...]:
    return tuple(
        n for key in ("author", "authors", "byline") for value in header.values.get(key, ()) for n in names(value)
    )


def _published(header: Header) -> When | Refusal:
    key = next((k for k in ("published", "date", "pubdate") if header.first(k)), "")
    if not key:
        return UNKNOWN
    words = header.first(key)
    if value := read_date(words):
        return When(value=value, how=How.FILE, evidence=f"{key}: {words}")
    return Refusal(code="seed-date", message=f"`{words[:60]}` is no date", line=header.lines[key])
