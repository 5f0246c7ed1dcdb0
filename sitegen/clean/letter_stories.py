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
    def url(self) -> str | None:
        """Return where the story leads: by its headline, by "read more", or by the only link that it has."""
        more = [u for p in self.pieces if p.more for u in p.links]
        own = [u for p in self.pieces for u in p.links]
        only = own if len(set(own)) == 1 else own[-1:] if self.pieces and self.pieces[-1].links else []
        return next(iter((*self.head.links, *more, *only)), None)


def stories(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Story, ...]]:
    """Return what stands before the first story, and the stories; none where it is one letter."""
    best: tuple[int, ...] = ()
    for look in dict.fromkeys(p.look for p in pieces if p.look is not None):
        heads = _heads(pieces, look)
        if len(heads) >= _FEWEST and len(heads) > len(best) and _are_stories(pieces, heads):
            best = heads
    return (pieces[: best[0]], tuple(_parted(pieces, best))) if best else (tuple(pieces), ())


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
    own = [u for s in parted if (u := s.url)]
    if len(set(own)) >= max(_FEWEST, _MOSTLY * len(parted)):
        return all(s.head.links or any(p.more for p in s.pieces) for s in parted if s.url) or len(parted) > _FEWEST
    return len(parted) > _FEWEST and all(_framed(s, parted) for s in parted)


def _framed(story: Story, among: Sequence[Story]) -> bool:
    """Say whether an element holds a story's headline and its prose and no other story's headline."""
    if story.head.block is None:
        return False
    others = {id(e) for s in among if s is not story and s.head.block for e in _around(s.head.block.element)}
    own = [e for e in _around(story.head.block.element) if id(e) not in others]
    held = {id(e) for e in own}
    return any(
        id(e) in held
        for p in story.pieces
        if p.prose and p.block
        for e in _around(p.block.element)
    )


def _around(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()
