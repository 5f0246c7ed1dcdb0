"""What did a server say? One answer as it came, its body raw and unpacked."""

from dataclasses import dataclass
from datetime import datetime

Headers = tuple[tuple[bytes, bytes], ...]

NOT_MODIFIED = 304
REDIRECTS = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})
WITH_BODY = frozenset({200, 203})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer of a server."""

    url: str
    """That was asked for in this one request."""
    version: str = "HTTP/1.1"
    status: int
    reason: str = ""
    headers: Headers = ()
    """As received, in their order."""
    raw: bytes = b""
    """The body as it came, its transfer coding removed, its content encoding not."""
    body: bytes = b""
    """Unpacked."""
    moment: datetime
    """At which it came."""

    def header(self, name: str) -> str:
        """Return the first value of a header, or nothing."""
        wanted = name.lower().encode("ascii")
        return next((v.decode("latin-1").strip() for n, v in self.headers if n.lower() == wanted), "")
