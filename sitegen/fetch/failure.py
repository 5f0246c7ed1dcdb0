"""Why is an answer not to be had? One kind of error within this room, told outside as one diagnostic about its address."""

import os
import socket
import ssl
from collections.abc import Iterator

from sitegen.model.diagnostic import Diagnostic, Severity


class FetchError(Exception):
    """An answer that is not to be had; told as one line."""

    def __init__(self, *, code: str, message: str, hint: str = "", severity: Severity = Severity.ERROR) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.severity = severity

    def about(self, url: str) -> Diagnostic:
        """Return what to tell of an address."""
        return Diagnostic(severity=self.severity, code=self.code, path=url, message=self.message, hint=self.hint)


def reason(error: BaseException) -> str:
    """Return what the system said at the bottom of an error of the network, in lower case as our messages are."""
    causes = list(_causes(error))
    said = [_system(e) for e in causes if isinstance(e, OSError) and e.strerror]
    words = said[-1] if said else next((str(e) for e in causes if str(e)), type(error).__name__)
    return words[:1].lower() + words[1:] if words[:2].istitle() else words


def _system(error: OSError) -> str:
    """Return the system's own words. asyncio puts "Connect call failed" in their place. A resolver's numbers are others."""
    if isinstance(error, ssl.SSLError):
        return f"no secure connection: {getattr(error, 'verify_message', '') or error.reason or error}"
    return os.strerror(error.errno) if error.errno and not isinstance(error, socket.gaierror) else str(error.strerror)


def _causes(error: BaseException) -> Iterator[BaseException]:
    waiting: list[BaseException | None] = [error]
    seen: set[int] = set()
    while waiting:
        at = waiting.pop(0)
        if at is None or id(at) in seen:
            continue
        seen.add(id(at))
        yield at
        waiting += [at.__cause__, at.__context__]
        if isinstance(at, BaseExceptionGroup):
            waiting += at.exceptions
