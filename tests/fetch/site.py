"""A small site that follows feeds of the test's server."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecordType

from sitegen.pipeline.fetching import FetchReport, fetch
from sitegen.pipeline.workspace import Request
from tests.fetch.server import Server

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
_SETTINGS = "[fetch]\npause = {pause}\ntimeout = {timeout}\nmax_bytes = {max_bytes}\nallow_private = {private}\n"


@dataclass
class Site:
    root: Path
    server: Server
    feeds: list[str] = field(default_factory=list)
    more: str = ""
    pause: float = 0.0
    timeout: float = 5.0
    max_bytes: int = 200_000
    private: bool = True
    runs: int = 0

    def fetch(self, *paths: str, most: int = 50, after: timedelta = timedelta()) -> FetchReport:
        settings = _SETTINGS.format(
            pause=self.pause, timeout=self.timeout, max_bytes=self.max_bytes, private=str(self.private).lower()
        )
        tables = "".join(f'[[feeds]]\nurl = "{self.server.url(path)}"\n{self.more}' for path in self.feeds)
        (self.root / "sitegen.toml").write_text(settings + tables)
        now = NOW + after + timedelta(hours=self.runs)
        self.runs += 1
        request = Request(site=self.root, output=self.root / "output", now=now)
        return fetch(request, [p if "://" in p else self.server.url(p) for p in paths], most)

    @property
    def archives(self) -> list[str]:
        folder = self.root / "seeds" / "fetched"
        return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []

    def kept(self) -> list[tuple[str, bytes]]:
        """Address (without the server) and body of each answer in the archives, unpacked."""
        found = []
        for name in self.archives:
            with (self.root / "seeds" / "fetched" / name).open("rb") as stream:
                for record in ArchiveIterator(stream, record_types=WarcRecordType.response, auto_decode="content"):
                    url = record.headers.get("WARC-Target-URI") or ""
                    found.append((url.removeprefix(self.server.url("")), record.reader.read()))
        return found


def said(report: FetchReport) -> list[str]:
    """The diagnostics, addresses without their host."""
    return [
        f"{d.severity} {d.code} {'/' + d.path.partition('://')[2].partition('/')[2]}: {d.message}"
        for d in report.diagnostics
    ]
