"""What the first judgement of a page's lines says of each line's neighbours: the facts of a second look. Scores are log odds for furniture."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from sitegen.clean.line_facts import LineFacts

_MOST = 6.0
_SURE = 1.0
_NEAR = 3
_WINDOW = 8
_RUN = 9
_OWN = ("words: ", "ends in: ", "is: ", "quotes: ", "sentences: ")
_AROUND = ("shared words", "run", "stands twice", "between", "place", "names the author")

Fact = tuple[str, float]


def second_facts(page: Sequence[tuple[LineFacts, tuple[str, ...]]], scores: Sequence[float]) -> list[list[Fact]]:
    """Return for each line its facts of the second look, each with its strength."""
    seen = _Scores(page, [max(-_MOST, min(_MOST, s)) for s in scores])
    return [list(seen.facts(i)) for i in range(len(scores))]


class _Scores:
    """The scores of a page, summed once."""

    def __init__(self, page: Sequence[tuple[LineFacts, tuple[str, ...]]], scores: Sequence[float]) -> None:
        self.page, self.scores = page, scores
        self.sums = [0.0, *accumulate(scores)]
        sizes = [f.size * (s < 0) for (f, _), s in zip(page, scores, strict=True)]
        self.words = [0, *accumulate(sizes)]
        self.lines = [0, *accumulate(int(s < -_SURE) for s in scores)]
        self.before = _runs(scores)
        self.after = _runs(scores[::-1])[::-1]

    def facts(self, i: int) -> Iterator[Fact]:
        """Yield the facts of a line."""
        own, around = self.page[i]
        yield "own", self.scores[i]
        yield f"shape: {own.shape}", 1.0
        yield from self._neighbours(i)
        for name in self._named(i, own.shape):
            yield name, 1.0
        for fact in own.facts:
            if fact.startswith(_OWN):
                yield fact, 1.0
        for fact in around:
            if fact.startswith(_AROUND):
                yield fact, 1.0

    def _neighbours(self, i: int) -> Iterator[Fact]:
        n = len(self.scores)
        for k in range(1, _NEAR + 1):
            yield (f"before {k}", self.scores[i - k]) if i >= k else (f"nothing before {k}", 1.0)
            yield (f"after {k}", self.scores[i + k]) if i + k < n else (f"nothing after {k}", 1.0)
        for name, start, end in (
            ("mean before", max(0, i - _WINDOW), i),
            ("mean after", i + 1, min(n, i + 1 + _WINDOW)),
            ("mean from the top", 0, i),
            ("mean to the end", i + 1, n),
        ):
            if end > start:
                yield name, (self.sums[end] - self.sums[start]) / (end - start)
        if 0 < i < n - 1:
            yield "higher side", max(self.scores[i - 1], self.scores[i + 1])
            yield "lower side", min(self.scores[i - 1], self.scores[i + 1])

    def _named(self, i: int, shape: str) -> Iterator[str]:
        above, below = self.words[i] / max(1, self.words[-1]), 1 - self.words[i + 1] / max(1, self.words[-1])
        size = "text" if "text" in shape else "short"
        yield f"article above: {_share(above)} / {shape}"
        yield f"article below: {_share(below)} / {shape}"
        yield f"article around: {_share(above)} / {_share(below)}"
        yield f"sides: {self.said(i - 1)} {self.said(i + 1)} / {shape}"
        yield f"two sides: {self.said(i - 2)} {self.said(i - 1)} [{self.said(i)}] {self.said(i + 1)} {self.said(i + 2)}"
        yield f"furniture run: {self.before[i] // 2} before, {self.after[i] // 2} after / {size}"
        yield f"article lines above: {_count(self.lines[i])} / {shape}"
        yield f"article lines below: {_count(self.lines[-1] - self.lines[i + 1])} / {shape}"

    def said(self, i: int) -> str:
        """Say what the first look took a line for."""
        if not 0 <= i < len(self.scores):
            return "edge"
        return "furniture" if self.scores[i] > _SURE else "article" if self.scores[i] < -_SURE else "open"


def _runs(scores: Sequence[float]) -> list[int]:
    """Return for each line how many lines before it are furniture without a break."""
    found, run = [], 0
    for score in scores:
        found.append(min(run, _RUN))
        run = run + 1 if score > 0 else 0
    return found


def _share(share: float) -> str:
    return next(name for most, name in ((0.01, "none"), (0.05, "under 5 %"), (0.2, "under 20 %"), (0.5, "under half"), (1.01, "over half")) if share <= most)  # fmt: skip


def _count(lines: int) -> str:
    return str(lines) if lines < 2 else "2 to 3" if lines < 4 else "4 or more"  # noqa: PLR2004 - the counts are the names
