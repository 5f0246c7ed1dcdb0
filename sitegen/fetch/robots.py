"""May we ask for this address? robots.txt of its host in (RFC 9309), yes or no out.

A robots.txt that is not there (4xx) allows all; one that cannot be read (5xx, no connection) allows nothing.
"""

import asyncio
import math
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import httpx
from protego import Protego

from sitegen.fetch import steps
from sitegen.fetch.answer import WITH_BODY, Answer
from sitegen.fetch.exchange import AGENT, Exchange
from sitegen.fetch.failure import FetchError
from sitegen.fetch.notes import Notes
from sitegen.fetch.pace import Pace

_READ = 512 * 1024
"""Bytes of it that are read, as RFC 9309, 2.5 has it."""

_REDIRECTS = 5
_SERVER_ERROR = 500
_TOO_MANY = 429


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a host allows us."""

    robots: Protego

    def allows(self, url: str) -> bool:
        """Say whether we may ask for this address."""
        return bool(self.robots.can_fetch(url, AGENT))

    @property
    def delay(self) -> float:
        """Return the seconds between two requests that it asks for."""
        asked = self.robots.crawl_delay(AGENT)
        return asked if asked is not None and math.isfinite(asked) else 0.0


class Robots:
    """Asks each host once, and remembers for a day."""

    def __init__(self, exchange: Exchange, pace: Pace, notes: Notes, now: Callable[[], datetime]) -> None:
        self._exchange = exchange
        self._pace = pace
        self._notes = notes
        self._now = now
        self._found: dict[str, Rules | FetchError] = {}
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def rules(self, url: httpx.URL) -> Rules:
        """Return the rules for an address's host; an error where they cannot be read."""
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        async with self._locks[origin]:
            if origin not in self._found:
                self._found[origin] = self._remembered(origin) or await self._ask(origin)
        found = self._found[origin]
        if isinstance(found, FetchError):
            raise found
        return found

    def _remembered(self, origin: str) -> Rules | None:
        text = self._notes.rules(origin, self._now())
        return Rules(robots=Protego.parse(text)) if text is not None else None

    async def _ask(self, origin: str) -> Rules | FetchError:
        try:
            text = _text(await self._follow(httpx.URL(f"{origin}/robots.txt")))
        except FetchError as error:
            hint = "its robots.txt cannot be read, which forbids to ask for more"
            return FetchError(code=error.code, message=error.message, hint="; ".join(filter(None, (error.hint, hint))))
        self._notes.robots[origin] = (self._now().isoformat(), text)
        return Rules(robots=Protego.parse(text))

    async def _follow(self, url: httpx.URL) -> Answer:
        for _ in range(_REDIRECTS):
            async with self._pace.turn(url.host):
                answer = await self._exchange.get(str(url), {})
            target = _target(url, answer)
            if target is None:
                return answer
            url = target
        return answer


def _target(url: httpx.URL, answer: Answer) -> httpx.URL | None:
    """Return where a redirect leads; one that leads nowhere is a file that is not there."""
    try:
        return steps.target(url, answer)
    except FetchError:
        return None


def _text(answer: Answer) -> str:
    """Return the rules; none where there is no such file."""
    if answer.status >= _SERVER_ERROR or answer.status == _TOO_MANY:
        raise FetchError(code="fetch-status", message=f"robots.txt is answered with {answer.status}")
    return answer.body[:_READ].decode("utf-8-sig", "replace") if answer.status in WITH_BODY else ""
