"""Which blocks of a page only lead to other pages: linked headlines between paragraphs, and lists of them."""

from collections.abc import Sequence

from sitegen.clean.blocks import Block, Kind

_LEADS_AWAY = 0.9
"""From this share of linked words on, a paragraph is another article's headline."""
_ITEM_LEADS_AWAY = 0.6


def leads_elsewhere(blocks: Sequence[Block]) -> list[bool]:
    """Say of each block whether it only leads to other pages: a linked line, or an item of a list of such."""
    flags = [_is_link_line(block) for block in blocks]
    start = 0
    while start < len(blocks):
        end = start
        while end < len(blocks) and blocks[end].kind is Kind.ITEM and blocks[start].kind is Kind.ITEM:
            end += 1
        if end > start and all(block.link_share >= _ITEM_LEADS_AWAY for block in blocks[start:end]):
            flags[start:end] = [True] * (end - start)
        start = max(end, start + 1)
    return flags


def _is_link_line(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and block.link_share >= _LEADS_AWAY
