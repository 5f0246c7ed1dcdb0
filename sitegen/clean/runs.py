"""Inline text of a page: stretches of words with their emphasis and link, as one line of Markdown that shows just these words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sitegen.clean.characters import tidy
from sitegen.markup import escape_markdown

_SPACE = re.compile(r"[ \t\n]+")
BREAK = "\n"
"""A run that is only this is a line break; elsewhere a line end is a space."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one look."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str = ""

    @property
    def look(self) -> tuple[bool, bool, bool, str]:
        """Return all but the words."""
        return self.strong, self.emphasis, self.code, self.href


def normal(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Tidy the runs of a block: single spaces, none at its ends, spaces outside emphasis and links, neighbours of one look joined."""
    collapsed = list(_collapsed(runs))
    return tuple(
        _trimmed(collapsed if len(collapsed) == 1 and not any(collapsed[0].look) else _joined(_split_space(collapsed)))
    )


def _collapsed(runs: Iterable[Run]) -> Iterator[Run]:
    """Make white space one space, across runs."""
    blank = True
    for run in runs:
        if run.text == BREAK:
            yield run
            blank = True
            continue
        text = _SPACE.sub(" ", tidy(run.text))
        if blank:
            text = text.removeprefix(" ")
        if text:
            blank = text.endswith(" ")
            yield replace(run, text=text)


def _split_space(runs: Iterable[Run]) -> Iterator[Run]:
    """Give a space at the edge of a run no look."""
    for run in runs:
        bare = run.text.strip(" ")
        if run.text == BREAK or not any(run.look):
            yield run
        elif not bare:
            yield Run(text=run.text)
        else:
            start = run.text.index(bare[0])
            parts = (Run(text=run.text[:start]), replace(run, text=bare), Run(text=run.text[start + len(bare) :]))
            yield from (p for p in parts if p.text)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    for is_break, group in groupby(runs, key=lambda r: r.text == BREAK):
        if is_break:
            yield Run(text=BREAK)
            continue
        for _, same in groupby(group, key=lambda r: r.look):
            alike = list(same)
            yield replace(alike[0], text="".join(r.text for r in alike))


def _trimmed(runs: Iterable[Run]) -> list[Run]:
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
    return [r for r in kept if r.text]


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
