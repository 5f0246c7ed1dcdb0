"""A mail as what it says: subject, sender, date, its best text; bytes in, a letter out. Attachments are not read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.headerregistry import Address
from email.message import EmailMessage

from sitegen.clean.characters import one_line
from sitegen.clean.charset import Decoded, decode
from sitegen.clean.feed_dates import moment
from sitegen.clean.feed_items import web_address
from sitegen.clean.refusal import Refusal
from sitegen.model.when import UNKNOWN, When

_MOST_PARTS = 500
_MOST_KINDS = 60
"""Boundaries of parts within parts, or letters within letters."""
_LONGEST_HEADER = 100_000
_BOUNDARY = re.compile(rb"boundary\s{0,3}=\s{0,3}\"?([^\s\";]{1,100})", re.IGNORECASE)
_ENCLOSED = re.compile(rb"^content-type:\s{0,3}message/rfc822", re.IGNORECASE | re.MULTILINE)
_HEADER = re.compile(rb"[!-9;-~]{1,80}:")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/=\s]")
_FORWARDED = re.compile(r"^(?:(?:fwd?|wg|tr|rv|re|aw)\s*:\s*|\[(?:external|ext|bulk|spam)\]\s*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a mail says."""

    subject: str = ""
    sender: str = ""
    """The name of the sender, else the domain of the address."""
    date: When = UNKNOWN
    url: str | None = None
    """Of the letter on the web, where a header says it."""
    html: str = ""
    plain: str = ""


def is_mail(data: bytes) -> bool:
    """Say whether bytes begin as a mail's header does."""
    return bool(_HEADER.match(data))


def read_mail(data: bytes, captured: str | None) -> Letter | Refusal:
    """Read a mail."""
    if not is_mail(data):
        return Refusal(code="seed-kind", message="this is no mail: it has no header")
    if (parts := _count_parts(data)) > _MOST_PARTS:
        return Refusal(code="seed-too-large", message=f"the mail has {parts:,} parts")
    try:
        message = message_from_bytes(_shortened(data), policy=policy.default)
        html, plain = _texts(message)
    except (RecursionError, LookupError, ValueError, TypeError, AttributeError, IndexError):
        # the standard library's own slips on broken headers and parts
        return Refusal(code="seed-damaged", message="the mail is too damaged to be read")
    return Letter(
        subject=_FORWARDED.sub("", _header(message, "subject")),
        sender=_sender(message),
        date=moment("Date", _header(message, "date"), captured),
        url=web_address(_header(message, "archived-at").strip("<> "), None),
        html=html,
        plain=plain,
    )


def _count_parts(data: bytes) -> int:
    """Return how many parts there are; far too many where they nest too deeply."""
    boundaries = {m[1] for m, _ in zip(_BOUNDARY.finditer(data), range(_MOST_PARTS), strict=False)}
    enclosed = sum(1 for _ in _ENCLOSED.finditer(data))
    if len(boundaries) > _MOST_KINDS or enclosed > _MOST_KINDS:
        return max(len(boundaries), enclosed, _MOST_PARTS + 1)
    return sum(data.count(b"\n--" + boundary) for boundary in boundaries)


def _shortened(data: bytes) -> bytes:
    """Cut lines of the header that no mail program writes."""
    head, gap, body = data.partition(b"\r\n\r\n" if b"\r\n\r\n" in data[:_LONGEST_HEADER] else b"\n\n")
    if len(head) <= _LONGEST_HEADER:
        return data
    return b"\n".join(line[:1000] for line in head.split(b"\n")) + gap + body


def _header(message: EmailMessage, name: str) -> str:
    """Return a header in one line; the library raises on some that are broken."""
    try:
        return one_line(str(message.get(name, "")))
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        raw = next((str(v) for k, v in message.raw_items() if k.lower() == name), "")
        return one_line(raw)


def _sender(message: EmailMessage) -> str:
    try:
        found = message.get("from")
        first: Address | None = next(iter(found.addresses), None) if found is not None else None
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        first = None
    if first is None:
        return ""
    return one_line(first.display_name) or one_line(first.domain)


def _texts(message: EmailMessage) -> tuple[str, str]:
    """Return the HTML and the plain text of a mail; of several parts of a kind all, one after the other."""
    html, plain = [], []
    for part in _leaves(message):
        kind = part.get_content_type()
        if kind == "text/html":
            html.append(_text(part))
        elif kind == "text/plain":
            plain.append(_text(part))
    return "\n".join(html), "\n\n".join(plain)


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that are no attachments."""
    for part in message.walk():
        if not part.is_multipart() and part.get_content_disposition() != "attachment":
            yield part


def _text(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    raw = str(part.get_payload()).encode("utf-8", "surrogateescape")
    if "base64" in str(part.get("content-transfer-encoding", "")).lower() and _is_no_base64(raw):
        data = raw
    read = decode(data, part.get_content_charset() or "")
    return read.text if isinstance(read, Decoded) else ""


def _is_no_base64(raw: bytes) -> bool:
    bare = raw.rstrip()
    return len(_NOT_BASE64.findall(bare)) > len(bare) // 20
