"""Blocks of a page as Markdown that is proved to show their words and no others."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from sitegen.clean.blocks import Block, Kind
from sitegen.clean.runs import BREAK, Run, markdown, plain_markdown
from sitegen.markup import BLOCK_BREAK, escape_markdown, visible_text

_HIGHEST = 2
"""The article's title is the page's only h1."""
_DEEPEST = 6

Writer = Callable[[Sequence[Run]], str]


def body_of(blocks: Sequence[Block]) -> tuple[str, str]:
    """Return the Markdown of the blocks and its visible text."""
    wanted = _words(blocks)
    body = _assembled(blocks, [markdown] * len(blocks))
    if (text := visible_text(body)) == wanted:
        return body, text
    body = _assembled(blocks, [markdown if _is_true(b) else plain_markdown for b in blocks])
    if (text := visible_text(body)) == wanted:
        return body, text
    body = BLOCK_BREAK.join(escape_markdown(line) for b in blocks for line in _lines(b))
    return body, visible_text(body)


def _words(blocks: Sequence[Block]) -> str:
    return BLOCK_BREAK.join(line for b in blocks for line in _lines(b))


def _lines(block: Block) -> Iterator[str]:
    """Yield what a block shows: its text, or its cells."""
    if block.rows:
        yield from (cell for row in block.rows for cell in row if cell)
    else:
        yield block.text.replace(BREAK, " ") if block.kind is Kind.HEADING else block.text


def _is_true(block: Block) -> bool:
    """Say whether the block's Markdown shows its words."""
    return visible_text(_assembled([block], [markdown])) == _words([block])


def _assembled(blocks: Sequence[Block], writers: Sequence[Writer]) -> str:
    """Write the blocks, list items with their markers, quotations behind their bars."""
    parts: list[str] = []
    for (quoted, listed), group in groupby(
        zip(blocks, writers, strict=True), key=lambda p: (p[0].quoted, p[0].kind is Kind.ITEM)
    ):
        pairs = list(group)
        written = "\n".join(_items(pairs)) if listed else BLOCK_BREAK.join(_block(b, w) for b, w in pairs)
        parts.append("\n".join(f"> {line}".rstrip() for line in written.split("\n")) if quoted else written)
    return BLOCK_BREAK.join(parts)


def _block(block: Block, writer: Writer) -> str:
    if block.rows:
        return "\n".join(_table(block.rows))
    if block.kind is Kind.HEADING:
        words = writer(tuple(Run(text=" ") if r.text == BREAK else r for r in block.runs))
        return f"{'#' * min(_DEEPEST, max(_HIGHEST, block.level))} {words}"
    return writer(block.runs)


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for index, row in enumerate(rows):
        yield f"| {' | '.join(map(escape_markdown, row))} |"
        if index == 0:
            yield f"|{' --- |' * len(row)}"


def _items(pairs: Sequence[tuple[Block, Writer]]) -> Iterator[str]:
    """Write list items; an item stands at most one step deeper than the one before."""
    open_at: list[int] = []
    counts: list[int] = []
    for block, writer in pairs:
        depth = min(block.level, len(open_at) + 1)
        same = len(open_at) >= depth
        number = counts[depth - 1] + 1 if same else 1
        marker = f"{number}. " if block.ordered else "- "
        open_at[depth - 1 :], counts[depth - 1 :] = [len(marker)], [number]
        indent = " " * sum(open_at[:-1])
        lines = writer(block.runs).split("\n")
        yield indent + marker + f"\n{indent}{' ' * len(marker)}".join(lines)
