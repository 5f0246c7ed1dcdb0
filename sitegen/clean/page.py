"""An HTML page as an article: its main blocks as Markdown behind what the page says of its article."""

from collections.abc import Sequence

from sitegen.clean.addresses import absolute
from sitegen.clean.block_markdown import body_of
from sitegen.clean.blocks import Block, blocks, linked
from sitegen.clean.draft import Draft
from sitegen.clean.headline import made_headline
from sitegen.clean.html_tree import drop_silent, parse
from sitegen.clean.json_ld import paragraphs_of, text
from sitegen.clean.language import language_of
from sitegen.clean.main_text import extracted, main_text
from sitegen.clean.outcome import Outcome
from sitegen.clean.page_article import address_of, is_free, publisher_of
from sitegen.clean.page_byline import byline_of
from sitegen.clean.page_dates import published_of, updated_of
from sitegen.clean.page_fields import PageFields, page_fields
from sitegen.clean.page_title import title_of
from sitegen.clean.refusal import Refusal
from sitegen.markup import BLOCK_BREAK, escape_markdown, visible_text
from sitegen.model.diagnostic import Severity

_TOLD_MORE = 3
"""JSON-LD's text is taken only where the page shows less than a third of it: it has no paragraphs to speak of."""


_NO_TEXT = Refusal(code="seed-no-text", message="no article text is found on the page")
_WALL = Refusal(
    code="seed-paywall",
    severity=Severity.NOTE,
    message="the page shows a paywall's notice: its text may end before the article does",
    hint="compare the text with the original; save the page while signed in to have all of it",
)


def page_outcome(html: str, url: str | None) -> Outcome:
    """Return the article of an HTML page, and a note where the page hides a part of it."""
    root = parse(html)
    if isinstance(root, Refusal):
        return Outcome(told=(root,))
    page = page_fields(root)
    drop_silent(root)
    address = address_of(page, url)
    publisher, home = publisher_of(page)
    title = title_of(page, publisher)
    main = main_text(blocks(root), extracted(root, address), title)
    body, shown = _body(main.kept, page, address)
    if not any(c.isalnum() for c in shown):
        return Outcome(told=(_NO_TEXT,))
    published = published_of(page, main.head, address)
    draft = Draft(
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
    return Outcome(drafts=(draft,), told=(_WALL,) if main.walled and not is_free(page) else ())


def _body(kept: Sequence[Block], page: PageFields, address: str | None) -> tuple[str, str]:
    """Return the Markdown of the article and its visible text: of the blocks, or JSON-LD's where the page shows next to nothing."""
    body, shown = body_of([linked(block, address) for block in kept])
    told = paragraphs_of(page.ld, "articleBody")
    if sum(map(len, told)) <= _TOLD_MORE * len(shown):
        return body, shown
    body = BLOCK_BREAK.join(map(escape_markdown, told))
    return body, visible_text(body)
