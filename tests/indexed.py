"""What a search index says: its files as text, and its records."""

import gzip
import json
from collections.abc import Mapping
from typing import Any

MAGIC = b"pagefind_dcd"


def unpacked(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return files of a site, those of the index unpacked."""
    return {
        path: gzip.decompress(data).removeprefix(MAGIC) if data[:2] == b"\x1f\x8b" else data
        for path, data in files.items()
    }


def records(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the records of the index by the address they lead to."""
    found = [json.loads(data) for path, data in unpacked(files).items() if path.endswith(".pf_fragment")]
    return {record["url"]: record for record in found}


def pieces(record: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what the ids of a record say, each with the words up to the next."""
    words = record["content"].split()
    starts = [(a["id"], a["location"]) for a in record["anchors"]]
    ends = [*(location for _, location in starts[1:]), len(words)]
    return [(name, " ".join(words[at:end])) for (name, at), end in zip(starts, ends, strict=True)]
