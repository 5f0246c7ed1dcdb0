"""Inline text of a page: stretches of words with their emphasis and link, as one line of Markdown that shows just these words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from sitegen.clean.characters import tidy
from sitegen.markup import escape_markdown

_SPACE = re.compile(r"[ \t\n]+")
BREAK = "\n"
"""A run that is only this is a line break; elsewhere a line end is a space."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How words are shown, and where they lead."""

    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str = ""

    def within(self, inner: "Look") -> "Look":
        """Return the look of words in an element of a look within this one."""
        return Look(
            strong=self.strong or inner.strong,
            emphasis=self.emphasis or inner.emphasis,
            code=self.code or inner.code,
            href=inner.href or self.href,
        )


PLAIN = Look()
Piece = tuple[str, Look]
"""Words as the page has them, spaces and line ends included."""
LINE_BREAK: Piece = (BREAK, PLAIN)
"""Known by identity: a piece of white space may hold the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one look."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str = ""


def words_of(pieces: Iterable[Piece]) -> str:
    """Return the words that a reader sees of the pieces, one line to a line break."""
    lines: list[str] = []
    for is_break, group in groupby(pieces, key=_is_break):
        if not is_break and (line := _single_spaced("".join(text for text, _ in group)).strip(" ")):
            lines.append(line)
    return BREAK.join(lines)


def _is_break(piece: Piece) -> bool:
    return piece is LINE_BREAK


def linked_letters(pieces: Iterable[Piece]) -> int:
    """Return how many of the code points are linked."""
    return sum(len(_SPACE.sub(" ", text).strip()) for text, look in pieces if look.href)


def _single_spaced(text: str) -> str:
    """Tidy a text of one line; plain ASCII, most of all texts, has nothing else to tidy."""
    spaced = _SPACE.sub(" ", text)
    return spaced if spaced.isascii() and spaced.isprintable() else _SPACE.sub(" ", tidy(spaced))


def normal(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Tidy runs that were cut or put together."""
    return runs_of(LINE_BREAK if run.text == BREAK else (run.text, _look(run)) for run in runs)


def _look(run: Run) -> Look:
    return Look(strong=run.strong, emphasis=run.emphasis, code=run.code, href=run.href)


def runs_of(pieces: Iterable[Piece]) -> tuple[Run, ...]:
    """Make runs of a block: single spaces, none at its ends, spaces outside emphasis and links, neighbours of one look joined."""
    collapsed = list(_collapsed(pieces))
    if len(collapsed) == 1 and collapsed[0][1] == PLAIN:
        return _trimmed([Run(text=collapsed[0][0])])
    return _trimmed(_joined(_split_space(collapsed)))


def _collapsed(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Make white space one space, across pieces."""
    blank = True
    for piece in pieces:
        if piece is LINE_BREAK:
            yield piece
            blank = True
            continue
        text = _single_spaced(piece[0])
        if blank:
            text = text.removeprefix(" ")
        if text:
            blank = text.endswith(" ")
            yield text, piece[1]


def _split_space(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Give a space at the edge of a piece no look."""
    for piece in pieces:
        text, look = piece
        bare = text.strip(" ")
        if piece is LINE_BREAK or look == PLAIN:
            yield piece
        elif not bare:
            yield text, PLAIN
        else:
            start = text.index(bare[0])
            parts = ((text[:start], PLAIN), (bare, look), (text[start + len(bare) :], PLAIN))
            yield from (part for part in parts if part[0])


def _joined(pieces: Iterable[Piece]) -> Iterator[Run]:
    """Join neighbours of one look; of line breaks only one stays."""
    for is_break, group in groupby(pieces, key=_is_break):
        if is_break:
            yield Run(text=BREAK)
            continue
        for look, same in groupby(group, key=itemgetter(1)):
            text = "".join(text for text, _ in same)
            yield Run(text=text, strong=look.strong, emphasis=look.emphasis, code=look.code, href=look.href)


def _trimmed(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Drop spaces and breaks at the ends of the block and spaces at the ends of its lines."""
    kept: list[Run] = []
    for run in runs:
        if run.text == BREAK and kept and kept[-1].text.endswith(" "):
            kept[-1] = replace(kept[-1], text=kept[-1].text[:-1])
        if run.text == BREAK and (not kept or kept[-1].text == BREAK):
            continue
        kept.append(run)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" "))
    return tuple(r for r in kept if r.text)


def shown(runs: Sequence[Run]) -> str:
    """Return the words a reader sees."""
    return "".join(r.text for r in runs)


def plain_markdown(runs: Sequence[Run]) -> str:
    """Return Markdown without emphasis and links."""
    return "\\\n".join(escape_markdown(line) for line in shown(runs).split(BREAK))


def markdown(runs: Sequence[Run]) -> str:
    """Return Markdown of normal runs."""
    out: list[str] = []
    for index, run in enumerate(runs):
        before = runs[index - 1].text[-1:] if index else ""
        after = runs[index + 1].text[:1] if index + 1 < len(runs) else ""
        out.append("\\\n" if run.text == BREAK else _run_markdown(run, before, after))
    return "".join(out)


def _run_markdown(run: Run, before: str, after: str) -> str:
    words = _code(run.text) if run.code else _escaped(run.text)
    stars = "*" * (2 * run.strong + run.emphasis)
    if stars and not run.code and _flanks(run, before, after):
        words = f"{stars}{words}{stars}"
    return f"[{words}]({run.href})" if run.href else words


def _escaped(text: str) -> str:
    """Escape a stretch of a line; its spaces at the ends stay."""
    bare = text.lstrip(" ")
    return text[: len(text) - len(bare)] + escape_markdown(bare)


def _code(text: str) -> str:
    return _escaped(text) if "`" in text or text != text.strip() else f"`{text}`"


def _flanks(run: Run, before: str, after: str) -> bool:
    """Say whether stars around the words open and close (CommonMark 6.2): a link's bracket counts as punctuation around them."""
    text = run.text
    if run.href:
        return True
    opens = text[0].isalnum() or not before or before.isspace() or _is_mark(before)
    closes = text[-1].isalnum() or not after or after.isspace() or _is_mark(after)
    return opens and closes


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
