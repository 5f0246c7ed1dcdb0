"""Network -> seeds/: what is new at the configured feeds, or at given addresses, becomes one archive among the seeds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

from sitegen.content import settings
from sitegen.fetch import archive, notes
from sitegen.fetch.notes import Notes
from sitegen.fetch.session import Errand, Outcome, Session, Told
from sitegen.model.config import Config
from sitegen.model.diagnostic import Checked, Diagnostic, RefusedError, has_errors
from sitegen.pipeline.inputs import SETTINGS
from sitegen.pipeline.workspace import Request
from sitegen.store import growing, places, tree
from sitegen.store.lock import fetching
from sitegen.store.seal import opened, sealed

FOLDER = "fetched"
"""In seeds/: where archives of what was fetched are."""

_ARCHIVE = ".warc.gz"
_NOTES = "fetch-2"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchReport:
    """What a run brought."""

    told: tuple[Told, ...] = ()
    left: int = 0
    """Pages that wait for the next run."""
    archive: str = ""
    """Relative to the site; empty where nothing was new."""
    recovered: tuple[str, ...] = ()
    """Archives that a killed run had left unfinished."""
    interrupted: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def exit_code(self) -> int:
        """Return 1 where something failed."""
        return int(self.interrupted or has_errors(self.diagnostics))

    def feeds(self, outcome: Outcome | None = None) -> int:
        """Return how many of the addresses asked for had this outcome, or were asked for at all."""
        return sum(not t.errand.via and outcome in {None, t.outcome} for t in self.told)

    @property
    def pages(self) -> int:
        """Return how many pages that feeds named are new."""
        return sum(bool(t.errand.via) and t.outcome is Outcome.NEW for t in self.told)

    @property
    def new_items(self) -> int:
        """Return how many items of feeds are new."""
        return sum(t.new_items for t in self.told)

    @property
    def size(self) -> int:
        """Return the bytes of all bodies as received."""
        return sum(t.size for t in self.told)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keeper:
    """Puts records into the archive of this run, which begins with the first of them."""

    request: Request
    file: growing.GrowingFile
    name: str
    begun: list[bool] = field(default_factory=list)

    def begin(self, stage: str, total: int) -> None:
        """Pass on."""
        self.request.progress.begin(stage, total)

    def advance(self, steps: int) -> None:
        """Pass on."""
        self.request.progress.advance(steps)

    def keep(self, record: bytes) -> None:
        """Add a record."""
        if not self.begun:
            self.begun.append(True)
            self.file.append(archive.info(self.name, self.request.now))
        self.file.append(record)


def fetch(request: Request, urls: Sequence[str], most_pages: int) -> FetchReport:
    """Ask for these addresses, or for all configured feeds, and keep what is new."""
    try:
        read = read_config(request)
        if has_errors(read.diagnostics):
            return FetchReport(diagnostics=read.diagnostics)
        with fetching(request.site, request.progress.waiting):
            return _fetch(request, read.value, _errands(read.value, urls), most_pages)
    except RefusedError as error:
        return FetchReport(diagnostics=(error.diagnostic,))


def read_config(request: Request) -> Checked[Config]:
    """Return the configuration; what it says besides feeds is checked by the build."""
    names = [name for name in SETTINGS if tree.is_file(request.site / name)]
    texts = tree.read_texts(request.site, names)
    read = settings.settings(texts.value)
    config = read.value.config if read.value else Config()
    return Checked(value=config, diagnostics=(*texts.diagnostics, *read.diagnostics))


def _errands(config: Config, urls: Sequence[str]) -> list[Errand]:
    configured = {feed.url: Errand(url=feed.url, pages=feed.pages) for feed in config.feeds}
    wanted = dict.fromkeys(urls or configured)
    return [configured.get(url) or Errand(url=url) for url in wanted]


def _fetch(request: Request, config: Config, errands: Sequence[Errand], most_pages: int) -> FetchReport:
    folder = request.seeds / FOLDER
    recovered = growing.finish_left(folder, archive.whole_length)
    noted = _load_notes(request.site, folder)
    name = f"{request.now.astimezone(UTC):%Y%m%dT%H%M%SZ}{_ARCHIVE}"
    keeper = _Keeper(request=request, file=growing.GrowingFile(folder, name), name=name)
    now = _clock(request.now)
    session = Session(config.fetch, noted, now, keeper)
    interrupted = False
    try:
        session.run(errands, most_pages)
    except KeyboardInterrupt:
        interrupted = True
    finally:
        made = keeper.file.finish()
        if made:
            noted.add_archive(made.name, tree.stat_of(made).size, session.kept)
        noted.forget_old(now())
        tree.write_file(places.fetch_notes(request.site), sealed(_NOTES, notes.dumps(noted)))
    return FetchReport(
        told=session.told,
        left=session.left,
        archive=_within(request, made) if made else "",
        recovered=tuple(_within(request, path) for path in recovered),
        interrupted=interrupted,
        diagnostics=session.diagnostics,
    )


def _clock(start: datetime) -> Callable[[], datetime]:
    """Return a clock that begins at the time of the command and goes on from there."""
    begun = monotonic()
    return lambda: start.astimezone(UTC) + timedelta(seconds=monotonic() - begun)


def _load_notes(site: Path, folder: Path) -> Notes:
    """Return what is known of earlier runs; archives that are not in the notes are read."""
    path = places.fetch_notes(site)
    noted = _opened(tree.read_bytes(path)) if tree.is_file(path) else Notes()
    sizes = {name: stat.size for name, stat in tree.scan(folder).items() if name.endswith(_ARCHIVE)}
    for name in noted.settle(sizes.items()):
        with growing.reading(folder / name) as stream:
            noted.add_archive(name, sizes[name], list(archive.contents(stream)))
    return noted


def _opened(data: bytes) -> Notes:
    body = opened(_NOTES, data)
    return notes.loads(body) if body is not None else Notes()


def _within(request: Request, path: Path) -> str:
    return path.relative_to(request.site).as_posix()
