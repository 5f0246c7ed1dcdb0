"""When may a host be asked again? Hosts in, turns out: one request at a time for each host, with a pause between two."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

_AT_ONCE = 16
"""Hosts asked at the same time."""

_LONGEST_DELAY = 30.0
"""Seconds of a robots.txt's Crawl-delay that are honoured."""


class Pace:
    """Gives turns."""

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._ready: dict[str, float] = {}
        self._places = asyncio.Semaphore(_AT_ONCE)

    @asynccontextmanager
    async def turn(self, host: str, delay: float = 0.0) -> AsyncIterator[None]:
        """Wait for the host's turn and hold it; the delay, in seconds, is what its robots.txt asks for."""
        loop = asyncio.get_running_loop()
        pause = max(self._pause, min(delay, _LONGEST_DELAY))
        async with self._locks[host]:
            await asyncio.sleep(max(0.0, self._ready.get(host, 0.0) - loop.time()))
            try:
                async with self._places:
                    yield
            finally:
                self._ready[host] = loop.time() + pause
