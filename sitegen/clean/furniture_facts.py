"""What stands around each line of a pasted page: neighbours, runs of short lines, the text above and below, words shared with the text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from sitegen.clean.line_facts import LineFacts, line_facts
from sitegen.clean.names import byline_names

_TEXTS = frozenset({"text", "open text"})
_SHORTS = frozenset({"button", "words", "headline", "short sentence"})
PAGE_KINDS = frozenset(
    {"known furniture", "a head of links", "share", "subscribe", "legal", "comments", "more", "menu", "advertisement"}
)
_LONGEST_LIST = 30
_STEPS = ((1, "1"), (2, "2"), (4, "3 to 4"), (8, "5 to 8"), (16, "9 to 16"))


def page_facts(lines: Sequence[str]) -> list[tuple[LineFacts, tuple[str, ...]]]:
    """Return for every line what it shows by itself and what stands around it."""
    own = [line_facts(line) for line in lines]
    around = _Around(lines, own)
    return [(facts, tuple(around.facts(i))) for i, facts in enumerate(own)]


def _bin(count: int) -> str:
    return next((name for most, name in _STEPS if count <= most), "over 16")


class _Around:
    """The page as a whole, counted once."""

    def __init__(self, lines: Sequence[str], own: Sequence[LineFacts]) -> None:
        self.lines, self.own = lines, own
        self.count = Counter(line.lower() for line in lines)
        is_text = [f.shape in _TEXTS for f in own]
        words = [f.size if text else 0 for f, text in zip(own, is_text, strict=True)]
        self.above = [0, *accumulate(words)]
        self.seen = Counter(w for f, text in zip(own, is_text, strict=True) if text for w in f.content)
        self.listed = _listed(lines, own)
        self.since = _distances(is_text)
        self.until = _distances(is_text[::-1])[::-1]
        self.share = sum(is_text) / max(1, len(lines))
        self.authors = frozenset(name for line in lines for name in byline_names(line) if " " in name)

    def facts(self, i: int) -> list[str]:
        """Return what stands around a line."""
        own, shape = self.own[i], self.own[i].shape
        before, after = self.shape(i - 1), self.shape(i + 1)
        total = self.above[-1]
        place = "no text" if not total else _place(self.above[i], self.above[i + 1], total)
        found = [
            f"before: {before} / {shape}",
            f"after: {after} / {shape}",
            f"two before: {self.shape(i - 2)} / {shape}",
            f"two after: {self.shape(i + 2)} / {shape}",
            f"between: {before} / {after} / {shape}",
            f"place: {place} / {shape}",
            f"text before: {self.distance(self.since[i])} / {shape}",
            f"text after: {self.distance(self.until[i])} / {shape}",
            f"from top: {_bin(i + 1)} / {shape}",
            f"from bottom: {_bin(len(self.lines) - i)} / {shape}",
            f"page: {_tenth(self.share)} text / {shape}",
        ]
        if shape not in _TEXTS and self.since[i] and self.until[i]:
            found.append(f"run: {_bin(self.since[i] + self.until[i] - 1)} / {shape}")
        if self.count[self.lines[i].lower()] > 1:
            found.append(f"stands: twice / {shape}")
        found.append(f"shared words: {self.shared(own)} / {shape}")
        found += self.sides(i, shape)
        if self.listed[i]:
            found.append(f"listed: {self.listed[i]} / {shape}")
        if any(name in self.lines[i] for name in self.authors):
            found.append(f"names: the author / {shape}")
        return found

    def sides(self, i: int, shape: str) -> Iterator[str]:
        """Yield what the lines before and after are."""
        for where, k in (("before is", i - 1), ("after is", i + 1)):
            if 0 <= k < len(self.own):
                for kind in sorted(self.own[k].kinds) or ("nothing known",):
                    yield f"{where}: {kind} / {shape}"

    def shape(self, i: int) -> str:
        return self.own[i].shape if 0 <= i < len(self.own) else "nothing"

    def distance(self, lines: int) -> str:
        return _bin(lines) if lines else "none"

    def shared(self, own: LineFacts) -> str:
        """Say how many of a line's words the rest of the text has too."""
        mine = 1 if own.shape in _TEXTS else 0
        words = own.content
        if not words:
            return "no words"
        share = sum(self.seen[w] > mine for w in words) / len(words)
        return next(name for most, name in ((0, "none"), (0.34, "few"), (0.67, "half"), (0.99, "most"), (1, "all")) if share <= most)  # fmt: skip


def _distances(is_text: Sequence[bool]) -> list[int]:
    """Return for each line how many lines back a text stands; 0 where none does."""
    found, last = [], -1
    for i, text in enumerate(is_text):
        found.append(i - last if last >= 0 else 0)
        if text:
            last = i
    return found


def _listed(lines: Sequence[str], own: Sequence[LineFacts]) -> list[str]:
    """Say of each short line whether it stands in a list, and who began it: a line that ends in a colon."""
    found, under, left = [], "", 0
    for line, facts in zip(lines, own, strict=True):
        short = facts.shape in _SHORTS
        left -= 1
        found.append(under if short and left >= 0 else "")
        if line.endswith(":"):
            talk = facts.kinds & PAGE_KINDS
            under, left = ("by the page" if talk else "by the article"), _LONGEST_LIST
        elif not short or facts.kinds & PAGE_KINDS:
            under = ""
    return found


def _place(above: int, upto: int, total: int) -> str:
    """Say which part of the text stands above."""
    if above == 0:
        return "before the text"
    if upto == total and above == total:
        return "after the text"
    share = above / total
    return next(name for most, name in ((0.1, "first tenth"), (0.5, "first half"), (0.9, "second half"), (1, "last tenth")) if share <= most)  # fmt: skip


def _tenth(share: float) -> str:
    return next(name for most, name in ((0.1, "hardly any"), (0.25, "little"), (0.5, "some"), (0.75, "much"), (1, "nearly all")) if share <= most)  # fmt: skip
