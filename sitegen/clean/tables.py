"""Which tables of a page hold data, and their cells; a table that only lays out the page is none."""

from itertools import islice

from lxml.html import HtmlElement

from sitegen.clean.characters import one_line
from sitegen.clean.html_tree import text_of

_LONGEST_CELL = 300
_MOST_ROWS = 500
_MOST_COLUMNS = 30
_LAYOUT = frozenset({"table", "ul", "ol", "h1", "h2", "h3", "form", "article", "section", "iframe", "blockquote"})

Rows = tuple[tuple[str, ...], ...]


def cells_of(table: HtmlElement) -> Rows:
    """Return the words of the cells; nothing where the table is a layout."""
    if any(e.tag in _LAYOUT for e in table.iterdescendants()):
        return ()
    rows = [_row(tr) for tr in islice(table.iter("tr"), _MOST_ROWS + 1)]
    rows = [row for row in rows if any(row)]
    widths = [len(row) for row in rows]
    if (
        not 1 < len(rows) <= _MOST_ROWS
        or not 1 < max(widths) <= _MOST_COLUMNS
        or max(len(c) for row in rows for c in row) > _LONGEST_CELL
    ):
        return ()
    return tuple(row + ("",) * (max(widths) - len(row)) for row in rows)


def _row(tr: HtmlElement) -> tuple[str, ...]:
    return tuple(one_line(text_of(cell)) for cell in tr if cell.tag in {"td", "th"})
