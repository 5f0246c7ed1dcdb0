"""Small sites on disk for tests, built in this process."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sitegen.model.report import BuildReport
from sitegen.pipeline.build import build as build_site
from sitegen.pipeline.build import ingest as ingest_site
from sitegen.pipeline.workspace import Request

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)

SETTINGS = 'title = "Ellery digest"\nbase_url = "https://example.org/sub/"\n'

BRIDGE = """\
Council approves harbour bridge

Published 12 March 2025

The council of Port Ellery approved the new harbour bridge on March 11, 2025. “We will not wait for the next flood,” Mayor Ada Thornbury said. Construction will begin on June 2, 2025.
"""

FERRY = """\
Ferry company warns of lost jobs

Published 14 March 2025

The Ellery Ferry Company said on Friday that the harbour bridge would cost forty jobs. “Nobody has asked us,” said its director, Miriam Vale.
"""


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    """Lay out a site."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return root


def site(root: Path, **files: str | bytes) -> Path:
    """Lay out a site of two sources."""
    named = {"sitegen.toml": SETTINGS, "seeds/bridge.txt": BRIDGE, "seeds/ferry.txt": FERRY}
    return write(root, {**named, **files})


def request(root: Path, **more: Any) -> Request:
    return Request(**{"site": root, "output": root / "output", "now": NOW, **more})


def build(root: Path, **more: Any) -> BuildReport:
    return build_site(request(root, **more))


def ingest(root: Path) -> BuildReport:
    return ingest_site(request(root))


def files_in(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder, hidden ones left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def article_of(root: Path, word: str) -> Path:
    """Return the content file whose name has this word."""
    (found,) = (p for p in (root / "content").glob("*.md") if word in p.name)
    return found
