"""What does a server answer to one request? An address in, an answer out, within limits of time and size.

Each request has a connection of its own: a server that lies about the length of its answer spoils no other. httpx's transport is used without its
client: no cookies, no proxies or passwords of the environment, and no redirect that was not checked.
"""

import asyncio
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

import httpx

from sitegen import __version__
from sitegen.fetch.addresses import resolve
from sitegen.fetch.answer import WITH_BODY, Answer
from sitegen.fetch.failure import FetchError, reason
from sitegen.fetch.unpacking import ACCEPTED, Unpacking, too_large
from sitegen.model.config import FetchSetting

AGENT = "sitegen"
"""The name by which robots.txt may address us."""

_ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, application/xml;q=0.8, */*;q=0.5"
_LONGEST_NUMBER = 18
_PORTS = {"http": 80, "https": 443}
_NO_TEXT = ("image/", "audio/", "video/", "font/", "application/pdf", "application/zip")
"""What articles are not made of is not downloaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """One request."""

    url: httpx.URL
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    with_body: bool = True
    """The answer's body is read."""


@cache
def _authorities() -> ssl.SSLContext:
    """Return whom we believe that a server is who it says; reading the list takes 20 ms."""
    return httpx.create_ssl_context()


class Exchange:
    """Asks servers, one request at a time for each call."""

    def __init__(self, setting: FetchSetting, now: Callable[[], datetime]) -> None:
        self._setting = setting
        self._now = now
        contact = f" (+{setting.contact})" if setting.contact else ""
        self._headers = {
            "User-Agent": f"{AGENT}/{__version__}{contact}",
            "Accept": _ACCEPT,
            "Accept-Encoding": ACCEPTED,
            "Connection": "close",
        }
        limits = httpx.Limits(max_keepalive_connections=0)
        self._transport = httpx.AsyncHTTPTransport(_authorities(), limits=limits, trust_env=False)

    async def close(self) -> None:
        """Let go of what is open."""
        await self._transport.aclose()

    async def get(self, url: str, headers: Mapping[str, str]) -> Answer:
        """Return the answer, its body read where there is one to read."""
        return await self._in_time(_Question(url=httpx.URL(url), headers=headers))

    async def look(self, url: str, method: str) -> Answer:
        """Return the answer without its body, which is not read."""
        return await self._in_time(_Question(url=httpx.URL(url), method=method, with_body=False))

    async def _in_time(self, question: _Question) -> Answer:
        limit = self._setting.timeout
        try:
            async with asyncio.timeout(limit):
                return await self._answer(question)
        except (TimeoutError, httpx.TimeoutException) as error:
            message = f"no whole answer within {limit:g} s"
            raise FetchError(
                code="fetch-timeout", message=message, hint="timeout under [fetch] is the limit"
            ) from error
        except httpx.NetworkError as error:
            raise FetchError(code="fetch-unreachable", message=f"cannot be reached: {reason(error)}") from error
        except (httpx.TransportError, httpx.InvalidURL, ValueError, OverflowError) as error:
            raise FetchError(code="fetch-damaged", message=f"no sound answer: {reason(error)}") from error

    async def _answer(self, question: _Question) -> Answer:
        url = question.url
        port = url.port or _PORTS[url.scheme]
        addresses = await resolve(url.raw_host.decode("ascii"), port, allow_private=self._setting.allow_private)
        for address in addresses[:-1]:
            try:
                return await self._ask(question, address, self._setting.timeout / len(addresses))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return await self._ask(question, addresses[-1], self._setting.timeout)

    async def _ask(self, question: _Question, address: str, patience: float) -> Answer:
        """Ask at the address that was checked, in the host's own name."""
        url = question.url
        timeouts = httpx.Timeout(self._setting.timeout, connect=patience).as_dict()
        request = httpx.Request(
            question.method,
            url.copy_with(host=address),
            headers={**self._headers, **question.headers, "Host": url.netloc.decode("ascii")},
            extensions={"timeout": timeouts, "sni_hostname": url.raw_host.decode("ascii")},
        )
        response = await self._transport.handle_async_request(request)
        try:
            return await self._read(question, response)
        finally:
            await response.aclose()

    async def _read(self, question: _Question, response: httpx.Response) -> Answer:
        moment = self._now()
        wanted = question.with_body and response.status_code in WITH_BODY
        raw, body = await self._body(response) if wanted else (b"", b"")
        return Answer(
            url=str(question.url),
            version=response.http_version,
            status=response.status_code,
            reason=response.reason_phrase,
            headers=tuple(response.headers.raw),
            raw=raw,
            body=body,
            moment=moment,
        )

    async def _body(self, response: httpx.Response) -> tuple[bytes, bytes]:
        """Return the body as it came and unpacked; what is too large or no text is not read to its end."""
        kind = response.headers.get("content-type", "").strip().lower()
        if kind.startswith(_NO_TEXT):
            raise FetchError(code="fetch-kind", message=f"is no page and no feed ({kind[:60]})")
        most = self._setting.max_bytes
        length = response.headers.get("content-length", "")
        if length.isdecimal() and (len(length) > _LONGEST_NUMBER or int(length) > most):
            raise too_large(most)
        unpacking = Unpacking(response.headers.get("content-encoding", ""), most)
        pieces = []
        async for piece in response.aiter_raw():
            pieces.append(piece)
            unpacking.add(piece)
        return b"".join(pieces), unpacking.whole()
