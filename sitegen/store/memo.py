"""What costly stages made before, by what they made it of: texts under a stage and a fingerprint, in `.sitegen/memo`.

Only a help: damaged, locked, full, read-only or lost it is empty, and a row whose checksum does not fit was never there.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

from sitegen.fingerprint import combined, of_bytes
from sitegen.store import places
from sitegen.store.durable import discard

_VERSION = 1
"""Of the table below; a memo of another one is begun anew."""

_TABLE = """
CREATE TABLE texts (
  stage TEXT NOT NULL, key TEXT NOT NULL, text BLOB NOT NULL, checksum BLOB NOT NULL, used INTEGER NOT NULL,
  PRIMARY KEY (stage, key)
) WITHOUT ROWID
"""

_PATIENCE_SECONDS = 0.5
"""For another process in the middle of a write; after that the memo is empty for this build."""

_BATCH = 200
"""Rows written before they are committed, so that a killed ingest of thousands has them next time."""

_SMALL_BYTES = 64_000_000
"""Up to here nothing is swept: what a manifest would need after its loss is worth more than the space."""

_REMEMBERED = 8
"""A row's use is noted when the last note is this many builds old: 10,000 updates in each build would cost more than they tell."""

_DAMAGED = sqlite3.SQLITE_CORRUPT
_OUT_OF_REACH = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_NOMEM,
}

_SIDE_FILES = ("", "-wal", "-shm", "-journal")


class Memo:
    """The results kept for one site."""

    def __init__(self, site: Path) -> None:
        self._path = places.memo(site)
        self._lock = RLock()
        self._waiting = 0
        self._build = 0
        self._stale: list[tuple[str, str]] = []
        self._rows: sqlite3.Connection | None = None
        with self._harmless():
            self._open()

    def get(self, stage: str, key: str) -> str | None:
        """Return what a stage made of this before, or nothing."""
        return self.get_many(stage, (key,)).get(key)

    def get_many(self, stage: str, keys: Iterable[str]) -> dict[str, str]:
        """Return what a stage made before, for those keys where it is known."""
        found: dict[str, str] = {}
        query = "SELECT text, CAST(checksum AS BLOB), used FROM texts WHERE stage = ? AND key = ?"
        with self._harmless():
            for key in keys if self._rows else ():
                row = self._rows.execute(query, (stage, key)).fetchone() if self._rows else None
                match row:
                    case (bytes(data), bytes(checksum), int(used)) if _checksum(stage, key, data) == checksum:
                        found[key] = data.decode("utf-8", "surrogatepass")
                        self._note(stage, key, used)
        return found

    def put(self, stage: str, key: str, text: str) -> None:
        """Keep what a stage made of this."""
        self.put_many(stage, {key: text})

    def put_many(self, stage: str, texts: Mapping[str, str]) -> None:
        """Keep what a stage made."""
        rows = [self._row(stage, key, text.encode("utf-8", "surrogatepass")) for key, text in texts.items()]
        with self._harmless():
            if self._rows and rows:
                self._rows.executemany("INSERT OR REPLACE INTO texts VALUES (?, ?, ?, ?, ?)", rows)
                self._waiting += len(rows)
                if self._waiting >= _BATCH:
                    self._rows.commit()
                    self._waiting = 0

    def _row(self, stage: str, key: str, data: bytes) -> tuple[str, str, bytes, bytes, int]:
        """Return a row; its text as bytes, for SQLite takes no lone surrogates, and file names have them."""
        return stage, key, data, _checksum(stage, key, data), self._build

    def sweep(self, builds: int = 200, small: int = _SMALL_BYTES) -> None:
        """Forget what the last builds did not use, where the memo is larger than it should be (in bytes)."""
        with self._harmless():
            if self._rows and self._size() > small:
                self._note_uses()
                self._rows.execute("DELETE FROM texts WHERE used < ?", (self._build - builds - _REMEMBERED,))
                self._rows.commit()
                self._rows.execute("PRAGMA incremental_vacuum").fetchall()

    def close(self) -> None:
        """Keep everything and let go of the files."""
        with self._harmless():
            if self._rows:
                self._note_uses()
                self._rows.commit()
                self._rows.close()
                self._rows = None

    @contextmanager
    def _harmless(self) -> Iterator[None]:
        """Take a database in trouble for an empty one: begun anew where it is damaged, left alone where it is locked or full."""
        with self._lock:
            try:
                yield
            except (sqlite3.Error, OSError) as error:
                self._let_go()
                if isinstance(error, sqlite3.Error) and _is_damage(error):
                    self._begin_anew()

    def _begin_anew(self) -> None:
        for suffix in _SIDE_FILES:
            discard(self._path.with_name(self._path.name + suffix))
        try:
            self._open()
        except (sqlite3.Error, OSError):
            self._let_go()

    def _let_go(self) -> None:
        if self._rows:
            with suppress(sqlite3.Error):
                self._rows.close()
        self._rows, self._stale, self._waiting = None, [], 0

    def _open(self) -> None:
        """Open the database, one build further on.

        A write-ahead log keeps it whole when a process is killed; nothing is synced, for a loss of power costs a memo at most.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._rows = rows = sqlite3.connect(self._path, timeout=_PATIENCE_SECONDS, check_same_thread=False)
        version = rows.execute("PRAGMA user_version").fetchone()[0]
        if version not in {0, _VERSION}:
            message = f"memo of version {version}"
            raise sqlite3.DatabaseError(message)
        rows.execute("PRAGMA auto_vacuum = INCREMENTAL")
        rows.execute("PRAGMA journal_mode = WAL").fetchall()
        rows.execute("PRAGMA synchronous = OFF")
        if version == 0:
            rows.execute(_TABLE)
            rows.execute("CREATE TABLE builds (number INTEGER NOT NULL)")
            rows.execute("INSERT INTO builds VALUES (0)")
            rows.execute(f"PRAGMA user_version = {_VERSION}")
        rows.execute("UPDATE builds SET number = number + 1")
        rows.commit()
        self._build = rows.execute("SELECT number FROM builds").fetchone()[0]

    def _note(self, stage: str, key: str, used: int) -> None:
        if self._build - used >= _REMEMBERED:
            self._stale.append((stage, key))

    def _note_uses(self) -> None:
        if self._rows and self._stale:
            update = f"UPDATE texts SET used = {self._build} WHERE stage = ? AND key = ?"  # noqa: S608 -- an integer of ours
            self._rows.executemany(update, self._stale)
            self._stale = []

    def _size(self) -> int:
        if self._rows is None:
            return 0
        pages, size = (self._rows.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
        return int(pages) * int(size)


def _checksum(stage: str, key: str, data: bytes) -> bytes:
    return combined((stage, key, of_bytes(data))).encode("ascii")


def _is_damage(error: sqlite3.Error) -> bool:
    """Say whether beginning anew helps; else the database is locked, full or out of reach, and others may be using it."""
    return (error.sqlite_errorcode & 0xFF if hasattr(error, "sqlite_errorcode") else _DAMAGED) not in _OUT_OF_REACH
