"""Which addresses of the site does a document of data name? Input: the bytes of a file under api/."""

import json

_WORDS = frozenset({"body", "summary", "title", "text", "pieces", "note", "description"})
"""Fields of words, in which an address is none of ours to check."""


def data_links(data: bytes, base_url: str) -> tuple[str, ...] | None:
    """Return the URLs of the site that stand in a document, each once; None: it is not JSON."""
    found: dict[str, None] = {}
    try:
        waiting: list[object] = [json.loads(data)]
    except ValueError:
        return None
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += (inner for name, inner in value.items() if name not in _WORDS)
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str) and value.startswith(base_url):
            found[value] = None
    return tuple(found)
