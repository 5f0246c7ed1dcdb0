"""Where a site's own state lies: everything below `.sitegen/`, which may be deleted at any time, and the mark of an output folder."""

from pathlib import Path

MARK = ".sitegen-output"
"""A file in an output folder: what is in here was made by sitegen and may be removed by it."""

STAGING_ELSEWHERE = ".sitegen-staging"
"""Staging where `.sitegen/` and the output folder are not on one file system."""


def state(site: Path) -> Path:
    """Return the folder of the site's state."""
    return site / ".sitegen"


def manifest(site: Path) -> Path:
    """Return where the record of the last build lies."""
    return state(site) / "manifest.json"


def next_manifest(site: Path) -> Path:
    """Return where the record of a build lies that is not published yet."""
    return state(site) / "manifest.next.json"


def memo(site: Path) -> Path:
    """Return where results of costly stages are kept."""
    return state(site) / "memo"


def journal(site: Path) -> Path:
    """Return where a publication that is decided but not finished stands."""
    return state(site) / "journal.json"


def staging(site: Path) -> Path:
    """Return where new bytes wait for their publication."""
    return state(site) / "staging"


def build_lock(site: Path) -> Path:
    """Return the lock that keeps two builds apart."""
    return state(site) / "lock"


def output_lock(site: Path) -> Path:
    """Return the lock that keeps readers of the output apart from its change."""
    return state(site) / "output.lock"


def fetch_lock(site: Path) -> Path:
    """Return the lock that keeps two fetches apart."""
    return state(site) / "fetch.lock"


def fetch_notes(site: Path) -> Path:
    """Return where it is noted what was fetched before."""
    return state(site) / "fetch.json"


def clock(site: Path) -> Path:
    """Return the file whose time stamp tells the disk's own time."""
    return state(site) / "clock"
