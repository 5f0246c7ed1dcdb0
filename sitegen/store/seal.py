"""Whether a state file is whole: a first line with its kind, version and checksum, before the body."""

from sitegen.fingerprint import of_bytes


def sealed(kind: str, body: bytes) -> bytes:
    """Return the body under a line that proves it whole and of this kind."""
    return f"sitegen {kind} {of_bytes(body)}\n".encode() + body


def opened(kind: str, data: bytes) -> bytes | None:
    """Return the body; None where it is damaged, or of another kind or version."""
    _, _, body = data.partition(b"\n")
    return body if data == sealed(kind, body) else None
