"""What was fetched before, and what did servers ask of us? The notes of earlier runs, as JSON.

They may vanish: what was fetched is read again from the archives among the seeds; robots.txt and waits are asked for again.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

_RETRY_GONE = timedelta(days=1)
"""So long an address that gave nothing usable is left alone."""

_FRESH = timedelta(hours=24)
"""So long a robots.txt may be remembered (RFC 9309, 2.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One answer that is kept in an archive."""

    asked: str
    url: str
    """After redirects."""
    etag: str = ""
    modified: str = ""
    digest: str
    """Of the unpacked body."""
    items: tuple[str, ...] = ()
    """Of a feed: fingerprints of its items' ids."""
    content: str = ""
    """Of a feed: fingerprint of all that its items say."""
    links: tuple[str, ...] = ()
    """Of a feed: where its items lead."""
    stamps: tuple[str, ...] = ()
    """Of a feed, for each link: when its item was last changed."""

    def changed(self, before: "Kept | None") -> tuple[str, ...]:
        """Return the links whose items were changed since; none of a feed that dates its items anew at every turn."""
        old = dict(zip(before.links, before.stamps, strict=True)) if before else {}
        both = [(link, stamp) for link, stamp in zip(self.links, self.stamps, strict=True) if stamp and old.get(link)]
        found = tuple(link for link, stamp in both if stamp != old[link])
        return found if len(found) <= max(1, len(both) // 2) else ()


class Notes:
    """What is known at the beginning of a run, and what it adds."""

    def __init__(self) -> None:
        self.archives: dict[str, tuple[int, list[Kept]]] = {}
        """By name: size in bytes, and what is in it."""
        self.same: dict[str, Kept] = {}
        """Answers whose bytes differed and whose content did not: not archived, their validators are good."""
        self.robots: dict[str, tuple[str, str]] = {}
        """By origin: when it was read, and its text."""
        self.waits: dict[str, str] = {}
        """By host: until when it is to be left alone."""
        self.gone: dict[str, str] = {}
        """Pages that gave nothing usable, and when."""
        self._latest: dict[str, Kept] = {}
        self._digests: dict[str, str] = {}

    def settle(self, archives: Iterable[tuple[str, int]]) -> list[str]:
        """Forget archives that are not there any more, and return those that are not noted yet."""
        there = dict(archives)
        self.archives = {n: noted for n, noted in self.archives.items() if there.get(n) == noted[0]}
        for name in sorted(self.archives):
            self._learn(self.archives[name][1])
        return sorted(set(there) - set(self.archives))

    def add_archive(self, name: str, size: int, kept: list[Kept]) -> None:
        """Note what is in an archive."""
        self.archives[name] = (size, kept)
        self._learn(kept)

    def _learn(self, kept: Iterable[Kept]) -> None:
        for one in kept:
            self._latest[one.asked] = one
            self._digests[one.url] = one.digest

    def latest(self, asked: str) -> Kept | None:
        """Return what an address gave last; only what is still in an archive counts."""
        archived, same = self._latest.get(asked), self.same.get(asked)
        if archived and same and (archived.content or archived.digest) == (same.content or same.digest):
            return same
        return archived

    def is_last(self, kept: Kept) -> bool:
        """Say whether it is what its address gave last."""
        return self._latest.get(kept.asked) is kept

    def has(self, url: str) -> bool:
        """Say whether a page is in an archive."""
        return url in self._latest or url in self._digests or url in self.same

    def digest(self, url: str) -> str | None:
        """Return the digest of what an address, after redirects, gave last."""
        return self._digests.get(url)

    def is_gone(self, url: str, now: datetime) -> bool:
        """Say whether a page gave nothing usable a short while ago."""
        moment = self.gone.get(url)
        return moment is not None and timedelta(0) <= now - datetime.fromisoformat(moment) < _RETRY_GONE

    def rules(self, origin: str, now: datetime) -> str | None:
        """Return the text of a host's robots.txt; None where it has to be asked for again."""
        moment, text = self.robots.get(origin, ("", ""))
        return text if moment and timedelta(0) <= now - datetime.fromisoformat(moment) < _FRESH else None

    def waiting(self, host: str, now: datetime) -> datetime | None:
        """Return until when a host asked to be left alone; None where it did not, or that is over."""
        until = self.waits.get(host)
        moment = datetime.fromisoformat(until) if until else None
        return moment if moment and now < moment else None

    def forget_old(self, now: datetime) -> None:
        """Drop what has no effect any more."""
        self.gone = {url: moment for url, moment in self.gone.items() if self.is_gone(url, now)}
        self.waits = {host: until for host, until in self.waits.items() if self.waiting(host, now)}
        self.robots = {origin: r for origin, r in self.robots.items() if self.rules(origin, now) is not None}
        self.same = {asked: kept for asked, kept in self.same.items() if kept.url in self._digests}


def dumps(notes: Notes) -> bytes:
    """Return notes as JSON."""
    archives = {name: [size, [_fields(notes, k) for k in kept]] for name, (size, kept) in notes.archives.items()}
    same = {asked: asdict(kept) for asked, kept in notes.same.items()}
    fields = {"archives": archives, "same": same, "robots": notes.robots, "waits": notes.waits, "gone": notes.gone}
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _fields(notes: Notes, kept: Kept) -> dict[str, Any]:
    """Return what is noted of an answer; items only of a feed's last one, which is what the next is compared with."""
    is_last = notes.is_last(kept)
    return asdict(kept if is_last or not kept.content else replace(kept, items=(), links=(), stamps=()))


def loads(data: bytes) -> Notes:
    """Return notes as `dumps` wrote them."""
    fields: dict[str, Any] = json.loads(data.decode("utf-8", "surrogatepass"))
    notes = Notes()
    notes.archives = {name: (size, [_kept(k) for k in kept]) for name, (size, kept) in fields["archives"].items()}
    notes.same = {asked: _kept(kept) for asked, kept in fields["same"].items()}
    notes.robots = {origin: (moment, text) for origin, (moment, text) in fields["robots"].items()}
    notes.waits = dict(fields["waits"])
    notes.gone = dict(fields["gone"])
    return notes


def _kept(fields: dict[str, Any]) -> Kept:
    return Kept(**{**fields, **{name: tuple(fields[name]) for name in ("items", "links", "stamps")}})
