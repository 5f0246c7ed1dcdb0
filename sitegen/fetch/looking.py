"""Does something stand at these addresses? Addresses in, what is to be told of each out; no body is downloaded.

HEAD first, GET where a server does not answer it well; one request at a time for each host, with a pause; redirects followed, each step checked as the first. robots.txt is
about programs that gather pages, and is not asked: a reader's browser follows the same link.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import httpx

from sitegen.fetch import steps
from sitegen.fetch.answer import FOR_GOOD, Answer
from sitegen.fetch.exchange import Exchange
from sitegen.fetch.failure import FetchError
from sitegen.fetch.pace import Pace
from sitegen.model.config import FetchSetting

_REDIRECTS = 8
_WELL = 400
"""Statuses below it answer what was asked."""
_ERROR = 500
_NOTHING = frozenset({404, 410})


class Verdict(StrEnum):
    """What is known of an address."""

    THERE = "there"
    MOVED = "moved"
    """For good, to another address."""
    GONE = "gone"
    PRIVATE = "private"
    REFUSED = "refused"
    """A program gets no answer; a reader may."""
    FAILED = "failed"


_VERDICTS: Mapping[str, Verdict] = {
    "fetch-address": Verdict.GONE,
    "fetch-private": Verdict.PRIVATE,
}
"""By the code of an error; others are failures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was seen at an address."""

    url: str
    verdict: Verdict
    words: str = ""
    """Why, or where to."""


def look(
    urls: Iterable[str], setting: FetchSetting, now: Callable[[], datetime], advance: Callable[[], None]
) -> tuple[Seen, ...]:
    """Return what is at each of these addresses, in their order."""
    return asyncio.run(_look(tuple(urls), Exchange(setting, now), Pace(setting.pause), advance))


async def _look(urls: tuple[str, ...], exchange: Exchange, pace: Pace, advance: Callable[[], None]) -> tuple[Seen, ...]:
    async def one(url: str) -> Seen:
        try:
            return await _Looker(exchange, pace).seen(url)
        except FetchError as error:
            return Seen(url=url, verdict=_VERDICTS.get(error.code, Verdict.FAILED), words=error.message)
        finally:
            advance()

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(url)) for url in urls]
        return tuple(task.result() for task in tasks)
    finally:
        await exchange.close()


@dataclass(frozen=True, slots=True)
class _Looker:
    """Looks at one address."""

    exchange: Exchange
    pace: Pace

    async def seen(self, url: str) -> Seen:
        """Return what is there; redirects are followed."""
        at, for_good = steps.checked(url), True
        known = {str(at)}
        for _ in range(_REDIRECTS + 1):
            answer = await self._ask(at)
            target = steps.target(at, answer)
            if target is None:
                return _judged(url, answer, str(at) if for_good and len(known) > 1 else "")
            if str(target) in known:
                raise FetchError(code="fetch-redirect", message=f"redirects in a circle, over {at}")
            known.add(str(target))
            at, for_good = target, for_good and answer.status in FOR_GOOD
        raise FetchError(code="fetch-redirect", message=f"redirects more than {_REDIRECTS} times")

    async def _ask(self, at: httpx.URL) -> Answer:
        """Ask with HEAD, and with GET where that brought nothing: many servers answer HEAD wrongly."""
        try:
            answer = await self._turn(at, "HEAD")
        except FetchError as error:
            if error.code != "fetch-damaged":
                raise
            return await self._turn(at, "GET")
        return answer if answer.status < _WELL else await self._turn(at, "GET")

    async def _turn(self, at: httpx.URL, method: str) -> Answer:
        async with self.pace.turn(at.host):
            return await self.exchange.look(str(at), method)


def _judged(url: str, answer: Answer, moved: str) -> Seen:
    """Return what an answer says."""
    said = f"{answer.status} {answer.reason}".strip()[:80]
    if answer.status in _NOTHING:
        return Seen(url=url, verdict=Verdict.GONE, words=said)
    if answer.status >= _ERROR:
        return Seen(url=url, verdict=Verdict.FAILED, words=said)
    if answer.status >= _WELL:
        return Seen(url=url, verdict=Verdict.REFUSED, words=said)
    return Seen(url=url, verdict=Verdict.MOVED if moved else Verdict.THERE, words=moved)
