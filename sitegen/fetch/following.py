"""What stands at an address, redirects followed? Each step is checked as the first was: its scheme, its host, its robots.txt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import httpx

from sitegen.fetch import retry_after, steps
from sitegen.fetch.answer import FOR_GOOD, NOT_MODIFIED, WITH_BODY, Answer
from sitegen.fetch.exchange import Exchange
from sitegen.fetch.failure import FetchError
from sitegen.fetch.notes import Kept, Notes
from sitegen.fetch.pace import Pace
from sitegen.fetch.robots import Robots
from sitegen.model.config import FetchSetting
from sitegen.model.diagnostic import Severity

_REDIRECTS = 8
_WAIT = {429: 600.0, 503: None}
"""Seconds for which a host is left alone that answers so and says nothing of Retry-After."""

_GONE = {401, 403, 404, 410, 451}
_MEANINGS = {
    401: "wants a password",
    403: "refuses",
    404: "is not there",
    410: "is gone for good",
    429: "is asked too often",
    451: "is not available for legal reasons",
    503: "is not available now",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What stands at an address."""

    asked: str
    answer: Answer
    """The last one: 200, 203 or 304."""
    moved: str = ""
    """The new address, where every step said that it is for good."""


class Follower:
    """Asks for addresses, politely."""

    def __init__(self, setting: FetchSetting, notes: Notes, now: Callable[[], datetime]) -> None:
        self._exchange = Exchange(setting, now)
        self._pace = Pace(setting.pause)
        self._robots = Robots(self._exchange, self._pace, notes, now)
        self._notes = notes
        self._now = now

    async def close(self) -> None:
        """Let go of what is open."""
        await self._exchange.close()

    async def find(self, asked: str, kept: Kept | None) -> Found:
        """Return what stands there; not modified where it is still what was kept."""
        at = steps.checked(asked)
        seen = {str(at)}
        for_good = True
        for _ in range(_REDIRECTS + 1):
            answer = await self._ask(at, kept)
            target = steps.target(at, answer)
            if target is None:
                moved = str(at) if for_good and len(seen) > 1 else ""
                return Found(asked=asked, answer=_sound(answer), moved=moved)
            if str(target) in seen:
                raise FetchError(code="fetch-redirect", message=f"redirects in a circle, over {at}")
            seen.add(str(target))
            at, for_good = target, for_good and answer.status in FOR_GOOD
        raise FetchError(code="fetch-redirect", message=f"redirects more than {_REDIRECTS} times")

    async def _ask(self, url: httpx.URL, kept: Kept | None) -> Answer:
        rules = await self._robots.rules(url)
        if not rules.allows(str(url)):
            hint = "ask its publisher, or delete it from sitegen.toml"
            raise FetchError(code="fetch-robots", message=f"robots.txt of {url.host} does not allow it", hint=hint)
        host = url.netloc.decode("ascii")
        async with self._pace.turn(url.host, rules.delay):
            self._check_wait(host)
            answer = await self._exchange.get(str(url), _conditions(url, kept))
            self._note_wait(host, answer)
        return answer

    def _check_wait(self, host: str) -> None:
        if until := self._notes.waiting(host, self._now()):
            message = f"{host} asked to be left alone until {until:%Y-%m-%d %H:%M} UTC"
            hint = "the next run after that asks again"
            raise FetchError(code="fetch-wait", message=message, hint=hint, severity=Severity.WARNING)

    def _note_wait(self, host: str, answer: Answer) -> None:
        """Note until when the host is to be left alone, and say so."""
        if answer.status not in _WAIT:
            return
        seconds = retry_after.seconds(answer.header("retry-after"), self._now())
        pause = seconds if seconds is not None else _WAIT[answer.status]
        if pause is None:
            return
        until = self._now() + timedelta(seconds=pause)
        self._notes.waits[host] = until.isoformat()
        message = f"{_MEANINGS[answer.status]} ({answer.status}): {host} is left alone until {until:%Y-%m-%d %H:%M} UTC"
        raise FetchError(code="fetch-status", message=message, hint="the next run after that asks again")


def _conditions(url: httpx.URL, kept: Kept | None) -> dict[str, str]:
    """Return what makes the server answer "not modified" where nothing is new."""
    if kept is None or kept.url != str(url):
        return {}
    said = {"If-None-Match": kept.etag, "If-Modified-Since": kept.modified}
    return {name: value for name, value in said.items() if value and value.isascii() and value.isprintable()}


def _sound(answer: Answer) -> Answer:
    """Return an answer that says something; others are errors."""
    if answer.status == NOT_MODIFIED or (answer.status in WITH_BODY and answer.body.strip()):
        return answer
    if answer.status in WITH_BODY:
        raise FetchError(code="fetch-empty", message="is empty")
    said = _MEANINGS.get(answer.status) or answer.reason[:60] or "is no answer that can be used"
    if answer.status in _GONE:
        hint = "look for its new address, or delete it from sitegen.toml"
        raise FetchError(code="fetch-gone", message=f"{said} ({answer.status})", hint=hint)
    raise FetchError(code="fetch-status", message=f"{said} ({answer.status})")
