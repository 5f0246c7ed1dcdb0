"""Which stories a newsletter has: stretches that begin alike and lead each to a page of its own, or stand each in a frame of its own."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from sitegen.clean.letter_pieces import Piece

_FEWEST = 2
"""Stories; a letter with one is that story."""
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story of a letter."""

    head: Piece
    pieces: tuple[Piece, ...]

    @property
    def leads(self) -> tuple[str, ...]:
        """Return where the headline and "read more" lead."""
        return (*self.head.links, *(u for p in self.pieces if p.more for u in p.links))

    @property
    def url(self) -> str | None:
        """Return where the story leads, or else the only link that it has."""
        own = {u for p in self.pieces for u in p.links}
        return next(iter((*self.leads, *(own if len(own) == 1 else ()))), None)


def stories(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Story, ...]]:
    """Return what stands before the first story, and the stories; none where it is one letter."""
    best: tuple[int, ...] = ()
    for look in dict.fromkeys(p.look for p in pieces if p.look is not None):
        heads = _heads(pieces, look)
        if len(heads) >= _FEWEST and len(heads) > len(best) and _are_stories(pieces, heads):
            best = heads
    return (tuple(pieces[: best[0]]), tuple(_parted(pieces, best))) if best else (tuple(pieces), ())


def _heads(pieces: Sequence[Piece], look: Hashable) -> tuple[int, ...]:
    """Return where pieces of this look have prose between them and the next."""
    at = [i for i, p in enumerate(pieces) if p.look == look]
    ends = [*at[1:], len(pieces)]
    return tuple(i for i, end in zip(at, ends, strict=True) if any(p.prose for p in pieces[i + 1 : end]))


def _parted(pieces: Sequence[Piece], heads: Sequence[int]) -> Iterator[Story]:
    for begin, end in zip(heads, [*heads[1:], len(pieces)], strict=True):
        inner = list(pieces[begin + 1 : end])
        while inner and not inner[-1].prose and not inner[-1].more and not inner[-1].links:
            inner.pop()  # the name of the section that begins after it
        yield Story(head=pieces[begin], pieces=tuple(inner))


def _are_stories(pieces: Sequence[Piece], heads: Sequence[int]) -> bool:
    """Say whether the stretches are stories: most lead to different pages, or each has a frame of its own."""
    parted = tuple(_parted(pieces, heads))
    led = {s.leads[0] for s in parted if s.leads}
    if len(led) >= max(_FEWEST, _MOSTLY * len(parted)):
        return True
    return len(parted) > _FEWEST and all(_framed(s, parted) for s in parted)


def _framed(story: Story, among: Sequence[Story]) -> bool:
    """Say whether an element holds a story's headline and its prose and no other story's headline."""
    others = {e for s in among if s is not story for e in _around(s.head)}
    own = {e for e in _around(story.head) if e not in others}
    return any(e in own for p in story.pieces if p.prose for e in _around(p))


def _around(piece: Piece) -> Iterator[HtmlElement]:
    if piece.block:
        yield piece.block.element
        yield from piece.block.element.iterancestors()
