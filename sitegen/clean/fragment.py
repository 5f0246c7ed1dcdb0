"""HTML that is the article already, as in a feed's item or a letter: the same blocks as a page's, all of them, links absolute."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.clean.block_markdown import body_of
from sitegen.clean.blocks import Block, Kind, blocks, linked
from sitegen.clean.html_tree import parse
from sitegen.clean.refusal import Refusal
from sitegen.markup import BLOCK_BREAK, escape_markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Markdown and its visible text."""

    markdown: str = ""
    text: str = ""


def fragment_blocks(html: str, base: str | None) -> tuple[Block, ...] | Refusal:
    """Return the blocks of a piece of HTML; pictures' captions are not the article's text."""
    if not html.strip():
        return ()
    root = parse(f"<body>{html}</body>")
    if isinstance(root, Refusal):
        return root
    return tuple(linked(b, base) for b in blocks(root) if b.text.strip() and b.kind is not Kind.CAPTION)


def body_of_blocks(kept: Sequence[Block]) -> Body:
    """Return the blocks as Markdown."""
    body, text = body_of(kept)
    return Body(markdown=body, text=text)


def body_of_text(paragraphs: Sequence[str]) -> Body:
    """Return plain paragraphs as Markdown."""
    return Body(
        markdown=BLOCK_BREAK.join(map(escape_markdown, paragraphs)),
        text=BLOCK_BREAK.join(paragraphs),
    )


def words_of(html: str) -> str:
    """Return the words that a piece of HTML shows, in one line."""
    found = fragment_blocks(html, None)
    return "" if isinstance(found, Refusal) else " ".join(" ".join(b.text.split()) for b in found)
