"""An HTML page as a draft: its main blocks as Markdown behind what the page says of its article."""

from sitegen.clean.addresses import absolute
from sitegen.clean.block_markdown import body_of
from sitegen.clean.blocks import blocks, linked
from sitegen.clean.draft import Draft
from sitegen.clean.headline import made_headline
from sitegen.clean.html_tree import drop_silent, parse
from sitegen.clean.json_ld import paragraphs_of, text
from sitegen.clean.language import language_of
from sitegen.clean.main_text import extracted, main_text
from sitegen.clean.page_article import address_of, publisher_of
from sitegen.clean.page_byline import byline_of
from sitegen.clean.page_dates import published_of, updated_of
from sitegen.clean.page_fields import page_fields
from sitegen.clean.page_title import title_of
from sitegen.clean.refusal import Refusal
from sitegen.markup import BLOCK_BREAK, escape_markdown, visible_text

_TOLD_MORE = 3
"""JSON-LD's text is taken only where the page shows less than a third of it: it has no paragraphs to speak of."""


def page_draft(html: str, url: str | None) -> Draft | Refusal:
    """Return the article of an HTML page."""
    root = parse(html)
    if isinstance(root, Refusal):
        return root
    page = page_fields(root)
    drop_silent(root)
    address = address_of(page, url)
    publisher, home = publisher_of(page)
    title = title_of(page, publisher)
    main = main_text(blocks(root), extracted(root, address), title)
    body, shown = body_of([linked(b, address) for b in main.kept])
    told = paragraphs_of(page.ld, "articleBody")
    if sum(map(len, told)) > _TOLD_MORE * len(shown):
        body = BLOCK_BREAK.join(map(escape_markdown, told))
        shown = visible_text(body)
    if not any(c.isalnum() for c in shown):
        return Refusal(code="seed-no-text", message="no article text is found on the page")
    published = published_of(page, main.head, address)
    return Draft(
        title=title or made_headline(shown),
        body=body,
        text=shown,
        byline=byline_of(page, publisher, main.head),
        publisher=publisher,
        publisher_url=absolute(home, address) or None,
        url=address,
        published=published,
        updated=updated_of(page, published),
        language=language_of(shown, page.lang or text(page.ld, "inLanguage")),
        removed=main.removed,
    )
