"""What is new at the addresses that are followed? Feeds first, then the pages that their items name; each new answer is kept at once."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from sitegen.fetch import archive, feeds, trouble
from sitegen.fetch.answer import NOT_MODIFIED
from sitegen.fetch.failure import FetchError
from sitegen.fetch.following import Follower, Found
from sitegen.fetch.notes import Kept, Notes
from sitegen.model.config import FetchSetting
from sitegen.model.diagnostic import Diagnostic, RefusedError

_Links = tuple[tuple[str, ...], tuple[str, ...]]
"""Of a feed: the pages that were changed since the last run, and all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """An address to ask for."""

    url: str
    pages: bool = True
    """Of a feed: also fetch the pages that its items name."""
    via: str = ""
    """The feed that named it."""


class Outcome(StrEnum):
    """What became of an errand."""

    NEW = "new"
    SAME = "not modified"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of an errand, and what it brought."""

    errand: Errand
    outcome: Outcome
    new_items: int = 0
    size: int = 0
    """Bytes of the answer's body as received."""


class Watch(Protocol):
    """Keeps what is new, and is told how far it is."""

    def begin(self, stage: str, total: int) -> None:
        """Say that a stage begins, of so many steps."""

    def advance(self, steps: int) -> None:
        """Say that so many steps more are done."""

    def keep(self, record: bytes) -> None:
        """Keep a record of the archive."""


class Session:
    """One run; what it found so far can be read at any time, also after an interruption."""

    def __init__(self, setting: FetchSetting, notes: Notes, now: Callable[[], datetime], watch: Watch) -> None:
        self._setting = setting
        self._notes = notes
        self._now = now
        self._watch = watch
        self._failed: list[tuple[Errand, FetchError]] = []
        self._noted: list[Diagnostic] = []
        self._told: list[Told] = []
        self.kept: list[Kept] = []
        self._new: dict[str, str] = {}
        """Of this run: digests by address."""
        self.left = 0
        """Pages that wait for the next run."""

    @property
    def told(self) -> tuple[Told, ...]:
        """Return what became of all errands, in an order that does not depend on who answered first."""
        return tuple(sorted(self._told, key=lambda told: (told.errand.via, told.errand.url)))

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return what went wrong, and what the editor should know."""
        failed = sorted(((e.url, e.via, error) for e, error in self._failed), key=lambda f: f[:2])
        return (*sorted(self._noted, key=lambda d: d.path), *trouble.diagnostics(failed))

    def run(self, errands: Sequence[Errand], most: int) -> None:
        """Ask for all of them, then for up to so many pages of each feed."""
        try:
            asyncio.run(self._run(errands, most))
        except* RefusedError as group:
            raise next(trouble.leaves(group)) from None

    async def _run(self, errands: Sequence[Errand], most: int) -> None:
        follower = Follower(self._setting, self._notes, self._now)
        try:
            found = await self._all(follower, "fetching feeds", errands)
            await self._all(follower, "fetching pages", self._pages(zip(errands, found, strict=True), most))
        finally:
            await follower.close()

    async def _all(self, follower: Follower, stage: str, errands: Sequence[Errand]) -> list[_Links]:
        if not errands:
            return []
        self._watch.begin(stage, len(errands))
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._do(follower, errand)) for errand in errands]
        return [task.result() for task in tasks]

    def _pages(self, found: Iterable[tuple[Errand, _Links]], most: int) -> list[Errand]:
        """Return the pages that were changed or are not there yet, each once."""
        pages: dict[str, Errand] = {}
        for feed, (changed, links) in found:
            wanted = (*changed, *(u for u in links if not self._is_known(u))) if feed.pages else ()
            new = [url for url in dict.fromkeys(wanted) if url not in pages]
            self.left += max(0, len(new) - most)
            pages.update({url: Errand(url=url, pages=False, via=feed.url) for url in new[:most]})
        return list(pages.values())

    def _is_known(self, url: str) -> bool:
        return url in self._new or self._notes.has(url) or self._notes.is_gone(url, self._now())

    async def _do(self, follower: Follower, errand: Errand) -> _Links:
        """Do one errand and return the links of the feed that was found."""
        kept = self._notes.latest(errand.url)
        try:
            found = await follower.find(errand.url, kept)
            return await self._found(errand, found, kept)
        except FetchError as error:
            self._fail(errand, error)
            return (), ()
        finally:
            self._watch.advance(1)

    def _fail(self, errand: Errand, error: FetchError) -> None:
        self._failed.append((errand, error))
        self._told.append(Told(errand=errand, outcome=Outcome.FAILED))
        if errand.via and trouble.lasts(error):
            self._notes.gone[errand.url] = self._now().isoformat()

    async def _found(self, errand: Errand, found: Found, kept: Kept | None) -> _Links:
        if found.moved and not errand.via:
            self._noted.append(trouble.moved(errand.url, found.moved))
        if found.answer.status == NOT_MODIFIED:
            return self._not_modified(errand, kept)
        answer = found.answer
        items = await asyncio.to_thread(feeds.read, answer.body, answer.url, answer.header("content-type"))
        if items is None and not errand.via and trouble.says_feed(answer):
            self._noted.append(trouble.no_feed(errand.url))
        new = archive.kept(found, items)
        size = len(answer.raw)
        if self._is_same(errand, new, kept):
            self._notes.same[errand.url] = new
            self._told.append(Told(errand=errand, outcome=Outcome.SAME, size=size))
        else:
            self._watch.keep(archive.response(found, errand.via))
            self.kept.append(new)
            self._new[new.url] = new.digest
            fresh = len(set(new.items) - set(kept.items if kept else ()))
            self._told.append(Told(errand=errand, outcome=Outcome.NEW, new_items=fresh, size=size))
        return new.changed(kept), new.links

    def _not_modified(self, errand: Errand, kept: Kept | None) -> _Links:
        if kept is None:
            raise FetchError(code="fetch-damaged", message="says not modified (304) where nothing was known of it")
        self._told.append(Told(errand=errand, outcome=Outcome.SAME))
        return (), kept.links

    def _is_same(self, errand: Errand, new: Kept, kept: Kept | None) -> bool:
        """Say whether an answer says what is kept already; of a page also where another address led to it."""
        if kept is None:
            return bool(errand.via) and new.digest in {self._new.get(new.url), self._notes.digest(new.url)}
        return kept.digest == new.digest or bool(new.content and new.content == kept.content)
