"""How is a feed written into the configuration? Settings in, TOML to be appended out; what an editor wrote stays as it is."""

import json
from collections.abc import Iterable

from sitegen.model.config import FeedSetting


def with_feeds(text: str, feeds: Iterable[FeedSetting], header: str) -> str:
    """Return the text of a configuration with [[header]] tables after it."""
    added = "".join(_table(feed, header) for feed in feeds)
    gap = "" if not text or text.endswith("\n") else "\n"
    ends = "\r\n" if "\r\n" in text else "\n"
    return text + (gap + added).replace("\n", ends)


def _table(feed: FeedSetting, header: str) -> str:
    name = f"name = {_quoted(feed.name)}\n" if feed.name else ""
    return f"\n[[{header}]]\nurl = {_quoted(feed.url)}\n{name}"


def _quoted(words: str) -> str:
    """Return a TOML string: JSON's, but for the one character that JSON leaves as it is and TOML does not."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007F")
